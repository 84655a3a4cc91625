"""Quarters, halves and years: "Q2 2024", "erstes Halbjahr dieses Jahres", "4Q24", "first six months of 2024".

Without a year the latest such part that has begun by the day of reading is meant. With a fiscal year, or "fiscal"
before it, the kind is fiscal and the ends have the shape of the calendar, since the year's end is not known here.
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from knowledge.period import PeriodKind
from knowledge.reading.dates import Dated
from knowledge.reading.days import Stretch, from_to, months_from, part_of_year
from knowledge.reading.number_words import read_spelled
from knowledge.reading.phrases import Phrases, words
from knowledge.reading.time_words import HALF, QUARTER, UNITS, read_ordinal
from knowledge.reading.tokens import Tokens
from knowledge.reading.years import YearName, past_second_year, read_short_year, read_year

_LINKS = Phrases(
    dict.fromkeys(
        (
            *("of", "of the", "of its", "of their", "of the company's", "des", "seines", "ihres"),
            *("in", "im", "/", "vom", "der", ",", "for"),
        ),
        True,
    )
)
_OF_SOMETHING = frozenset(
    words("of after nach seit since der des dem seiner seines ihrer ihres its his her their as at in im on from")
)
_AND = ("and", "und", "&", ",")
_ARTICLES = ("the", "das", "dem", "im")
_LAST = frozenset(words("last final letztes letzte letzten letztem"))
_WHOLE_YEAR = ("full", "gesamtjahr", "fy")
_MOST_IN_A_ROW = 3
_NAMED_QUARTERS = {"schlussquartal": 4, "schlussquartals": 4, "auftaktquartal": 1, "weihnachtsquartal": 4}
_FISCAL = frozenset(("fiscal", "fiskal", "fiskalisches", "fiskalischen", "fiskalische"))
_FISCAL_QUARTERS = frozenset(("geschäftsquartal", "geschäftsquartals", "fiskalquartal", "fiskalquartals"))
_FISCAL_HALVES = frozenset(("geschäftshalbjahr", "geschäftshalbjahres", "geschäftshalbjahrs"))
_KINDS: dict[PeriodKind, PeriodKind] = {"year": "fiscal_year", "half": "fiscal_half", "quarter": "fiscal_quarter"}
_LETTERS: dict[str, PeriodKind] = {"q": "quarter", "h": "half"}
_REPORTED = tuple(
    words(
        "zahl umsatz umsätze gewinn ergebnis ausgabe bericht bilanz prognose ausblick invest capex result revenue "
        "earning sales profit guidance outlook figure number spending kosten cost report verlust loss"
    )
)
_MONTHS = {"half": 6, "quarter": 3}


class Part(NamedTuple):
    """A half or quarter by number, whether its words call it fiscal, their end, and the year in the same word."""

    kind: PeriodKind
    number: int
    fiscal: bool
    end: int
    year: int | None = None


def read_part(tokens: Tokens, index: int, on: date, year: int | None = None) -> Dated | None:
    """The year, half, quarter or first months named at `index`; one without a year falls in `year`, if given."""
    if first := _first_months(tokens, index, on):
        return first
    if part := _part(tokens, index):
        return _in_year(tokens, part, on, year)
    named = read_year(tokens, index, on)
    if named is None:
        return None
    owned = tokens[named.end].text in ("'", "’") and tokens[named.end + 1].key == "s"
    inner = _part(tokens, named.end + 2 if owned else tokens.past_hyphen(named.end))
    if inner is None or inner.year:
        return Dated(_resolved("year", 1, named.year, fiscal=named.fiscal), named.end, has_year=True)
    fiscal = named.fiscal or inner.fiscal
    return Dated(_resolved(inner.kind, inner.number, named.year, fiscal=fiscal), inner.end, has_year=True)


def read_last_part(tokens: Tokens, index: int, on: date) -> Dated | None:
    """The last quarter or half of a year that is named behind it: "last quarter of 2023", "letztes Halbjahr 2024"."""
    if tokens[index].key not in _LAST:
        return None
    kinds: tuple[tuple[frozenset[str], PeriodKind, int], ...] = ((QUARTER, "quarter", 4), (HALF, "half", 2))
    for names, kind, number in kinds:
        named = _year_after(tokens, index + 2, on) if tokens[index + 1].key in names else None
        if named:
            return Dated(_resolved(kind, number, named.year, fiscal=named.fiscal), named.end, has_year=True)
    return None


def _in_year(tokens: Tokens, part: Part, on: date, year: int | None) -> Dated:
    if part.year:
        return Dated(_resolved(part.kind, part.number, part.year, fiscal=part.fiscal), part.end, has_year=True)
    named = _year_after(tokens, part.end, on)
    if named:
        fiscal = part.fiscal or named.fiscal
        if (double := past_second_year(tokens, named)) != named and (fiscal or tokens[named.end].text == "/"):
            named, fiscal = double, True
        return Dated(_resolved(part.kind, part.number, named.year, fiscal=fiscal), named.end, has_year=True)
    begun = (part.number - 1) * _MONTHS[part.kind] < on.month
    year = year or _year_of_next(tokens, part.end) or (on.year if begun else on.year - 1)
    return Dated(_resolved(part.kind, part.number, year, fiscal=part.fiscal), part.end, has_year=False)


def _year_after(tokens: Tokens, index: int, on: date) -> YearName | None:
    if short := read_short_year(tokens, index):
        return short
    place = tokens.past_hyphen(index)
    linked = _LINKS.find(tokens, place)
    if tokens[place].text == "/" and (short := read_short_year(tokens, place + 1)):
        return short
    return read_year(tokens, linked[1] if linked else place, on)


def _year_of_next(tokens: Tokens, index: int) -> int | None:
    """The year of the part that follows after "and": "Q2 and Q3 2025", "fourth quarter and full year 2024"."""
    for _ in range(_MOST_IN_A_ROW):
        if tokens[index].key not in _AND:
            return None
        place = index + 1 + (tokens[index + 1].key in _ARTICLES)
        part = _part(tokens, place)
        if part is None and tokens[place].key not in _WHOLE_YEAR:
            return None
        named = _year_after(tokens, part.end, date.max) if part else read_year(tokens, place, date.max)
        if part and part.year:
            return part.year
        if named or part is None:
            return named.year if named and named.year < date.max.year - 1 else None
        index = part.end
    return None


def _part(tokens: Tokens, index: int) -> Part | None:
    fiscal = tokens[index].key in _FISCAL
    part = _by_letter(tokens, index + fiscal) or _by_ordinal(tokens, index + fiscal)
    return part._replace(fiscal=part.fiscal or fiscal) if part else None


def _by_letter(tokens: Tokens, index: int) -> Part | None:
    """As in "Q2", "H1", "Q4-2024", "4Q"."""
    if match := _lettered().fullmatch(tokens[index].key):
        kind, number = _LETTERS[match["letter"]], int(match["number"])
        fiscal = 2000 + int(match["fiscal"]) if match["fiscal"] else None
        year = fiscal or (int(match["year"]) if match["year"] else None)
        if kind == "half" and (number > 2 or (not year and _is_substance(tokens, index + 1))):  # noqa: PLR2004 (two halves)
            return None
        return Part(kind, number, fiscal=fiscal is not None, end=index + 1, year=year)
    letter = tokens[index + 1]
    if tokens[index].text not in ("1", "2", "3", "4") or letter.spaced or letter.key not in _LETTERS:
        return None
    if letter.key == "h" and tokens[index].text not in ("1", "2"):
        return None
    return Part(_LETTERS[letter.key], int(tokens[index].text), fiscal=False, end=index + 2)


@cache
def _lettered() -> re.Pattern[str]:
    return re.compile(
        "(?P<letter>[qh])(?P<number>[1-4])(?:-(?P<year>(?:19|20)[0-9]{2})|fy(?:20)?(?P<fiscal>[0-9]{2}))?"
    )


def _is_substance(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen ties "H2" to what is no figure of a half-year: "H2-Technologie" is about hydrogen."""
    return tokens.is_hyphen(index) and not tokens[index + 1].key.startswith(_REPORTED)


