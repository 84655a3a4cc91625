"""The base that is given may be anything: what cannot be used is told in one sentence, and nothing has changed."""

import hashlib
import shutil
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.adapters.program import Program, Ran, is_one_sentence, together

SECRET = "hunter2"  # noqa: S105


@pytest.fixture
def copied(base: Path, tmp_path: Path) -> Path:
    """A filled base that may be spoilt."""
    (tmp_path / "copy").mkdir()
    return Path(shutil.copy(base, tmp_path / "copy" / "base.db"))


def at(program: Program, url: str) -> Program:
    return program.having(CAPEX_DATABASE_URL=url)


def state(folder: Path) -> dict[str, str]:
    """The files below a folder with their contents' hashes, compiled code left out."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def no_folder(folder: Path, _: Path) -> str:
    return f"sqlite:///{folder}/nowhere/base.db"


def closed_port(_: Path, __: Path) -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    return f"postgresql://anna:{SECRET}@127.0.0.1:{port}/capex"


def wrong_password_sign(_: Path, __: Path) -> str:
    return f"postgresql://anna:{SECRET}@127.0.0.1:port/capex"


def no_database(folder: Path, _: Path) -> str:
    (folder / "letter.txt").write_text("Dear reader, " * 500)
    return f"sqlite:///{folder / 'letter.txt'}"


def torn(_: Path, copied: Path) -> str:
    content = copied.read_bytes()
    copied.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    return f"sqlite:///{copied}"


def other_program(folder: Path, _: Path) -> str:
    execute(folder / "other.db", "CREATE TABLE claim (what TEXT)")
    return f"sqlite:///{folder / 'other.db'}"


def newer(_: Path, copied: Path) -> str:
    execute(copied, "UPDATE store_version SET version_num = '0999'")
    return f"sqlite:///{copied}"


def older_than_any(_: Path, copied: Path) -> str:
    execute(copied, "UPDATE store_version SET version_num = '0000'")
    return f"sqlite:///{copied}"


def not_ours(_: Path, copied: Path) -> str:
    execute(copied, "UPDATE store_version SET version_num = 'a1b2c3'")
    return f"sqlite:///{copied}"


def unreadable_claims(_: Path, copied: Path) -> str:
    execute(copied, """UPDATE claim SET document = '{"later": "field"}'""")
    return f"sqlite:///{copied}"


def unreadable_words(_: Path, copied: Path) -> str:
    execute(copied, "UPDATE word SET document = 'no JSON'")
    return f"sqlite:///{copied}"


def lost_table(_: Path, copied: Path) -> str:
    execute(copied, "DROP TABLE mention")
    return f"sqlite:///{copied}"


def empty_and_read_only(folder: Path, _: Path) -> str:
    (folder / "empty.db").touch()
    return f"sqlite:///file:{folder / 'empty.db'}?mode=ro&uri=true"


UNUSABLE: dict[Callable[[Path, Path], str], str] = {
    no_folder: "nowhere/base.db cannot be used",
    closed_port: "127.0.0.1",
    wrong_password_sign: "database URL",
    no_database: "letter.txt cannot be used",
    torn: "base.db",
    other_program: "another program",
    newer: "newer capex",
    older_than_any: "base",
    not_ours: "not written by capex",
    unreadable_claims: "cannot be read",
    unreadable_words: "cannot be read",
    lost_table: "base.db cannot be used",
    empty_and_read_only: "read-only and has to be filled first",
}


class Outcome(NamedTuple):
    """What the program said of a base, and the files before and after."""

    ran: Ran
    before: dict[str, str]
    after: dict[str, str]


def told(program: Program, base: Path, folder: Path, spoil: Callable[[Path, Path], str]) -> Outcome:
    (folder / "copy").mkdir()
    url = spoil(folder, Path(shutil.copy(base, folder / "copy" / "base.db")))
    before = state(folder)
    return Outcome(at(program, url).run("ask", "meta capex"), before, state(folder))


@pytest.fixture(scope="module")
def outcomes(
    capex: Program, base: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[Callable[[Path, Path], str], Outcome]:
    """What the program says of each base that cannot be used."""
    calls = [partial(told, capex, base, tmp_path_factory.mktemp(spoil.__name__), spoil) for spoil in UNUSABLE]
    return dict(zip(UNUSABLE, together(*calls), strict=True))


@pytest.mark.parametrize(("spoil", "words"), UNUSABLE.items(), ids=[spoil.__name__ for spoil in UNUSABLE])
def test_a_base_that_cannot_be_used_is_told_in_one_sentence_and_left_alone(
    outcomes: dict[Callable[[Path, Path], str], Outcome], spoil: Callable[[Path, Path], str], words: str
) -> None:
    if spoil is closed_port:
        pytest.importorskip("psycopg", reason="no PostgreSQL driver is installed")
    ran, before, after = outcomes[spoil]
    assert is_one_sentence(ran), ran
    assert words in ran.err
    assert SECRET not in ran.err
    assert after == before


@pytest.mark.parametrize("arguments", [["claims"], ["chat"]], ids=" ".join)
def test_every_command_tells_a_fault_alike(fresh: Program, tmp_path: Path, arguments: list[str]) -> None:
    ran = at(fresh, no_folder(tmp_path, tmp_path)).run(*arguments, given="meta\n")
    assert is_one_sentence(ran), ran


def test_a_data_folder_that_cannot_be_made_is_told(fresh: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = fresh.having(XDG_DATA_HOME=str(tmp_path / "file" / "data")).run("ask", "meta")
    assert is_one_sentence(ran), ran


class TestReadOnly:
    @pytest.fixture
    def program(self, fresh: Program, copied: Path) -> Program:
        return at(fresh, f"sqlite:///file:{copied}?mode=ro&uri=true")

    def test_it_answers_as_any_other(self, program: Program, copied: Path) -> None:
        before = state(copied.parent)
        ran = program.run("ask", "/capex meta")
        assert (ran.code, ran.err) == (0, "")
        assert "US$35–40 bn" in ran.out
        assert state(copied.parent) == before

    def test_it_answers_from_an_older_corpus_and_says_so(self, program: Program, copied: Path) -> None:
        execute(copied, "UPDATE meta SET value = 'an older corpus' WHERE key = 'corpus'")
        before = state(copied.parent)
        ran = program.run("ask", "/capex meta", "--json")
        assert ran.code == 0
        assert ran.objects[0]["outcome"] == "found"
        assert ran.err.startswith("capex: ")
        assert ran.err.count("\n") == 1
        assert "read-only" in ran.err
        assert state(copied.parent) == before


class TestFirstStart:
    @pytest.fixture
    def waiting(self, tmp_path: Path) -> Path:
        """An empty file, as another program leaves it that only opened it."""
        (tmp_path / "new").mkdir()
        (tmp_path / "new" / "base.db").touch()
        return tmp_path / "new" / "base.db"

    def test_an_empty_file_becomes_a_base(self, fresh: Program, waiting: Path) -> None:
        ran = at(fresh, f"sqlite:///{waiting}").run("ask", "/capex meta")
        assert (ran.code, ran.err) == (0, "")
        assert waiting.stat().st_size > 0

    def test_without_a_url_the_base_lies_in_the_data_folder(self, base: Path) -> None:
        assert base.is_file()
