"""The bot, connected by the genuine SDK to a fake of Slack."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.line import Line
from bot.records import MemoryRecords
from tests.adapters.slack_app.acting import started
from tests.adapters.slack_app.over_http import over_http
from tests.fakes.slack import SlackServer


@pytest_asyncio.fixture
async def slack() -> AsyncIterator[SlackServer]:
    """A Slack to which nobody is connected; at the end the bot has broken none of its rules."""
    async with SlackServer() as server:
        yield server
        assert [str(violation) for violation in server.violations] == []


@pytest_asyncio.fixture
async def connected(slack: SlackServer, shipped: Line) -> AsyncIterator[SlackServer]:
    """A Slack with a bot over the shipped base."""
    platform, desk = await started(slack, shipped, MemoryRecords())
    yield slack
    await platform.stop()
    await desk.finish()


@pytest_asyncio.fixture
async def signed(slack: SlackServer, shipped: Line) -> AsyncIterator[SlackServer]:
    """A Slack that reaches a bot over the shipped base by signed requests."""
    async with over_http(slack, shipped):
        yield slack


@pytest.fixture
def records() -> MemoryRecords:
    """What the bot of `bot` remembers."""
    return MemoryRecords()


@pytest_asyncio.fixture
async def bot(slack: SlackServer, shipped: Line, records: MemoryRecords) -> AsyncIterator[SlackServer]:
    """A Slack with a bot over the shipped base, whose records a test can look at."""
    platform, desk = await started(slack, shipped, records)
    yield slack
    await platform.stop()
    await desk.finish()
