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
from knowledge.reading.scales import read_scale
from knowledge.reading.things import is_counted
from knowledge.reading.time_words import YEAR, turn
from knowledge.reading.tokens import Tokens
from knowledge.reading.units import unit_after

_BEFORE_DIGITS = Phrases(
    dict.fromkeys(
        either("jahr|jahre|jahren|jahres|year|years|full year|gesamtjahr|gesamtjahres|kalenderjahr|calendar year|cy"),
        False,
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
_AFTER_YEAR = frozenset(
    words(
        "und oder and or vs versus gegen gegenüber compared to for für in im on of von bei at by "
        "capex umsatz revenue revenues sales gewinn profit earnings ergebnis results ausgaben investitionen spending"
    )
)
_QUESTION = 10
_OLDEST_SHORT = 15
_NEWEST_SHORT = 40
_LAST_DAY = 31


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
        or _of_noun(tokens, index)
    )


def read_short_year(tokens: Tokens, index: int) -> YearName | None:
    """Two digits after a quarter or half: "'24", or "24" before a mark or the end."""
    place = index + 1 if tokens[index].text in ("'", "’") else index
    token = tokens[place]
    if token.kind != "number" or len(token.text) != 2 or not _OLDEST_SHORT <= int(token.text) <= _NEWEST_SHORT:  # noqa: PLR2004
        return None
    alone = place > index or not token.spaced or _ends_name(tokens, place + 1)
    return YearName(2000 + int(token.text), fiscal=False, end=place + 1) if alone else None


def in_this_century(digits: str) -> int | None:
    """The year that two digits abbreviate; None for digits that are hardly a year."""
    return 2000 + int(digits) if _OLDEST_SHORT <= int(digits) <= _NEWEST_SHORT else None


def _ends_name(tokens: Tokens, index: int) -> bool:
    """Whether two digits before `index` count nothing: no word follows, or one that no number stands before.

    A few words are a question ("h1 24 meta capex"): there only a unit, a scale or a thing that is counted tells.
    """
    token = tokens[index]
    if token.kind in ("break", "mark") or token.key in _AFTER_YEAR:
        return True
    counted = unit_after(tokens, index) or read_scale(tokens, index) or is_counted(tokens, index)
    return len(tokens) <= _QUESTION and token.kind == "word" and not counted and not token.key.endswith("s")


def _in_one_word(tokens: Tokens, index: int) -> YearName | None:
    """As in "FY2024", "FY24", "CY2024"."""
    match = _joined().fullmatch(tokens[index].key)
    if match is None:
        return None
    year = int(match["year"])
    named = YearName(year if year > 99 else 2000 + year, fiscal=match["kind"] == "fy", end=index + 1)  # noqa: PLR2004
    return past_second_year(tokens, named) if named.fiscal else named


def past_second_year(tokens: Tokens, named: YearName) -> YearName:
    """A fiscal year that two years name ("2024/25") is the one that ends in the second; otherwise `named` itself."""
    mark, second = tokens[named.end], tokens[named.end + 1]
    tied = mark.text in ("/", "-", "–") and not mark.spaced and not second.spaced and second.kind == "number"
    follows = second.text in (f"{named.year + 1}", f"{(named.year + 1) % 100:02}")
    return named._replace(year=named.year + 1, end=named.end + 2) if tied and follows else named


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
    if named is None or not fiscal:
        return named
    return past_second_year(tokens, named._replace(fiscal=True))


def _relative(tokens: Tokens, index: int, on: date) -> YearName | None:
    if found := _BY_NAME.find(tokens, index):
        if printed := _plain(tokens, found[1]):
            return printed
        return YearName(on.year + found[0], fiscal=False, end=found[1])
    step = turn(tokens[index].key)
    if step is None:
        return None
    return _with_noun(tokens, index + 1) or _turned(tokens, index, on.year + step)


def _turned(tokens: Tokens, index: int, year: int) -> YearName | None:
    """As in "this year", "letztes Geschäftsjahr"."""
    if fiscal := _FISCAL_NOUNS.find(tokens, index + 1):
        return YearName(year, fiscal=True, end=fiscal[1])
    if tokens[index + 1].key not in YEAR or tokens[index + 1].key == "jahre":
        return None
    return YearName(year, fiscal=False, end=index + 2)


def _of_noun(tokens: Tokens, index: int) -> YearName | None:
    """Plain digits, perhaps with their noun behind them: "2026 financial year"."""
    named = _plain(tokens, index)
    noun = _FISCAL_NOUNS.find(tokens, named.end) if named else None
    return named._replace(fiscal=True, end=noun[1]) if named and noun else named


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
    if before.kind == "number" and tokens[index - 2].text == "+":
        return True
    if _is_in_a_number(tokens, index):
        return True
    if not after.spaced and (after.kind in ("word", "number") or after.text in (":", "+")):
        return True
    unit = unit_after(tokens, index + 1)
    return unit is not None and tokens[unit.end].kind != "number"


def _is_in_a_number(tokens: Tokens, index: int) -> bool:
    """Whether marks tie four digits to others that are no date with them: "1-866-627-2023", "000-2024", "2024/1689"."""
    first, second = tokens[index - 2], tokens[index + 2]
    behind = tokens.is_hyphen(index - 1) and first.text.isdecimal() and not is_year(first.text)
    if behind and (len(first.text) > 2 or not 1 <= int(first.text) <= _LAST_DAY):  # noqa: PLR2004 (a day or month)
        return True
    if second.kind != "number" or second.spaced or is_year(second.text):
        return False
    slashed = tokens[index + 1].text == "/" and not tokens[index + 1].spaced and second.text.isdecimal()
    if slashed and len(second.text) > 2:  # noqa: PLR2004 (a month or a short year)
        return True
    return tokens.is_hyphen(index + 1) and len(second.text) != 2  # noqa: PLR2004
