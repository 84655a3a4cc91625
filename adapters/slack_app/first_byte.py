"""The moment before the first byte of a request: the connection stands, and nothing has been sent on it.

What has to be known before a message can have left is done then, and not before, as until then nothing is lost: names
are looked up, a line is built and encrypted, all of which takes longer than what is left.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import SimpleNamespace
from typing import Any, Final

import aiohttp

Leaving = Callable[[], Awaitable[None]]

_LEAVING: Final[ContextVar[Leaving | None]] = ContextVar("leaving", default=None)


def traced() -> aiohttp.TraceConfig:
    """What a session needs for `before_first_byte` to hold for its requests."""
    config = aiohttp.TraceConfig()
    config.on_connection_create_end.append(_connected)
    config.on_connection_reuseconn.append(_connected)
    return config


@contextmanager
def before_first_byte(act: Leaving) -> Iterator[None]:
    """Have `act` done before the first byte of each request in the block; what it raises, the request raises."""
    token = _LEAVING.set(act)
    try:
        yield
    finally:
        _LEAVING.reset(token)


async def _connected(_: aiohttp.ClientSession, __: SimpleNamespace, ___: Any) -> None:
    act = _LEAVING.get()
    if act:
        await act()
