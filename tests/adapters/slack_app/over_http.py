"""A bot that Slack's fake reaches by signed requests, at whichever port was free."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from adapters.desk import Desk
from adapters.slack_app import SlackPlatform
from adapters.slack_app.http_server import EVENTS
from adapters.slack_app.patience import Patience
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords, Records
from bot.settings import Settings
from tests.fakes.slack import SlackServer

ANY_PORT = {"CAPEX_HTTP_PORT": "0"}


def replica(
    slack: SlackServer, line: Line, records: Records | None = None, settings: Mapping[str, str] | None = None
) -> SlackPlatform:
    """A bot behind signed HTTP; several with the same records are replicas of each other."""
    environment = {**(settings or slack.http_environment), **ANY_PORT}
    conversation = Conversation(line, MemoryRecords() if records is None else records)
    at_once = Patience(pace=0)  # the pace of a channel has tests of its own
    return SlackPlatform(Desk(conversation, in_threads=False), Settings.from_environment(environment), patience=at_once)


def address(platform: SlackPlatform, path: str = EVENTS) -> str:
    """Where a started bot listens."""
    return f"http://127.0.0.1:{platform.port}{path}"


@asynccontextmanager
async def over_http(
    slack: SlackServer, line: Line, records: Records | None = None, settings: Mapping[str, str] | None = None
) -> AsyncIterator[SlackPlatform]:
    """A bot that is started, and that Slack sends its requests to."""
    platform = replica(slack, line, records, settings)
    await platform.start()
    slack.use_http(address(platform))
    yield platform
    await platform.stop()
