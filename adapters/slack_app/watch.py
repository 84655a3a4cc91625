"""A watch over the connection to Slack, which can stay open and be deaf without the SDK noticing.

The SDK asks Slack for signs of life and believes every answer. It misses two cases. A connection may answer its pings
and bring nothing any more; Slack also pings of itself, and when that stops Slack has forgotten the connection. And an
address for a connection is good for one try, but where that try fails the SDK goes on with the same one for ever.
In both the connection shows no new sign of life for a while, and is replaced. Where Slack, or a server in its place,
never pings, silence says nothing and is left alone. Where Slack refuses another connection for good, the bot hears no
more of its workspace, which is told to its standing.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Final

from adapters.slack_app.connection import Connection, Life
from adapters.slack_app.refusals import TROUBLES, code_of, course_of
from adapters.slack_app.standing import Standing

_LOG: Final = logging.getLogger("capex.slack")
_LOOK_EVERY: Final = 10.0
PATIENCE: Final = 120.0
"""Seconds; Slack's own pings were seen thirty seconds apart, and it may miss some."""


class Watch:
    """Looks at a connection from time to time."""

    def __init__(
        self,
        connection: Connection,
        connect_within: float,
        now: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        standing: Standing | None = None,
    ) -> None:
        """A new connection has `connect_within` seconds to stand; time is read and passes by `now` and `pause`."""
        self._connection = connection
        self._connect_within = connect_within
        self._now, self._pause = now, pause
        self._standing = standing or Standing()
        self._life: Life | None = None
        self._since = now()

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            await self._pause(_LOOK_EVERY)
            await self._look()

    async def _look(self) -> None:
        life = await self._connection.life()
        silence_says_nothing = life.connected and not life.pinged
        if life != self._life or silence_says_nothing:
            self._life, self._since = life, self._now()
        elif self._now() - self._since >= PATIENCE:
            await self._replace(life)

    async def _replace(self, life: Life) -> None:
        seconds = round(self._now() - self._since)
        reason = "silent" if life.connected else "disconnected"
        _LOG.warning("the connection is replaced", extra={"reason": reason, "seconds": seconds})
        self._since = self._now()
        try:
            await self._connection.open(self._connect_within)
        except (*TROUBLES, OSError) as error:
            told = {"error": type(error).__name__, "code": code_of(error)}
            _LOG.warning("the connection could not be replaced", extra=told)
            if course_of(error) == "never again":
                self._standing.end(code_of(error))
