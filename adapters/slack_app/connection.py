"""The connection to Slack: bolt's Socket Mode on a websocket that counts what Slack says of itself.

The SDK connects anew when Slack asks for it, when the line breaks and when a pong is missing. For what it does not
notice (see `watch`) the whole connection can be replaced by another. What is delivered counts as under way until it is
answered; what comes while the bot stops is not acknowledged, so that Slack tells it again.
"""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, Final, NamedTuple

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from adapters.slack_app.under_way import UnderWay

_LOG: Final = logging.getLogger("capex.slack.socket")
"""The SDK's own log; where it is debugged it shows what people wrote, which is never wanted."""

_UNASKED: Final = frozenset({aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.PING})


class Life(NamedTuple):
    """The signs of life of a connection: while there is life in it, one of them changes.

    Attributes:
        session: the websocket that is in use, another one after each reconnection.
        heard: how often Slack has said something on it that was no answer to the bot.
        pinged: whether a ping was among that.
        connected: whether the SDK takes it for connected.
    """

    session: str
    heard: int
    pinged: bool
    connected: bool


class Connection:
    """The connection of one app; `taking` says whether deliveries are taken."""

    def __init__(self, app: AsyncApp, app_token: str, under_way: UnderWay) -> None:
        self.taking = True
        self._app = app
        self._app_token = app_token
        self._under_way = under_way
        self._socket: _Socket | None = None

    async def open(self, within: float, address: str | None = None) -> None:
        """Connect to `address`, or where Slack says, then let go of the connection before.

        Raises TimeoutError, and leaves things as they were, where that takes longer than `within` seconds, and what
        Slack says where it gives no address: the SDK would ask for one again and again.
        """
        socket = _Socket(self, self._app, self._app_token)
        try:
            async with asyncio.timeout(within):
                await socket.connect(address or await self._invited())
        except BaseException:
            await socket.close()
            raise
        before, self._socket = self._socket, socket
        if before:
            await before.close()

    async def _invited(self) -> str:
        opened = await self._app.client.apps_connections_open(app_token=self._app_token)
        return str(opened["url"])

    async def life(self) -> Life:
        """The signs of life as they are now; only for a connection that was opened."""
        if self._socket is None:
            raise RuntimeError("the connection was never opened")
        return await self._socket.life()

    async def close(self) -> None:
        """Disconnect."""
        if self._socket:
            await self._socket.close()

    async def take(self, work: Coroutine[Any, Any, None]) -> None:
        """Do the work that a delivery asks for."""
        await self._under_way.start(work, None)


class _Websocket(aiohttp.ClientWebSocketResponse):
    """A websocket that counts what the other side says of itself: the SDK answers a ping without a word of it."""

    heard = 0
    pinged = False

    async def receive(self, timeout: float | None = None) -> Any:  # noqa: ASYNC109 - the library's
        """Receive the next message."""
        message = await super().receive(timeout)
        self.heard += message.type in _UNASKED
        self.pinged |= message.type is aiohttp.WSMsgType.PING
        return message


class _Socket(AsyncSocketModeHandler):
    """Bolt's Socket Mode, as one connection of a bot that may be stopping."""

    def __init__(self, of: Connection, app: AsyncApp, app_token: str) -> None:
        _LOG.setLevel(logging.INFO)
        super().__init__(app, app_token, logger=_LOG)
        self._of = of

    async def connect(self, address: str) -> None:
        """Connect, as often as it takes."""
        await self.client.aiohttp_client_session.close()
        self.client.aiohttp_client_session = aiohttp.ClientSession(ws_response_class=_Websocket)
        self.client.wss_uri = address
        await self.connect_async()  # type: ignore[no-untyped-call]

    async def life(self) -> Life:
        """See `Life`."""
        name, connected = await self.client.session_id(), await self.client.is_connected()
        session = self.client.current_session
        heard, pinged = (session.heard, session.pinged) if isinstance(session, _Websocket) else (0, False)
        return Life(name, heard, pinged, connected)

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """Handle one delivery."""
        if self._of.taking:
            await self._of.take(super().handle(client, req))

    async def close(self) -> None:
        """Disconnect for good."""
        await self.close_async()  # type: ignore[no-untyped-call]
