"""One stage for the tests of a file: servers and bots stay up while its scenes are played."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio

from bot.places import shipped_corpus
from bot.records import MemoryRecords, Records
from knowledge.store import Store
from tests.contract.bases import House
from tests.contract.stage import Stage, on_stage


@pytest.fixture(scope="module")
def closed_folder(shipped_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a filled base in it, which is only opened for reading from now on."""
    folder = tmp_path_factory.mktemp("closed")
    shutil.copy(shipped_base, folder)
    return folder


@pytest.fixture(scope="module")
def lost(closed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A base that lost a table after it was opened."""
    file = Path(shutil.copy(closed_folder / "base.db", tmp_path_factory.mktemp("lost")))
    with Store(f"sqlite:///{file}", corpus=shipped_corpus()) as store:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("DROP TABLE mention")
        yield store


@pytest.fixture(scope="module")
def house(shipped_store: Store, closed_folder: Path, lost: Store) -> Iterator[House]:
    """All bases of the scenes."""
    with Store(f"sqlite:///file:{closed_folder / 'base.db'}?mode=ro&uri=true", corpus=shipped_corpus()) as read_only:
        yield House(shipped_store, read_only, lost)


@pytest.fixture(scope="module")
def records() -> Records:
    """What the bots behind all doors remember."""
    return MemoryRecords()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(house: House, records: Records) -> AsyncIterator[Stage]:
    """All doors, open."""
    async with on_stage(house, records) as stage:
        yield stage
