"""A period one step on: "and the day after?", "und im Quartal davor?", "und am 31.?", "on Friday?" after one of a day.

Only whole calendar periods step, by their own length or by the year that is named, so that a step means the same
whoever reads it. The period stepped to is read from its name by the reader that reads all periods.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bot.question import AskedPeriod
from knowledge.period import Period
from knowledge.reading.periods import read_periods

_ON: Final = re.compile(
    r"\b(?:day|month|quarter|half|year) (?:after|later)\b|\b(?:next|following) (?:day|month|quarter|half|year)\b"
    r"|\b(?:tag|monat|quartal|halbjahr|jahr) (?:danach|darauf|drauf|später)\b|\bfolge(?:tag|monat|quartal|jahr)"
    r"|\btags darauf\b|\bam nächsten tag\b"
)
_BACK: Final = re.compile(
    r"\b(?:day|month|quarter|half|year) (?:before|earlier)\b"
    r"|\b(?:previous|prior|preceding) (?:day|month|quarter|half|year)\b"
    r"|\b(?:tag|monat|quartal|halbjahr|jahr) (?:davor|zuvor|vorher|früher)\b|\bvor(?:tag|monat|quartal|jahr)"
)
_WHOLE_YEAR: Final = re.compile(r"\b(?:full|whole|entire) year\b|\b(?:gesamtjahr|(?:ganzen?|gesamten?) jahr)")
_YEAR: Final = re.compile(r"\byear|(?<!halb)jahr")
_DAY_ALONE: Final = re.compile(r"\b(?:am |on the |the )(?P<day>[0-3]?\d)(?:\.|st|nd|rd|th)")
_WEEKDAYS: Final = re.compile(
    r"\b(?:(mon(?:day|tag))|(tuesday|dienstag)|(wednesday|mittwoch)|(thursday|donnerstag)|(friday|freitag)"
    r"|(saturday|samstag|sonnabend)|(sunday|sonntag))s?\b"
)
_DAYS_OF_WEEK: Final = 7
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def stepped(text: str, periods: Sequence[AskedPeriod]) -> AskedPeriod | None:
    """The period that `text` reaches from the last one asked about; None where it takes no step."""
    if len(periods) != 1:
        return None
    last, small = periods[0].period, text.casefold()
    named = _DAY_ALONE.search(small)
    if named and last.kind == "day" and last.start:
        return _read(last.start, int(named["day"]) - last.start.day)
    weekday = _WEEKDAYS.search(small)
    if weekday and last.kind == "day" and last.start:
        return _read(last.start, _days_to(last.start, (weekday.lastindex or 1) - 1))
    if _WHOLE_YEAR.search(small) and last.start:
        return _first(f"{last.start.year}", last.start)
    step, found = 1, _ON.search(small)
    if not found:
        step, found = -1, _BACK.search(small)
    return _moved(last, step, by_a_year=_YEAR.search(found.group()) is not None) if found else None


def _days_to(day: date, weekday: int) -> int:
    """How many days after `day` the next such weekday is, Monday being the first."""
    return (weekday - day.weekday() - 1) % _DAYS_OF_WEEK + 1


def _moved(last: Period, step: int, *, by_a_year: bool) -> AskedPeriod | None:
    if last.start is None:
        return None
    if last.kind == "day":
        return _read(last.start, step)
    if last.kind not in _MONTHS:
        return None
    length = _MONTHS["year" if by_a_year else last.kind]
    months = last.start.year * 12 + last.start.month - 1 + step * length
    year, month = divmod(months, 12)
    name = {"year": "{y}", "half": "H{h} {y}", "quarter": "Q{q} {y}", "month": "{y}-{m:02}"}[last.kind]
    text = name.format(y=year, h=month // 6 + 1, q=month // 3 + 1, m=month + 1)
    return _first(text, last.start)


def _read(day: date, days: int) -> AskedPeriod | None:
    return _first((day + timedelta(days=days)).isoformat(), day)


def _first(text: str, on: date) -> AskedPeriod | None:
    found = read_periods(text, "en", on)
    return AskedPeriod(period=found[0].period) if found else None
