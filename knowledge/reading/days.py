"""Days, and the canonical English label of the stretch they make.

Every stretch of whole days has one kind and one label, whatever words named it: "erstes Halbjahr 2024", "January to
June 2024" and "H1 2024" are the same half. So labels compare and a wrong one shows.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.period import PeriodKind

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LENGTHS: tuple[tuple[PeriodKind, int], ...] = (("year", 12), ("half", 6), ("quarter", 3), ("month", 1))
_FURTHEST_YEAR = 9000


class Stretch(NamedTuple):
    """First and last day (None where open), kind and label."""

    start: date | None
    end: date | None
    kind: PeriodKind
    label: str


def label_of(kind: PeriodKind, start: date | None, end: date | None) -> str | None:
    """The canonical English label of a stretch.

    "2024", "H1 2024", "Q2 2024", "Jul 2024", "30 Jul 2024", "week of 29 Jul 2024", "2023–2026", "since 30 Nov 2022",
    "from 2025", "until 2026".
    None for fiscal and relative kinds, whose words the ends do not tell, and for a stretch open at both ends.
    """
    if kind == "span":
        return _span_label(start, end)
    if start is None:
        return None
    if kind == "since":
        return f"since {_first(start)}"
    labels = {
        "year": f"{start.year}",
        "half": f"H{(start.month + 5) // 6} {start.year}",
        "quarter": f"Q{(start.month + 2) // 3} {start.year}",
        "month": f"{_MONTHS[start.month - 1]} {start.year}",
        "week": f"week of {_day(start)}",
        "day": _day(start),
    }
    return labels.get(kind)


def _span_label(start: date | None, end: date | None) -> str | None:
    if start and end:
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return f"{start.year}–{end.year}"
        whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
        return (
            f"{_first(start, months=True)}–{_last(end, months=True)}" if whole_months else f"{_day(start)}–{_day(end)}"
        )
    if start:
        return f"from {_first(start)}"
    return f"until {_last(end)}" if end else None


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _first(day: date, *, months: bool = False) -> str:
    """The coarsest name of a first day: its year, its month, or itself."""
    if day.day != 1:
        return _day(day)
    return f"{day.year}" if day.month == 1 and not months else f"{_MONTHS[day.month - 1]} {day.year}"


def _last(day: date, *, months: bool = False) -> str:
    """The coarsest name of a last day: its year, its month, or itself."""
    if day.day != monthrange(day.year, day.month)[1]:
        return _day(day)
    return f"{day.year}" if day.month == 12 and not months else f"{_MONTHS[day.month - 1]} {day.year}"  # noqa: PLR2004


def stretch(kind: PeriodKind, start: date | None, end: date | None) -> Stretch:
    """A stretch of a calendar kind with its canonical label.

    Raises `ValueError` for a kind whose label the ends do not tell.
    """
    label = label_of(kind, start, end)
    if label is None:
        message = f"a stretch of kind '{kind}' has no canonical label"
        raise ValueError(message)
    return Stretch(start, end, kind, label)


def months_from(year: int, month: int, length: int) -> tuple[date, date]:
    """The first and last day of `length` whole months."""
    after = year * 12 + month - 1 + length
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def part_of_year(kind: PeriodKind, year: int, number: int = 1) -> Stretch:
    """The year itself, or its half, quarter or month of that number, counted from 1."""
    length = dict(_LENGTHS)[kind]
    return stretch(kind, *months_from(year, (number - 1) * length + 1, length))


def day(on: date) -> Stretch:
    """One day."""
    return stretch("day", on, on)


def week(on: date) -> Stretch:
    """The week from Monday to Sunday that holds `on`."""
    monday = on - timedelta(days=on.weekday())
    return stretch("week", monday, monday + timedelta(days=6))


def from_to(start: date, end: date) -> Stretch:
    """The stretch from `start` to `end`: a calendar year, half, quarter, month or day where it is one, else a span."""
    if start == end:
        return day(start)
    for kind, length in _LENGTHS:
        fits = start.day == 1 and (start.month - 1) % length == 0
        if fits and months_from(start.year, start.month, length)[1] == end:
            return stretch(kind, start, end)
    return stretch("span", start, end)


def shifted(on: date, months: int) -> date | None:
    """The same day `months` later (earlier if negative), or the month's last; None beyond the years 1 to 9000."""
    count = on.year * 12 + on.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if not 1 <= year <= _FURTHEST_YEAR:
        return None
    return date(year, month, min(on.day, monthrange(year, month)[1]))
