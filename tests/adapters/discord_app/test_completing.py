"""Names offered while typing, through the genuine library; and the commands' registration."""

import pytest

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from bot.conversation import Conversation
from bot.line import Line
from bot.names import Names
from bot.records import MemoryRecords
from knowledge.store import Store
from tests.fakes.discord import DiscordServer

from .conftest import platform_for, running, settings_for

pytestmark = pytest.mark.asyncio


class _NoNames(Line):
    def names(self) -> Names:
        raise RuntimeError("the names are broken")


async def test_a_beginning_is_completed(discord: DiscordServer) -> None:
    offered = await discord.autocomplete("capex", question="micr")
    assert {"name": "Microsoft", "value": "Microsoft"} in offered


async def test_german_clients_are_offered_german_words(discord: DiscordServer) -> None:
    offered = await discord.autocomplete("capex", question="meta inves", locale="de")
    assert "meta Investitionsausgaben" in [one["value"] for one in offered]


async def test_broken_names_cost_the_choices_only(server: DiscordServer, shipped_store: Store) -> None:
    async with running(platform_for(server, _NoNames(shipped_store))):
        assert await server.autocomplete("capex", question="met") == []


async def test_the_command_is_registered_once_and_not_again_while_it_is_the_same(
    server: DiscordServer, shipped: Line
) -> None:
    kept: list[str] = []
    for _ in range(2):
        desk = Desk(Conversation(shipped, MemoryRecords()), in_threads=False)
        platform = DiscordPlatform(
            desk, shipped, settings_for(server), last_sync=lambda: kept[-1] if kept else None, synced=kept.append
        )
        async with running(platform):
            await server.connected()
    assert len(server.commands.syncs) == 1
    assert [command["name"] for command in server.commands.of()] == ["capex"]
