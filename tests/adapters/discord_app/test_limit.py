"""On Discord too a person is told once that it was too much; what they go on asking is closed without a word."""

import pytest

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from bot.allowance import Allowance
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords
from tests.fakes.discord import DiscordServer

from .conftest import running, settings_for

pytestmark = pytest.mark.asyncio
TOO_MUCH = "I answer 1 questions a minute for each person"


def limited(server: DiscordServer, line: Line) -> DiscordPlatform:
    desk = Desk(Conversation(line, MemoryRecords()), in_threads=False, allowance=Allowance(1))
    return DiscordPlatform(desk, line, settings_for(server))


async def test_all_doors_count_together_and_the_sentence_is_said_once(server: DiscordServer, shipped: Line) -> None:
    async with running(limited(server, shipped)):
        await server.connected()
        await server.reply(await server.slash("capex", question="samsung capex"))
        told = await server.reply(await server.mention("meta"))
        silent = [await server.mention("meta"), await server.direct_message("meta")]
        await server.settled()
    assert TOO_MUCH in told.text
    assert [one.replies for one in silent] == [[], []]


async def test_a_command_that_is_too_much_is_closed_without_a_word(server: DiscordServer, shipped: Line) -> None:
    async with running(limited(server, shipped)):
        await server.connected()
        for _ in range(2):
            await server.reply(await server.slash("capex", question="meta"))
        silent = await server.acknowledged(await server.slash("capex", question="meta"))
        await server.settled()
    assert [one for one in silent.replies if not one.deleted] == []


async def test_a_click_that_is_too_much_changes_nothing(server: DiscordServer, shipped: Line) -> None:
    async with running(limited(server, shipped)):
        await server.connected()
        asked = await server.reply(await server.slash("capex", question="samsung capex"))
        await server.reply(await server.slash("capex", question="meta"))
        click = await server.acknowledged(await server.click("ask:en:Meta capital expenditure", message=asked))
        await server.settled()
    assert click.replies == []
    assert len(asked.versions) == 1
