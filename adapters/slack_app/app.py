"""Slack, connected: bolt's app with the handlers, on a connection that is watched over.

Tokens are tried before anything listens, so that a wrong one is told in one sentence instead of in endless new tries.
Stopping takes no new delivery, finishes those under way with the socket still open for their acknowledgements, and
leaves what it did not take to Slack, which tells it again.
"""

import asyncio
import logging
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.desk import Desk
from adapters.slack_app.buttons import Buttons
from adapters.slack_app.clicking import Clicking
from adapters.slack_app.connection import Connection
from adapters.slack_app.forms import Forms
from adapters.slack_app.handler import Handler
from adapters.slack_app.sending import Sender, web_client
from adapters.slack_app.under_way import UnderWay
from adapters.slack_app.watch import Watch
from bot.settings import Settings
from knowledge.fault import Fault

_PATIENCE: Final = 30.0
"""Seconds for Slack's answers when connecting, and for what is under way when stopping."""

_LOG: Final = logging.getLogger("capex.slack")
_BOLT_LOG: Final = logging.getLogger("capex.slack.bolt")
"""Bolt warns with pieces of what people wrote; only its errors are wanted."""

_REMEDIES: Final = {
    "SLACK_BOT_TOKEN": "copy the Bot User OAuth Token (xoxb-…) again from 'OAuth & Permissions'",
    "SLACK_APP_TOKEN": "make an app-level token (xapp-…) with connections:write under 'Basic Information'",
}


class SlackPlatform:
    """The bot in a Slack workspace."""

    name = "slack"

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        now: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Nothing is connected before `start`; both tokens must be set. `now` and `pause` are the time of the watch."""
        self._desk = desk
        self._settings = settings
        self._now, self._pause = now, pause
        self._under_way = UnderWay()
        self._session: aiohttp.ClientSession | None = None
        self._connection: Connection | None = None
        self._watching: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect; raises Fault with what to do where Slack refuses or cannot be reached."""
        bot_token, app_token = self._tokens()
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_PATIENCE))
        try:
            client = web_client(bot_token, self._settings.slack_api_url, self._session)
            identity = await self._tried("SLACK_BOT_TOKEN", client.auth_test())
            door = await self._tried("SLACK_APP_TOKEN", client.apps_connections_open(app_token=app_token))
            sender = Sender(client)
            handler = Handler(self._desk, sender, identity["user_id"], self._under_way)
            app = _app(client, handler, identity)
            clicking = Clicking(self._desk.ledger, sender, self._under_way)
            Buttons(self._desk, sender, clicking).listen(app)
            Forms(self._desk, sender, clicking).listen(app)
            self._connection = Connection(app, app_token, self._under_way)
            await self._connect(self._connection, door["url"])
        except Fault:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Disconnect when what is under way is done."""
        if self._watching:
            self._watching.cancel()
            await asyncio.wait({self._watching})
        if self._connection:
            self._connection.taking = False
        await self._under_way.finish(_PATIENCE)
        if self._connection:
            await self._connection.close()
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

    async def _connect(self, connection: Connection, address: str) -> None:
        try:
            await connection.open(_PATIENCE, address)
        except TimeoutError:
            raise self._unreachable() from None
        self._watching = asyncio.create_task(Watch(connection, _PATIENCE, self._now, self._pause).run())
        self._watching.add_done_callback(_watch_ended)

    def _unreachable(self) -> Fault:
        return Fault(f"Slack cannot be reached at {self._settings.slack_api_url}")


def _watch_ended(watching: asyncio.Task[None]) -> None:
    """The watch ends with the bot, or by a defect: then the connection is left to the SDK alone."""
    error = None if watching.cancelled() else watching.exception()
    if error:
        _LOG.error("the watch over the connection has ended", extra={"error": type(error).__name__})


def _app(client: AsyncWebClient, handler: Handler, identity: AsyncSlackResponse) -> AsyncApp:
    """Bolt's app for one workspace.

    It is told who it is, as it would read that from the environment otherwise, and has the name of its logger, as it
    sets the level of the logger that has its name.
    """

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult.from_auth_test_response(auth_test_response=identity, bot_token=client.token)

    _BOLT_LOG.setLevel(logging.ERROR)
    app = AsyncApp(
        name=_BOLT_LOG.name, client=client, authorize=authorize, process_before_response=True, logger=_BOLT_LOG
    )
    app.command(re.compile("^/capex"))(handler.command)
    app.event(re.compile(""))(handler.event)
    app.action(re.compile("^ask:"))(handler.choice)
    app.action(re.compile("^delete:"))(handler.delete)
    app.shortcut("ask_about_this")(handler.shortcut)
    app.error(handler.defect)
    return app
