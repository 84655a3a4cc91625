"""Digests whose processes are killed at their steps, and what stands in the channels afterwards.

Each victim has a channel of its own, whose digest is due; it dies at one step, and whoever lives on sees its delivery
to the end. Then every channel must have its digest once. Only where a platform cannot tell whether a message arrived
may it be uncertain, only after a death between the note that it leaves and the record of the answer, and told.
"""

import asyncio
import contextlib
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import NamedTuple, Protocol

from bot.people import Person, Place, Platform
from bot.places import shipped_corpus
from bot.records import SqlRecords
from bot.records.port import channel_key
from bot.schedule import DAILY, Schedule
from bot.subscription import Delivery, Subscription
from knowledge.store import Store
from tests.adapters.publishing.victim import STEPS, main
from tests.fakes.discord import DiscordServer, connection_cut, held
from tests.fakes.slack import SlackServer

_FORKED = get_context("forkserver")
_FORKED.set_forkserver_preload(["tests.adapters.publishing.victim"])
_PATIENCE = 120.0
_LOOK = 0.05
_HEADLINE = "AI spending · "
_SENT = "POST /channels/{channel_id}/messages"


class World(Protocol):
    """A platform's local server, as the kills need it."""

    platform: Platform
    can_tell: bool

    @property
    def environment(self) -> Mapping[str, str]:
        """What a process needs to come here."""

    def channel(self, number: int) -> tuple[Place, Person]:
        """A new channel, and a person who orders there."""

    def hold(self) -> Callable[[], None]:
        """From now on the next message waits for its answer until this is called."""

    def cut(self) -> None:
        """The next message arrives and its answer is lost."""

    def digests(self, place: Place) -> int:
        """How many digests stand in a channel."""

    def told(self, person: Person, place: Place) -> int:
        """How often a person was told about a channel."""

    def broken(self) -> list[str]:
        """The rules that were broken."""


class SlackWorld:
    """See `World`."""

    platform: Platform = "slack"
    can_tell = False

    def __init__(self, server: SlackServer) -> None:
        self._server = server
        self.environment = server.environment

    def channel(self, number: int) -> tuple[Place, Person]:
        space = self._server.workspace
        channel, user = space.add_channel(f"c{number}"), space.add_user(f"u{number}")
        place = Place(platform="slack", workspace=space.id, channel=channel.id)
        return place, Person(platform="slack", workspace=space.id, user=user.id)

    def hold(self) -> Callable[[], None]:
        return self._server.faults.hold("chat.postMessage", times=1).release

    def cut(self) -> None:
        self._server.faults.cut("chat.postMessage", after=True)

    def digests(self, place: Place) -> int:
        posts = [one for one in self._server.messages if one.via == "chat.postMessage" and one.channel == place.channel]
        return sum(not one.thread and one.text.startswith(_HEADLINE) for one in posts)

    def told(self, person: Person, place: Place) -> int:
        space = self._server.workspace
        direct = space.direct(space.users[person.user]).id
        return sum(one.channel == direct and place.channel in one.text for one in self._server.messages)

    def broken(self) -> list[str]:
        return [str(one) for one in self._server.violations]


class DiscordWorld:
    """See `World`."""

    platform: Platform = "discord"
    can_tell = True

    def __init__(self, server: DiscordServer) -> None:
        self._server = server
        self.environment = server.environment

    def channel(self, number: int) -> tuple[Place, Person]:
        channel = self._server.add_channel(f"c{number}", self._server.guild)
        user = self._server.add_user(f"u{number}")
        guild = str(self._server.guild.id)
        place = Place(platform="discord", workspace=guild, channel=str(channel.id))
        return place, Person(platform="discord", workspace=guild, user=str(user.id))

    def hold(self) -> Callable[[], None]:
        gate = asyncio.Event()
        self._server.faults.order(_SENT, held(gate))
        return gate.set

    def cut(self) -> None:
        self._server.faults.order(_SENT, connection_cut(afterwards=True))

    def digests(self, place: Place) -> int:
        here = (one for one in self._server.messages if str(one.channel.id) == place.channel and not one.deleted)
        return sum(_HEADLINE in one.text and "the rest" not in one.text for one in here)

    def told(self, person: Person, place: Place) -> int:  # noqa: ARG002 - each channel has one person
        direct = (one for one in self._server.messages if str(one.channel.id) != place.channel)
        return sum(place.channel in one.text for one in direct)

    def broken(self) -> list[str]:
        return [str(one) for one in self._server.violations]


@asynccontextmanager
async def slack_world() -> AsyncIterator[World]:
    async with SlackServer() as server:
        yield SlackWorld(server)


@asynccontextmanager
async def discord_world() -> AsyncIterator[World]:
    async with DiscordServer() as server:
        yield DiscordWorld(server)


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
        self._tell(f"{channel_key(place)} {step}")
        release = self._world.hold() if step == "received" else None
        if step == "telling":
            self._world.cut()
        records.digests.subscribe(_ordered(place, person), datetime.now(UTC))
        dead = await self._one_dead(step)
        self._tell("")
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

    def _tell(self, line: str) -> None:
        for one in self._living:
            with contextlib.suppress(BrokenPipeError):
                one.pipe.send(line)

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

    def _is_over(self, records: SqlRecords, case: Case) -> bool:
        found = _delivery(records, case)
        if found is None or found.progress in {"claimed", "sending", "posted"}:
            return False
        return found.progress == "done" or self._world.told(case.person, case.place) > 0

    def _outcome(self, records: SqlRecords) -> Outcome:
        found = Outcome(kills=len(self._cases), wrong=self._world.broken())
        for case in self._cases:
            delivery = _delivery(records, case)
            posts, told = self._world.digests(case.place), self._world.told(case.person, case.place)
            found.once += posts == 1
            found.twice += posts > 1
            if delivery and delivery.progress == "uncertain":
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
