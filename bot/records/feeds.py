"""Feeds on an engine: a claim is one update that either happens or meets another's, so that one process polls a feed.

What is written under a claim names its holder in the same statement, so that a process that was too slow and lost its
claim undoes nothing of the next one's.
"""

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from bot.feed import Entry, EntryCounts, FollowedFeed, WaitingEntry
from bot.records.database import Database
from bot.records.port_of_feeds import CLAIM_FOR, ENTRY_FOR, MOST_KEPT
from bot.records.schema import feed, feed_entry

_FREE = feed.c.held_until <= bindparam("now")
_NEXT = (
    select(feed.c.address).where(feed.c.due <= bindparam("now"), _FREE).order_by(feed.c.due, feed.c.address).limit(1)
)
_HELD: dict[str, Any] = {"holder": bindparam("by"), "held_until": bindparam("until")}
_CLAIM = update(feed).where(feed.c.address == _NEXT.scalar_subquery(), _FREE).values(_HELD).returning(feed)
_MINE = (feed.c.address == bindparam("of"), feed.c.holder == bindparam("by"))
_RENEW = update(feed).where(*_MINE).values(held_until=bindparam("until")).returning(feed.c.address)
_STANDING = ("etag", "modified", "asked", "ask_at", "due", "failures", "error")
_LET_GO = (
    update(feed)
    .where(*_MINE)
    .values({name: bindparam(f"new_{name}") for name in _STANDING} | {"holder": "", "held_until": ""})
)
_FEEDS = select(feed).order_by(feed.c.address)
_COUNTS = select(feed_entry.c.feed, feed_entry.c.state, func.count().label("entries")).group_by(
    feed_entry.c.feed, feed_entry.c.state
)
_UNFOLLOW = delete(feed).where(feed.c.address == bindparam("of")).returning(feed.c.address)
_OF_FEED = feed_entry.c.feed == bindparam("of")
_FORGET = delete(feed_entry).where(_OF_FEED)
_WAITS = feed_entry.c.state == "waiting"
_WAITING = (
    select(feed_entry)
    .where(_OF_FEED, _WAITS, feed_entry.c.try_at <= bindparam("now"))
    .order_by(feed_entry.c.try_at, feed_entry.c.day, feed_entry.c.mark)
    .limit(bindparam("most"))
)
_NEXT_TRY = select(func.min(feed_entry.c.try_at).label("at")).where(_OF_FEED, _WAITS)
_ENTRY = update(feed_entry).where(_OF_FEED, feed_entry.c.mark == bindparam("named"))
_TOOK = _ENTRY.values(state="taken", try_at="")
_FAILED = _ENTRY.values(state=bindparam("becomes"), try_at=bindparam("again"), tries=feed_entry.c.tries + 1)
_OLD = delete(feed_entry).where(_OF_FEED, feed_entry.c.named_at < bindparam("before"))
_TOO_MANY = delete(feed_entry).where(
    _OF_FEED,
    feed_entry.c.mark.in_(
        select(feed_entry.c.mark)
        .where(_OF_FEED)
        .order_by(feed_entry.c.named_at.desc(), feed_entry.c.mark)
        .offset(MOST_KEPT)
    ),
)
_ORPHANS = delete(feed_entry).where(
    feed_entry.c.feed.not_in(select(feed.c.address)), feed_entry.c.named_at < bindparam("before")
)


