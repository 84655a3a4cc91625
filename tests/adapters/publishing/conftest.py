"""A stage on each kind of records."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.records import MemoryRecords, Records, SqlRecords
from tests.adapters.publishing.stage import FakePlatform, Stage, made


@pytest.fixture(params=["memory", "sqlite_url", "schema"])
def records(request: pytest.FixtureRequest) -> Iterator[Records]:
    if request.param == "memory":
        yield MemoryRecords()
        return
    with SqlRecords(request.getfixturevalue(request.param)) as records:
        yield records


@pytest.fixture
def stage(records: Records, tmp_path: Path) -> Iterator[Stage]:
    """A small base, an hour before the digest of nine o'clock in Berlin."""
    stage = made(f"sqlite:///{tmp_path / 'claims.db'}", tmp_path, records, FakePlatform())
    yield stage
    stage.store.close()
