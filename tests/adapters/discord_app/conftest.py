"""The genuine library, connected to the fake server, answering from the shipped base."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
import pytest_asyncio
from pydantic import SecretStr

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords, Records
from bot.settings import Settings
from tests.fakes.discord import DiscordServer


def settings_for(server: DiscordServer, token: str | None = None) -> Settings:
    return Settings(
        discord_token=SecretStr(token or server.token),
        discord_api_url=server.http_url,
        discord_gateway_url=server.gateway_url,
    )


def platform_for(
    server: DiscordServer,
    line: Line,
    records: Records | None = None,
    *,
    token: str | None = None,
    settings: Settings | None = None,
) -> DiscordPlatform:
    desk = Desk(Conversation(line, records or MemoryRecords()), in_threads=False)
    return DiscordPlatform(desk, line, settings or settings_for(server, token))


@asynccontextmanager
async def running(platform: DiscordPlatform) -> AsyncIterator[DiscordPlatform]:
    await platform.start()
    try:
        yield platform
    finally:
        await platform.stop()


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """A server without a bot yet; the test fails if anything invalid or pinging was sent."""
    async with DiscordServer() as server:
        server.mentions_ruled_out = True
        yield server
        assert not server.violations
        assert not server.integer_ids


@pytest.fixture(scope="module", autouse=True)
def _ready(shipped: Line) -> None:
    """As `capex serve` does, have the line ready before anybody asks: a first ask on a busy machine takes seconds."""
    shipped.warm()
    shipped.ask("", date(2024, 12, 1))


@pytest_asyncio.fixture
async def discord(server: DiscordServer, shipped: Line) -> AsyncIterator[DiscordServer]:
    """The server with the bot connected to it."""
    async with running(platform_for(server, shipped)):
        await server.connected()
        yield server
