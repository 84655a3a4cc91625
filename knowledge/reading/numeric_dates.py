"""Dates in digits: "2024-08-03", "2024-08", "30.11.2022", "30.11.22", "11/30/2022".

Two numbers before a slash and a year are a day and a month in either order; only a number above twelve tells which is
which, so "11/10/2022" is not read.
"""

import re
from calendar import monthrange
from datetime import date
from functools import cache

from knowledge.reading.days import Stretch, day, part_of_year
from knowledge.reading.tokens import Tokens
from knowledge.reading.years import in_this_century

_LAST_MONTH = 12


def read_numeric(tokens: Tokens, index: int) -> tuple[Stretch, int] | None:
    """The day or month in digits at `index` and the index after it; None without one."""
    if tokens[index].kind != "number":
        return None
    return _dotted(tokens, index) or _slashed(tokens, index) or _iso_day(tokens, index) or _iso_month(tokens, index)


def valid_day(year: int, month: int, number: int) -> date | None:
    """The day, if the calendar has it."""
    if not (1 <= month <= _LAST_MONTH and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def _dotted(tokens: Tokens, index: int) -> tuple[Stretch, int] | None:
    match = _with_dots().fullmatch(tokens[index].text)
    if match is None:
        return None
    year = in_this_century(match["short"]) if match["short"] else int(match["year"])
    found = valid_day(year, int(match["month"]), int(match["day"])) if year else None
    return (day(found), index + 1) if found else None


def _slashed(tokens: Tokens, index: int) -> tuple[Stretch, int] | None:
    if not (_ties(tokens, index + 1, "/") and _ties(tokens, index + 3, "/")):
        return None
    match = _with_slashes().fullmatch("/".join(tokens[index + step].text for step in (0, 2, 4)))
    if match is None:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first <= _LAST_MONTH and second <= _LAST_MONTH and first != second:
        return None
    found = valid_day(year, first, second) or valid_day(year, second, first)
    return (day(found), index + 5) if found else None


def _iso_day(tokens: Tokens, index: int) -> tuple[Stretch, int] | None:
    parts = [tokens[index + step].text for step in (0, 2, 4)]
    if not (_ties(tokens, index + 1, "-") and _ties(tokens, index + 3, "-") and _iso().fullmatch("-".join(parts))):
        return None
    found = valid_day(*(int(part) for part in parts))
    return (day(found), index + 5) if found else None


def _iso_month(tokens: Tokens, index: int) -> tuple[Stretch, int] | None:
    year, month = tokens[index].text, tokens[index + 2].text
    tied = _ties(tokens, index + 1, "-") and not (_ties(tokens, index + 3, "-") and tokens[index + 4].kind == "number")
    if not tied or not _iso().fullmatch(f"{year}-{month}-01") or not 1 <= int(month) <= _LAST_MONTH:
        return None
    return part_of_year("month", int(year), int(month)), index + 3


def _ties(tokens: Tokens, index: int, mark: str) -> bool:
    return tokens[index].text == mark and not tokens[index].spaced and not tokens[index + 1].spaced


@cache
def _with_dots() -> re.Pattern[str]:
    return re.compile(
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?:(?P<year>(?:19|20)[0-9]{2})|(?P<short>[0-9]{2}))"
    )


@cache
def _with_slashes() -> re.Pattern[str]:
    return re.compile("(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/(?P<year>(?:19|20)[0-9]{2})")


@cache
def _iso() -> re.Pattern[str]:
    return re.compile("(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
