"""Weeks by number, by a day or by their place in a month, and weekdays with their date.

"KW 31/2024", "week of July 29", "last week of October 2024", "Montag, 29. Juli 2024".

A numbered week is one of ISO 8601; without a year it is the latest that has begun. A week "of" a Monday is that
week, and of another day is left to that day; one that "begins" or "ends" on a day takes the article at its word. The
first and the last week of a month are those that hold its first and its last day.
"""

from datetime import date, timedelta

from knowledge.reading.dates import Dated, read_date
from knowledge.reading.days import stretch, week
from knowledge.reading.figures import is_year
from knowledge.reading.phrases import Phrases, either
from knowledge.reading.time_words import WEEKDAYS
from knowledge.reading.tokens import Tokens
from knowledge.reading.years import YearName, read_short_year, read_year

_NUMBERED = Phrases(
    dict.fromkeys(either("kw|kalenderwoche|kalenderwochen|calendar week|cw"), "de") | {"week": "en", "woche": "en"}
)
_OF_YEAR = Phrases(dict.fromkeys(either("of|/|des jahres|in|im|,|vom"), True))
_BY_DAY = Phrases(
    dict.fromkeys(either("week of|week of the|woche vom"), "of")
    | dict.fromkeys(
        either("week beginning|week beginning on|week starting|week commencing|woche ab|woche ab dem"), "first"
    )
    | dict.fromkeys(either("week ending|week ended|week ending on|week to|woche bis|woche bis zum|woche zum"), "last")
)
_IN_A_MONTH = Phrases(
    dict.fromkeys(
        either("first week of|first week in|erste woche im|ersten woche im|erste woche des|ersten woche des"), "first"
    )
    | dict.fromkeys(
        either(
            "last week of|last week in|final week of|"
            "letzte woche im|letzten woche im|letzte woche des|letzten woche des"
        ),
        "last",
    )
)
_LAST_WEEK = 53


def read_week(tokens: Tokens, index: int, on: date) -> Dated | None:
    """The week named at `index` by its number or by one of its days; None without one."""
    return _by_day(tokens, index, on) or _after_noun(tokens, index, on) or _before_noun(tokens, index, on)


def read_week_of_month(tokens: Tokens, index: int, on: date) -> Dated | None:
    """The first or the last week of a month, "last week of October 2024"; None without one."""
    found = _IN_A_MONTH.find(tokens, index)
    dated = read_date(tokens, found[1], on) if found else None
    if found is None or dated is None or dated.stretch.kind != "month":
        return None
    day = dated.stretch.start if found[0] == "first" else dated.stretch.end
    return dated._replace(stretch=week(day - timedelta(days=day.weekday()))) if day else None


def read_weekday_with_date(tokens: Tokens, index: int, on: date) -> Dated | None:
    """A weekday with its date behind it, which is one day: "Monday, July 29, 2024"; None without both."""
    if tokens[index].key not in WEEKDAYS:
        return None
    place = index + 1 if tokens[index + 1].text != "," else index + 2
    dated = read_date(tokens, place + (tokens[place].key in ("den", "dem", "the")), on)
    return dated if dated and dated.stretch.kind == "day" else None


def _by_day(tokens: Tokens, index: int, on: date) -> Dated | None:
    found = _BY_DAY.find(tokens, index)
    if found is None:
        return None
    role, place = found
    dated = read_weekday_with_date(tokens, place, on) or read_date(tokens, place, on)
    if dated is None or dated.stretch.kind != "day" or dated.stretch.start is None:
        return None
    chosen = dated.stretch.start
    if role == "of" and chosen.weekday():
        return None
    first = chosen if role != "last" else chosen - timedelta(days=6)
    return dated._replace(stretch=stretch("week", first, first + timedelta(days=6)))


def _after_noun(tokens: Tokens, index: int, on: date) -> Dated | None:
    """As in "KW 31", "KW 45/2025", "calendar week 31"; a plain "week 31" only with its year."""
    found = _NUMBERED.find(tokens, index)
    if found is None or tokens[index - 1].kind == "number":
        return None
    number = _number(tokens, found[1])
    return _in_year(tokens, number, found[1] + 1, on, bare=found[0] == "de") if number else None


def _before_noun(tokens: Tokens, index: int, on: date) -> Dated | None:
    """As in "31. Kalenderwoche 2024"."""
    number = _number(tokens, index)
    if number is None or tokens[index + 1].text != "." or tokens[index + 1].spaced:
        return None
    found = _NUMBERED.find(tokens, index + 2)
    return _in_year(tokens, number, found[1], on, bare=True) if found and found[0] == "de" else None


def _number(tokens: Tokens, index: int) -> int | None:
    token = tokens[index]
    plain = token.kind == "number" and token.text.isdecimal() and len(token.text) <= 2  # noqa: PLR2004 (two digits)
    return int(token.text) if plain and 1 <= int(token.text) <= _LAST_WEEK else None


def _in_year(tokens: Tokens, number: int, place: int, on: date, *, bare: bool) -> Dated | None:
    named = _year_after(tokens, place, on)
    if named and not named.fiscal:
        monday = _monday(named.year, number)
        return Dated(week(monday), named.end, has_year=True) if monday else None
    candidates = (_monday(on.year - back, number) for back in range(8)) if bare else ()
    latest = next((monday for monday in candidates if monday and monday <= on), None)
    return Dated(week(latest), place, has_year=False) if latest else None


def _year_after(tokens: Tokens, place: int, on: date) -> YearName | None:
    if tokens[place].text == "/" and is_year(tokens[place + 1].text):
        return YearName(int(tokens[place + 1].text), fiscal=False, end=place + 2)
    linked = _OF_YEAR.find(tokens, place)
    place = linked[1] if linked else place
    return read_year(tokens, place, on) or read_short_year(tokens, place)


def _monday(year: int, number: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
