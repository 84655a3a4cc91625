"""The slash command, and its registration with Discord, which happens only when it has changed.

Discord keeps commands for good and allows few registrations a day; what it was told last is kept from one start to the
next, so that a restart registers nothing.
"""

import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import discord
from discord import app_commands

from adapters.ledger import Ledger

_LOG = logging.getLogger("capex.discord")

Interaction = discord.Interaction[Any]
Ask = Callable[[Interaction, str], Awaitable[None]]
Suggest = Callable[[Interaction, str], Awaitable[list[str]]]


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


async def register(tree: app_commands.CommandTree[Any], ledger: Ledger) -> None:
    """Tell Discord the commands, unless it has them; what it refuses is logged, mentions work without."""
    key, commands = f"discord:commands:{tree.client.application_id}", _hash(tree)
    if await ledger.kept(key) == commands:
        return
    try:
        await tree.sync()
    except discord.HTTPException as error:
        _LOG.error("the commands could not be registered", extra={"status": error.status, "code": error.code})
        return
    await ledger.keep(key, commands, datetime.now(UTC))


def _hash(tree: app_commands.CommandTree[Any]) -> str:
    """The commands as one short text."""
    commands = [command.to_dict(tree) for command in tree.get_commands()]
    return hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()
