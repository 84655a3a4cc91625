"""Both engines for every test of the store: a SQLite file, and a schema of its own on a real PostgreSQL server."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.store import Store
from tests.postgres import NoServer, fresh_schema, running_server

from .sample import write_corpus

REQUIRED = "CAPEX_TEST_POSTGRES_REQUIRED"
"""Where this is set, a missing server is a failure and no reason to skip."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server."""
    try:
        with running_server() as url:
            yield url
    except NoServer as missing:
        if os.environ.get(REQUIRED):
            raise
        pytest.skip(f"no PostgreSQL: {missing}")


@pytest.fixture
def schema(server: str) -> Iterator[str]:
    """The URL of a fresh schema on the server."""
    with fresh_schema(server) as url:
        yield url


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
