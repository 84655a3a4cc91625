"""Feeds polled: what is new in them goes into the base by the way of `capex article add`, as proposals and no more.

One feed at a time and one request at a time, under a claim that no other process holds. An entry is kept before its
article is fetched, and what a conditional request needs after all entries, so that a process that dies between loses
none; what it had taken in is known when it is met again. Each trouble with a feed or an article is one line of the log.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Protocol
from urllib.parse import urlsplit
from uuid import uuid4

from adapters.articles.feed import feed_of
from adapters.articles.feed_reading import Feed
from adapters.articles.fetcher import Fetcher, Refused, Sent, Unchanged
from adapters.articles.freshness import NO_WISH, fresh_for, retry_after
from adapters.articles.sources import Told, article_on_page
from adapters.collecting import read_claims, taken_in
from bot.curation.pacing import after_answer, after_failure, next_try
from bot.feed import Entry, FollowedFeed, WaitingEntry
from bot.records.port_of_feeds import FeedRecords
from knowledge.fault import Fault
from knowledge.store import Store

_LOG = logging.getLogger("capex.feeds")

AT_ONCE: Final = 10
"""Articles that are fetched of a feed in one go; then other feeds have their turn."""

PAUSE: Final = timedelta(minutes=10)
"""The least time between two goes at the articles of one feed."""

_LONGEST_TAG: Final = 500


class Intake(Protocol):
    """Takes the article of an entry into the base."""

    def __call__(self, entry: Entry, who: str, at: datetime) -> int:
        """How many claims are proposed of it; raises Fault where it cannot be had."""


class Polling:
    """Polls feeds; `clock` says when it is, and `chance` is a number from 0 to 1."""

    def __init__(
        self,
        feeds: FeedRecords,
        fetcher: Fetcher,
        intake: Intake,
        clock: Callable[[], datetime],
        chance: Callable[[], float],
    ) -> None:
        self._feeds = feeds
        self._fetcher = fetcher
        self._intake = intake
        self._clock = clock
        self._chance = chance
        self._holder = uuid4().hex

    def round(self, may_go_on: Callable[[], bool]) -> None:
        """Poll each feed that is due, for as long as it may go on; raises Fault where the records cannot be used."""
        while may_go_on() and (feed := self._feeds.claim(self._holder, self._clock())):
            self._poll(feed, may_go_on)

    def _poll(self, feed: FollowedFeed, may_go_on: Callable[[], bool]) -> None:
        at = self._clock()
        if feed.ask_at <= at:
            feed = self._asked(feed, at)
        for waiting in self._feeds.waiting(feed.address, self._clock(), AT_ONCE):
            if not may_go_on():
                break
            if not self._feeds.renew(feed.address, self._holder, self._clock()):
                return  # another process has it, or nobody follows it any more
            self._take(feed, waiting)
        again = self._feeds.next_try(feed.address)
        due = min(feed.ask_at, max(again, self._clock() + PAUSE)) if again else feed.ask_at
        self._feeds.let_go(replace(feed, due=due), self._holder)

    def _asked(self, feed: FollowedFeed, at: datetime) -> FollowedFeed:
        """How it stands with the feed after it was asked; what it names is kept."""
        try:
            sent = self._fetcher.sent(feed.address, feed.etag, feed.modified)
            found = feed_of(sent)
        except Unchanged as unchanged:
            ask_at = after_answer(at, fresh_for(unchanged.headers), self._chance())
            return replace(feed, asked=at, ask_at=ask_at, failures=0, error="")
        except Fault as fault:
            wished = retry_after(fault.headers, at) if isinstance(fault, Refused) else NO_WISH
            failures = feed.failures + 1
            _LOG.warning("a feed could not be read", extra={"feed": named(feed.address), "reason": str(fault)})
            ask_at = after_failure(at, failures, wished, self._chance())
            return replace(feed, asked=at, ask_at=ask_at, failures=failures, error=str(fault))
        new = self._feeds.saw(feed.address, found.entries, at)
        _LOG.info("a feed was read", extra={"feed": named(feed.address), "new": new})
        return standing(feed, sent, found, at, self._chance())

    def _take(self, feed: FollowedFeed, waiting: WaitingEntry) -> None:
        entry = waiting.entry
        about = {"feed": named(feed.address), "article": named(entry.link)}
        try:
            claims = self._intake(entry, f"feed:{named(feed.address)}", self._clock())
        except Fault as fault:
            again = next_try(self._clock(), waiting.tries + 1)
            self._feeds.failed(feed.address, entry.mark, again)
            becomes = f"tried again after {again:%Y-%m-%d %H:%M} UTC" if again else "given up"
            _LOG.warning(
                "an article of a feed was not taken in", extra={**about, "reason": str(fault), "it is": becomes}
            )
        else:
            self._feeds.took(feed.address, entry.mark)
            _LOG.info("an article of a feed is in the base", extra={**about, "proposed": claims})


class StoreIntake:
    """The intake of a base, by the way of `capex article add`."""

    def __init__(self, store: Store, fetcher: Fetcher) -> None:
        self._store = store
        self._fetcher = fetcher

    def __call__(self, entry: Entry, who: str, at: datetime) -> int:
        """See `Intake`; of an article that the base has, with claims, nothing is proposed."""
        found = article_on_page(entry.link, Told(day_if_unsaid=entry.day), self._fetcher)
        article = taken_in(found, self._store, who, at).article
        if article.copy_of or article.withdrawn or any(source.id == article.id for _, source in self._store.claims()):
            return 0
        return len(read_claims(article.id, self._store, who, at).claims)


def standing(feed: FollowedFeed, sent: Sent, found: Feed, at: datetime, chance: float) -> FollowedFeed:
    """How it stands with a feed that has just been read."""
    ask_at = after_answer(at, max(found.ttl, fresh_for(sent.headers)), chance)
    etag, modified = (_tag(sent.headers.get(name, "")) for name in ("etag", "last-modified"))
    return replace(feed, etag=etag, modified=modified, asked=at, ask_at=ask_at, failures=0, error="")


def followed(address: str, who: str, fetcher: Fetcher, feeds: FeedRecords, at: datetime) -> Feed | None:
    """The feed at `address`, followed from now on; None where it was already. Raises Fault where it is none."""
    address = address.partition("#")[0]
    sent = fetcher.sent(address)
    found = feed_of(sent)
    feeds.saw(address, found.entries, at)  # before it is followed, so that none is lost with a process that dies here
    new = standing(FollowedFeed(address=address, who=who, ask_at=at, due=at), sent, found, at, chance=0)
    return found if feeds.follow(new) else None


def named(address: str) -> str:
    """An address as it stands in logs: site and path, since what follows may be a key."""
    parts = urlsplit(address)
    return f"{parts.hostname or ''}{parts.path}"[:200]


def _tag(said: str) -> str:
    return said if len(said) <= _LONGEST_TAG else ""
