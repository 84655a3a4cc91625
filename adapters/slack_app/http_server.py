"""Slack's requests over HTTP: commands, clicks and events at one address, told to bolt when Slack has signed them.

Nothing of a request is read before its signature is proved: bolt would parse the body first, and its verifier breaks
on a time that is no number and on signs that are not ASCII. Commands are answered without bolt where that can be. A
request that was sent again, by Slack or by somebody who listened, is genuine here; the records know that it was
answered. Beside it stands an address at which a balancer asks whether this process answers; one that stops listens no
more, so that the balancer goes to another.
"""

import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

from adapters.slack_app.commands import Commands
from knowledge.fault import Fault

EVENTS: Final = "/slack/events"
HEALTH: Final = "/health"
MOST_BODY: Final = 1 << 20
"""Bytes; Slack's largest, a modal of a hundred blocks sent off, is a quarter of it."""

_LOG: Final = logging.getLogger("capex.slack")
_TIME: Final = re.compile(r"\d{1,12}", re.ASCII)
_EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - a balancer asks from another machine


class HttpServer:
    """Listens for one app. Where the app can be installed, it shows the pages of that too."""

    def __init__(self, app: AsyncApp, commands: Commands, signing_secret: str, patience: float) -> None:
        """`patience` are the seconds that requests under way have when it closes."""
        self._app = app
        self._commands = commands
        try:
            self._verifier = SignatureVerifier(signing_secret)
        except ValueError:
            raise Fault("SLACK_SIGNING_SECRET is blank: copy it again from 'Basic Information'") from None
        pages = web.Application(client_max_size=MOST_BODY)
        pages.router.add_post(EVENTS, self._told)
        pages.router.add_get(HEALTH, _health)
        flow = app.oauth_flow
        if flow:
            pages.router.add_get(flow.install_path, _page(flow.handle_installation))
            pages.router.add_get(flow.redirect_uri_path, _page(flow.handle_callback))
        self._runner = web.AppRunner(pages, access_log=None, shutdown_timeout=patience)

    async def open(self, port: int) -> None:
        """Listen at `port`, at any free one if 0; raises Fault where that cannot be had."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, _EVERYWHERE, port).start()
        except OSError as error:
            reason = (error.strerror or "").rpartition(": ")[2]
            raise Fault(f"CAPEX_HTTP_PORT {port} cannot be listened at: {reason}") from None
        _LOG.info("listening for Slack", extra={"port": self.port})

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._runner.addresses[0][1])

    async def close(self) -> None:
        """Listen no more, and answer what was asked before."""
        await self._runner.cleanup()

    async def _told(self, request: web.Request) -> web.Response:
        text = self._signed(request, await request.read())
        if text is None:
            _LOG.warning("a request that is not signed with SLACK_SIGNING_SECRET, or was long ago, is refused")
            return web.json_response({"error": "invalid request"}, status=401)
        content_type = request.headers.get("Content-Type", "")
        answer = await self._commands.answer(text, content_type)
        if answer:
            return web.Response(
                status=answer.status,
                body=answer.body.encode(),
                headers={"Content-Type": answer.headers["content-type"][0]},
            )
        told = AsyncBoltRequest(body=text, headers={"content-type": content_type})
        return await to_aiohttp_response(await self._app.async_dispatch(told))

    def _signed(self, request: web.Request, body: bytes) -> str | None:
        """The body as text, if Slack signed it a moment ago."""
        time = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if not (_TIME.fullmatch(time) and signature.isascii()):
            return None
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return None
        return text if self._verifier.is_valid(text, time, signature) else None


async def _health(_: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


def _page(
    show: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A page of bolt's, for a person's browser."""

    async def page(request: web.Request) -> web.Response:
        cookies: dict[str, str | Sequence[str]] = {"cookie": request.headers.get("Cookie", "")}
        try:
            shown = await show(AsyncBoltRequest(body="", query=request.query_string, headers=cookies))
        except (aiohttp.ClientError, TimeoutError) as error:
            _LOG.warning("Slack could not be reached for an installation", extra={"error": type(error).__name__})
            return web.Response(status=502, text="Slack cannot be reached just now; please try again later.")
        return await to_aiohttp_response(shown)

    return page
