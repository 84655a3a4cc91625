"""Identifiers that look like Slack's and never repeat, so that code which parses or sorts them meets their shape.

Teams, people and channels differ between servers of one process too, as they do between any two workspaces.
"""

import itertools
import re

from .timing import Clock

_NAMES = itertools.count(1)
TIMESTAMP = re.compile(r"\d{10}\.\d{6}")


class Ids:
    """A source of identifiers; timestamps of messages grow strictly."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._count = itertools.count(1)

    def new(self, prefix: str) -> str:
        """An identifier such as `U070000001A`."""
        return f"{prefix}07{next(_NAMES):08X}"

    def ts(self) -> str:
        """The timestamp that names a message."""
        return f"{int(self._clock.now())}.{next(self._count):06d}"

    def trigger(self) -> str:
        """A trigger id in its three parts."""
        count = next(self._count)
        return f"{count:013d}.{count * 7:012d}.{count:032x}"

    def token(self, kind: str) -> str:
        """A token of a kind (`xoxb`, `xapp-1`), of no use anywhere else."""
        return f"{kind}-fake-{next(self._count):012d}"

    def envelope(self) -> str:
        """An envelope id, a UUID in form."""
        return f"00000000-0000-4000-8000-{next(self._count):012x}"
