"""How work that may wait is done: at once where it waits for a file of this machine, in a thread where for a server.

A thread costs more than what a file takes, as it contends with the loop for the interpreter.
"""

import asyncio
from collections.abc import Callable
from typing import Protocol, TypeVar

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
