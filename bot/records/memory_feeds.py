"""Feeds kept in this process, as `MemoryRecords` keeps the rest."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from bot.feed import Entry, EntryCounts, FollowedFeed, WaitingEntry
from bot.records.port_of_feeds import CLAIM_FOR, ENTRY_FOR, MOST_KEPT


@dataclass
class _Seen:
    entry: Entry
    named_at: datetime
    try_at: datetime
    state: Literal["waiting", "taken", "given_up"] = "waiting"
    tries: int = 0

    @property
    def place(self) -> tuple[datetime, str, str]:
        """Its place among those that wait."""
        return self.try_at, self.entry.day.isoformat() if self.entry.day else "", self.entry.mark


@dataclass
class _Held:
    feed: FollowedFeed
    holder: str = ""
    until: datetime | None = None
    entries: dict[str, _Seen] = field(default_factory=dict)


class MemoryFeeds:
    """See `FeedRecords`."""

    def __init__(self) -> None:
        self._feeds: dict[str, _Held] = {}
        self._unfollowed: dict[str, dict[str, _Seen]] = {}

    def follow(self, feed: FollowedFeed) -> bool:
        """See `FeedRecords.follow`."""
        if feed.address in self._feeds:
            return False
        self._feeds[feed.address] = _Held(feed, entries=self._unfollowed.pop(feed.address, {}))
        return True

    def unfollow(self, address: str) -> bool:
        """See `FeedRecords.unfollow`."""
        self._unfollowed.pop(address, None)
        return self._feeds.pop(address, None) is not None

    def feeds(self) -> tuple[tuple[FollowedFeed, EntryCounts], ...]:
        """See `FeedRecords.feeds`."""
        return tuple((held.feed, _counts(held)) for _, held in sorted(self._feeds.items()))

    def claim(self, holder: str, at: datetime) -> FollowedFeed | None:
        """See `FeedRecords.claim`."""
        free = [one for one in self._feeds.values() if one.feed.due <= at and (one.until is None or one.until <= at)]
        if not free:
            return None
        chosen = min(free, key=lambda one: (one.feed.due, one.feed.address))
        chosen.holder, chosen.until = holder, at + CLAIM_FOR
        return chosen.feed

    def renew(self, address: str, holder: str, at: datetime) -> bool:
        """See `FeedRecords.renew`."""
        held = self._feeds.get(address)
        if held is None or held.holder != holder:
            return False
        held.until = at + CLAIM_FOR
        return True

    def let_go(self, feed: FollowedFeed, holder: str) -> None:
        """See `FeedRecords.let_go`."""
        held = self._feeds.get(feed.address)
        if held and held.holder == holder:
            held.feed, held.holder, held.until = replace(feed, who=held.feed.who), "", None

    def saw(self, address: str, entries: tuple[Entry, ...], at: datetime) -> int:
        """See `FeedRecords.saw`."""
        known = self._entries(address)
        before = len(known)
        for entry in entries:
            known.setdefault(entry.mark, _Seen(entry, at, at)).named_at = at
        new = len(known) - before
        for seen in sorted(known.values(), key=lambda one: (one.named_at, one.entry.mark), reverse=True)[MOST_KEPT:]:
            del known[seen.entry.mark]
        for mark in [mark for mark, seen in known.items() if seen.named_at < at - ENTRY_FOR]:
            del known[mark]
        return new

    def waiting(self, address: str, at: datetime, most: int) -> tuple[WaitingEntry, ...]:
        """See `FeedRecords.waiting`."""
        due = [one for one in self._entries(address).values() if one.state == "waiting" and one.try_at <= at]
        return tuple(WaitingEntry(one.entry, one.tries) for one in sorted(due, key=lambda one: one.place)[:most])

    def next_try(self, address: str) -> datetime | None:
        """See `FeedRecords.next_try`."""
        waiting = (one.try_at for one in self._entries(address).values() if one.state == "waiting")
        return min(waiting, default=None)

    def took(self, address: str, mark: str) -> None:
        """See `FeedRecords.took`."""
        if mark in self._entries(address):
            self._entries(address)[mark].state = "taken"

    def failed(self, address: str, mark: str, again: datetime | None) -> None:
        """See `FeedRecords.failed`."""
        seen = self._entries(address).get(mark)
        if seen:
            seen.state, seen.try_at, seen.tries = (
                "waiting" if again else "given_up",
                again or seen.try_at,
                seen.tries + 1,
            )

    def clean_up(self, at: datetime) -> None:
        """See `Feeds.clean_up`."""
        self._unfollowed = {
            address: entries
            for address, entries in self._unfollowed.items()
            if any(seen.named_at >= at - CLAIM_FOR for seen in entries.values())
        }

    def _entries(self, address: str) -> dict[str, _Seen]:
        held = self._feeds.get(address)
        return held.entries if held else self._unfollowed.setdefault(address, {})


def _counts(held: _Held) -> EntryCounts:
    states = [seen.state for seen in held.entries.values()]
    return EntryCounts(states.count("taken"), states.count("waiting"), states.count("given_up"))
