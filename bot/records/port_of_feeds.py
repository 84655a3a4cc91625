"""The port of the records for feeds: which are followed, when each is asked next, and which entries were seen.

A feed is polled under a claim: whoever holds it alone asks the feed and takes its articles, until it lets go or the
claim runs out, as where its process died. Each write under a claim names it, and changes nothing once it is lost.
"""

from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.feed import Entry, EntryCounts, FollowedFeed, WaitingEntry

CLAIM_FOR: Final = timedelta(hours=1)
"""How long a feed is claimed. It is let go of within seconds or minutes; this is for a process that dies or breaks on
what the feed says, and which is not to come back to the feed any sooner than politely."""

ENTRY_FOR: Final = timedelta(days=90)
"""How long an entry stays known that its feed names no more."""

MOST_KEPT: Final = 2000
"""Entries that are kept of one feed, so that none fills the disk; the one that was named last longest ago leaves."""


class FeedRecords(Protocol):
    """Feeds that are followed."""

    def follow(self, feed: FollowedFeed) -> bool:
        """Follow a feed; False where it is followed already, and nothing is changed."""

    def unfollow(self, address: str) -> bool:
        """Forget a feed with all its entries; False where it is not followed."""

    def feeds(self) -> tuple[tuple[FollowedFeed, EntryCounts], ...]:
        """All feeds, by address."""

    def claim(self, holder: str, at: datetime) -> FollowedFeed | None:
        """A feed that is due and that nobody holds, from now on held by `holder`, a word nobody else uses."""

    def renew(self, address: str, holder: str, at: datetime) -> bool:
        """Hold the feed for another while; False where it is held no more, or followed no more."""

    def let_go(self, feed: FollowedFeed, holder: str) -> None:
        """Keep how it stands with the feed, and hold it no more; nothing where it is not held."""

    def saw(self, address: str, entries: tuple[Entry, ...], at: datetime) -> int:
        """Keep what the feed names; how many of it are new. They wait from now on; the others stay as they are."""

    def waiting(self, address: str, at: datetime, most: int) -> tuple[WaitingEntry, ...]:
        """The entries whose time has come, those that are named longest first."""

    def next_try(self, address: str) -> datetime | None:
        """When the time of the next waiting entry comes."""

    def took(self, address: str, mark: str) -> None:
        """The article of this entry is in the base."""

    def failed(self, address: str, mark: str, again: datetime | None) -> None:
        """The article could not be taken in; it is tried again then, or given up."""
