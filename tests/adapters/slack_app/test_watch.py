"""A connection that brings nothing any more is replaced, one that merely has nothing to bring is kept."""

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from adapters.desk import Desk
from adapters.slack_app import SlackPlatform
from adapters.slack_app.connection import Connection
from adapters.slack_app.under_way import UnderWay
from adapters.slack_app.watch import PATIENCE, Watch
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords
from bot.settings import Settings
from tests.adapters.slack_app.test_answers import GUIDANCE, only_reply
from tests.fakes.slack import SlackServer
from tests.fakes.slack_tests.tiny_bot import TinyBot

pytestmark = pytest.mark.asyncio


class Hands:
    """Time that passes when the test says so: the watch looks once at each advance, which waits for that look."""

    def __init__(self) -> None:
        self._time = 0.0
        self._looking = asyncio.Event()
        self._paused = asyncio.Event()

    def now(self) -> float:
        return self._time

    async def pause(self, seconds: float) -> None:
        assert seconds < PATIENCE
        self._looking.clear()
        self._paused.set()
        await self._looking.wait()

    async def advance(self, seconds: float) -> None:
        await self._paused.wait()
        self._paused.clear()
        self._time += seconds
        self._looking.set()
        await self._paused.wait()


def platform_in(slack: SlackServer, line: Line, hands: Hands) -> SlackPlatform:
    desk = Desk(Conversation(line, MemoryRecords()), in_threads=False)
    return SlackPlatform(desk, Settings.from_environment(slack.environment), hands.now, hands.pause)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest_asyncio.fixture
async def watched(slack: SlackServer, shipped: Line, hands: Hands) -> AsyncIterator[SlackServer]:
    """A Slack with a bot whose watch has looked once, after Slack's first ping."""
    platform = platform_in(slack, shipped, hands)
    await platform.start()
    await slack.connected()
    await slack.sockets.ping()
    await hands.advance(1)
    yield slack
    await platform.stop()


def replaced(caplog: pytest.LogCaptureFixture) -> list[tuple[str, int]]:
    """Why connections were replaced, and after how many seconds."""
    logged = [record for record in caplog.records if record.getMessage() == "the connection is replaced"]
    return [(vars(record)["reason"], vars(record)["seconds"]) for record in logged]


async def test_a_silent_connection_is_replaced_and_the_bot_answers_again(
    watched: SlackServer, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    [silent] = watched.sockets.open
    silent.silent = True
    lost = await watched.mention("meta")
    await hands.advance(PATIENCE - 1)
    assert (watched.sockets.ever, lost.acks) == (1, [])
    await hands.advance(1)
    await watched.connected(ever=2)
    await watched.world.changes.until(lambda: silent not in watched.sockets.open, watched.seen)
    assert GUIDANCE in (await only_reply(watched, await watched.mention("meta"))).text
    await watched.redeliver(lost)
    assert GUIDANCE in (await only_reply(watched, lost)).text
    assert replaced(caplog) == [("silent", 120)]


async def test_a_quiet_workspace_keeps_its_connection_as_long_as_slack_pings(
    watched: SlackServer, hands: Hands
) -> None:
    for _ in range(5):
        await watched.sockets.ping()
        await hands.advance(PATIENCE - 1)
    assert watched.sockets.ever == 1


async def test_a_server_that_never_pings_is_not_taken_for_silent(
    slack: SlackServer, shipped: Line, hands: Hands
) -> None:
    platform = platform_in(slack, shipped, hands)
    await platform.start()
    for _ in range(3):
        await hands.advance(PATIENCE)
    assert slack.sockets.ever == 1
    await platform.stop()


async def test_messages_are_signs_of_life_as_well(watched: SlackServer, hands: Hands) -> None:
    for _ in range(3):
        await only_reply(watched, await watched.mention("meta"))
        await hands.advance(PATIENCE - 1)
    assert watched.sockets.ever == 1


async def test_a_connection_that_breaks_and_is_not_made_again_is_replaced(
    watched: SlackServer, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    watched.sockets.fail()
    await watched.sockets.disconnect()
    await watched.world.changes.until(lambda: not watched.sockets.open and not watched.sockets.failing, watched.seen)
    await hands.advance(1)
    await hands.advance(PATIENCE)
    assert len(watched.sockets.open) == 1
    assert GUIDANCE in (await only_reply(watched, await watched.mention("meta"))).text
    assert replaced(caplog) == [("disconnected", 120)]


async def test_the_replaced_connection_is_watched_in_its_turn(
    watched: SlackServer, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    for count in (2, 3):
        for one in watched.sockets.open:
            one.silent = True
        await hands.advance(PATIENCE)
        await watched.connected(ever=count)
        await watched.sockets.ping()
        await hands.advance(1)
    assert replaced(caplog) == [("silent", 120), ("silent", 120)]


async def test_a_replacement_that_fails_leaves_the_connection_and_is_tried_again(
    slack: SlackServer, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    connection = Connection(TinyBot(slack).app, slack.app_token, UnderWay())
    await connection.open(within=5)
    watching = asyncio.create_task(Watch(connection, 0.1, hands.now, hands.pause).run())
    await slack.sockets.ping()
    await hands.advance(1)
    [silent] = slack.sockets.open
    silent.silent = True
    slack.sockets.fail()
    await hands.advance(PATIENCE)
    assert (slack.sockets.open, slack.sockets.ever) == ([silent], 1)
    assert "TimeoutError" in [vars(record).get("error") for record in caplog.records]
    await hands.advance(PATIENCE)
    await slack.connected(ever=2)
    watching.cancel()
    await connection.close()


async def test_stopping_ends_the_watch_and_every_connection(
    slack: SlackServer, shipped: Line, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    platform = platform_in(slack, shipped, hands)
    await platform.start()
    await slack.connected()
    await platform.stop()
    await slack.quiet()
    assert slack.sockets.open == []
    assert not [record for record in caplog.records if "watch" in record.getMessage()]


async def test_an_app_token_that_slack_takes_no_more_is_the_end(
    slack: SlackServer, shipped: Line, hands: Hands
) -> None:
    platform = platform_in(slack, shipped, hands)
    await platform.start()
    await slack.sockets.ping()
    await hands.advance(1)
    slack.sockets.open[0].silent = True
    slack.tokens.end(slack.app_token)
    await hands.advance(PATIENCE)
    fault = await platform.lost()
    await platform.stop()
    assert str(fault).startswith("Slack has ended the bot's access (token_revoked)")
