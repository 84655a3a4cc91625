"""Records of each kind."""

from collections.abc import Iterator

import pytest

from bot.records import MemoryRecords, Records, SqlRecords


@pytest.fixture(params=["memory", "sqlite_url", "schema"])
def records(request: pytest.FixtureRequest) -> Iterator[Records]:
    if request.param == "memory":
        yield MemoryRecords()
        return
    with SqlRecords(request.getfixturevalue(request.param)) as records:
        yield records
