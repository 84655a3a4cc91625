"""The start: which bases are made, brought up to date, left alone or refused."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from knowledge.fault import Fault, FileFault
from knowledge.store import PutClaim, Store
from knowledge.store.migrating import SHIPPED, Migrations

from .conftest import Open
from .sample import NOW, OLDER, claim, write_corpus

ROOT = Path(__file__).parents[3]

NEXT_REVISION = """
from alembic import op
import sqlalchemy as sa

revision = "0004"
down_revision = "0003"


def upgrade():
    op.add_column("claim", sa.Column("later", sa.Text))
    op.create_index("claim_later", "claim", ["later"])
"""


@pytest.fixture
def later(tmp_path: Path) -> Migrations:
    """The migrations of a version that is one revision ahead of this one."""
    folder = tmp_path / "migrations, 100%"
    shutil.copytree(SHIPPED.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0004_later.py").write_text(NEXT_REVISION)
    return Migrations(folder, "0004")


def execute(url: str, statement: str) -> None:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def python(code: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_first_start_makes_and_fills_the_base(store: Store) -> None:
    assert store.notice is None
    assert len(list(store.claims())) == 6
    assert {(entry.who, entry.what, entry.before) for entry in store.changes()} == {("capex", "shipped", None)}


def test_a_second_start_changes_nothing(opened: Open) -> None:
    before = list(opened().changes())
    assert list(opened().changes()) == before


def test_the_start_on_a_current_base_loads_neither_migrations_nor_yaml(opened: Open, url: str, corpus: Path) -> None:
    opened()
    code = """
import sys
from pathlib import Path
from knowledge.store import Store
with Store(sys.argv[1], corpus=Path(sys.argv[2])) as store:
    store.evidence(store.vocabulary().subjects[0].id, [])
print({"alembic", "mako", "yaml", "platformdirs"} & set(sys.modules))
"""
    out, err = python(code, url, str(corpus)).communicate(timeout=60)
    assert (out.strip(), err) == ("set()", "")


def test_of_two_first_starts_at_once_one_fills_the_base_and_both_answer(url: str, corpus: Path) -> None:
    code = """
import sys
from pathlib import Path
from knowledge.store import Store
sys.stdin.read()
with Store(sys.argv[1], corpus=Path(sys.argv[2])) as store:
    print(len(list(store.claims())), [change.number for change in store.changes()] == list(range(1, 19)), store.notice)
