"""Discord as a platform of `capex serve`: connected by `start`, let go of by `stop`."""

import asyncio
import logging
from contextlib import ExitStack

from adapters.desk import Desk
from adapters.discord_app.client import CapexClient
from adapters.discord_app.publishing import DiscordPublisher
from adapters.discord_app.refusals import NO_TOKEN, fault_of, servers_of
from adapters.discord_app.telling import told
from bot.line import Line
from bot.people import Person
from bot.reply import Reply
from bot.settings import Settings
from knowledge.fault import Fault

_LOG = logging.getLogger("capex.discord")
_CONNECT_WITHIN = 60.0
_FINISH_WITHIN = 20.0


class DiscordPlatform:
    """The bot on Discord."""

    name = "discord"

    def __init__(self, desk: Desk, line: Line, settings: Settings) -> None:
        """`line` knows what can be asked."""
        self._desk, self._line, self._settings = desk, line, settings
        self._client: CapexClient | None = None
        self.publisher = DiscordPublisher(lambda: self._client)
        self._running: asyncio.Task[None] | None = None
        self._library = ExitStack()

    async def start(self) -> None:
        """Connect; raises Fault where Discord refuses or cannot be reached."""
        token = self._settings.discord_token
        if token is None:
            raise Fault(NO_TOKEN)
        gateway = self._library.enter_context(servers_of(self._settings))
        self._client = CapexClient(self._desk, self._line.completing, gateway=gateway)
        try:
            await self._client.login(token.get_secret_value())
            await self._connect(self._client)
        except BaseException as error:
            await self.stop()
            fault = fault_of(error, self._settings.discord_api_url)
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
        known = fault_of(error, self._settings.discord_api_url) if error else None
        return known or Fault("Discord has ended the connection")

    @property
    def workspaces(self) -> int | None:
        """In how many servers the bot is, none before Discord has told; several shards are for thousands of servers."""
        client = self._client
        return len(client.guilds) if client and client.shard_count == 1 else None

    async def tell(self, person: Person, reply: Reply) -> bool:
        """Tell a person in a direct message; False where that cannot be done yet."""
        return self._client is not None and await told(self._client, person, reply)

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
            await asyncio.gather(
                running, return_exceptions=True
            )  # why it ended was told by `lost`, or to nobody any more
        self._library.close()

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


def _ended(running: asyncio.Task[None]) -> None:
    """Discord ended the connection for good."""
    error = None if running.cancelled() else running.exception()
    _LOG.critical("Discord has ended the connection", extra={"error": type(error).__name__})
