"""Round after round: what others have left behind is taken over, what is due is claimed, and all of it is sent.

A round never waits for the time; whoever calls it says what time it is. Between rounds, and at a time, nothing but the
ledger knows what there is to do, so that a process can end anywhere.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from adapters.publishing.claiming import Claiming
from adapters.publishing.port import Publisher
from adapters.publishing.working import Pace, Working
from bot.people import Platform
from bot.publishing.composing import Composing, NewsBase
from bot.records.port_of_digests import DigestRecords
from bot.subscription import Delivery
from knowledge.fault import Fault

__all__ = ["Pace", "Rounds"]

_LOG: Final = logging.getLogger("capex.digest")


def _now() -> datetime:
    return datetime.now(UTC)


class Rounds:
    """Digests and alerts of the platforms that this process is connected to."""

    def __init__(  # noqa: PLR0913 - what it works with, and the time
        self,
        records: DigestRecords,
        base: NewsBase,
        composing: Composing,
        publishers: Mapping[Platform, Publisher],
        *,
        now: Callable[[], datetime] = _now,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        pace: Pace | None = None,
    ) -> None:
        self._pace = pace or Pace()
        self._claiming = Claiming(records, base, composing, list(publishers), self._pace)
        self._working = Working(records, composing, publishers, now, self._pace)
        self._now, self._pause = now, pause
        self._places = asyncio.Semaphore(self._pace.at_once)
        self._under_way: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Go on until cancelled; what is under way then is waited for by `finish`."""
        while True:
            try:
                begun = await self.round()
            except Fault as fault:
                begun = 0
                _LOG.error("digests wait for the base", extra={"reason": str(fault)})
            if begun and self._under_way:  # there may be more than fitted
                await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
            else:
                await self._pause(self._pace.every.total_seconds())

    async def round(self) -> int:
        """Begin what there is to do; how much that was."""
        most = max(self._pace.at_once - len(self._under_way), 0)
        if not most:
            return 0
        now = self._now()
        begun = await asyncio.to_thread(self._claimed, now, most)
        self._begin(begun)
        return len(begun)

    async def finish(self) -> None:
        """Wait for what is under way."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    def _claimed(self, now: datetime, most: int) -> list[Delivery]:
        taken = self._claiming.taken_over(now, most)
        return taken + self._claiming.digests(now, most) + self._claiming.alerts(now)

    def _begin(self, deliveries: Iterable[Delivery]) -> None:
        for delivery in deliveries:
            task = asyncio.create_task(self._see_through(delivery))
            self._under_way.add(task)
            task.add_done_callback(self._ended)

    async def _see_through(self, delivery: Delivery) -> None:
        async with self._places:
            await self._working.see_through(delivery)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        error = None if task.cancelled() else task.exception()
        if error:
            _LOG.error("a delivery has failed", extra={"defect": type(error).__name__}, exc_info=error)
