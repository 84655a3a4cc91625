"""Decades and centuries: "1990er Jahre", "the 1990s", "19. Jahrhundert", "21st century"."""

from datetime import date

from knowledge.reading.dates import Dated
from knowledge.reading.days import stretch
from knowledge.reading.figures import is_year
from knowledge.reading.tokens import Tokens

_CENTURY = frozenset(("jahrhundert", "jahrhunderts", "century"))
_LAST_CENTURY = 30


def read_age(tokens: Tokens, index: int) -> Dated | None:
    """The decade or century named at `index`, as a span of whole years; None without one."""
    if tokens[index].kind != "number":
        return None
    return _decade(tokens, index) or _century(tokens, index)


def _decade(tokens: Tokens, index: int) -> Dated | None:
    digits, ending = tokens[index].text, tokens[index + 1]
    if not (is_year(digits) and digits.endswith("0")) or ending.spaced or ending.key not in ("er", "ern", "s"):
        return None
    end = index + 3 if tokens[index + 2].key in ("jahre", "jahren", "jahrn") else index + 2
    return Dated(stretch("span", date(int(digits), 1, 1), date(int(digits) + 9, 12, 31)), end, has_year=True)


def _century(tokens: Tokens, index: int) -> Dated | None:
    digits, ending, noun = tokens[index].text, tokens[index + 1], tokens[index + 2]
    if ending.spaced or noun.key not in _CENTURY or ending.key not in (".", "st", "nd", "rd", "th"):
        return None
    if not digits.isdecimal() or len(digits) > 2 or not 1 <= int(digits) <= _LAST_CENTURY:  # noqa: PLR2004 (two digits)
        return None
    first = (int(digits) - 1) * 100 + 1
    return Dated(stretch("span", date(first, 1, 1), date(first + 99, 12, 31)), index + 3, has_year=True)
