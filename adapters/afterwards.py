"""What is recorded after the replies: what waits at the same time is written at once.

It waits for a moment, in which the replies go out and more may come: a file has each transaction for a price, whatever
it holds, and replies come in crowds. One that cannot be recorded costs no other.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from typing import Final

from adapters.running import Running
from bot.records.port import Records
from knowledge.fault import Fault

MOMENT: Final = 0.002
"""Seconds; no person and no platform does anything with a reply so soon."""

_LOG: Final = logging.getLogger("capex.desk")


class Afterwards:
    """What is still to be recorded."""

    def __init__(self, records: Records, run: Running) -> None:
        """`run` is how work on the records is done (see `running`)."""
        self._records = records
        self._run = run
        self._waiting: deque[Callable[[], None]] = deque()
        self._moment: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def keep(self, act: Callable[[], None]) -> None:
        """Record something soon; `act` raises Fault where it cannot."""
        self._waiting.append(act)
        if self._moment is None:
            self._moment = asyncio.get_running_loop().call_later(MOMENT, self._begin)

    async def finish(self) -> None:
        """Wait for what is still to be recorded, which is done at once."""
        if self._moment:
            self._begin()
        await asyncio.gather(*self._tasks)

    def _begin(self) -> None:
        if self._moment:
            self._moment.cancel()
            self._moment = None
        task = asyncio.create_task(self._keep_all())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _keep_all(self) -> None:
        taken, self._waiting = self._waiting, deque()
        try:
            await self._run(lambda: self._write(taken))
        except Fault as fault:
            taken.clear()
            _lost(fault)
        finally:
            if taken:  # a defect has ended it before all was recorded
                self._waiting.extendleft(reversed(taken))
                self._begin()

    def _write(self, taken: deque[Callable[[], None]]) -> None:
        with self._records.together():
            while taken:
                _tried(taken.popleft())


def _tried(act: Callable[[], None]) -> None:
    try:
        act()
    except Fault as fault:
        _lost(fault)


def _lost(fault: Fault) -> None:
    _LOG.warning("a question could not be recorded", extra={"reason": str(fault)})
