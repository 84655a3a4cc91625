"""A server without a bot, and one that the small bot is connected to with its commands synced."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.fakes.discord import DiscordServer
from tests.fakes.test_discord.tiny_bot import TinyBot, running


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as started:
        yield started


@pytest_asyncio.fixture
async def bot(server: DiscordServer) -> AsyncIterator[TinyBot]:
    async with running(server, sync=True) as connected:
        yield connected
