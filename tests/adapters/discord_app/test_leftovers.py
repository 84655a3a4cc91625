"""A reply leaves no task behind that would wait for a click on it."""

import asyncio

import pytest

from bot.line import Line
from tests.fakes.discord import DiscordServer

from .conftest import platform_for, running

pytestmark = pytest.mark.asyncio


async def test_no_task_is_left_of_replies_with_and_without_buttons(server: DiscordServer, shipped: Line) -> None:
    async with running(platform_for(server, shipped)):
        await server.connected()
        await _ask_all(server)
        before = len(asyncio.all_tasks())
        for _ in range(3):
            await _ask_all(server)
        assert len(asyncio.all_tasks()) <= before


async def test_the_buttons_of_a_reply_work_although_nothing_waits_for_them(discord: DiscordServer) -> None:
    asked = await discord.reply(await discord.mention("samsung capex"))
    reply = await discord.reply(await discord.click("ask:en:Meta capital expenditure", message=asked))
    assert "US$35–40 bn" in reply.text


async def _ask_all(server: DiscordServer) -> None:
    """An answer and choices, each in private and for everybody."""
    for question in ("meta", "samsung capex"):
        await server.reply(await server.slash("capex", question=question))
        await server.reply(await server.mention(question))
    await server.settled()
