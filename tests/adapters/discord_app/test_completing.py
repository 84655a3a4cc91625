"""Names offered while typing, through the genuine library."""

import pytest

from bot.line import Line
from bot.names import Names
from knowledge.fault import Fault
from knowledge.store import Store
from tests.fakes.discord import DiscordServer

from .conftest import platform_for, running

pytestmark = pytest.mark.asyncio


class _NoNames(Line):
    def names(self) -> Names:
        raise Fault("the base is away")


async def test_a_beginning_is_completed(discord: DiscordServer) -> None:
    offered = await discord.autocomplete("capex", question="micr")
    assert {"name": "Microsoft", "value": "Microsoft"} in offered


async def test_german_clients_are_offered_german_words(discord: DiscordServer) -> None:
    offered = await discord.autocomplete("capex", question="meta inves", locale="de")
    assert "meta Investitionsausgaben" in [one["value"] for one in offered]


async def test_a_base_that_is_away_costs_the_choices_only(server: DiscordServer, shipped_store: Store) -> None:
    async with running(platform_for(server, _NoNames(shipped_store))):
        assert await server.autocomplete("capex", question="met") == []
