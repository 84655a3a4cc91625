"""The commands are told to Discord when they are new to it, and by no restart in between."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import discord as library
import pytest
import pytest_asyncio
from discord import app_commands

from adapters.discord_app.commands import capex_command, register
from adapters.ledger import Ledger
from adapters.running import at_once
from bot.line import Line
from bot.records import MemoryRecords, Records, SqlRecords
from knowledge.fault import Fault
from tests.fakes.discord import DiscordServer, refusal
from tests.fakes.discord.genuine import pointed_at

from .conftest import platform_for, running

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PUT = "PUT /applications/{application_id}/commands"
Tree = app_commands.CommandTree[Any]


class _Away(MemoryRecords):
    """Records that keep nothing from one start to the next."""

    def keep(self, key: str, value: str, at: datetime) -> None:
        raise Fault(f"nothing can be written: {key} {value} {at}")

    def kept(self, key: str) -> str | None:
        raise Fault(f"nothing can be read: {key}")


async def start_and_stop(server: DiscordServer, line: Line, records: Records) -> None:
    async with running(platform_for(server, line, records)):
        await server.connected()


async def nothing(*_: Any) -> None:
    """Answers no command."""


async def no_names(*_: Any) -> list[str]:
    return []


@pytest_asyncio.fixture
async def tree(server: DiscordServer) -> AsyncIterator[Tree]:
    """The commands of a client that knows who it is."""
    with pointed_at(server):
        async with library.Client(intents=library.Intents(guilds=True)) as client:
            tree = app_commands.CommandTree(client)
            tree.add_command(capex_command(nothing, no_names))
            await client.login(server.token)
            yield tree


async def test_a_restart_with_the_same_commands_registers_nothing(
    server: DiscordServer, shipped: Line, sqlite_url: str
) -> None:
    for _ in range(2):
        await start_and_stop(server, shipped, SqlRecords(sqlite_url))
    assert len(server.commands.syncs) == 1
    assert [command["name"] for command in server.commands.of()] == ["capex"]


async def test_a_changed_command_is_registered_once(server: DiscordServer, tree: Tree, sqlite_url: str) -> None:
    await register(tree, Ledger(SqlRecords(sqlite_url), at_once))
    [command] = tree.get_commands()
    assert isinstance(command, app_commands.Command)
    command.description = "Something else"
    for _ in range(2):
        await register(tree, Ledger(SqlRecords(sqlite_url), at_once))
    assert [one["description"] for sync in server.commands.syncs for one in sync.sent] == [
        "Ask about AI spending; each figure comes with its source",
        "Something else",
    ]


async def test_another_application_on_the_same_records_registers_its_own(
    server: DiscordServer, tree: Tree, sqlite_url: str
) -> None:
    records = SqlRecords(sqlite_url)
    records.keep("discord:commands:1", "what another application registered", NOW)
    await register(tree, Ledger(records, at_once))
    assert len(server.commands.syncs) == 1
    assert records.kept("discord:commands:1") == "what another application registered"


async def test_what_discord_refused_is_told_again_at_the_next_start(server: DiscordServer, tree: Tree) -> None:
    records = MemoryRecords()
    server.fail(PUT, refusal(50001))
    await register(tree, Ledger(records, at_once))
    assert server.commands.syncs == []
    await register(tree, Ledger(records, at_once))
    assert len(server.commands.syncs) == 1


async def test_without_records_the_commands_are_registered_at_each_start(server: DiscordServer, tree: Tree) -> None:
    for _ in range(2):
        await register(tree, Ledger(_Away(), at_once))
    assert len(server.commands.syncs) == 2
