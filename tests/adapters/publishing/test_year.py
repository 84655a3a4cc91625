"""Weeks around each change of the clocks; `python -m tests.benchmarks.digest_year` lives the whole year."""

import random
from datetime import UTC, datetime

import pytest

from tests.adapters.publishing.stage import Stage
from tests.benchmarks.digest_year import lived

pytestmark = pytest.mark.asyncio


async def test_every_channel_has_one_digest_a_due_day_however_often_processes_restart(
    stage: Stage,
) -> None:
    march = datetime(2026, 3, 27, tzinfo=UTC)
    year = await lived(stage, 8, 10, random.Random(7), march)  # noqa: S311
    assert sum(year.due.values()) > 60
    assert year.restarts > 5
    assert (year.missed, year.twice) == (0, 0)