"""
    command = [sys.executable, "-c", code, url, str(corpus)]
    starts = [
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    for start in starts:
        assert start.stdin is not None
        start.stdin.close()
        start.stdin = None
    assert {start.communicate(timeout=60) for start in starts} == {("6 True None\n", "")}


def test_a_broken_corpus_file_is_told_with_its_line_and_leaves_the_base_empty(url: str, corpus: Path) -> None:
    file = corpus / "older.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("metric: capex", "metric: nothing", 1), encoding="utf-8")
    with pytest.raises(FileFault, match=r"older\.yaml:\d+: metric: the metric 'nothing' is not known"):
        Store(url, corpus=corpus)
    write_corpus(corpus)
    with Store(url, corpus=corpus) as store:
        assert len(list(store.changes())) == 18


def test_a_missing_corpus_is_a_fault(url: str, tmp_path: Path) -> None:
    with pytest.raises(Fault, match="holds no corpus files"):
        Store(url, corpus=tmp_path / "nowhere")


def test_an_older_base_is_migrated_and_keeps_what_it_holds(
    opened: Open, url: str, corpus: Path, later: Migrations
) -> None:
    store = opened()
    store.write("anna", [PutClaim(claim("new"))], NOW)
    before = list(store.changes()), list(store.claims())
    store.close()
    with Store(url, corpus=corpus, migrations=later) as migrated:
        assert (list(migrated.changes()), list(migrated.claims())) == before
    execute(url, "UPDATE claim SET later = 'there'")


def test_a_migration_that_fails_leaves_the_base_as_it_was(
    opened: Open, url: str, corpus: Path, later: Migrations
) -> None:
    opened().close()
    file = later.folder / "versions" / "0004_later.py"
    file.write_text(NEXT_REVISION.replace('["later"]', '["not_there"]'))
    with pytest.raises(Fault, match="cannot be used"):
        Store(url, corpus=corpus, migrations=later)
    assert len(list(opened().claims())) == 6


def test_a_newer_base_is_refused_and_left_alone(url: str, corpus: Path, later: Migrations) -> None:
    Store(url, corpus=corpus, migrations=later).close()
    with pytest.raises(Fault, match=r"written by a newer capex \(revision 0004, this one reads 0003\); upgrade capex"):
        Store(url, corpus=corpus)
    Store(url, corpus=corpus, migrations=later).close()


def test_a_base_of_another_program_is_refused_and_left_alone(url: str, corpus: Path) -> None:
    execute(url, "CREATE TABLE claim (what TEXT)")
    with pytest.raises(Fault, match="holds tables of another program"):
        Store(url, corpus=corpus)
    execute(url, "INSERT INTO claim VALUES ('still there')")


class TestReadOnly:
    """A SQLite base that must not be written to: by its URL, and by the rights of its file and folder."""

    @pytest.fixture
    def base(self, tmp_path: Path, corpus: Path) -> Path:
        path = tmp_path / "base.db"
        Store(f"sqlite:///{path}", corpus=corpus).close()
        return path

    @pytest.fixture
    def read_only(self, base: Path) -> str:
        return f"sqlite:///file:{base}?mode=ro&uri=true"

    def test_it_answers_while_it_is_current(self, read_only: str, corpus: Path) -> None:
        with Store(read_only, corpus=corpus) as store:
            assert store.notice is None
            assert len(store.evidence(["meta"], []).claims) == 4

    def test_it_can_be_exported(self, read_only: str, corpus: Path, tmp_path: Path) -> None:
        with Store(read_only, corpus=corpus) as store:
            store.export_corpus(tmp_path / "out")
        assert (tmp_path / "out" / "older.yaml").read_bytes() == (corpus / "older.yaml").read_bytes()

    def test_it_refuses_a_write_in_one_sentence(self, read_only: str, corpus: Path) -> None:
        with Store(read_only, corpus=corpus) as store, pytest.raises(Fault, match="readonly database"):
            store.write("anna", [PutClaim(claim("new"))], NOW)

    def test_it_answers_from_an_older_corpus_with_a_notice(self, read_only: str, corpus: Path) -> None:
        write_corpus(corpus, OLDER.model_copy(update={"claims": OLDER.claims[:1]}))
        with Store(read_only, corpus=corpus) as store:
            assert store.notice is not None
            assert re.search("not taken over: the base .*base.db is read-only", store.notice)
            assert len(list(store.claims())) == 6

    def test_it_is_refused_where_it_has_to_be_filled(self, tmp_path: Path, corpus: Path) -> None:
        sqlite3.connect(tmp_path / "empty.db").close()
        (tmp_path / "empty.db").touch()
        with pytest.raises(Fault, match=r"empty.db is read-only and has to be filled first"):
            Store(f"sqlite:///file:{tmp_path / 'empty.db'}?mode=ro&uri=true", corpus=corpus)

    def test_it_is_refused_where_it_has_to_be_migrated(self, read_only: str, corpus: Path, later: Migrations) -> None:
        with pytest.raises(Fault, match=r"base.db is read-only and has to be migrated first"):
            Store(read_only, corpus=corpus, migrations=later)

    @pytest.fixture
    def locked(self) -> Iterator[Path]:
        """A folder with a filled base and its corpus, which all may read and nobody may write."""
        folder = Path(tempfile.mkdtemp(prefix="capex-read-only-"))
        Store(f"sqlite:///{folder / 'base.db'}", corpus=write_corpus(folder / "corpus")).close()
        (folder / "base.db").chmod(0o444)
        (folder / "corpus").chmod(0o555)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
        (folder / "corpus").chmod(0o755)
        shutil.rmtree(folder)

    def test_a_file_without_the_right_to_write_answers(self, locked: Path) -> None:
        """A child gives up root's rights, to which a read-only file is none."""
        readers, writers = os.pipe()
        child = os.fork()
        if child == 0:
            answer = "no answer"
            try:
                if os.geteuid() == 0:
                    os.setgid(65534)
                    os.setuid(65534)
                with Store(f"sqlite:///{locked / 'base.db'}", corpus=locked / "corpus") as store:
                    answer = f"{len(list(store.claims()))} claims, "
                    store.write("anna", [PutClaim(claim("new"))], NOW)
            except Fault as fault:
                answer += str(fault)
            finally:
                os.write(writers, answer.encode())
                os._exit(0)
        os.close(writers)
        with os.fdopen(readers) as answers:
            answer = answers.read()
        os.waitpid(child, 0)
        assert re.fullmatch("6 claims, the base .*base.db cannot be used: attempt to write a readonly database", answer)


def test_a_postgresql_base_that_must_not_be_written_to_answers(schema: str, corpus: Path) -> None:
    Store(schema, corpus=corpus).close()
    with Store(f"{schema}%20-cdefault_transaction_read_only%3Don", corpus=corpus) as store:
        assert len(list(store.claims())) == 6
        with pytest.raises(Fault, match="read-only transaction"):
            store.write("anna", [PutClaim(claim("new"))], NOW)


def test_a_postgresql_base_that_must_not_be_written_to_is_refused_where_it_has_to_be_filled(
    schema: str, corpus: Path
) -> None:
    with pytest.raises(Fault, match="is read-only and has to be filled first"):
        Store(f"{schema}%20-cdefault_transaction_read_only%3Don", corpus=corpus)
