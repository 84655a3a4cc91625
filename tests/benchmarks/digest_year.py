"""`python -m tests.benchmarks.digest_year [CHANNELS]`: a year of digests in four time zones, on a clock that is moved.

Two processes share one ledger. Each restarts at random moments and stays away for up to hours, news come in, and all
four zones change their clocks twice. At the end every channel must have one digest for each of its local days that was
due, no more and no fewer; the figures are printed.
"""

import asyncio
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from pathlib import Path

from adapters.publishing import Rounds
from bot.people import Place
from bot.records import MemoryRecords, Records, SqlRecords
from bot.schedule import DAILY, WEEKDAYS, Schedule
from bot.subscription import Subscription
from bot.wording.habits import MONTHS
from tests.adapters.publishing.stage import ORDER, FakePlatform, Stage, made

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Sydney", "America/Santiago")
"""Two of the north, two of the south: each changes its clocks twice a year, on days of its own."""

_FIRST = datetime(2026, 1, 1, tzinfo=UTC)
_STEP = timedelta(minutes=15)
_MOST_AWAY = timedelta(hours=6)


@dataclass
class Year:
    """How a year went: the digests that were due and those that were posted, by channel and local day."""

    channels: int
    due: Counter[tuple[str, date]]
    posted: Counter[tuple[str, date]] = field(default_factory=Counter)
    restarts: int = 0
    steps: int = 0

    @property
    def missed(self) -> int:
        return sum((self.due - self.posted).values())

    @property
    def twice(self) -> int:
        return sum((self.posted - self.due).values())


@dataclass
class _Process:
    """One of the processes: there, or away until a moment."""

    rounds: Rounds
    away_until: datetime


def orders(count: int) -> Iterator[Subscription]:
    """Channels with times all over the day, the hours of the clock changes among them."""
    times = (time(9), time(2, 30), time(3), time(23, 45), time(0), time(1, 59), time(17, 20))
    for number in range(count):
        schedule = Schedule(
            at=times[number % len(times)],
            zone=ZONES[number % len(ZONES)],
            days=DAILY if number % 3 else WEEKDAYS,
        )
        yield replace(ORDER, place=Place(platform="slack", workspace="T1", channel=f"C{number}"), schedule=schedule)


async def lived(stage: Stage, channels: int, days: int, chance: random.Random, first: datetime = _FIRST) -> Year:
    """Let so many days pass from the first on."""
    end = first + timedelta(days=days)
    stage.now = first - timedelta(seconds=1)
    ordered = [stage.order(order) for order in orders(channels)]
    year = Year(channels, _due(ordered, stage.now, end))
    processes = [_Process(stage.process(), first) for _ in range(2)]
    while stage.now < end:
        stage.now = min(stage.now + _STEP * chance.uniform(0.2, 1.8), end)
        if chance.random() < 0.02:
            stage.news(f"n{year.steps}", metric="revenue", basis="leases")
        for process in processes:
            await _lived_on(process, stage, year, chance)
        year.steps += 1
    stage.now = end  # what is under way when the year ends
    for rounds in [stage.process()]:
        while await rounds.round():
            await rounds.finish()
    year.posted.update(_posted(stage))
    return year


async def _lived_on(process: _Process, stage: Stage, year: Year, chance: random.Random) -> None:
    if stage.now < process.away_until:
        return
    if chance.random() < 0.01:
        year.restarts += 1
        process.rounds = stage.process()
        process.away_until = stage.now + _MOST_AWAY * chance.random() ** 3
        return
    while await process.rounds.round():
        await process.rounds.finish()


def _due(ordered: list[Subscription], start: datetime, end: datetime) -> Counter[tuple[str, date]]:
    found: Counter[tuple[str, date]] = Counter()
    for order in ordered:
        coming = takewhile(lambda due: due.at <= end, order.schedule.coming(start))
        found.update((order.place.channel, due.day) for due in coming)
    return found


def _posted(stage: Stage) -> Iterator[tuple[str, date]]:
    """By what stands in the channels: the headline has the day."""
    for channel, reply in stage.platform.posts:
        day, month, year = reply.headline.rpartition(", ")[2].split()
        yield channel, date(int(year), MONTHS["en"].index(month) + 1, int(day))


def told(year: Year) -> str:
    """The figures in a line."""
    return (
        f"{year.channels} channels in {len(ZONES)} zones, {year.steps:,} rounds of two processes, "
        f"{year.restarts} restarts: {sum(year.due.values()):,} digests due, {sum(year.posted.values()):,} posted,"
        f" {year.missed} missed, {year.twice} twice"
    )


def main(channels: int) -> None:
    """Live a year in memory, and a month of fewer channels on SQLite."""
    seed = random.SystemRandom().randrange(10**6)
    runs = (("memory", channels, 365), ("sqlite", max(channels // 10, 4), 60))
    for engine, count, days in runs:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/base.db"
            records: Records = MemoryRecords() if engine == "memory" else SqlRecords(url)
            stage = made(url, Path(folder), records, FakePlatform())
            year = asyncio.run(lived(stage, count, days, random.Random(seed)))  # noqa: S311
            print(f"{engine}, {days} days, seed {seed}: {told(year)}", flush=True)  # noqa: T201
            assert not year.missed
            assert not year.twice


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
