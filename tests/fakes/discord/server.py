"""A server that speaks Discord's gateway and HTTP, in the test's own event loop."""

from types import TracebackType
from typing import Self

from aiohttp import web

from tests.fakes.discord.people import People
from tests.fakes.discord.routes import ROUTES
from tests.fakes.discord.web import application

STOP_WITHIN = 0.2


class DiscordServer(People):
    """`async with DiscordServer() as server:` listens on a free port of 127.0.0.1 until the end of the block."""

    _runner: web.AppRunner

    async def __aenter__(self) -> Self:
        self._runner = web.AppRunner(application(self, ROUTES), access_log=None, shutdown_timeout=STOP_WITHIN)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gateway.close(1001)
        await self._runner.cleanup()

    @property
    def environment(self) -> dict[str, str]:
        """What a bot in a process of its own needs to come here."""
        return {
            "DISCORD_TOKEN": self.token,
            "CAPEX_DISCORD_API_URL": self.http_url,
            "CAPEX_DISCORD_GATEWAY_URL": self.gateway_url,
        }
