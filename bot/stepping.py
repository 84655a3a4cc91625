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
    r"|\btags dr?auf\b|\bam nächsten tag\b"
)
_BACK: Final = re.compile(
    r"\b(?:day|month|quarter|half|year) (?:before|earlier)\b"
    r"|\b(?:previous|prior|preceding) (?:day|month|quarter|half|year)\b"
    r"|\b(?:tag|monat|quartal|halbjahr|jahr) (?:davor|zuvor|vorher|früher)\b|\bvor(?:tag|monat|quartal|jahr)"
)
_FAR: Final = re.compile(
    r"\b(?P<count>\d{1,2}|two|three|four|six|nine|twelve|zwei|drei|vier|sechs|neun|zwölf) "
    r"(?P<unit>day|month|quarter|year|tag|monat|quartal|jahr)\w* "
    r"(?:(?P<on>later|after|afterwards|on|später|danach|darauf|drauf)|earlier|before|prior|früher|zuvor|davor|vorher)\b"
)
_COUNTS: Final = {
    **{str(count): count for count in range(1, 32)},
    "two": 2,
    "three": 3,
    "four": 4,
    "six": 6,
    "nine": 9,
    "twelve": 12,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "sechs": 6,
    "neun": 9,
    "zwölf": 12,
}
_UNITS: Final = {"tag": "day", "monat": "month", "quartal": "quarter", "halbjahr": "half", "jahr": "year"}
_WHOLE_YEAR: Final = re.compile(r"\b(?:full|whole|entire) year\b|\b(?:gesamtjahr|(?:ganzen?|gesamten?) jahr)")
_UNIT: Final = re.compile("day|month|quarter|half|year|tag|monat|quartal|halbjahr|jahr")
_DAY_ALONE: Final = re.compile(r"\b(?:am |on the |the )(?P<day>[0-3]?\d)(?:\.|st|nd|rd|th)")
_WEEKDAYS: Final = re.compile(
    r"\b(?:(mon(?:day|tag))|(tuesday|dienstag)|(wednesday|mittwoch)|(thursday|donnerstag)|(friday|freitag)"
    r"|(saturday|samstag|sonnabend)|(sunday|sonntag))s?\b"
)
_DAYS_OF_WEEK: Final = 7
_WEEK: Final = timedelta(days=_DAYS_OF_WEEK)
_SHORT: Final = frozenset({"day", "week", "month"})
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def stepped(text: str, periods: Sequence[AskedPeriod]) -> AskedPeriod | None:
    """The period that `text` reaches from the last one asked about; None where it takes no step."""
    if len(periods) != 1 or periods[0].period.start is None:
        return None
    last, small = periods[0].period, text.casefold()
    days = _days(periods[0].period.start, small) if last.kind == "day" else None
    if days is not None:
        return _read(periods[0].period.start, days)
    if _WHOLE_YEAR.search(small):
        return _first(f"{periods[0].period.start.year}", periods[0].period.start)
    return _moved(last, *_steps(small, last.kind))


def _days(last: date, text: str) -> int | None:
    """How many days after the last one the day is that `text` tells by its number in the month or the week."""
    named, weekday = _DAY_ALONE.search(text), _WEEKDAYS.search(text)
    if named:
        return int(named["day"]) - last.day
    return _days_to(last, (weekday.lastindex or 1) - 1) if weekday else None


def _steps(text: str, kind: str) -> tuple[int, str]:
    """How many steps of which length `text` takes from a period of a kind; none, if it takes none."""
    far = _FAR.search(text)
    if far:
        return _COUNTS.get(far["count"], 0) * (1 if far["on"] else -1), _UNITS.get(far["unit"], far["unit"])
    on, back = _ON.search(text), _BACK.search(text)
    found = on or back
    if found is None:
        return 0, kind
    unit = _UNIT.search(found.group())
    return 1 if on else -1, _UNITS.get(unit.group(), unit.group()) if unit else kind


def about_that_time(periods: Sequence[AskedPeriod]) -> tuple[AskedPeriod, ...]:
    """A day, week or month with the week before and behind it; nothing for longer or several periods."""
    last = periods[0].period if len(periods) == 1 else None
    if last is None or last.kind not in _SHORT or not (last.start and last.end):
        return ()
    first, end = last.start - _WEEK, last.end + _WEEK
    return (AskedPeriod(period=Period(start=first, end=end, label=f"about {last.label}", kind="span")),)


def _days_to(day: date, weekday: int) -> int:
    """How many days after `day` the next such weekday is, Monday being the first."""
    return (weekday - day.weekday() - 1) % _DAYS_OF_WEEK + 1


def _moved(last: Period, steps: int, unit: str) -> AskedPeriod | None:
    """The period so many units on; None where they are none, or do not lead to a whole one."""
    if last.start is None or not steps:
        return None
    if last.kind == unit == "day":
        return _read(last.start, steps)
    if last.kind not in _MONTHS or unit not in _MONTHS or steps * _MONTHS[unit] % _MONTHS[last.kind]:
        return None
    months = last.start.year * 12 + last.start.month - 1 + steps * _MONTHS[unit]
    year, month = divmod(months, 12)
    name = {"year": "{y}", "half": "H{h} {y}", "quarter": "Q{q} {y}", "month": "{y}-{m:02}"}[last.kind]
    text = name.format(y=year, h=month // 6 + 1, q=month // 3 + 1, m=month + 1)
    return _first(text, last.start)


def _read(day: date, days: int) -> AskedPeriod | None:
    return _first((day + timedelta(days=days)).isoformat(), day)


def _first(text: str, on: date) -> AskedPeriod | None:
    found = read_periods(text, "en", on)
    return AskedPeriod(period=found[0].period) if found else None
