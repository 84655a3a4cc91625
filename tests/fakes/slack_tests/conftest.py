"""A Slack and a tiny bot in it, over each transport."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.fakes.slack import SlackServer
from tests.fakes.slack_tests.tiny_bot import TinyBot, over_http, over_sockets


@pytest_asyncio.fixture
async def slack() -> AsyncIterator[SlackServer]:
    async with SlackServer() as server:
        yield server


@pytest_asyncio.fixture(params=["sockets", "http"])
async def bot(slack: SlackServer, request: pytest.FixtureRequest) -> AsyncIterator[TinyBot]:
    """The bot in Socket Mode and in HTTP mode."""
    async with over_sockets(slack) if request.param == "sockets" else over_http(slack) as running:
        yield running


@pytest_asyncio.fixture
async def socket_bot(slack: SlackServer) -> AsyncIterator[TinyBot]:
    async with over_sockets(slack) as running:
        yield running


@pytest_asyncio.fixture
async def http_bot(slack: SlackServer) -> AsyncIterator[TinyBot]:
    async with over_http(slack) as running:
        yield running
