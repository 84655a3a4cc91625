"""A bot whose channels order digests and follow things, with rounds that a test lets pass at the time it wants."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from adapters.publishing import Publisher, Rounds
from bot.conversation import Conversation
from bot.line import Line
from bot.people import Person, Place, Platform
from bot.records import MemoryRecords
from tests.fakes.discord import Channel, DiscordServer, Message, User
from tests.fakes.discord.world import MANAGE_CHANNELS, MEMBER

from .conftest import running, settings_for

OPENED = "POST /users/@me/channels"


@dataclass
class Ordering:
    """See the module; `manager` may manage channels."""

    server: DiscordServer
    records: MemoryRecords
    rounds: Rounds
    now: datetime
    manager: User

    async def command(
        self, name: str, user: User | None = None, channel: Channel | None = None, **options: Any
    ) -> list[Message]:
        """All that is said to a command of the group, by the manager if nobody is named."""
        who = user or self.manager
        delivery = await self.server.slash(f"capexbot {name}", user=who, channel=channel, options=options)
        await self.server.reply(delivery)
        await self.server.settled()
        return self.server.replies_to(delivery)

    async def said(self, name: str, user: User | None = None, channel: Channel | None = None, **options: Any) -> str:
        """The only reply to a command, which its person alone sees."""
        [reply] = await self.command(name, user, channel, **options)
        assert reply.ephemeral
        return reply.text.replace("\\", "")

    async def offered(self, name: str, **options: Any) -> list[str]:
        """The values that are offered for the last option."""
        return [str(one["value"]) for one in await self.server.autocomplete(f"capexbot {name}", **options)]

    async def passes(self, by: timedelta) -> None:
        """Time passes, and two rounds."""
        self.now += by
        for _ in range(2):
            await self.rounds.round()
            await self.rounds.finish()
        self.server.integer_ids[:] = [one for one in self.server.integer_ids if one != OPENED]  # the library's own way

    async def comes_due(self) -> None:
        """It is the time of the next digest."""
        [order] = self.records.digests.subscriptions()
        await self.passes(order.schedule.next(self.now).at - self.now)

    def posts(self, channel: Channel | None = None) -> list[Message]:
        """What was posted in a channel without anybody having asked."""
        asked = {reply.id for delivery in self.server.deliveries for reply in delivery.replies}
        where = channel or self.server.channel
        return [one for one in self.server.messages if one.channel is where and one.id not in asked]

    def person(self, user: User) -> Person:
        """Somebody in the server."""
        return Person(platform="discord", workspace=str(self.server.guild.id), user=str(user.id))

    @property
    def place(self) -> Place:
        """The first channel."""
        guild, channel = str(self.server.guild.id), str(self.server.channel.id)
        return Place(platform="discord", workspace=guild, channel=channel)


@asynccontextmanager
async def ordering(server: DiscordServer, line: Line) -> AsyncIterator[Ordering]:
    """A bot over a base, connected to the server."""
    records = MemoryRecords()
    conversation = Conversation(line, records)
    desk = Desk(conversation, in_threads=False)
    manager = server.add_user("Mia", permissions=MEMBER | MANAGE_CHANNELS)
    async with running(DiscordPlatform(desk, line, settings_for(server))) as platform:
        await server.connected()
        publishers: dict[Platform, Publisher] = {"discord": platform.publisher}
        composing = conversation.ordering.composing
        rounds = Rounds(records.digests, line.base, composing, publishers, now=lambda: found.now)
        found = Ordering(server, records, rounds, datetime.now(UTC), manager)
        yield found
    await desk.finish()
