"""Feeds polled beside the answering, in a thread of their own that holds nobody up and outlives no process.

It is a daemon: where the end does not wait for it any longer, it dies with the process at any line, which the base and
the records are made for. A defect in a round ends that round's thread, which is logged as any thread's end, and neither
the bot nor the next round: the feed it met stays claimed, and so is left alone until its claim has run out. What polls
is loaded when there is a feed to poll.
"""

import logging
import random
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Protocol

from knowledge.fault import Fault

if TYPE_CHECKING:
    from adapters.polling import Polling
    from bot.records import Records
    from knowledge.store import Store

_LOG = logging.getLogger("capex.feeds")
_LOOK_EVERY: Final = 60.0
_END_WITHIN: Final = 15.0


class Round(Protocol):
    """One look at all feeds."""

    def __call__(self, may_go_on: Callable[[], bool], /) -> None:
        """Poll those that are due; raises Fault where the records cannot be used."""


class Following:
    """Runs a round now and then, from `start` to `stop`."""

    def __init__(self, round_: Round, every: float = _LOOK_EVERY) -> None:
        self._round = round_
        self._every = every
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feeds", daemon=True)

    def start(self) -> None:
        """Begin, with a round at once."""
        self._thread.start()

    def stop(self) -> None:
        """Have what is under way end after the page it is at, and wait for that for a while."""
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join(_END_WITHIN)

    @property
    def is_at_work(self) -> bool:
        """Whether it has begun and not ended."""
        return self._thread.is_alive()

    def _run(self) -> None:
        while not self._ending.is_set():
            look = threading.Thread(target=self._look, name="a round of the feeds", daemon=True)
            look.start()
            look.join()
            self._ending.wait(self._every)

    def _look(self) -> None:
        try:
            self._round(lambda: not self._ending.is_set())
        except Fault as fault:
            _LOG.warning("the feeds could not be polled", extra={"reason": str(fault)})


class FeedsOfBase:
    """The round of a base's feeds, by the clock and by chance; nothing is loaded before a feed is followed."""

    def __init__(self, store: "Store", records: "Records") -> None:
        self._store = store
        self._feeds = records.feeds
        self._polling: Polling | None = None

    def __call__(self, may_go_on: Callable[[], bool]) -> None:
        """See `Round`."""
        if self._polling is None and self._feeds.feeds():
            self._polling = self._loaded()
        if self._polling:
            self._polling.round(may_go_on)

    def _loaded(self) -> "Polling":
        from adapters.articles.fetcher import Fetcher
        from adapters.polling import Polling, StoreIntake

        fetcher = Fetcher()
        intake = StoreIntake(self._store, fetcher)
        return Polling(self._feeds, fetcher, intake, lambda: datetime.now(UTC), random.random)
