"""The name of one year: "2024", "Jahr 2024", "FY2024", "fiscal 2024", "dieses Jahr", "Vorjahr", "'24".

A year is four plain digits from 1900 to 2099 that measure nothing ("2000 Dollar" is no year). A fiscal year whose
end is not known has the shape of the calendar year and a fiscal kind, so that the two are never compared unseen.
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from knowledge.reading.figures import is_year
from knowledge.reading.phrases import Phrases, either, words
from knowledge.reading.time_words import YEAR, turn
from knowledge.reading.tokens import Tokens
from knowledge.reading.units import unit_after

_BEFORE_DIGITS = Phrases(
    dict.fromkeys(
        either("jahr|jahre|jahres|year|full year|gesamtjahr|gesamtjahres|kalenderjahr|calendar year|cy"), False
    )
    | dict.fromkeys(
        either(
            "fiscal|fiscal year|financial year|fy|geschäftsjahr|geschäftsjahres|geschäftsjahrs|fiskaljahr|fiskaljahres|"
            "gj"
        ),
        True,
    )
)
_FISCAL_NOUNS = Phrases(
    dict.fromkeys(
        either("fiscal year|financial year|geschäftsjahr|geschäftsjahres|geschäftsjahrs|fiskaljahr|fiskaljahres"),
        True,
    )
)
_WHOLE = frozenset(words("gesamte gesamten gesamtes ganze ganzen ganzes volle vollen whole full entire"))
_BY_NAME = Phrases(
    {"vorjahr": -1, "vorjahrs": -1, "vorjahres": -1, "heuer": 0, "jahresende": 0, "year end": 0, "end of the year": 0}
    | {"ende des jahres": 0, "gesamtjahr": 0, "full year": 0}
)
_OLDEST_SHORT = 15
_NEWEST_SHORT = 40


class YearName(NamedTuple):
    """A year, whether it is fiscal, and the index after its words."""

    year: int
    fiscal: bool
    end: int


def read_year(tokens: Tokens, index: int, on: date) -> YearName | None:
    """The year named at `index`, a relative one as seen from `on`; None without one."""
    return (
        _in_one_word(tokens, index)
        or _with_noun(tokens, index)
        or _relative(tokens, index, on)
        or _plain(tokens, index)
    )


def read_short_year(tokens: Tokens, index: int) -> YearName | None:
    """Two digits after a quarter or half: "'24", or "24" before a mark or the end."""
    place = index + 1 if tokens[index].text in ("'", "’") else index
    token = tokens[place]
    if token.kind != "number" or len(token.text) != 2 or not _OLDEST_SHORT <= int(token.text) <= _NEWEST_SHORT:  # noqa: PLR2004
        return None
    alone = place > index or not token.spaced or tokens[place + 1].kind in ("break", "mark")
    return YearName(2000 + int(token.text), fiscal=False, end=place + 1) if alone else None


def _in_one_word(tokens: Tokens, index: int) -> YearName | None:
    """As in "FY2024", "FY24", "CY2024"."""
    match = _joined().fullmatch(tokens[index].key)
    if match is None:
        return None
    year = int(match["year"])
    return YearName(year if year > 99 else 2000 + year, fiscal=match["kind"] == "fy", end=index + 1)  # noqa: PLR2004


@cache
def _joined() -> re.Pattern[str]:
    return re.compile("(?P<kind>fy|cy)-?(?P<year>(?:19|20)?[0-9]{2})")


def _with_noun(tokens: Tokens, index: int) -> YearName | None:
    place = index + 1 if tokens[index].key in _WHOLE else index
    found = _BEFORE_DIGITS.find(tokens, place)
    if found is None:
        return None
    fiscal, place = found
    place = tokens.past_hyphen(place)
    named = _plain(tokens, place) or (read_short_year(tokens, place) if fiscal else None)
    return named._replace(fiscal=fiscal) if named else None


def _relative(tokens: Tokens, index: int, on: date) -> YearName | None:
    if found := _BY_NAME.find(tokens, index):
        return YearName(on.year + found[0], fiscal=False, end=found[1])
    step = turn(tokens[index].key)
    if step is None:
        return None
    if fiscal := _FISCAL_NOUNS.find(tokens, index + 1):
        return YearName(on.year + step, fiscal=True, end=fiscal[1])
    if tokens[index + 1].key not in YEAR or tokens[index + 1].key == "jahre":
        return None
    return YearName(on.year + step, fiscal=False, end=index + 2)


def _plain(tokens: Tokens, index: int) -> YearName | None:
    token = tokens[index]
    if token.kind != "number" or not is_year(token.text) or _measures(tokens, index):
        return None
    return YearName(int(token.text), fiscal=False, end=index + 1)


def _measures(tokens: Tokens, index: int) -> bool:
    """Whether four digits are part of an amount or of something longer."""
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    if not token.spaced and (before.kind in ("sign", "number") or before.text in (":", "#", "+")):
        return True
    if before.text == "/" and tokens[index - 2].kind == "number" and not is_year(tokens[index - 2].text):
        return True
    if not after.spaced and (after.kind in ("word", "number") or after.text in (":", "+")):
        return True
    unit = unit_after(tokens, index + 1)
    return unit is not None and tokens[unit.end].kind != "number"
