"""The shipped base, filled once for all tests in a folder of their own."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from bot.line import Line
from bot.names import Names
from bot.places import shipped_corpus
from knowledge.store import Store

settings.register_profile("steady", deadline=None, derandomize=True)  # a slow machine or a new day fails no test
settings.load_profile("steady")


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The real store, filled with the shipped corpus."""
    path = tmp_path_factory.mktemp("shipped") / "base.db"
    with Store(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
        yield store


@pytest.fixture(scope="session")
def shipped(shipped_store: Store) -> Line:
    """The line over the shipped base."""
    return Line(shipped_store)


@pytest.fixture(scope="session")
def shipped_names(shipped: Line) -> Names:
    """The names of the shipped vocabulary."""
    return shipped.names()
