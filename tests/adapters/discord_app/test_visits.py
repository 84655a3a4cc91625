"""The welcome in a new server: once, where the server has a place for it, and never where the bot has been."""

import logging
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.line import Line
from bot.records import MemoryRecords
from tests.fakes.discord import DiscordServer, refusal
from tests.fakes.discord.world import VIEW_CHANNEL

from .acting import ids, labels, told
from .conftest import platform_for, running

pytestmark = pytest.mark.asyncio
_MESSAGES = "POST /channels/{channel_id}/messages"


async def all_known(server: DiscordServer, caplog: pytest.LogCaptureFixture, processes: int = 1) -> None:
    """Wait until the library takes a server that comes for a new one, two seconds after the last that it was in."""
    await server.until(lambda: caplog.text.count("all servers are known") >= processes, "readiness", deadline=20)


@pytest_asyncio.fixture
async def ready(server: DiscordServer, shipped: Line, caplog: pytest.LogCaptureFixture) -> AsyncIterator[DiscordServer]:
    """The server with a bot that knows all servers it is in."""
    caplog.set_level(logging.INFO)
    async with running(platform_for(server, shipped)):
        await all_known(server, caplog)
        yield server


async def test_a_new_server_is_welcomed_with_questions_that_work(ready: DiscordServer) -> None:
    guild = ready.add_guild("New", welcoming=True)
    await ready.until(lambda: ready.messages, "a welcome")
    [welcome] = ready.messages
    assert welcome.channel is guild.system_channel
    assert welcome.text.startswith("### Hello, I answer questions about AI spending")
    assert len(labels(welcome)) == 3
    answer = await told(ready, await ready.click(ids(welcome)[0], message=welcome, user=ready.other_person))
    assert answer.ephemeral
    assert "US$" in answer.text


async def test_a_german_server_is_welcomed_in_german(ready: DiscordServer) -> None:
    ready.add_guild("Neu", welcoming=True, locale="de")
    await ready.until(lambda: ready.messages, "a welcome")
    assert ready.messages[0].text.startswith("### Hallo, ich beantworte Fragen zu KI-Ausgaben")


async def test_a_server_without_such_a_channel_is_not_welcomed(ready: DiscordServer) -> None:
    ready.add_guild("New")
    await ready.settled()
    assert ready.messages == []


async def test_servers_that_the_bot_is_in_already_are_not_welcomed(
    server: DiscordServer, shipped: Line, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    server.add_guild("Old", welcoming=True)
    async with running(platform_for(server, shipped)):
        await all_known(server, caplog)
        await server.settled()
    assert server.messages == []


async def test_two_processes_welcome_once(
    server: DiscordServer, shipped: Line, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    records = MemoryRecords()
    first, second = platform_for(server, shipped, records), platform_for(server, shipped, records)
    async with running(first), running(second):
        await all_known(server, caplog, 2)
        server.add_guild("New", welcoming=True)
        await server.until(lambda: server.messages, "a welcome")
        await server.settled()
    assert len(server.messages) == 1


async def test_where_the_bot_may_not_write_nothing_is_tried_again(ready: DiscordServer) -> None:
    ready.fail(_MESSAGES, refusal(50013))
    ready.add_guild("New", welcoming=True)
    await ready.called(_MESSAGES)
    await ready.settled()
    assert len([one for one in ready.exchanges if one.operation == _MESSAGES]) == 1


async def test_a_channel_that_is_known_to_be_closed_is_left_alone(ready: DiscordServer) -> None:
    guild = ready.add_guild("New", with_bot=False, welcoming=True)
    guild.channels[0].bot_permissions = VIEW_CHANNEL
    ready.add_bot(guild)
    await ready.settled()
    assert [one for one in ready.exchanges if one.operation == _MESSAGES] == []
