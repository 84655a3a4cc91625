"""Both chats as a curator and an asker use them, on the platforms' genuine SDKs: say, press, read what stands there."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Protocol

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from adapters.slack_app import SlackPlatform
from adapters.slack_app.patience import Patience
from bot.line import Line
from bot.people import Person
from bot.settings import Settings
from tests.adapters.discord_app.acting import deed_id
from tests.adapters.discord_app.conftest import settings_for
from tests.fakes.discord import DiscordServer, Message
from tests.fakes.discord.components import walk
from tests.fakes.slack import Entry, SlackServer
from tests.fakes.slack.limits import objects


class Chat(Protocol):
    """A chat with a bot in it."""

    @property
    def curator(self) -> Person:
        """Who curates."""

    def platform(self, desk: Desk, line: Line) -> Any:
        """The platform of the bot."""

    async def ready(self) -> None:
        """Wait until the bot is there."""

    async def tells(self, text: str) -> Any:
        """The message that answers a curator's command."""

    async def press(self, card: Any, what: str) -> None:
        """Have the curator decide on a matter; the message shows then what comes of it."""

    def reads(self, card: Any) -> str:
        """What a message says now, and what is behind its buttons."""

    async def hears(self, words: str) -> str:
        """A direct message to the curator with these words, once it has come."""

    async def answers(self, question: str) -> str:
        """What somebody else who asks is answered."""

    def breaches(self) -> list[str]:
        """The rules that the bot broke."""


class InSlack:
    """See `Chat`."""

    def __init__(self, server: SlackServer) -> None:
        self._server = server
        self._cora = server.workspace.add_user("cora")

    @property
    def curator(self) -> Person:
        return Person(platform="slack", workspace=self._server.workspace.id, user=self._cora.id)

    def platform(self, desk: Desk, _: Line) -> SlackPlatform:
        return SlackPlatform(desk, Settings.from_environment(self._server.environment), patience=Patience(pace=0))

    async def ready(self) -> None:
        await self._server.connected()

    async def tells(self, text: str) -> Entry:
        return await self._server.reply(await self._server.slash("/capex", text, user=self._cora))

    async def press(self, card: Entry, what: str) -> None:
        before = len(self._server.messages)
        await self._server.click(f"decide-{what}:en", message=self._now(card), user=self._cora)
        await self._server.world.changes.until(lambda: len(self._server.messages) > before, self._server.seen, 30.0)

    def reads(self, card: Entry) -> str:
        shown = self._now(card)
        values = (str(one["value"]) for _, one in objects(shown.blocks, "") if "value" in one)
        return "\n".join([shown.text, *values])

    async def hears(self, words: str) -> str:
        home = self._server.workspace.direct(self._cora).id
        return await self._until(lambda: [one for one in self._server.messages if one.channel == home], words)

    async def answers(self, question: str) -> str:
        return (await self._server.reply(await self._server.mention(question))).text

    def breaches(self) -> list[str]:
        return [*map(str, self._server.violations)]

    async def _until(self, there: Callable[[], list[Entry]], words: str) -> str:
        def found() -> str:
            return next((one.text for one in there() if words in one.text), "")

        return await self._server.world.changes.until(found, self._server.seen, 30.0)

    def _now(self, card: Entry) -> Entry:
        return next(one for one in reversed(self._server.messages) if one.ts == card.ts)


class OnDiscord:
    """See `Chat`."""

    def __init__(self, server: DiscordServer) -> None:
        self._server = server
        self._cora = server.add_user("Cora")

    @property
    def curator(self) -> Person:
        return Person(platform="discord", workspace=str(self._server.guild.id), user=str(self._cora.id))

    def platform(self, desk: Desk, line: Line) -> DiscordPlatform:
        return DiscordPlatform(desk, line, settings_for(self._server))

    async def ready(self) -> None:
        await self._server.connected()

    async def tells(self, text: str) -> Message:
        verb, _, address = text.partition(" ")
        options = {"address": address} if address else {}
        command = await self._server.slash(f"capexbot {verb}", user=self._cora, options=options)
        return await self._server.reply(command)

    async def press(self, card: Message, what: str) -> None:
        before = len(card.versions)
        await self._server.click(deed_id(card, what), message=card, user=self._cora)
        await self._server.updated(card, before + 1, 30.0)

    def reads(self, card: Message) -> str:
        controls = (str(one["custom_id"]) for _, one in walk(card.components) if "custom_id" in one)
        return "\n".join([card.text.replace("\\", ""), *controls])

    async def hears(self, words: str) -> str:
        def found() -> list[str]:
            direct = self._server.direct(self._cora)
            return [one.text for one in self._server.messages if one.channel is direct and words in one.text]

        await self._server.until(found, f"a direct message with {words!r}", 30.0)
        return found()[0]

    async def answers(self, question: str) -> str:
        return (await self._server.reply(await self._server.mention(question))).text.replace("\\", "")

    def breaches(self) -> list[str]:
        ids = [one for one in self._server.integer_ids if one != "POST /users/@me/channels"]  # the library's own
        return [*map(str, self._server.violations), *ids]


@asynccontextmanager
async def in_slack() -> AsyncIterator[Chat]:
    """Slack."""
    async with SlackServer() as server:
        yield InSlack(server)


@asynccontextmanager
async def on_discord() -> AsyncIterator[Chat]:
    """Discord."""
    async with DiscordServer() as server:
        server.mentions_ruled_out = True
        yield OnDiscord(server)
