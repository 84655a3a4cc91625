"""The bot connected to a fake of Slack, by each way that Slack can reach it, with time that costs the tests none."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace

from adapters.desk import Desk
from adapters.slack_app import SlackPlatform
from adapters.slack_app.patience import Patience
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords
from bot.settings import Settings
from tests.fakes.slack import SlackServer

Wire = Callable[[SlackServer, Line, Patience], AbstractAsyncContextManager[SlackPlatform]]


class Hourglass:
    """Time of the bot's, which passes when it pauses; what it paused for is kept."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self._time = 0.0

    def now(self) -> float:
        return self._time

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self._time += seconds
        await asyncio.sleep(0)

    @property
    def patience(self) -> Patience:
        """The usual bounds in this time, but that a try which Slack does not answer is soon given up."""
        return replace(Patience(), each_try=1.0, now=self.now, pause=self.pause)


@asynccontextmanager
async def over_sockets(slack: SlackServer, line: Line, patience: Patience) -> AsyncIterator[SlackPlatform]:
    """Socket Mode."""
    desk = Desk(Conversation(line, MemoryRecords()), in_threads=False)
    platform = SlackPlatform(desk, Settings.from_environment(slack.environment), patience=patience)
    await platform.start()
    try:
        await slack.connected()
        yield platform
    finally:
        await platform.stop()
        await desk.finish()


WIRES: Mapping[str, Wire] = {"sockets": over_sockets}