class Feeds:
    """See `FeedRecords`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._follow = database.inserting(feed).on_conflict_do_nothing().returning(feed.c.address)
        insert = database.inserting(feed_entry)
        self._see = insert.on_conflict_do_update(
            index_elements=list(feed_entry.primary_key), set_={"named_at": insert.excluded.named_at}
        ).returning(feed_entry.c.first_at)

    def follow(self, feed: FollowedFeed) -> bool:
        """See `FeedRecords.follow`."""
        row = _row(feed) | {"address": feed.address, "who": feed.who, "holder": "", "held_until": ""}
        return bool(self._database.rows(self._follow, row))

    def unfollow(self, address: str) -> bool:
        """See `FeedRecords.unfollow`."""
        was_followed = bool(self._database.rows(_UNFOLLOW, {"of": address}))
        self._database.write(_FORGET, {"of": address})
        return was_followed

    def feeds(self) -> tuple[tuple[FollowedFeed, EntryCounts], ...]:
        """See `FeedRecords.feeds`."""
        counts: dict[str, dict[str, int]] = {}
        for row in self._database.rows(_COUNTS, {}):
            counts.setdefault(row.feed, {})[row.state] = row.entries
        found = map(_read, self._database.rows(_FEEDS, {}))
        return tuple((feed, EntryCounts(**counts.get(feed.address, {}))) for feed in found)

    def claim(self, holder: str, at: datetime) -> FollowedFeed | None:
        """See `FeedRecords.claim`."""
        row = self._database.row(_CLAIM, {"by": holder, "now": _written(at), "until": _written(at + CLAIM_FOR)})
        return _read(row) if row else None

    def renew(self, address: str, holder: str, at: datetime) -> bool:
        """See `FeedRecords.renew`."""
        return bool(self._database.rows(_RENEW, {"of": address, "by": holder, "until": _written(at + CLAIM_FOR)}))

    def let_go(self, feed: FollowedFeed, holder: str) -> None:
        """See `FeedRecords.let_go`."""
        standing = {f"new_{name}": value for name, value in _row(feed).items()}
        self._database.write(_LET_GO, {"of": feed.address, "by": holder, **standing})

    def saw(self, address: str, entries: tuple[Entry, ...], at: datetime) -> int:
        """See `FeedRecords.saw`."""
        now = _written(at)
        found = [self._database.rows(self._see, _new(address, entry, now))[0].first_at for entry in entries]
        self._database.write(_OLD, {"of": address, "before": _written(at - ENTRY_FOR)})
        self._database.write(_TOO_MANY, {"of": address})
        return found.count(now)

    def waiting(self, address: str, at: datetime, most: int) -> tuple[WaitingEntry, ...]:
        """See `FeedRecords.waiting`."""
        rows = self._database.rows(_WAITING, {"of": address, "now": _written(at), "most": most})
        return tuple(
            WaitingEntry(Entry(row.mark, row.link, date.fromisoformat(row.day) if row.day else None), row.tries)
            for row in rows
        )

    def next_try(self, address: str) -> datetime | None:
        """See `FeedRecords.next_try`."""
        row = self._database.row(_NEXT_TRY, {"of": address})
        return datetime.fromisoformat(row.at) if row and row.at else None

    def took(self, address: str, mark: str) -> None:
        """See `FeedRecords.took`."""
        self._database.write(_TOOK, {"of": address, "named": mark})

    def failed(self, address: str, mark: str, again: datetime | None) -> None:
        """See `FeedRecords.failed`."""
        becomes = {"becomes": "waiting", "again": _written(again)} if again else {"becomes": "given_up", "again": ""}
        self._database.write(_FAILED, {"of": address, "named": mark, **becomes})

    def clean_up(self, at: datetime) -> None:
        """Forget entries of feeds that nobody follows, as a process that died may have left."""
        self._database.write(_ORPHANS, {"before": _written(at - CLAIM_FOR)})


def _new(address: str, entry: Entry, now: str) -> dict[str, str | int]:
    day = entry.day.isoformat() if entry.day else ""
    times = {"first_at": now, "named_at": now, "try_at": now}
    return {
        "feed": address,
        "mark": entry.mark,
        "link": entry.link,
        "day": day,
        "state": "waiting",
        "tries": 0,
        **times,
    }


def _row(feed: FollowedFeed) -> dict[str, str | int]:
    """How it stands with a feed, as it is written."""
    values = asdict(feed)
    return {
        name: _written(value) if isinstance(value, datetime) else "" if value is None else value
        for name, value in values.items()
        if name in _STANDING
    }


def _read(row: Any) -> FollowedFeed:
    return FollowedFeed(
        address=row.address,
        who=row.who,
        etag=row.etag,
        modified=row.modified,
        asked=datetime.fromisoformat(row.asked) if row.asked else None,
        ask_at=datetime.fromisoformat(row.ask_at),
        due=datetime.fromisoformat(row.due),
        failures=row.failures,
        error=row.error,
    )


def _written(at: datetime) -> str:
    """A time so that text sorts as time does, whatever the zone it came in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