def _by_ordinal(tokens: Tokens, index: int) -> Part | None:
    """As in "zweites Quartal", "2. Quartal", "first half", "second fiscal quarter"."""
    if named := _NAMED_QUARTERS.get(tokens[index].key):
        return Part("quarter", named, fiscal=False, end=index + 1)
    ordinal = read_ordinal(tokens, index)
    if ordinal is None:
        return None
    number, place = ordinal
    fiscal = tokens[place].key in _FISCAL
    place = tokens.past_hyphen(place + fiscal)
    noun = tokens[place].key
    if tokens[tokens.past_hyphen(place + 1)].key in ("point", "points", "punkt", "punkte"):
        return None
    if noun in QUARTER | _FISCAL_QUARTERS:
        return Part("quarter", number, fiscal=fiscal or noun in _FISCAL_QUARTERS, end=place + 1)
    if noun in HALF | _FISCAL_HALVES and number <= 2:  # noqa: PLR2004 (two halves)
        return Part("half", number, fiscal=fiscal or noun in _FISCAL_HALVES, end=place + 1)
    return None


def _first_months(tokens: Tokens, index: int, on: date) -> Dated | None:
    """As in "ersten sechs Monaten des Jahres 2024", "first nine months of 2024".

    Without a year the latest that have ended are meant, but never those of something ("... of his term").
    """
    ordinal = read_ordinal(tokens, index)
    if ordinal is None or ordinal[0] != 1:
        return None
    count, place = _small_number(tokens, ordinal[1])
    if tokens[place].key not in UNITS["month"] or not 1 <= count <= 12:  # noqa: PLR2004 (twelve months)
        return None
    named = _year_after(tokens, place + 1, on)
    if named is None and tokens[place + 1].key not in _OF_SOMETHING:
        year = on.year if months_from(on.year, 1, count)[1] <= on else on.year - 1
        return Dated(from_to(*months_from(year, 1, count)), place + 1, has_year=False)
    if named is None or named.fiscal:
        return None
    return Dated(from_to(*months_from(named.year, 1, count)), named.end, has_year=True)


def _small_number(tokens: Tokens, index: int) -> tuple[int, int]:
    token = tokens[index]
    if token.kind == "number" and token.text.isdecimal() and len(token.text) <= 2:  # noqa: PLR2004 (two digits)
        return int(token.text), index + 1
    spelled = read_spelled(tokens, index)
    return (int(spelled.value), spelled.end) if spelled else (0, index)


def _resolved(kind: PeriodKind, number: int, year: int, *, fiscal: bool) -> Stretch:
    plain = part_of_year(kind, year, number)
    if not fiscal:
        return plain
    label = f"FY{year}" if kind == "year" else f"FY{year} {plain.label.split()[0]}"
    return plain._replace(kind=_KINDS[kind], label=label)
