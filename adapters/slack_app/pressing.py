"""A press under an answer, worked on: once, however often Slack tells it, and never without a word when it fails.

What cannot be done is told in one sentence to the person alone, at the address that came with the press.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from adapters.apology import sorry
from adapters.ledger import Ledger
from adapters.revisits import Refused
from adapters.slack_app.apologising import Apologies
from adapters.slack_app.presses import Press
from adapters.slack_app.sending import Sender
from adapters.slack_app.under_way import UnderWay

Work = Callable[[Press], Awaitable[None]]


class Pressing:
    """Works on the presses of one workspace."""

    def __init__(self, ledger: Ledger, sender: Sender, under_way: UnderWay) -> None:
        self._ledger = ledger
        self._sender = sender
        self._apologies = Apologies(sender)
        self._under_way = under_way

    def start(self, press: Press, work: Work) -> None:
        """Begin with a press, which is acknowledged already."""
        words = sorry("", press.origin.language)
        self._under_way.start(
            self._once(press, work),
            lambda error: self._apologies.to(press.origin.url, press.click, words, error),
        )

    async def _once(self, press: Press, work: Work) -> None:
        if not await self._ledger.is_new(press.delivery, now()):
            return
        try:
            await work(press)
        except Refused as refused:
            await self._sender.respond(press.origin.url, {"text": str(refused)}, replace=False, click=press.click)


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
