"""The slash command, and its registration with Discord, which happens only when it has changed."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands

_LOG = logging.getLogger("capex.discord")

Interaction = discord.Interaction[Any]
Ask = Callable[[Interaction, str], Awaitable[None]]
Suggest = Callable[[Interaction, str], Awaitable[list[str]]]


class Sync:
    """Remembers, for as long as the process runs, which commands were registered."""

    def __init__(self) -> None:
        self._known: str | None = None

    def last(self) -> str | None:
        """The hash of the commands that Discord has; None if that is not known."""
        return self._known

    def done(self, commands: str) -> None:
        """Keep the hash of the commands that Discord has now."""
        self._known = commands


def capex_command(ask: Ask, suggest: Suggest) -> app_commands.Command[Any, ..., None]:
    """`/capex question:`; without a question it gives help."""

    @app_commands.command(name="capex", description="Ask about AI spending; each figure comes with its source")
    @app_commands.describe(question="A company, a metric, a period: meta capex 2024")
    async def capex(interaction: Interaction, question: str = "") -> None:
        await ask(interaction, question)

    @capex.autocomplete("question")
    async def complete(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=one, value=one) for one in await suggest(interaction, typed)]

    return capex


async def register(
    tree: app_commands.CommandTree[Any], last_sync: Callable[[], str | None], synced: Callable[[str], None]
) -> None:
    """Tell Discord the commands, unless it has them; what it refuses is logged, mentions work without."""
    now = _hash(tree)
    if await asyncio.to_thread(last_sync) == now:
        return
    try:
        await tree.sync()
    except discord.HTTPException as error:
        _LOG.error("the commands could not be registered", extra={"status": error.status, "code": error.code})
        return
    await asyncio.to_thread(synced, now)


def _hash(tree: app_commands.CommandTree[Any]) -> str:
    """The commands of one application, as one short text."""
    commands = [command.to_dict(tree) for command in tree.get_commands()]
    document = json.dumps([tree.client.application_id, commands], sort_keys=True)
    return hashlib.sha256(document.encode()).hexdigest()
