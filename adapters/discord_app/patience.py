"""Discord waits three seconds for an answer; what takes longer than one and a half is acknowledged first.

Nearly all is answered long before, so that to wait must cost next to nothing: there is one clock for all that is worked
on, which ticks only while something is, and what has seen three ticks is acknowledged.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final, TypeVar

_TICK: Final = 0.5
"""Seconds."""
_TICKS: Final = 3
"""As what is worked on comes between two ticks, it is acknowledged after one second to one and a half."""

Acknowledge = Callable[[], Coroutine[Any, Any, object]]
T = TypeVar("T")


class Patience:
    """Watches over what is worked on."""

    def __init__(self) -> None:
        self._waiting: deque[dict[object, Acknowledge]] = deque({} for _ in range(_TICKS))
        self._begun: dict[object, asyncio.Task[object]] = {}
        self._clock: asyncio.TimerHandle | None = None

    async def in_time(self, work: Awaitable[T], acknowledge: Acknowledge) -> T:
        """What the work gives; the interaction is acknowledged meanwhile where it takes long."""
        if self._clock is None:
            self._clock = asyncio.get_running_loop().call_later(_TICK, self._tick)
        one, youngest = object(), self._waiting[0]
        youngest[one] = acknowledge
        try:
            return await work
        finally:
            del youngest[one]
            begun = self._begun.pop(one, None)
            if begun:
                await begun

    def _tick(self) -> None:
        """Acknowledge what has waited long enough, and let everything else grow older."""
        loop = asyncio.get_running_loop()
        for one, acknowledge in self._waiting.pop().items():
            self._begun[one] = loop.create_task(acknowledge())
        self._waiting.appendleft({})
        self._clock = loop.call_later(_TICK, self._tick) if any(self._waiting) else None
