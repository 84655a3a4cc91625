"""A feed that is followed, and the entries it names: addresses and days, no words of anybody."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class Entry(NamedTuple):
    """An article that a feed names: under the feed's own mark for it, with its address and day."""

    mark: str
    link: str
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class FollowedFeed:
    """A feed, and how it stands with it.

    `etag` and `modified` are what a conditional request is made of. `ask_at` is when its address may be asked again,
    `due` when there is something to do at all, such as an article to be tried again. `failures` counts the requests
    in vain since the last good one; `error` is the sentence of the last of them.
    """

    address: str
    who: str
    etag: str = ""
    modified: str = ""
    asked: datetime | None = None
    ask_at: datetime
    due: datetime
    failures: int = 0
    error: str = ""


class WaitingEntry(NamedTuple):
    """An entry whose article is still to be taken in, and how often that was tried in vain."""

    entry: Entry
    tries: int


class EntryCounts(NamedTuple):
    """How many entries of a feed were taken in, wait, and were given up."""

    taken: int = 0
    waiting: int = 0
    given_up: int = 0
