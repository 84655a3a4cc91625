"""The registration of the commands with Discord, which happens only when they have changed.

Discord keeps commands for good and allows few registrations a day; what it was told last is kept from one start to the
next, so that a restart registers nothing.
"""

import hashlib
import json
import logging
from datetime import UTC, datetime

import discord

from adapters.discord_app.commands import Tree
from adapters.discord_app.german import German
from adapters.ledger import Ledger

_LOG = logging.getLogger("capex.discord")


async def register_if_changed(tree: Tree, ledger: Ledger) -> None:
    """Tell Discord the commands at a start; what it refuses is logged, mentions work without."""
    try:
        await register(tree, ledger)
    except discord.HTTPException as error:
        _LOG.error("the commands could not be registered", extra={"status": error.status, "code": error.code})


async def check(tree: Tree, ledger: Ledger, guild: int | None = None) -> None:
    """Look at what Discord lists; where a command is missing there, what it was told last counts for nothing."""
    listed = await tree.fetch_commands(guild=discord.Object(guild) if guild else None)
    if {command.name for command in tree.get_commands()} - {command.name for command in listed}:
        await ledger.keep(_key(tree, guild), "", datetime.now(UTC))


async def register(tree: Tree, ledger: Ledger, guild: int | None = None) -> bool:
    """Tell Discord the commands, for everywhere or one server, unless it has them; whether it was told."""
    await tree.set_translator(German())
    key, commands = _key(tree, guild), await _hash(tree)
    if await ledger.kept(key) == commands:
        return False
    where = discord.Object(guild) if guild else None
    if where:
        tree.copy_global_to(guild=where)
    await tree.sync(guild=where)
    await ledger.keep(key, commands, datetime.now(UTC))
    return True


async def take_back(tree: Tree, ledger: Ledger, guild: int) -> None:
    """Tell Discord that one server has no commands of its own."""
    where = discord.Object(guild)
    tree.clear_commands(guild=where)
    await tree.sync(guild=where)
    await ledger.keep(_key(tree, guild), "", datetime.now(UTC))


def _key(tree: Tree, guild: int | None) -> str:
    """Under which it is kept what Discord was told last."""
    return f"discord:commands:{tree.client.application_id}" + (f":{guild}" if guild else "")


async def _hash(tree: Tree) -> str:
    """The commands as one short text."""
    translator = German()
    commands = [await command.get_translated_payload(tree, translator) for command in tree.get_commands()]
    return hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()
