"""What a person is told when the work on their message or click failed, and what the log is told.

An apology takes the ways of any other message; where it does not arrive either, that is logged and no more is said.
"""

import logging
import traceback

from adapters.apology import language_of, sorry
from adapters.slack_app.arrivals import Arrival
from adapters.slack_app.recipients import Asker, Click
from adapters.slack_app.refusals import TOO_LATE, TROUBLES, code_of
from adapters.slack_app.sending import Sender
from bot.wording.phrases import phrase

_LOG = logging.getLogger("capex.slack")


class Apologies:
    """Apologises in one workspace."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def at(self, arrival: Arrival, error: BaseException) -> None:
        """Apologise for what was said, where it was said."""
        log(error)
        asker = Asker(arrival.person.user, language_of(arrival.text))
        try:
            await self._sender.post(arrival.place, {"text": sorry(arrival.text)}, asker)
        except TROUBLES as further:
            log(further)

    async def to(self, address: str, click: Click, words: str, error: BaseException) -> None:
        """Apologise with these words to who clicked; a click that was too slow for Slack may be made again."""
        log(error)
        told = phrase("too_late", click.asker.language) if code_of(error) in TOO_LATE else words
        try:
            await self._sender.respond(address, {"text": told}, replace=False, click=click)
        except TROUBLES as further:
            log(further)


def log(error: BaseException) -> None:
    """Log what went wrong and where, without the words of the error: they may be the question's."""
    where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    defect = {"defect": type(error).__name__, "code": code_of(error), "where": where[-5:]}
    _LOG.error("an answer failed", extra=defect)
