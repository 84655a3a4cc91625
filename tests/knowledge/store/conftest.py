"""Both engines for every test of the store: a SQLite file, and a schema of its own on a real PostgreSQL server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.store import Store

from .sample import write_corpus


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
