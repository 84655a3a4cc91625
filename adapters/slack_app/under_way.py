"""Work that is under way: started from a delivery that is acknowledged already, waited for when the bot stops.

A piece of work that fails never fails silently: whoever started it says what then happens.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

_LOG: Final = logging.getLogger("capex.slack")


class UnderWay:
    """The pieces of work that have not ended."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(
        self, work: Coroutine[Any, Any, None], otherwise: Callable[[BaseException], Coroutine[Any, Any, None]] | None
    ) -> asyncio.Task[None]:
        """Begin `work`; `otherwise` is done with the error if it fails."""
        task = asyncio.create_task(work)
        self._tasks.add(task)

        def ended(_: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            error = None if task.cancelled() else task.exception()
            if error and otherwise:
                self.start(otherwise(error), None)

        task.add_done_callback(ended)
        return task

    async def finish(self, within: float) -> None:
        """Wait for all of it; what takes longer than `within` seconds is given up, and counted in the log."""
        try:
            async with asyncio.timeout(within):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        except TimeoutError:
            left = list(self._tasks)
            _LOG.error("what was under way is given up", extra={"count": len(left), "seconds": within})
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
