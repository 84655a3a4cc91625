"""Dates and periods in words: "about 25 Apr 2024", "1. Halbjahr 2024", "since 30 Nov 2022"."""

from collections.abc import Callable
from datetime import date
from typing import Final

from bot.wording.habits import day_in, month_in
from bot.wording.phrases import phrase
from knowledge.article import Published
from knowledge.period import Period, PeriodKind
from knowledge.reading.periods import read_periods
from knowledge.value import Language

_MANY_DAYS = 550


def published_text(published: Published, language: Language) -> str:
    """When an article appeared, no more precise than is known."""
    if published.precision == "year":
        return str(published.date.year)
    if published.precision == "month":
        return month_in(published.date, language)
    day = day_in(published.date, language)
    return day if published.precision == "day" else phrase(f"date_{published.precision}", language, day)


def period_text(period: Period, language: Language) -> str:
    """A period by its calendar name, by its label (fiscal periods) or by its ends."""
    start, end = period.start, period.end
    if start is None or end is None or period.kind == "since":
        return _open(period, language)
    if period.kind.startswith("fiscal"):
        return period.label if language == "en" else period.label.replace("FY", "GJ ")
    name = _CALENDAR_NAMES.get(period.kind)
    return name(start, language) if name else _between(start, end, language)


def baseline_text(baseline: str, language: Language, on: date) -> str:
    """What a change is measured against: a period in the words of the language; other words as they are printed.

    `on` is a day by which the period is understood.
    """
    if baseline in _BASELINES:
        return phrase(_BASELINES[baseline], language)
    named = [one.period for one in read_periods(baseline, "en", on) if one.text == baseline]
    return period_text(named[0], language) if named else baseline


_BASELINES: Final = {"start of the week": "start_of_week", "previous year": "year_before"}
"""Baselines that are no period with a name."""

_CALENDAR_NAMES: Final[dict[PeriodKind, Callable[[date, Language], str]]] = {
    "year": lambda start, _: str(start.year),
    "half": lambda start, language: phrase("half", language, (start.month + 5) // 6, start.year),
    "quarter": lambda start, _: f"Q{(start.month + 2) // 3} {start.year}",
    "month": month_in,
    "week": lambda start, language: phrase("week_of", language, day_in(start, language)),
    "day": day_in,
}


def _open(period: Period, language: Language) -> str:
    if period.start is None:
        return phrase("until", language, day_in(period.end, language)) if period.end else period.label
    key = "since" if period.kind == "since" else "from_on"
    return phrase(key, language, day_in(period.start, language))


def _between(start: date, end: date, language: Language) -> str:
    """Whole years by their numbers, other spans by month; a span of years from a day on counts as years too."""
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years or (end - start).days > _MANY_DAYS:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    first, last = (month_in(day, language) for day in (start, end))
    return first if first == last else f"{first} – {last}"
