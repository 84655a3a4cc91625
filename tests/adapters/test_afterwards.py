"""What is recorded after replies is recorded all, as one where it waits at the same time, and each whatever becomes of
the others.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.afterwards import Afterwards
from adapters.running import Running, at_once, in_thread
from bot.people import Person
from bot.records import MemoryRecords, SqlRecords
from knowledge.fault import Fault

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def anna(number: int) -> Person:
    return Person(platform="slack", workspace="T1", user=f"U{number}")


class Counted(MemoryRecords):
    """Records that know how often something was written as one."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    @contextmanager
    def together(self) -> Iterator[None]:
        self.times += 1
        yield


class Away(MemoryRecords):
    """Records that cannot be written."""

    @contextmanager
    def together(self) -> Iterator[None]:
        raise Fault("the disk is full")
        yield


def failing(error: Exception) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


@pytest.mark.parametrize("run", [at_once, in_thread])
async def test_what_waits_at_the_same_time_is_written_as_one_in_its_order(run: Running) -> None:
    records, kept = Counted(), list[int]()
    afterwards = Afterwards(records, run)
    for number in range(5):
        afterwards.keep(lambda number=number: kept.append(number))  # type: ignore[misc]
    await afterwards.finish()
    assert (kept, records.times) == ([0, 1, 2, 3, 4], 1)


@pytest.mark.parametrize("run", [at_once, in_thread])
async def test_what_comes_meanwhile_is_written_too(run: Running) -> None:
    kept = list[str]()
    afterwards = Afterwards(MemoryRecords(), run)
    afterwards.keep(lambda: kept.append("first"))
    await asyncio.sleep(0)
    afterwards.keep(lambda: kept.append("second"))
    await afterwards.finish()
    assert sorted(kept) == ["first", "second"]


@pytest.mark.parametrize("run", [at_once, in_thread])
async def test_what_cannot_be_recorded_costs_no_other(run: Running, caplog: pytest.LogCaptureFixture) -> None:
    kept = list[str]()
    afterwards = Afterwards(MemoryRecords(), run)
    afterwards.keep(failing(Fault("too long")))
    afterwards.keep(lambda: kept.append("second"))
    await afterwards.finish()
    assert kept == ["second"]
    assert [record.getMessage() for record in caplog.records] == ["a question could not be recorded"]


async def test_a_defect_costs_no_other_and_is_not_hidden() -> None:
    kept = list[str]()
    afterwards = Afterwards(MemoryRecords(), at_once)
    afterwards.keep(failing(RuntimeError("a defect")))
    afterwards.keep(lambda: kept.append("second"))
    with pytest.raises(RuntimeError, match="a defect"):
        await afterwards.finish()
    await afterwards.finish()
    assert kept == ["second"]


async def test_records_that_are_away_are_told_once_and_asked_anew(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    afterwards = Afterwards(Away(), at_once)
    for _ in range(2):
        afterwards.keep(lambda: None)
    await afterwards.finish()
    assert len(caplog.records) == 1


async def test_a_file_has_all_of_what_was_written_as_one(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    url = f"sqlite:///{tmp_path / 'base.db'}"
    with SqlRecords(url) as records, SqlRecords(url) as other:
        afterwards = Afterwards(records, at_once)
        for number in range(3):
            afterwards.keep(lambda number=number: records.prefer(anna(number), "de", NOW))  # type: ignore[misc]
            afterwards.keep(failing(Fault("nothing of this one")))
        await afterwards.finish()
        assert [other.preferred(anna(number)) for number in range(3)] == ["de", "de", "de"]
    assert len(caplog.records) == 3
