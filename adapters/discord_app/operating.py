"""What the owner of the application does at a terminal: tell Discord the commands, and get the links that add the bot.

Both ask Discord over HTTP alone; no gateway is opened, so that a bot that serves meanwhile is not disturbed.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, NamedTuple

import aiohttp
import discord
from discord import app_commands

from adapters.discord_app.commands import BY, WHERE, Tree, add_commands
from adapters.discord_app.doors import Interaction
from adapters.discord_app.refusals import NO_TOKEN, fault_of, servers_of
from adapters.discord_app.registering import check, register, take_back
from adapters.ledger import Ledger
from bot.settings import Settings
from knowledge.fault import Fault

PERMISSIONS: Final = discord.Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
)
"""All that the bot needs: to read where it is mentioned, and to reply to that."""


class Links(NamedTuple):
    """Where the bot is added to a server, and where somebody adds it for themselves."""

    server: str
    person: str


async def sync(settings: Settings, ledger: Ledger, guild: int | None) -> bool:
    """Tell Discord the commands if they have changed, or it lists fewer; whether it was told. Raises Fault."""
    async with _logged_in(settings) as client:
        tree = _tree_of(client)
        await check(tree, ledger, guild)
        return await register(tree, ledger, guild)


async def clear(settings: Settings, ledger: Ledger, guild: int) -> None:
    """Take back what one server alone was told; raises Fault."""
    async with _logged_in(settings) as client:
        await take_back(_tree_of(client), ledger, guild)


async def invite(settings: Settings) -> Links:
    """The links that add the bot; raises Fault."""
    async with _logged_in(settings) as client:
        application = client.application_id or 0
        server = discord.utils.oauth_url(application, permissions=PERMISSIONS, scopes=("bot", "applications.commands"))
        person = discord.utils.oauth_url(application, scopes=("applications.commands",))
        return Links(f"{server}&integration_type=0", f"{person}&integration_type=1")


def _tree_of(client: discord.Client) -> Tree:
    tree: Tree = app_commands.CommandTree(client, allowed_contexts=WHERE, allowed_installs=BY)
    add_commands(tree, _Closed(), _Silent())
    return tree


@asynccontextmanager
async def _logged_in(settings: Settings) -> AsyncIterator[discord.Client]:
    if settings.discord_token is None:
        raise Fault(NO_TOKEN)
    with servers_of(settings):
        try:
            async with discord.Client(intents=discord.Intents.none()) as client:
                await client.login(settings.discord_token.get_secret_value())
                yield client
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            fault = fault_of(error, settings.discord_api_url)
            if fault is None:
                raise
            raise fault from None


class _Closed:
    """Doors of commands that are only told and never given."""

    async def asked(self, interaction: Interaction, text: str) -> None:
        """Nobody asks here."""

    async def asked_about(self, interaction: Interaction, message: discord.Message) -> None:
        """Nobody asks here."""

    async def asked_to_check(self, interaction: Interaction, message: discord.Message) -> None:
        """Nobody asks here."""

    async def asked_to_add(self, interaction: Interaction, message: discord.Message) -> None:
        """Nobody asks here."""


class _Silent:
    """Suggestions where nobody types."""

    async def questions(self, interaction: Interaction, typed: str) -> list[str]:  # noqa: ARG002 - as in `Suggestions`
        """None."""
        return []

    names = zones = followed = questions
