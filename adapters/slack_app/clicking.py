"""A click under an answer, worked on: once, however often Slack tells it, and never without a word when it fails.

What cannot be done is told in one sentence to the clicker alone, at the address that came with the click.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import aiohttp

from adapters.apology import sorry
from adapters.ledger import Ledger
from adapters.revisits import Refused
from adapters.slack_app.clicks import Click
from adapters.slack_app.failing import log_failure
from adapters.slack_app.sending import Sender
from adapters.slack_app.under_way import UnderWay

Work = Callable[[Click], Awaitable[None]]


class Clicking:
    """Works on the clicks of one workspace."""

    def __init__(self, ledger: Ledger, sender: Sender, under_way: UnderWay) -> None:
        self._ledger = ledger
        self._sender = sender
        self._under_way = under_way

    def start(self, click: Click, work: Work) -> None:
        """Begin with a click, which is acknowledged already."""
        self._under_way.start(self._once(click, work), lambda error: self._failed(click, error))

    async def _once(self, click: Click, work: Work) -> None:
        if not await self._ledger.is_new(click.delivery, now()):
            return
        try:
            await work(click)
        except Refused as refused:
            await self._tell(click, str(refused))

    async def _failed(self, click: Click, error: BaseException) -> None:
        log_failure(error)
        try:
            await self._tell(click, sorry("", click.origin.language))
        except (aiohttp.ClientError, TimeoutError) as further:
            log_failure(further)

    async def _tell(self, click: Click, sentence: str) -> None:
        await self._sender.respond(click.origin.url, {"text": sentence}, replace=False)


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
