"""Channels in which Discord does not let the bot write: told once to the log, and then left alone for an hour.

Many refused calls get an address banned, so that nothing is tried where it is known to be refused. A change of the
server's channels or roles may have opened them, and they are tried again.
"""

import logging
import time
from collections.abc import Callable
from typing import Final

_LOG: Final = logging.getLogger("capex.discord")
_CLOSED_FOR: Final = 3600.0
_MOST: Final = 10_000


class Closed:
    """The channels that were found closed, by server."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._until: dict[tuple[int | None, int], float] = {}

    def __contains__(self, place: tuple[int | None, int]) -> bool:
        return self._until.get(place, 0) > self._now()

    def note(self, place: tuple[int | None, int], code: int) -> None:
        """A channel of a server has refused a message."""
        server, channel = place
        _LOG.warning(
            "Discord does not let the bot write in a channel: give it View Channel, Send Messages, Send Messages in "
            "Threads and Read Message History there",
            extra={"server": server, "channel": channel, "code": code},
        )
        if len(self._until) >= _MOST:
            self._until.clear()
        self._until[place] = self._now() + _CLOSED_FOR

    def open(self, server: int) -> None:
        """What was refused in a server may be allowed now."""
        self._until = {place: until for place, until in self._until.items() if place[0] != server}
