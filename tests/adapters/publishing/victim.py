"""A process that serves digests like `capex serve`, and kills itself at the step of a delivery that it is told.

It is told channel and step through a pipe, or an empty text to live on; when the pipe is closed it ends in order. It
finds its platform by variables as the program does. It is forked from a process that has all of it loaded, as loading
takes longer than all the rest.
"""

import asyncio
import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from typing import Any, Final

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from adapters.publishing import Leaving, Pace, Publisher, Rounds
from adapters.slack_app import SlackPlatform
from bot.conversation import Conversation
from bot.line import Line
from bot.people import Person, Place, Platform
from bot.places import shipped_corpus
from bot.records import SqlRecords
from bot.records.digests import Digests
from bot.reply import Reply
from bot.settings import Settings
from bot.subscription import Delivery
from knowledge.store import Store
from knowledge.value import Language

STEPS: Final = ("claimed", "connecting", "marked", "received", "answered", "recorded", "rest", "telling")
"""Where the process dies: after the claim; before and after it notes that the message leaves; while the platform has
the message and its answer has not come; after the answer; after that is recorded; between the parts of the thread; when
whoever ordered it was told that it is uncertain, and that is not recorded."""

PACE: Final = Pace(
    every=timedelta(seconds=0.05),
    lease=timedelta(seconds=60),
    post_within=timedelta(seconds=40),
    again_after=timedelta(seconds=0.2),
)


_WHILE_SENDING: Final = 0.3
"""Seconds after which a message has certainly reached a server on the same machine."""


class Death:
    """Comes at one step for one channel."""

    def __init__(self) -> None:
        self._due = ("", "")

    def told(self, line: str) -> None:
        """From now on it comes there, or nowhere."""
        channel, _, step = line.strip().partition(" ")
        self._due = channel, step

    def at(self, step: str, channel: str) -> None:
        if (channel, step) == self._due:
            os.kill(os.getpid(), signal.SIGKILL)

    def soon(self, step: str, channel: str) -> None:
        if (channel, step) == self._due:
            asyncio.get_running_loop().call_later(_WHILE_SENDING, self.at, step, channel)


class DyingLedger:
    """The ledger, with death around its writes."""

    def __init__(self, digests: Digests, death: Death) -> None:
        self._digests = digests
        self._death = death

    def __getattr__(self, name: str) -> Any:
        return getattr(self._digests, name)

    def open(self, delivery: Delivery, lease: datetime) -> bool:
        opened = self._digests.open(delivery, lease)
        if opened:
            self._death.at("claimed", delivery.channel)
        return opened

    def write(self, delivery: Delivery, lease: datetime | None) -> bool:
        written = self._digests.write(delivery, lease)
        if delivery.progress in {"posted", "done"} and not delivery.pages:
            self._death.at("recorded", delivery.channel)
        return written


class DyingPublisher(Publisher):
    """A platform, with death around what is sent."""

    def __init__(self, inner: Publisher, death: Death) -> None:
        self.platform = inner.platform
        self._inner = inner
        self._death = death

    async def post(self, place: Place, reply: Reply, key: str, leaving: Leaving) -> str:
        channel = f"{place.platform}:{place.workspace}:{place.channel}"

        async def noted() -> None:
            self._death.at("connecting", channel)
            await leaving()
            self._death.at("marked", channel)
            self._death.soon("received", channel)

        posted = await self._inner.post(place, reply, key, noted)
        self._death.at("answered", channel)
        return posted

    async def find(self, place: Place, reply: Reply, key: str, since: datetime) -> str | None:
        return await self._inner.find(place, reply, key, since)

    async def add(self, place: Place, message: str, reply: Reply) -> None:
        await self._inner.add(place, message, reply)
        self._death.at("rest", f"{place.platform}:{place.workspace}:{place.channel}")

    async def tell(self, person: Person, place: Place, words: str, language: Language) -> None:
        await self._inner.tell(person, place, words, language)
        self._death.at("telling", f"{place.platform}:{place.workspace}:{place.channel}")


def main(url: str, environment: Mapping[str, str], pipe: Connection) -> None:
    """Serve until the pipe is closed, or death comes."""
    asyncio.run(_serve(url, Settings.from_environment(environment), pipe, Death()))


async def _serve(url: str, settings: Settings, pipe: Connection, death: Death) -> None:
    with Store(url, corpus=shipped_corpus()) as store, SqlRecords(url) as records:
        records.digests = DyingLedger(records.digests, death)  # type: ignore[assignment]
        line = Line(store)
        conversation = Conversation(line, records)
        desk = Desk(conversation, in_threads=False)
        platform = SlackPlatform(desk, settings) if settings.slack_way else DiscordPlatform(desk, line, settings)
        await platform.start()
        publishers: dict[Platform, Publisher] = {platform.publisher.platform: DyingPublisher(platform.publisher, death)}
        rounds = Rounds(records.digests, store, conversation.ordering.composing, publishers, pace=PACE)
        running = asyncio.create_task(rounds.run())
        pipe.send("ready")
        with suppress(EOFError):
            while True:
                death.told(await asyncio.to_thread(pipe.recv))
                pipe.send("heard")
        running.cancel()
        await rounds.finish()
        await platform.stop()
