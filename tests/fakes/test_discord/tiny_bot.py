"""A small bot on the genuine library: one of each thing that a bot does, with constant answers."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Self

import aiohttp
import discord
from discord import app_commands, ui

from tests.fakes.discord import DiscordServer
from tests.fakes.discord.genuine import pointed_at

COMPANIES = ("Meta", "Mercedes", "Microsoft")


class Sheet(ui.LayoutView):
    """A Components V2 message with a button and a select."""

    def __init__(self, *texts: str) -> None:
        super().__init__(timeout=None)
        self.add_item(ui.Container(*(ui.TextDisplay[Any](text) for text in texts), accent_colour=0x336699))
        self.add_item(ui.Separator[Any]())
        self.add_item(ui.ActionRow(More("meta")))
        choices = [discord.SelectOption(label=name, value=name) for name in COMPANIES]
        self.add_item(ui.ActionRow(ui.Select[Any](custom_id="compare", placeholder="Compare with", options=choices)))


class More(ui.DynamicItem[ui.Button[Any]], template=r"more:(?P<name>\w+)"):
    """A button that outlives the process."""

    def __init__(self, name: str) -> None:
        super().__init__(ui.Button(label="More", custom_id=f"more:{name}"))
        self.name = name

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, __: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls(match["name"])

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=Sheet(f"More of {self.name}"))


class Wrong(ui.Modal, title="Wrong figure?"):
    reason: ui.TextInput[Any] = ui.TextInput(label="What is wrong?", custom_id="reason", max_length=200)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"Noted: {self.reason.value}", ephemeral=True)


@dataclass
class Wishes:
    """What a test wants of the bot's next answers."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)
    sheet: tuple[str, ...] = ("**Meta** 70 bn",)
    faults: list[Exception] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    edits: list[str] = field(default_factory=list)


class TinyBot(discord.AutoShardedClient):
    def __init__(self, intents: discord.Intents | None = None, **options: Any) -> None:
        least = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        none = discord.AllowedMentions.none()
        super().__init__(intents=intents or least, allowed_mentions=none, guild_ready_timeout=0.05, **options)
        self.wishes = Wishes()
        self.tree = app_commands.CommandTree(self)
        self.add_dynamic_items(More)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Shards need not wait for one another here."""

    async def on_message(self, message: discord.Message) -> None:
        if message.author.bot:
            return
        self.wishes.heard.append(message.content)
        if self.user in message.mentions or message.guild is None:
            try:
                await message.reply(f"You said: {message.content}")
            except (discord.HTTPException, aiohttp.ClientError) as error:
                self.wishes.faults.append(error)

    async def on_message_edit(self, _: discord.Message, after: discord.Message) -> None:
        self.wishes.edits.append(after.content)


def add_commands(bot: TinyBot) -> None:
    """The commands; `wishes` of the bot decide what goes wrong."""
    wishes = bot.wishes

    @bot.tree.command(description="Ask for a figure")
    @app_commands.describe(question="What you want to know")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.allowed_installs(guilds=True, users=True)
    async def capex(interaction: discord.Interaction, question: str) -> None:
        locale = str(interaction.locale)
        await interaction.response.send_message(f"{question}: 70 bn ({locale})", ephemeral=True)

    @capex.autocomplete("question")
    async def complete(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=one, value=one) for one in COMPANIES if one.lower().startswith(current)]

    @bot.tree.command(description="A long answer")
    async def sheet(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        try:
            await interaction.edit_original_response(view=Sheet(*wishes.sheet))
        except discord.HTTPException as error:
            wishes.faults.append(error)


def add_slow_commands(bot: TinyBot) -> None:
    """Answers that come late, twice, or are too long."""
    wishes = bot.wishes

    @bot.tree.command(description="An answer that comes when the test says so")
    async def late(interaction: discord.Interaction, twice: str = "") -> None:
        await wishes.gate.wait()
        try:
            await interaction.response.send_message("at last")
            if twice:
                await bot.http.request(answer_route(interaction), json={"type": 4, "data": {"content": "again"}})
        except discord.HTTPException as error:
            wishes.faults.append(error)

    @bot.tree.command(description="Words after words")
    async def words(interaction: discord.Interaction, length: int) -> None:
        await interaction.response.defer(ephemeral=True)
        wishes.gate.set()
        try:
            await interaction.followup.send("x" * length)
            picture = discord.File(BytesIO(b"not really a picture"), "chart.png", description="A chart")
            await interaction.followup.send("with a picture", file=picture)
        except discord.HTTPException as error:
            wishes.faults.append(error)


def add_menus(bot: TinyBot) -> None:
    """A modal, a message menu and a group."""

    @bot.tree.command(description="Say that a figure is wrong")
    async def wrong(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Wrong())

    @bot.tree.context_menu(name="Ask about this")
    async def about(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"About: {message.content}", ephemeral=True)

    group = app_commands.Group(name="figures", description="More of the figures")

    @group.command(description="All sources")
    async def sources(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("five articles")

    bot.tree.add_command(group)


def answer_route(interaction: discord.Interaction) -> discord.http.Route:
    path = "/interactions/{webhook_id}/{webhook_token}/callback"
    return discord.http.Route("POST", path, webhook_id=interaction.id, webhook_token=interaction.token)


@asynccontextmanager
async def running(server: DiscordServer, *, sync: bool = False, **options: Any) -> AsyncIterator[TinyBot]:
    """The bot, connected to the server, its commands synced if wanted."""
    with pointed_at(server):
        bot = TinyBot(**options)
        for add in (add_commands, add_slow_commands, add_menus):
            add(bot)
        async with bot:
            task = asyncio.create_task(bot.start(server.token))
            try:
                await server.connected()
                if sync:
                    await bot.tree.sync()
                yield bot
            finally:
                await bot.close()
                await asyncio.wait([task])
