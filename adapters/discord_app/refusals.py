"""Why Discord does not let the bot in, each in one sentence that says what to do; and which servers are Discord's.

The library knows its servers by two class attributes only; they are set while something runs and put back after it, so
that nothing else of the process is changed by having run.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.settings import DISCORD_API, Settings
from knowledge.fault import Fault

NO_TOKEN: Final = "Discord needs a token: set DISCORD_TOKEN"  # noqa: S105 - a sentence
_WRONG_TOKEN: Final = 4004
_REFUSED_INTENTS: Final = frozenset({4013, 4014})
_TOKEN: Final = "Discord refuses the token: set DISCORD_TOKEN to the one shown under Bot in the developer portal"  # noqa: S105
_INTENTS: Final = (
    "Discord refuses the intents guilds, guild messages and direct messages: check the bot in the developer portal"
)
_SERVER: Final = "Discord does not know the bot in that server: add it there with the link of 'capex discord invite'"


def fault_of(error: BaseException, api: str) -> Fault | None:
    """The sentence for a refusal; None for what is no refusal."""
    code = error.code if isinstance(error, discord.ConnectionClosed) else None
    if isinstance(error, discord.LoginFailure) or code == _WRONG_TOKEN:
        return Fault(_TOKEN)
    if isinstance(error, discord.PrivilegedIntentsRequired) or code in _REFUSED_INTENTS:
        return Fault(_INTENTS)
    if isinstance(error, (discord.Forbidden, discord.NotFound)):
        return Fault(_SERVER)
    if isinstance(error, (discord.DiscordException, aiohttp.ClientError, OSError)):
        return Fault(f"Discord cannot be reached at {api}; check the network and its address")
    return None


@contextmanager
def servers_of(settings: Settings) -> Iterator[yarl.URL | None]:
    """Have the library speak to the servers of the settings; gives the gateway, if they name one."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    gateway = yarl.URL(settings.discord_gateway_url) if settings.discord_gateway_url else None
    if settings.discord_api_url != DISCORD_API:
        Route.BASE = settings.discord_api_url.rstrip("/")
    if gateway:
        DiscordWebSocket.DEFAULT_GATEWAY = gateway
    try:
        yield gateway
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before
