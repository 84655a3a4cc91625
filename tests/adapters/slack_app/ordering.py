"""A bot whose channels order digests and follow things, with rounds that a test lets pass at the time it wants."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from adapters.desk import Desk
from adapters.publishing import Publisher, Rounds
from adapters.slack_app import SlackPlatform
from adapters.slack_app.patience import Patience
from bot.conversation import Conversation
from bot.line import Line
from bot.people import Place, Platform
from bot.records import MemoryRecords
from bot.settings import Settings
from tests.fakes.slack import Channel, Entry, SlackServer, User


@dataclass
class Bot:
    """A bot over the shipped base, with rounds that a test lets pass at the time it wants."""

    slack: SlackServer
    platform: SlackPlatform
    records: MemoryRecords
    rounds: Rounds
    now: datetime

    async def passes(self, by: timedelta) -> None:
        self.now += by
        for _ in range(2):
            await self.rounds.round()
            await self.rounds.finish()

    async def comes_due(self) -> None:
        """It is the time of the next digest."""
        [order] = self.records.digests.subscriptions()
        await self.passes(order.schedule.next(self.now).at - self.now)

    @property
    def place(self) -> Place:
        space = self.slack.workspace
        return Place(platform="slack", workspace=space.id, channel=space.general.id)

    def posts(self) -> list[Entry]:
        return [entry for entry in self.slack.messages if entry.via == "chat.postMessage"]


@asynccontextmanager
async def ordering(slack: SlackServer, line: Line) -> AsyncIterator[Bot]:
    """A bot over a base, connected to Slack."""
    records = MemoryRecords()
    conversation = Conversation(line, records)
    desk = Desk(conversation, in_threads=False)
    patience = Patience(pace=0, tries=0)
    platform = SlackPlatform(desk, Settings.from_environment(slack.environment), patience=patience)
    await platform.start()
    await slack.connected()
    composing = conversation.ordering.composing
    publishers: dict[Platform, Publisher] = {"slack": platform.publisher}
    rounds = Rounds(records.digests, line.base, composing, publishers, now=lambda: found.now)
    found = Bot(slack, platform, records, rounds, datetime.now(UTC))
    yield found
    await platform.stop()
    await desk.finish()


def admin(bot: Bot) -> User:
    return bot.slack.workspace.add_user("ada", rank="is_admin")


async def command(bot: Bot, text: str, user: User, channel: Channel | None = None) -> list[Entry]:
    """All that is said to a command."""
    delivery = await bot.slack.slash("/capex", text, user=user, channel=channel)
    await bot.slack.reply(delivery)
    await bot.slack.quiet()
    return bot.slack.replies_to(delivery)
