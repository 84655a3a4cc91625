"""Where a base may lie, and what is told of one that cannot be reached."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.fault import Fault
from knowledge.store import Store


class TestUnreachable:
    def test_a_missing_folder(self, tmp_path: Path, corpus: Path) -> None:
        with pytest.raises(Fault, match=r"base .*/nowhere/base.db cannot be used: unable to open database file"):
            Store(f"sqlite:///{tmp_path}/nowhere/base.db", corpus=corpus)
        assert not (tmp_path / "nowhere").exists()

    def test_a_file_that_is_no_database(self, tmp_path: Path, corpus: Path) -> None:
        path = tmp_path / "letter.txt"
        path.write_text("Dear reader, " * 100)
        with pytest.raises(Fault, match=r"letter.txt cannot be used: file is not a database"):
            Store(f"sqlite:///{path}", corpus=corpus)
        assert path.read_text() == "Dear reader, " * 100

    def test_a_refused_connection(self, corpus: Path) -> None:
        pytest.importorskip("psycopg")
        with pytest.raises(Fault, match=r"the base 'capex' on 127.0.0.1:1 cannot be used: .*refused") as caught:
            Store("postgresql://anna:hunter2@127.0.0.1:1/capex", corpus=corpus)
        assert "\n" not in str(caught.value)

    @pytest.mark.parametrize(
        ("url", "what"),
        [
            ("", "cannot be read"),
            ("capex.db", "cannot be read"),
            ("postgresql://u@host:port/capex", "cannot be read"),
            ("mysql://u@host/capex", "not in 'mysql'"),
            ("sqlite://", "names no file"),
            ("sqlite:///:memory:", "names no file"),
        ],
    )
    def test_a_url_that_is_none(self, corpus: Path, url: str, what: str) -> None:
        with pytest.raises(Fault, match=what):
            Store(url, corpus=corpus)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://anna:s3cret@127.0.0.1:1/capex",
        "postgresql://127.0.0.1:1/capex?user=anna&password=s3cret",
        "postgresql://anna:x@127.0.0.1:1/capex?s3cret=s3cret&password=s3cret",
        "postgresql://anna:s3cret@127.0.0.1:s3cret/capex",
        "postgresql://anna:s3cret",
        "mysql://anna:s3cret@127.0.0.1/capex",
        "sqlite://anna:s3cret@127.0.0.1/capex",
        "s3cret",
    ],
)
def test_no_password_is_ever_told(corpus: Path, url: str) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(Fault) as caught:
        Store(url, corpus=corpus)
    shown: BaseException | None = caught.value
    while shown is not None and not shown.__suppress_context__:
        assert "s3cret" not in str(shown)
        shown = shown.__context__
    assert "s3cret" not in str(caught.value)


def test_a_wrong_password_is_not_told(server: str, corpus: Path) -> None:
    with pytest.raises(Fault, match="cannot be used") as caught:
        Store(server.replace("postgres:@", "nobody:s3cret@"), corpus=corpus)
    assert "s3cret" not in str(caught.value)


def test_a_password_with_signs_of_its_own_is_not_told(corpus: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(Fault) as caught:
        Store("postgresql://anna:s3%20c%2Fr'et@127.0.0.1:1/capex?connect_timeout=s3%20c%2Fr'et", corpus=corpus)
    assert "s3 c/r'et" not in str(caught.value)


@pytest.fixture
def own_place(tmp_path: Path) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        yield tmp_path / "data"


@pytest.mark.skipif(sys.platform != "linux", reason="the place is set by XDG_DATA_HOME")
def test_without_a_url_the_base_lies_in_a_folder_of_its_own(own_place: Path, corpus: Path) -> None:
    Store(None, corpus=corpus).close()
    assert (own_place / "capex" / "capex.db").is_file()
