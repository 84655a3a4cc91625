"""Days and months by name: "2024-08-03", "30. November 2022", "Nov 30, 2022", "30.11.2022", "Juli 2024", "Ende Juni".

Without a year the latest such day or month that has begun by the day of reading is meant. "11/30/2022" is not read,
since its order is not known.
"""

import re
from calendar import monthrange
from datetime import date
from functools import cache
from typing import NamedTuple

from knowledge.reading.days import Stretch, day, part_of_year
from knowledge.reading.phrases import Phrases, words
from knowledge.reading.time_words import ALSO_VERBS, MONTHS, THIS, turn
from knowledge.reading.tokens import Tokens
from knowledge.reading.years import YearName, read_year

_OF = Phrases(dict.fromkeys(("of", "des", ",", "in"), True))
_BEFORE_MONTH = frozenset(
    words("in im since seit by until bis ende anfang mitte late early mid of from to von end vom nach")
)
_LONGEST_MONTH = 31
_ENDINGS = ("st", "nd", "rd", "th")


class Dated(NamedTuple):
    """A stretch, the index after its words, and whether they name the year."""

    stretch: Stretch
    end: int
    has_year: bool


def read_date(tokens: Tokens, index: int, on: date, year: int | None = None) -> Dated | None:
    """The day or month named at `index`. One without a year falls in `year`, or else is the latest begun by `on`."""
    return _numeric(tokens, index) or _day_first(tokens, index, on, year) or _month_first(tokens, index, on, year)


def _numeric(tokens: Tokens, index: int) -> Dated | None:
    """As in "2024-08-03" and "30.11.2022"."""
    if tokens[index].kind != "number":
        return None
    if match := _dotted().fullmatch(tokens[index].text):
        found = _valid(int(match["year"]), int(match["month"]), int(match["day"]))
        return Dated(day(found), index + 1, has_year=True) if found else None
    parts = [tokens[index + step].text for step in (0, 2, 4)]
    if not (tokens.is_hyphen(index + 1) and tokens.is_hyphen(index + 3) and _iso().fullmatch("-".join(parts))):
        return None
    found = _valid(*(int(part) for part in parts))
    return Dated(day(found), index + 5, has_year=True) if found else None


@cache
def _dotted() -> re.Pattern[str]:
    return re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>(?:19|20)[0-9]{2})")


@cache
def _iso() -> re.Pattern[str]:
    return re.compile("(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")


def _day_first(tokens: Tokens, index: int, on: date, year: int | None) -> Dated | None:
    """As in "30. November 2022", "30 Nov", "30th of November 2022"."""
    number = _day_number(tokens, index)
    if number is None:
        return None
    place = _past_ending(tokens, index + 1)
    if tokens[place].text == "." and not tokens[place].spaced:
        place += 1
    month = MONTHS.find(tokens, place + 1 if tokens[place].key == "of" else place)
    return _day_in(tokens, number, month, on, year) if month else None


def _month_first(tokens: Tokens, index: int, on: date, year: int | None) -> Dated | None:
    """As in "November 30, 2022", "November 2022", "im November"."""
    found = MONTHS.find(tokens, index)
    if found is None:
        return None
    month, place = found
    number = _day_number(tokens, place)
    if number is not None and (dated := _day_in(tokens, number, (month, _past_ending(tokens, place + 1)), on, year)):
        return dated
    if named := _year_after(tokens, place, on):
        return Dated(part_of_year("month", named.year, month), named.end, has_year=True)
    if not _is_month_alone(tokens, index):
        return None
    if year is None:
        year = on.year if month <= on.month else on.year - 1
    return Dated(part_of_year("month", year, month), place, has_year=False)


def _is_month_alone(tokens: Tokens, index: int) -> bool:
    """Whether a month name without day and year is one: "in May", but not "may"."""
    before = tokens[index - 1].key
    if before in _BEFORE_MONTH or (turn(before) is not None and before not in THIS):
        return True
    return tokens[index].key not in ALSO_VERBS and tokens[index].text[0].isupper()


def _day_number(tokens: Tokens, index: int) -> int | None:
    token = tokens[index]
    if token.kind != "number" or not token.text.isdecimal() or len(token.text) > 2:  # noqa: PLR2004 (two digits)
        return None
    return int(token.text) if 1 <= int(token.text) <= _LONGEST_MONTH else None


def _past_ending(tokens: Tokens, index: int) -> int:
    return index + 1 if tokens[index].key in _ENDINGS and not tokens[index].spaced else index


def _day_in(tokens: Tokens, number: int, month_named: tuple[int, int], on: date, year: int | None) -> Dated | None:
    """The day of a month, whose number and the index after its name are given."""
    month, place = month_named
    if named := _year_after(tokens, place, on):
        found = _valid(named.year, month, number)
        return Dated(day(found), named.end, has_year=True) if found else None
    found = _valid(year, month, number) if year else _latest(on, month, number)
    return Dated(day(found), place, has_year=False) if found else None


def _year_after(tokens: Tokens, index: int, on: date) -> YearName | None:
    joined = _OF.find(tokens, index)
    named = read_year(tokens, joined[1] if joined else tokens.past_hyphen(index), on)
    return named if named and not named.fiscal else None


def _latest(on: date, month: int, number: int) -> date | None:
    """The latest such day that is not after `on`, in the last four years (for the 29th of February)."""
    candidates = (_valid(on.year - back, month, number) for back in range(5))
    return next((found for found in candidates if found and found <= on), None)


def _valid(year: int, month: int, number: int) -> date | None:
    if not (1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):  # noqa: PLR2004 (twelve months)
        return None
    return date(year, month, number)
