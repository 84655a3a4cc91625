"""Days and months by name: "30. November 2022", "Nov 30, 2022", "Juli 2024", "Ende Juni", "June quarter".

Without a year the latest such day or month that has begun by the day of reading is meant; days in digits are read
elsewhere. "April Underwood" is a person.
"""

from datetime import date
from typing import NamedTuple

from knowledge.reading.days import Stretch, day, from_to, months_from, part_of_year
from knowledge.reading.numeric_dates import read_numeric, valid_day
from knowledge.reading.phrases import Phrases, words
from knowledge.reading.time_words import ALSO_FORENAMES, ALSO_VERBS, MONTHS, QUARTER, THIS, turn
from knowledge.reading.tokens import Tokens
from knowledge.reading.years import YearName, read_short_year, read_year

_OF = Phrases(dict.fromkeys(("of", "des", ",", "in"), True))
_BEFORE_MONTH = frozenset(
    words("in im since seit by until bis ende anfang mitte late early mid of from to von end vom nach between zwischen")
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
    found = read_numeric(tokens, index)
    return Dated(*found, has_year=True) if found else None


def _day_first(tokens: Tokens, index: int, on: date, year: int | None) -> Dated | None:
    """As in "30. November 2022", "30 Nov", "30th of November 2022"."""
    number = day_number(tokens, index)
    if number is None:
        return None
    place = past_ending(tokens, index + 1)
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
    number = day_number(tokens, place)
    if number is not None and (dated := _day_in(tokens, number, (month, past_ending(tokens, place + 1)), on, year)):
        return dated
    if quarter := _quarter_of_month(tokens, month, place, on):
        return quarter
    if named := _year_after(tokens, place, on):
        return Dated(part_of_year("month", named.year, month), named.end, has_year=True)
    if not (_is_month_alone(tokens, index) or _opens_months(tokens, place)):
        return None
    year = year or _year_of_next(tokens, place, on)
    if year is None:
        year = on.year if month <= on.month else on.year - 1
    return Dated(part_of_year("month", year, month), place, has_year=False)


def _opens_months(tokens: Tokens, index: int) -> bool:
    """Whether another month follows, so that even a short name is one: "Okt.–Dez. 2024"."""
    return tokens[index].text in ("-", "–", "bis", "to", "through") and MONTHS.find(tokens, index + 1) is not None


def _year_of_next(tokens: Tokens, index: int, on: date) -> int | None:
    """The year of the month that follows after "and": "August and September 2023"."""
    following = MONTHS.find(tokens, index + 1) if tokens[index].key in ("and", "und") else None
    named = _year_after(tokens, following[1], on) if following else None
    return named.year if named else None


def _quarter_of_month(tokens: Tokens, month: int, place: int, on: date) -> Dated | None:
    """As in "June quarter 2024", "Juni-Quartal": the three months that end with this one."""
    place = tokens.past_hyphen(place)
    if tokens[place].key not in QUARTER:
        return None
    named = _year_after(tokens, place + 1, on)
    year = named.year if named else on.year - (month - 2 > on.month)
    first = year * 12 + month - 3
    quarter = from_to(*months_from(first // 12, first % 12 + 1, 3))
    return Dated(quarter, named.end if named else place + 1, has_year=named is not None)


def _is_month_alone(tokens: Tokens, index: int) -> bool:
    """Whether a month name without day and year is one: "in May", but not "may"."""
    before = tokens[index - 1].key
    if before in _BEFORE_MONTH or (turn(before) is not None and before not in THIS):
        return True
    following = tokens[index + 1]
    if tokens[index].key in ALSO_FORENAMES and following.kind == "word" and following.text[0].isupper():
        return False
    return tokens[index].key not in ALSO_VERBS and tokens[index].text[0].isupper()


def day_number(tokens: Tokens, index: int) -> int | None:
    """The number at `index` that could be a day of a month; None for another."""
    token = tokens[index]
    if token.kind != "number" or not token.text.isdecimal() or len(token.text) > 2:  # noqa: PLR2004 (two digits)
        return None
    return int(token.text) if 1 <= int(token.text) <= _LONGEST_MONTH else None


def past_ending(tokens: Tokens, index: int) -> int:
    """The index after "st", "nd", "rd" or "th" tied to a number, or the same index."""
    return index + 1 if tokens[index].key in _ENDINGS and not tokens[index].spaced else index


def _day_in(tokens: Tokens, number: int, month_named: tuple[int, int], on: date, year: int | None) -> Dated | None:
    """The day of a month, whose number and the index after its name are given."""
    month, place = month_named
    if named := _year_after(tokens, place, on):
        found = valid_day(named.year, month, number)
        return Dated(day(found), named.end, has_year=True) if found else None
    found = valid_day(year, month, number) if year else _latest(on, month, number)
    return Dated(day(found), place, has_year=False) if found else None


def _year_after(tokens: Tokens, index: int, on: date) -> YearName | None:
    if tokens[index].text in ("'", "’") and (short := read_short_year(tokens, index)):
        return short
    joined = _OF.find(tokens, index)
    named = read_year(tokens, joined[1] if joined else tokens.past_hyphen(index), on)
    return named if named and not named.fiscal else None


def _latest(on: date, month: int, number: int) -> date | None:
    """The latest such day that is not after `on`, in the last four years (for the 29th of February)."""
    candidates = (valid_day(on.year - back, month, number) for back in range(5))
    return next((found for found in candidates if found and found <= on), None)
