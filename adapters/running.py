"""How work that may wait is done: at once where it waits for a file of this machine, in a thread where for a server.

A thread costs more than what a file takes, as it contends with the loop for the interpreter.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Running(Protocol):
    """Does work; see `at_once` and `in_thread`."""

    async def __call__(self, act: Callable[[], T], /) -> T:
        """What `act` gives; raises what it raises."""


async def at_once(act: Callable[[], T], /) -> T:
    """What `act` gives, worked out before anything else is done."""
    return act()


async def in_thread(act: Callable[[], T], /) -> T:
    """What `act` gives, while other things are done."""
    return await asyncio.to_thread(act)


Seen = Callable[[], Awaitable[bool]]
"""Whether something is seen for the first time."""


class Answering(Protocol):
    """Works out what is for the first time only; see `one_by_one` and `side_by_side`."""

    async def __call__(self, seen: Seen, work: Callable[[], Coroutine[Any, Any, T]], /) -> T | None:
        """What `work` gives; None where it was seen before."""


async def one_by_one(seen: Seen, work: Callable[[], Coroutine[Any, Any, T]], /) -> T | None:
    """Look first: where neither waits for anything, both at once would cost more than either."""
    return await work() if await seen() else None


async def side_by_side(seen: Seen, work: Callable[[], Coroutine[Any, Any, T]], /) -> T | None:
    """Both at once, where each is done in a thread: what is worked out for nothing is thrown away unsaid."""
    working = asyncio.create_task(work())
    if await seen():
        return await working
    working.cancel()
    return None
