"""What the bot does by itself for those who curate: fetch what was accepted, and tell people what became of things.

One round after the other, in whichever process has time. What is to be told is taken by one process; where its platform
does not take it, it is told in a later round.
"""

import asyncio
import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final, Protocol, runtime_checkable

from adapters.errands import Errands
from bot.curation.outcomes import outcome_reply
from bot.people import Person
from bot.records.port import Records
from bot.reply import Reply
from knowledge.fault import Fault

_LOG: Final = logging.getLogger("capex.curation")
EVERY: Final = 10.0
"""Seconds between two rounds."""


@runtime_checkable
class Teller(Protocol):
    """A platform on which a person can be told something."""

    name: str

    async def tell(self, person: Person, reply: Reply) -> bool:
        """Tell a person; False where that cannot be done now."""


class Attending:
    """Goes round."""

    def __init__(self, errands: Errands, records: Records, every: float = EVERY) -> None:
        self._errands = errands
        self._records = records
        self._every = every

    async def go_on(self, platforms: Iterable[object]) -> None:
        """Go round until cancelled; what fails in one round is logged and tried again in the next."""
        while True:
            round_ = asyncio.create_task(self.round(platforms))
            try:
                await asyncio.wait({round_})
            finally:
                round_.cancel()
            _tell_of(round_.exception())
            await asyncio.sleep(self._every)

    async def round(self, platforms: Iterable[object]) -> None:
        """Run what is to be fetched, then tell what is to be told."""
        while await asyncio.to_thread(self._errands.run, datetime.now(UTC)):
            pass
        for platform in platforms:
            if isinstance(platform, Teller):
                await self._tell_on(platform)

    async def _tell_on(self, platform: Teller) -> None:
        curation = self._records.curation
        for outcome in await asyncio.to_thread(curation.untold, platform.name):  # type: ignore[arg-type]
            if outcome.person is None or not await asyncio.to_thread(curation.tell, outcome.ident):
                continue
            if not await platform.tell(outcome.person, outcome_reply(outcome)):
                await asyncio.to_thread(curation.tell_again, outcome.ident)


def _tell_of(error: BaseException | None) -> None:
    if isinstance(error, Fault):
        _LOG.warning("a round for the curators failed", extra={"reason": str(error)})
    elif error:
        _LOG.error("a round for the curators met a defect", exc_info=error)
