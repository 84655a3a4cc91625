"""Slack itself, small: one server on 127.0.0.1 with the Web API, Socket Mode and the response addresses.

It lives in the event loop of the test. A bot in the same loop, or in a process of its own, finds it by `api_url`.
"""

from types import TracebackType
from typing import Self

from aiohttp import web

from . import oracle
from .api import Api
from .blocks import Judge, problems_of
from .faults import Faults
from .hands import Hands
from .http_mode import HttpMode, Signing
from .response_url import Responses
from .socket_mode import SocketMode
from .stage import Transport
from .watching import SOON, Watching
from .workspace import Workspace
from .world import World
from .writing import Writing


class SlackServer(Writing, Hands, Watching):
    """A fake of Slack's platform, as an async context manager."""

    def __init__(self, *, judge: Judge = problems_of) -> None:
        """`judge` finds what is wrong with the blocks of messages; `nothing_wrong` where only time is of interest."""
        self.world = World(judge)
        self.faults = Faults()
        self.clock = self.world.clock
        self.tokens = self.world.tokens
        self.workspace = self.add_workspace("capex")
        self.sockets = SocketMode(self.world)
        self.http: HttpMode | None = None
        self.bot_token = self.tokens.issue(self.workspace)
        self.app_token = self.tokens.issue(self.workspace, app_level=True)
        self.signing_secret = self.world.ids.new("signing")
        self.client_id = self.world.client_id
        self.client_secret = self.world.client_secret
        self._root = ""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        """Listen on a free port."""
        app = web.Application()
        api = Api(self.world, self.faults, self.sockets, self.workspace)
        app.router.add_route("*", "/api/{method}", api.handle)
        app.router.add_get("/link/", self.sockets.handle)
        app.router.add_post("/response/{id}", Responses(self.world, self.faults).handle)
        self._runner = web.AppRunner(app, shutdown_timeout=SOON)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self._root = f"http://{host}:{port}"
        self.sockets.address = f"ws://{host}:{port}/link/"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, whatever is still connected."""
        self.faults.clear()
        if self.http:
            await self.http.close()
        self.sockets.drop()
        if self._runner:
            await self._runner.cleanup()

    @property
    def root(self) -> str:
        """The address without a path."""
        return self._root

    @property
    def api_url(self) -> str:
        """The base for the genuine clients, ending in `/api/`."""
        return f"{self._root}/api/"

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to use this Slack in Socket Mode."""
        return {
            "CAPEX_SLACK_API_URL": self.api_url,
            "SLACK_BOT_TOKEN": self.bot_token,
            "SLACK_APP_TOKEN": self.app_token,
        }

    @property
    def http_environment(self) -> dict[str, str]:
        """What a process needs to use this Slack in HTTP mode."""
        tokens = {"CAPEX_SLACK_API_URL": self.api_url, "SLACK_BOT_TOKEN": self.bot_token}
        return {**tokens, "SLACK_SIGNING_SECRET": self.signing_secret}

    @property
    def installs_environment(self) -> dict[str, str]:
        """What a process needs to be installed by this Slack's workspaces."""
        return {
            "CAPEX_SLACK_API_URL": self.api_url,
            "SLACK_SIGNING_SECRET": self.signing_secret,
            "SLACK_CLIENT_ID": self.client_id,
            "SLACK_CLIENT_SECRET": self.client_secret,
        }

    def add_workspace(self, name: str) -> Workspace:
        """A further team; a code from `tokens.code(workspace)` installs the app in it."""
        space = Workspace(self.world.ids, self.world.app_id, name)
        self.world.workspaces[space.id] = space
        return space

    def use_http(self, url: str, *, signing: Signing = "valid") -> HttpMode:
        """From now on people's acts reach the bot as requests to this address, signed like this."""
        if self.http is None:
            self.http = HttpMode(self.world, url, self.signing_secret)
        self.http.url, self.http.signing = url, signing
        return self.http

    def use_sockets(self) -> None:
        """From now on people's acts reach the bot over its sockets again."""
        self.http = None

    def transport(self) -> Transport:
        """The way to the bot at the moment."""
        return self.http or self.sockets

    def refuse_blocks(self, *types: str) -> None:
        """This workspace does not take these types of blocks yet: `invalid_blocks`, which is nobody's fault."""
        self.world.unknown_blocks |= set(types)

    @staticmethod
    def oracle_missing() -> str | None:
        """Why blocks are not judged by Slack's types here, if they are not: a reason to skip."""
        return oracle.missing()
