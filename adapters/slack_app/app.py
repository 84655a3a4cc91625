"""Slack, connected: bolt's app with the handlers, on a connection that is watched over, or behind a server of our own.

Tokens are tried before anything listens, so that a wrong one is told in one sentence instead of in endless new tries.
Stopping takes no new delivery, finishes those under way with the socket still open for their acknowledgements, and
leaves what it did not take to Slack, which tells it again, or to another process behind the same balancer.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

import aiohttp
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.desk import Desk
from adapters.sealing import Seal
from adapters.slack_app.bolt import app_of_many, app_of_one
from adapters.slack_app.commands import Commands
from adapters.slack_app.connection import Connection
from adapters.slack_app.http_server import HttpServer
from adapters.slack_app.installing import Installations, oauth
from adapters.slack_app.leaving import Leaving
from adapters.slack_app.listeners import listen
from adapters.slack_app.manifest import bot_scopes
from adapters.slack_app.patience import Patience
from adapters.slack_app.publishing import SlackPublisher
from adapters.slack_app.refusals import code_of, course_of
from adapters.slack_app.senders import Senders
from adapters.slack_app.sending import Sender, web_client, web_session
from adapters.slack_app.standing import Standing
from adapters.slack_app.teams import Teams
from adapters.slack_app.under_way import UnderWay
from adapters.slack_app.watch import Watch
from adapters.slack_app.ways import told
from bot.people import Person
from bot.reply import Reply
from bot.settings import Settings
from knowledge.fault import Fault

_PATIENCE: Final = 30.0
"""Seconds for Slack's answers when connecting."""

_LOG: Final = logging.getLogger("capex.slack")

_REMEDIES: Final = {
    "SLACK_BOT_TOKEN": "copy the Bot User OAuth Token (xoxb-…) again from 'OAuth & Permissions'",
    "SLACK_APP_TOKEN": "make an app-level token (xapp-…) with connections:write under 'Basic Information'",
}


