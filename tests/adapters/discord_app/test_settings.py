"""Settings on Discord: a person's language, that of the client without one, and what goes with the server."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.line import Line
from bot.people import Person, Workspace
from bot.records import MemoryRecords
from tests.fakes.discord import DiscordServer

from .conftest import platform_for, running

pytestmark = pytest.mark.asyncio
WAIT = 10.0


class Watched(MemoryRecords):
    """Records that tell when a workspace is forgotten."""

    def __init__(self) -> None:
        super().__init__()
        self.forgotten = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def forget_workspace(self, workspace: Workspace, until: datetime) -> bool:
        left = super().forget_workspace(workspace, until)
        self._loop.call_soon_threadsafe(self.forgotten.set)
        return left


async def test_a_command_from_a_client_in_german_is_answered_in_german(discord: DiscordServer) -> None:
    dora = discord.add_user("Dora", locale="de")
    reply = await discord.reply(await discord.slash("capex", user=dora, options={"question": "meta"}))
    assert reply.text.startswith("### Meta · Investitionsausgaben")


async def test_a_language_that_is_set_goes_before_that_of_the_client(discord: DiscordServer) -> None:
    dora = discord.add_user("Dora", locale="de")
    await discord.reply(await discord.slash("capex", user=dora, options={"question": "settings language en"}))
    reply = await discord.reply(await discord.slash("capex", user=dora, options={"question": "meta"}))
    assert reply.text.startswith("### Meta · capital expenditure")


async def test_a_server_that_removes_the_bot_leaves_no_setting(server: DiscordServer, shipped: Line) -> None:
    records = Watched()
    person = Person(platform="discord", workspace=str(server.guild.id), user="7")
    records.prefer(person, "de", datetime.now(UTC))
    async with running(platform_for(server, shipped, records)):
        await server.connected()
        server.remove_bot()
        await asyncio.wait_for(records.forgotten.wait(), WAIT)
    assert records.preferred(person) is None
