"""Discord as a platform of `capex serve`: connected by `start`, let go of by `stop`.

The library knows its servers by two class attributes only; they are set while the platform runs and put back after it,
so that nothing else of the process is changed by having run.
"""

import asyncio
import logging
from contextlib import suppress

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.desk import Desk
from adapters.discord_app.client import CapexClient
from adapters.discord_app.publishing import DiscordPublisher
from bot.line import Line
from bot.settings import DISCORD_API, Settings
from knowledge.fault import Fault

_LOG = logging.getLogger("capex.discord")
_CONNECT_WITHIN = 60.0
_FINISH_WITHIN = 5.0
_WRONG_TOKEN = 4004
_REFUSED_INTENTS = frozenset({4013, 4014})
_TOKEN = "Discord refuses the token: set DISCORD_TOKEN to the one shown under Bot in the developer portal"  # noqa: S105
_INTENTS = "Discord refuses the intents guilds, guild messages and direct messages: check the bot in the portal"


class DiscordPlatform:
    """The bot on Discord."""

    name = "discord"

    def __init__(self, desk: Desk, line: Line, settings: Settings) -> None:
        """`line` gives the names for completion."""
        self._desk, self._line, self._settings = desk, line, settings
        self._client: CapexClient | None = None
        self.publisher = DiscordPublisher(lambda: self._client)
        self._running: asyncio.Task[None] | None = None
        self._servers = (Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY)

    async def start(self) -> None:
        """Connect; raises Fault where Discord refuses or cannot be reached."""
        token = self._settings.discord_token
        if token is None:
            raise Fault("Discord needs a token: set DISCORD_TOKEN")
        gateway = self._point_library()
        self._client = CapexClient(self._desk, self._line.names, gateway=gateway)
        try:
            await self._client.login(token.get_secret_value())
            await self._connect(self._client)
        except BaseException as error:
            await self.stop()
            fault = _fault(error, self._settings.discord_api_url)
            if fault is None:
                raise
            raise fault from None

    async def lost(self) -> Fault:
        """Wait until Discord ends the connection for good; what to do."""
        running = self._running
        if running is None:
            raise RuntimeError("the connection was never opened")
        await asyncio.wait({running})
        error = None if running.cancelled() else running.exception()
        known = _fault(error, self._settings.discord_api_url) if error else None
        return known or Fault("Discord has ended the connection")

    async def stop(self) -> None:
        """Let answers that are under way go out, then disconnect."""
        client, running, self._client, self._running = self._client, self._running, None, None
        if client is None:
            return
        await client.finish(_FINISH_WITHIN)
        if running is not None:
            running.remove_done_callback(_ended)
        await client.close()
        if running is not None:
            running.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await running
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = self._servers

    async def _connect(self, client: CapexClient) -> None:
        """Return once a shard is connected; the connection then lives in a task of its own."""
        self._running = asyncio.create_task(client.connect())
        online = asyncio.create_task(client.online.wait())
        await asyncio.wait({self._running, online}, timeout=_CONNECT_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            online.cancel()
            await self._running
        if not online.done():
            online.cancel()
            raise TimeoutError
        self._running.add_done_callback(_ended)

    def _point_library(self) -> yarl.URL | None:
        """Have the library speak to the servers of the settings; the gateway, if they name one."""
        self._servers = (Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY)
        if self._settings.discord_api_url != DISCORD_API:
            Route.BASE = self._settings.discord_api_url.rstrip("/")
        if not self._settings.discord_gateway_url:
            return None
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self._settings.discord_gateway_url)
        return DiscordWebSocket.DEFAULT_GATEWAY


def _fault(error: BaseException, api: str) -> Fault | None:
    """The sentence for a refusal; None for what is no refusal."""
    code = error.code if isinstance(error, discord.ConnectionClosed) else None
    if isinstance(error, discord.LoginFailure) or code == _WRONG_TOKEN:
        return Fault(_TOKEN)
    if isinstance(error, discord.PrivilegedIntentsRequired) or code in _REFUSED_INTENTS:
        return Fault(_INTENTS)
    if isinstance(error, (discord.DiscordException, aiohttp.ClientError, OSError)):
        return Fault(f"Discord cannot be reached at {api}; check the network and its address")
    return None


def _ended(running: asyncio.Task[None]) -> None:
    """Discord ended the connection for good."""
    error = None if running.cancelled() else running.exception()
    _LOG.critical("Discord has ended the connection", extra={"error": type(error).__name__})