class SlackPlatform:
    """The bot in Slack."""

    name = "slack"

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        now: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        patience: Patience | None = None,
    ) -> None:
        """Nothing is connected before `start`. `now` and `pause` are the time of the watch."""
        self._patience = patience or Patience()
        self._standing = Standing()
        self._teams: Teams | None = None
        self._identity: AsyncSlackResponse | None = None
        self._desk = desk
        self._settings = settings
        self._now, self._pause = now, pause
        self._under_way = UnderWay()
        self._senders = Senders(self._of_a_workspace)
        self.publisher = SlackPublisher(self._senders.of)
        self._authorize: AsyncAuthorize | None = None
        self._session: aiohttp.ClientSession | None = None
        self._connection: Connection | None = None
        self._server: HttpServer | None = None
        self._watching: asyncio.Task[None] | None = None

    @property
    def workspaces(self) -> int | None:
        """One, or as many as install the app, whose number is up to them."""
        return None if self._settings.slack_way == "installs" else 1

    async def start(self) -> None:
        """Connect; raises Fault with what to do where Slack refuses or cannot be reached."""
        way = self._settings.slack_way
        if way is None:
            raise Fault("Slack needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or what HTTP needs")
        _LOG.info(told(self._settings, way))
        self._session = web_session(self._patience)
        try:
            app = await self._installable() if way == "installs" else await self._of_one_workspace()
            teams = self._teams = Teams(self._desk, self._under_way, self._senders.with_token, self._authorize)
            if self._identity:
                teams.sit(self._identity["team_id"], _secret(self._settings.slack_bot_token), self._identity["user_id"])
            listen(app, teams, Leaving(self._desk.ledger, teams))
            await (self._connect(app) if way == "socket" else self._serve(app, teams))
        except Fault:
            await self.stop()
            raise

    async def lost(self) -> Fault:
        """Wait until the workspace lets the bot in no more; why."""
        return await self._standing.ended()

    async def tell(self, person: Person, reply: Reply) -> bool:
        """Tell a person in direct messages; False where that cannot be done yet."""
        return self._teams is not None and await self._teams.tell(person, reply)

    async def stop(self) -> None:
        """Disconnect when what is under way is done."""
        if self._watching:
            self._watching.cancel()
            await asyncio.wait({self._watching})
        if self._connection:
            self._connection.taking = False
        if self._server:
            await self._server.close()
        if self._teams:
            self._teams.hurry()
        await self._under_way.finish(self._patience.finish_within)
        if self._connection:
            await self._connection.close()
        if self._session:
            await self._session.close()

    @property
    def port(self) -> int | None:
        """Where Slack's requests are awaited, if they are."""
        return self._server.port if self._server else None

    async def _of_one_workspace(self) -> AsyncApp:
        """Bolt's app for the workspace of the bot token."""
        token = _secret(self._settings.slack_bot_token)
        client = self._client(token)
        identity = self._identity = await self._tried("SLACK_BOT_TOKEN", client.auth_test())
        self._senders.knows(str(identity["team_id"]), token)
        return app_of_one(client, identity)

    async def _installable(self) -> AsyncApp:
        """Bolt's app for all workspaces that install it."""
        settings = self._settings
        seal = Seal(settings.secret_key)
        credentials = str(settings.slack_client_id), _secret(settings.slack_client_secret)
        how = oauth(self._desk.ledger, seal, credentials, bot_scopes(), settings.slack_api_url)
        self._senders.asks(Installations(self._desk.ledger, seal))
        self._authorize = how.authorize
        return app_of_many(self._client(None), how)

    async def _connect(self, app: AsyncApp) -> None:
        """Socket Mode, watched."""
        app_token = _secret(self._settings.slack_app_token)
        door = await self._tried("SLACK_APP_TOKEN", app.client.apps_connections_open(app_token=app_token))
        connection = self._connection = Connection(app, app_token, self._under_way)
        try:
            await connection.open(_PATIENCE, door["url"])
        except TimeoutError:
            raise self._unreachable() from None
        self._watching = asyncio.create_task(Watch(connection, _PATIENCE, self._now, self._pause, self._standing).run())
        self._watching.add_done_callback(_watch_ended)

    async def _serve(self, app: AsyncApp, teams: Teams) -> None:
        """Signed HTTP."""
        secret = _secret(self._settings.slack_signing_secret)
        self._server = HttpServer(app, Commands(teams), secret, _PATIENCE)
        await self._server.open(self._settings.http_port)

    def _of_a_workspace(self, token: str) -> Sender:
        """What sends with a workspace's token: where there is one workspace alone, the bot ends with its standing."""
        standing = Standing() if self._settings.slack_way == "installs" else self._standing
        return Sender(self._client(token), standing, self._patience)

    def _client(self, token: str | None) -> AsyncWebClient:
        if self._session is None:
            raise RuntimeError("there is no client before the start")
        return web_client(token, self._settings.slack_api_url, self._session, self._patience)

    async def _tried(self, token: str, call: Any) -> AsyncSlackResponse:
        try:
            answer: AsyncSlackResponse = await call
        except SlackApiError as error:
            if course_of(error) == "to the asker alone":  # it is busy or in trouble, whoever asks
                raise self._unreachable() from None
            raise Fault(f"Slack refuses {token} ({code_of(error)}): {_REMEDIES[token]}") from None
        except (aiohttp.ClientError, TimeoutError):
            raise self._unreachable() from None
        return answer

    def _unreachable(self) -> Fault:
        return Fault(f"Slack cannot be reached at {self._settings.slack_api_url}")


def _watch_ended(watching: asyncio.Task[None]) -> None:
    """The watch ends with the bot, or by a defect: then the connection is left to the SDK alone."""
    error = None if watching.cancelled() else watching.exception()
    if error:
        _LOG.error("the watch over the connection has ended", extra={"error": type(error).__name__})


def _secret(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""
