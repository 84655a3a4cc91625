"""Time that a test can push forward, and waiting for something to happen instead of sleeping.

Whatever changes in the fake is told once; who waits looks again and says at the deadline what was seen instead.
"""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 5.0

T = TypeVar("T")


class Clock:
    """The wall clock, never running backwards, and what a test added to it."""

    def __init__(self) -> None:
        self._ahead = time.time() - time.monotonic()

    def now(self) -> float:
        """Seconds since the epoch."""
        return time.monotonic() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let time pass for the fake; the bot's own clock stays."""
        self._ahead += seconds


class Changes:
    """News that something changed, for all who wait."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def tell(self) -> None:
        """Something changed."""
        told, self._next = self._next, asyncio.Event()
        told.set()

    async def until(self, look: Callable[[], T], seen: Callable[[], str], within: float = PATIENCE) -> T:
        """What `look` finds as soon as it is truthy; a failure with what was seen if that takes too long."""
        try:
            async with asyncio.timeout(within):
                while not (found := look()):
                    await self._next.wait()
                return found
        except TimeoutError:
            raise AssertionError(f"Not within {within} s. Seen:\n{seen()}") from None

    async def quiet(self, during: float) -> None:
        """Return when nothing at all changed for a while: absence can be shown in no other way."""
        while True:
            try:
                async with asyncio.timeout(during):
                    await self._next.wait()
            except TimeoutError:
                return
