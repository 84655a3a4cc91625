"""Slack, connected: bolt's app with the handlers, and Socket Mode with the app token.

Tokens are tried before anything listens, so that a wrong one is told in one sentence instead of in endless new tries.
Stopping takes no new delivery, finishes those under way with the socket still open for their acknowledgements, and
leaves what it did not take to Slack, which tells it again.
"""

import asyncio
import logging
import re
from typing import Any, Final

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.desk import Desk
from adapters.slack_app.handler import Handler
from adapters.slack_app.sending import Sender, web_client
from adapters.slack_app.under_way import UnderWay
from bot.settings import Settings
from knowledge.fault import Fault

_PATIENCE: Final = 30.0
"""Seconds for Slack's answers when connecting, and for what is under way when stopping."""

_BOLT_LOG: Final = logging.getLogger("capex.slack.bolt")
_SOCKET_LOG: Final = logging.getLogger("capex.slack.socket")
"""Bolt warns, and the socket debugs, with pieces of what people wrote; of bolt only errors are wanted."""

_REMEDIES: Final = {
    "SLACK_BOT_TOKEN": "copy the Bot User OAuth Token (xoxb-…) again from 'OAuth & Permissions'",
    "SLACK_APP_TOKEN": "make an app-level token (xapp-…) with connections:write under 'Basic Information'",
}


class SlackPlatform:
    """The bot in a Slack workspace."""

    name = "slack"

    def __init__(self, desk: Desk, settings: Settings) -> None:
        """Nothing is connected before `start`; both Slack tokens must be set."""
        self._desk = desk
        self._settings = settings
        self._under_way = UnderWay()
        self._session: aiohttp.ClientSession | None = None
        self._socket: _Socket | None = None

    async def start(self) -> None:
        """Connect; raises Fault with what to do where Slack refuses or cannot be reached."""
        bot_token, app_token = self._tokens()
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_PATIENCE))
        try:
            client = web_client(bot_token, self._settings.slack_api_url, self._session)
            identity = await self._tried("SLACK_BOT_TOKEN", client.auth_test())
            door = await self._tried("SLACK_APP_TOKEN", client.apps_connections_open(app_token=app_token))
            handler = Handler(self._desk, Sender(client), identity["user_id"], self._under_way)
            self._socket = _Socket(_app(client, handler, identity), app_token, self._under_way)
            self._socket.client.wss_uri = door["url"]
            await self._connect(self._socket)
        except Fault:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Disconnect when what is under way is done."""
        if self._socket:
            self._socket.taking = False
        await self._under_way.finish(_PATIENCE)
        if self._socket:
            await self._socket.close_async()  # type: ignore[no-untyped-call]
        if self._session:
            await self._session.close()

    def _tokens(self) -> tuple[str, str]:
        bot, app = self._settings.slack_bot_token, self._settings.slack_app_token
        if bot is None or app is None:
            raise Fault("Slack needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN")
        return bot.get_secret_value(), app.get_secret_value()

    async def _tried(self, token: str, call: Any) -> AsyncSlackResponse:
        try:
            answer: AsyncSlackResponse = await call
        except SlackApiError as error:
            code = error.response["error"]
            raise Fault(f"Slack refuses {token} ({code}): {_REMEDIES[token]}") from None
        except (aiohttp.ClientError, TimeoutError):
            raise self._unreachable() from None
        return answer

    async def _connect(self, socket: "_Socket") -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                await socket.connect_async()  # type: ignore[no-untyped-call]
        except TimeoutError:
            raise self._unreachable() from None

    def _unreachable(self) -> Fault:
        return Fault(f"Slack cannot be reached at {self._settings.slack_api_url}")


class _Socket(AsyncSocketModeHandler):
    """Bolt's Socket Mode, whose deliveries count as under way; what comes while stopping is not acknowledged."""

    def __init__(self, app: AsyncApp, app_token: str, under_way: UnderWay) -> None:
        super().__init__(app, app_token, logger=_SOCKET_LOG)
        self._under_way = under_way
        self.taking = True

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """Handle one delivery."""
        if self.taking:
            await self._under_way.start(super().handle(client, req), None)


def _app(client: AsyncWebClient, handler: Handler, identity: AsyncSlackResponse) -> AsyncApp:
    """Bolt's app for one workspace.

    It is told who it is, as it would read that from the environment otherwise, and has the name of its logger, as it
    sets the level of the logger that has its name.
    """

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult.from_auth_test_response(auth_test_response=identity, bot_token=client.token)

    _BOLT_LOG.setLevel(logging.ERROR)
    _SOCKET_LOG.setLevel(logging.INFO)
    app = AsyncApp(
        name=_BOLT_LOG.name, client=client, authorize=authorize, process_before_response=True, logger=_BOLT_LOG
    )
    app.command(re.compile("^/capex"))(handler.command)
    app.event(re.compile(""))(handler.event)
    app.action(re.compile("^ask:"))(handler.choice)
    app.action(re.compile("^delete:"))(handler.delete)
    app.error(handler.defect)
    return app
