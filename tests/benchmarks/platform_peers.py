"""The bots that `platforms` compares: ours as `capex serve` runs it, and for each platform a bare one on its SDK.

A bare bot has the settings of ours (how it acknowledges, what it listens to, that it pings nobody) and says one
constant thing, the very message that ours says. A bot lives inside its `async with`.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from typing import Any

import aiohttp
import discord
from discord import app_commands
from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from adapters.desk import Desk, Said
from adapters.discord_app import DiscordPlatform
from adapters.discord_app.layout import Layout
from adapters.discord_app.message import message as discord_message
from adapters.slack_app import SlackPlatform
from adapters.slack_app.blocks import message as slack_message
from adapters.slack_app.sending import web_client
from bot.allowance import Allowance
from bot.base import Base
from bot.conversation import Conversation
from bot.line import Asked, Line
from bot.question import Question
from bot.records import MemoryRecords, Records
from bot.reply import Reply
from bot.settings import Settings
from knowledge.value import Language
from tests.fakes.discord import DiscordServer
from tests.fakes.discord.genuine import pointed_at
from tests.fakes.slack import SlackServer

InSlack = Callable[[SlackServer], AbstractAsyncContextManager[None]]
InDiscord = Callable[[DiscordServer], AbstractAsyncContextManager[None]]

UNLIMITED = 10**9
"""Questions a minute: one person asks them all here, faster than anybody may."""

QUIET = logging.getLogger("tests.benchmarks.bare")
QUIET.setLevel(logging.ERROR)


class FixedLine(Line):
    """A line that asks nobody and always says the same: what is left is the cost of the adapter."""

    def __init__(self, asked: Asked, base: Base) -> None:
        """`base` is what orders of a channel are read from, which nobody gives here."""
        self._asked = asked
        self.base = base

    def ask(
        self,
        text: str,  # noqa: ARG002 - the line's
        on: date,  # noqa: ARG002
        language: Language | None = None,  # noqa: ARG002
        last: Question | None = None,  # noqa: ARG002
        spoken: Language | None = None,  # noqa: ARG002
    ) -> Asked:
        return self._asked

    def names(self) -> Any:
        return self._asked.names


class ConstantDesk(Desk):
    """A desk that asks nobody: what is left is the adapter."""

    def __init__(self, reply: Reply, line: FixedLine) -> None:
        super().__init__(Conversation(line, MemoryRecords()), in_threads=False)
        self._reply = reply

    async def answer(self, said: Said, message: str | None = None) -> Reply | None:  # noqa: ARG002 - a `Desk`
        return self._reply


def ours_in_slack(line: Line, records: Callable[[], Records]) -> InSlack:
    """Our adapter over a line."""

    @asynccontextmanager
    async def living(server: SlackServer) -> AsyncIterator[None]:
        desk = Desk(Conversation(line, records()), in_threads=False, allowance=Allowance(UNLIMITED))
        platform = SlackPlatform(desk, Settings.from_environment(server.environment))
        await platform.start()
        try:
            yield
        finally:
            await platform.stop()
            await desk.finish()

    return living


def ours_in_discord(line: Line, records: Callable[[], Records]) -> InDiscord:
    """Our adapter over a line."""

    @asynccontextmanager
    async def living(server: DiscordServer) -> AsyncIterator[None]:
        settings = Settings(
            discord_token=SecretStr(server.token),
            discord_api_url=server.http_url,
            discord_gateway_url=server.gateway_url,
        )
        desk = Desk(Conversation(line, records()), in_threads=False, allowance=Allowance(UNLIMITED))
        platform = DiscordPlatform(desk, line, settings)
        await platform.start()
        try:
            yield
        finally:
            await platform.stop()
            await desk.finish()

    return living


def bare_bolt(reply: Reply) -> InSlack:
    """A bolt app with one command."""
    content = slack_message(reply)

    async def answer(ack: AsyncAck) -> None:
        await ack(response_type="ephemeral", unfurl_links=False, unfurl_media=False, **content)

    @asynccontextmanager
    async def living(server: SlackServer) -> AsyncIterator[None]:
        async with aiohttp.ClientSession() as session:
            client = web_client(server.bot_token, server.api_url, session)
            identity = await client.auth_test()

            async def authorize() -> AuthorizeResult:
                return AuthorizeResult.from_auth_test_response(auth_test_response=identity, bot_token=client.token)

            app = AsyncApp(
                name=QUIET.name, client=client, authorize=authorize, process_before_response=True, logger=QUIET
            )
            app.command("/capex")(answer)
            socket = AsyncSocketModeHandler(app, server.app_token, logger=QUIET)
            await socket.connect_async()  # type: ignore[no-untyped-call]
            try:
                yield
            finally:
                await socket.close_async()  # type: ignore[no-untyped-call]

    return living


def library_view(layout: Layout) -> discord.ui.LayoutView:
    """A message of texts and buttons as a view of the library's own items, which makes of them what goes out."""
    view = discord.ui.LayoutView(timeout=None)
    inside: list[discord.ui.Item[Any]] = []
    for group in filter(any, ((layout.head,), layout.body, (layout.foot,))):
        inside += [discord.ui.Separator(spacing=discord.SeparatorSpacing.small)] if inside else []
        inside += map(discord.ui.TextDisplay, group)
    view.add_item(discord.ui.Container(*inside))
    for row in layout.rows:
        view.add_item(discord.ui.ActionRow(*(discord.ui.Button(label=one.label, custom_id=one.id) for one in row)))
    view.stop()  # or the library would keep it, and a task beside it
    return view


class _BareClient(discord.AutoShardedClient):
    def __init__(self, layout: Layout) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self._layout = layout
        self._tree = app_commands.CommandTree(self)

        @self._tree.command(name="capex", description="Ask about AI spending")
        async def capex(interaction: discord.Interaction[Any], question: str = "") -> None:  # noqa: ARG001
            await interaction.response.send_message(view=self._view, ephemeral=True)

    async def setup_hook(self) -> None:
        self._view = library_view(self._layout)
        await self._tree.sync()


def bare_discord(reply: Reply) -> InDiscord:
    """A client with one command."""
    layout = discord_message(reply, sharer=1)

    @asynccontextmanager
    async def living(server: DiscordServer) -> AsyncIterator[None]:
        with pointed_at(server):
            async with _BareClient(layout) as client:
                await client.login(server.token)
                running = asyncio.create_task(client.connect())
                try:
                    yield
                finally:
                    await client.close()
                    await running

    return living
