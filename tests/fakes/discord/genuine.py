"""Pointing the genuine library at the server, in this process; import this before anything of `discord`."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import yarl

from tests.fakes.discord.server import DiscordServer

with warnings.catch_warnings():
    # The library asks for `audioop`, which Python 3.11 and 3.12 call deprecated: an error under this project's filters.
    warnings.simplefilter("ignore", DeprecationWarning)
    from discord.gateway import DiscordWebSocket
    from discord.http import Route


@contextmanager
def pointed_at(server: DiscordServer) -> Iterator[None]:
    """Every client of this process speaks to the server; afterwards the library is as it was."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = server.http_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(server.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
