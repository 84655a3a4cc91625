"""The status beside the bot's name while an answer takes longer than usual: that it is looking something up.

Nearly every answer comes before that, and then Slack hears nothing of it. A status that was set is taken away when the
answer stands there, as one beside the message that it answers would stay otherwise. Where Slack takes no status from
this app it says so, and the answer comes all the same.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

from slack_sdk.web.async_client import AsyncWebClient

from adapters.apology import language_of
from adapters.slack_app.arrivals import Arrival
from adapters.slack_app.refusals import TROUBLES, code_of
from bot.wording.phrases import phrase

_LOG = logging.getLogger("capex.slack")
AFTER: Final = 1.0
"""Seconds without an answer."""


class Thinking:
    """Shows that the bot is at work; time passes by `pause`."""

    def __init__(self, client: AsyncWebClient, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._client = client
        self._pause = pause

    @asynccontextmanager
    async def on(self, arrival: Arrival) -> AsyncIterator[None]:
        """Show it while the block runs, once that takes long."""
        shown = asyncio.Event()
        showing = asyncio.create_task(self._show(arrival, shown))
        try:
            yield
        finally:
            showing.cancel()
            await asyncio.wait({showing})
            if shown.is_set():
                await self._set(arrival, "")

    async def _show(self, arrival: Arrival, shown: asyncio.Event) -> None:
        await self._pause(AFTER)
        shown.set()  # before it is known: a status that may stand there is taken away
        await self._set(arrival, phrase("looking_up", language_of(arrival.text)))

    async def _set(self, arrival: Arrival, status: str) -> None:
        thread = arrival.place.thread or arrival.ts
        try:
            await self._client.assistant_threads_setStatus(
                channel_id=arrival.place.channel, thread_ts=thread, status=status
            )
        except TROUBLES as error:
            _LOG.info("no status is taken", extra={"error": type(error).__name__, "code": code_of(error)})
