"""Digests whose processes are killed at their steps, and what stands in the channels afterwards.

Each victim has a channel of its own, whose digest is due; it dies at one step, and whoever lives on sees its delivery
to the end. Then every channel must have its digest once. Only where a platform cannot tell whether a message arrived
may it be uncertain, only after a death between the note that it leaves and the record of the answer, and told.
"""

import asyncio
import contextlib
import signal
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import NamedTuple

from sqlalchemy import bindparam, select

from bot.people import Person, Place
from bot.places import shipped_corpus
from bot.records import SqlRecords
from bot.records.port import channel_key
from bot.records.schema import delivery
from bot.schedule import DAILY, Schedule
from bot.subscription import Delivery, Subscription
from knowledge.store import Store
from tests.adapters.publishing.victim import STEPS, main
from tests.adapters.publishing.worlds import World

_FORKED = get_context("forkserver")
_FORKED.set_forkserver_preload(["tests.adapters.publishing.victim"])
_LEASE = select(delivery.c.lease).where(delivery.c.channel == bindparam("of"))
_PATIENCE = 120.0
_LOOK = 0.05


@dataclass
class Case:
    """A victim's channel, and the step at which it died."""

    step: str
    place: Place
    person: Person

    @property
    def may_be_uncertain(self) -> bool:
        """Whether it died between the note that the message leaves and the record of its answer."""
        return self.step in {"marked", "received", "answered", "telling"}


@dataclass
class Outcome:
    """What stands in the channels at the end."""

    kills: int = 0
    once: int = 0
    twice: int = 0
    lost: int = 0
    uncertain: Counter[str] = field(default_factory=Counter)
    untold: int = 0
    wrong: list[str] = field(default_factory=list)

    def told(self) -> str:
        """The figures in a line."""
        steps = ", ".join(f"{count} {step}" for step, count in sorted(self.uncertain.items())) or "none"
        return (
            f"{self.kills} kills: {self.once} digests once, {self.twice} twice, {self.lost} lost;"
            f" uncertain: {steps}; of these not told: {self.untold}"
        )


class _Process(NamedTuple):
    """A process that can be told where to die."""

    process: ForkServerProcess
    pipe: Connection


class Killing:
    """Kills one of so many processes that share a base and a platform, again and again."""

    def __init__(self, url: str, world: World, processes: int) -> None:
        self._url = url
        self._world = world
        self._processes = processes
        self._living: list[_Process] = []
        self._cases: list[Case] = []

    async def run(self, steps: list[str]) -> Outcome:
        """Kill a process at each step, let the rest be seen to its end, and look."""
        with Store(self._url, corpus=shipped_corpus()):
            pass
        with SqlRecords(self._url) as records:
            self._living = [await self._started() for _ in range(self._processes)]
            for number, step in enumerate(steps):
                await self._kill(number, step, records)
            for process in self._living:
                await _ended(process)
            return self._outcome(records)

    async def _kill(self, number: int, step: str, records: SqlRecords) -> None:
        place, person = self._world.channel(number)
        self._cases.append(Case(step, place, person))
        await self._tell(f"{channel_key(place)} {step}")
        release = self._world.hold() if step == "received" else None
        if step == "telling":
            self._world.cut()
        records.digests.subscribe(_ordered(place, person), datetime.now(UTC))
        dead = await self._one_dead(step)
        await self._tell("")
        if release:
            release()
        self._living.remove(dead)
        self._living.append(await self._started())
        self._expire(records)
        await self._settled(records)

    def _expire(self, records: SqlRecords) -> None:
        """Let the time pass for which the dead one had its delivery."""
        left = _delivery(records, self._cases[-1])
        if left:
            records.digests.write(left, datetime.now(UTC))

    async def _tell(self, line: str) -> None:
        """Tell all that live, and wait until they know it."""
        for one in self._living:
            with contextlib.suppress(BrokenPipeError, EOFError, ConnectionResetError):
                one.pipe.send(line)
                async with asyncio.timeout(_PATIENCE):
                    assert await asyncio.to_thread(one.pipe.recv) == "heard"

    async def _one_dead(self, step: str) -> _Process:
        async with asyncio.timeout(_PATIENCE):
            while not (dead := [one for one in self._living if not one.process.is_alive()]):  # noqa: ASYNC110
                await asyncio.sleep(_LOOK)
        [found] = dead
        assert found.process.exitcode == -signal.SIGKILL, (step, found.process.exitcode)
        return found

    async def _started(self) -> _Process:
        ours, theirs = _FORKED.Pipe()
        process = _FORKED.Process(target=main, args=(self._url, dict(self._world.environment), theirs), daemon=True)
        await asyncio.to_thread(process.start)
        theirs.close()
        async with asyncio.timeout(_PATIENCE):
            assert await asyncio.to_thread(ours.recv) == "ready"
        return _Process(process, ours)

    async def _settled(self, records: SqlRecords) -> None:
        """Wait until the delivery is over: the ledger tells nobody when it changes."""
        async with asyncio.timeout(_PATIENCE):
            while not self._is_over(records, self._cases[-1]):  # noqa: ASYNC110
                await asyncio.sleep(_LOOK)

    @staticmethod
    def _is_over(records: SqlRecords, case: Case) -> bool:
        """Whether nothing is left to do: else whoever finishes may die at the next kill, and finish it much later."""
        row = records._database.row(_LEASE, {"of": channel_key(case.place)})  # noqa: SLF001 - the port does not tell
        return row is not None and row.lease is None

    def _outcome(self, records: SqlRecords) -> Outcome:
        found = Outcome(kills=len(self._cases), wrong=self._world.broken())
        for case in self._cases:
            sent = _delivery(records, case)
            posts, told = self._world.digests(case.place), self._world.told(case.person, case.place)
            found.once += posts == 1
            found.twice += posts > 1
            if sent and sent.progress == "uncertain":
                found.uncertain[case.step] += 1
                found.untold += not told
                if not case.may_be_uncertain or self._world.can_tell:
                    found.wrong.append(f"{case.step}: uncertain without need")
            elif not posts:
                found.lost += 1
        return found


def _delivery(records: SqlRecords, case: Case) -> Delivery | None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    return next(iter(records.digests.deliveries(channel_key(case.place), "digest", long_ago)), None)


def _ordered(place: Place, person: Person) -> Subscription:
    """A digest that is due every day at this minute."""
    now = datetime.now(UTC)
    schedule = Schedule(at=time(now.hour, now.minute), zone="UTC", days=DAILY)
    return Subscription(place=place, by=person, schedule=schedule, language="en")


async def _ended(one: _Process) -> None:
    one.pipe.close()
    await asyncio.to_thread(one.process.join, _PATIENCE)
    assert one.process.exitcode == 0


def steps_of(count: int, world: World) -> list[str]:
    """So many steps, each as often as the others; a platform that can tell leaves nothing to be told to anybody."""
    steps = [step for step in STEPS if step != "telling" or not world.can_tell]
    return [steps[number % len(steps)] for number in range(count)]
