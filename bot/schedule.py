"""When a digest is due: a time of day in a zone on some days of the week, as moments of the one time of all.

Pure arithmetic on zoneinfo. Each day that exists in the zone has exactly one moment: a time that the clocks leave out
counts as if they had not been put forward yet, of a time that comes twice the first one counts (RFC 5545). So no day
is missed and none comes twice, whatever the clocks do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

WEEKDAYS: Final = frozenset(range(5))
DAILY: Final = frozenset(range(7))
"""Days of the week, Monday being 0."""

CATCH_UP: Final = timedelta(hours=12)
"""How late a digest still goes out; less than from one to the next, so that there is never more than one of them."""

_DAY: Final = timedelta(days=1)
_LONGEST_PAUSE: Final = 9
"""Days in which a weekly digest certainly is due, one of them left out."""


class Due(NamedTuple):
    """The local day that a digest is for, and the moment at which it is due."""

    day: date
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """A time of day in a zone (a name of the IANA database) on days of the week."""

    at: time
    zone: str
    days: frozenset[int] = WEEKDAYS

    def due_on(self, day: date) -> datetime | None:
        """The moment of a local day, in UTC; None on other days of the week, and where the zone has no such day."""
        if day.weekday() not in self.days or not _exists(day, self.zone):
            return None
        return datetime.combine(day, self.at, ZoneInfo(self.zone)).astimezone(UTC)

    def last(self, now: datetime) -> Due | None:
        """The last digest that is due at `now` and may still go out."""
        today = self.day_of(now)
        moments = (self._due(today + _DAY * ahead) for ahead in (1, 0, -1))
        return next((due for due in moments if due and due.at <= now < due.at + CATCH_UP), None)

    def next(self, after: datetime) -> Due:
        """The first digest that is due later than `after`."""
        return next(self.coming(after))

    def coming(self, after: datetime) -> Iterator[Due]:
        """The digests that are due later than `after`, in order."""
        day, waited = self.day_of(after) - _DAY, 0
        while waited <= _LONGEST_PAUSE:
            due = self._due(day)
            if due and due.at > after:
                waited = 0
                yield due
            day, waited = day + _DAY, waited + 1

    def day_of(self, moment: datetime) -> date:
        """The local day of a moment."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def _due(self, day: date) -> Due | None:
        at = self.due_on(day)
        return Due(day, at) if at else None


def zone_named(typed: str) -> str | None:
    """The zone of a name, however its letters are written; None for what is no zone with its own clock changes.

    An abbreviation such as EST is none: it would stand still where its people put their clocks forward.
    """
    return _zones().get(typed.casefold())


def zones() -> tuple[str, ...]:
    """All names of zones, to choose from."""
    return tuple(_zones().values())


@cache
def _zones() -> dict[str, str]:
    known = sorted(name for name in available_timezones() if name == "UTC" or _is_of_a_place(name))
    return {name.casefold(): name for name in known}


def _is_of_a_place(name: str) -> bool:
    return "/" in name and not name.startswith(("Etc/", "SystemV/", "US/", "posix/", "right/"))


def _exists(day: date, zone: str) -> bool:
    """Whether a zone has this day: who moves over the date line leaves one out."""
    noon = datetime.combine(day, time(12), ZoneInfo(zone))
    return noon.astimezone(UTC).astimezone(ZoneInfo(zone)).date() == day
