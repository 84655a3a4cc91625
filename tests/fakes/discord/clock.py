"""Time as the server sees it: the real clock, which a test may push forward.

Tokens die after fifteen minutes and an interaction after three seconds. A test that waited for either would be slow,
so the server asks this clock only. It starts at the real time because ids carry their time and the library compares
them with its own clock.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass
class Clock:
    """Seconds since 1970; `advance` moves it forward and it keeps running."""

    ahead: float = 0.0

    def now(self) -> float:
        return time.time() + self.ahead

    def advance(self, seconds: float) -> None:
        self.ahead += seconds


def timestamp(seconds: float) -> str:
    """A moment as the platform writes it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat()
