"""The pace of messages: each channel is a lane in which one message follows the other, none of which knows of the rest.

Slack takes about one message a second in a channel. What comes faster waits in its order, up to a bound: then a channel
is told of no more. A lane is forgotten when nobody waits in it and its pause is over.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from adapters.slack_app.patience import Patience

_LOG: Final = logging.getLogger("capex.slack")


class Crowded(Exception):
    """Too many messages wait in a channel."""


@dataclass(slots=True)
class _Lane:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    inside: int = 0
    overflowed: bool = False


class Lanes:
    """The lanes of one workspace's channels."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._lanes: dict[str, _Lane] = {}
        self._hurried = asyncio.Event()

    @asynccontextmanager
    async def turn(self, channel: str) -> AsyncIterator[None]:
        """One's turn in a channel, which ends with the block; raises Crowded where too many wait before."""
        lane = self._enter(channel)
        try:
            async with lane.turn:
                await self._wait(lane.free_at - self._patience.now())
                lane.free_at = self._patience.now() + self._patience.pace
                yield
        finally:
            self._leave(lane)

    def hurry(self) -> None:
        """Pause no more, for the bot is to end: Slack lets short bursts pass, and says so where it does not."""
        self._hurried.set()

    @property
    def known(self) -> int:
        """How many lanes there are."""
        return len(self._lanes)

    def _enter(self, channel: str) -> _Lane:
        lane = self._lanes.pop(channel, None) or _Lane()
        self._lanes[channel] = lane  # at the end, as the ones that are over are looked for at the front
        if lane.inside > self._patience.most_waiting:
            if not lane.overflowed:
                waiting = self._patience.most_waiting
                _LOG.warning("too many messages wait in a channel", extra={"channel": channel, "waiting": waiting})
            lane.overflowed = True
            raise Crowded
        lane.inside += 1
        self._forget()
        return lane

    def _leave(self, lane: _Lane) -> None:
        lane.inside -= 1
        if not lane.inside:
            lane.overflowed = False

    def _forget(self) -> None:
        now = self._patience.now()
        while self._lanes:
            oldest = next(iter(self._lanes))
            if self._lanes[oldest].inside or self._lanes[oldest].free_at > now:
                return
            del self._lanes[oldest]

    async def _wait(self, seconds: float) -> None:
        if seconds <= 0 or self._hurried.is_set():
            return
        over = asyncio.ensure_future(self._patience.pause(seconds))
        hurried = asyncio.create_task(self._hurried.wait())
        try:
            await asyncio.wait((over, hurried), return_when=asyncio.FIRST_COMPLETED)
        finally:
            over.cancel()
            hurried.cancel()
