"""What stands before the printed last day of a stretch: a part of a year by name, or only its length.

"third fiscal quarter of 2024", "fiscal 2026", "quarter", "nine months": each knows its months, its number where it
has one, and the year that names it where one is printed.
"""

from typing import NamedTuple

from knowledge.reading.dates import Dated
from knowledge.reading.number_words import read_spelled
from knowledge.reading.phrases import Phrases, either
from knowledge.reading.time_words import UNITS
from knowledge.reading.tokens import Tokens

_LENGTHS = {"year": 12, "half": 6, "quarter": 3, "fiscal_year": 12, "fiscal_half": 6, "fiscal_quarter": 3}
_NOUNS = Phrases(
    dict.fromkeys(
        either("fiscal year|financial year|geschäftsjahr|geschäftsjahres|geschäftsjahrs|fiskaljahr"), (12, True)
    )
    | dict.fromkeys(either("fiscal quarter|geschäftsquartal|geschäftsquartals"), (3, True))
    | dict.fromkeys(either("fiscal half|geschäftshalbjahr|geschäftshalbjahres"), (6, True))
    | dict.fromkeys(either("year|calendar year|full year"), (12, False))
    | dict.fromkeys(either("quarter|quartal|quartals"), (3, False))
    | dict.fromkeys(either("half|half year|halbjahr|halbjahres"), (6, False))
)
_PERIOD = ("period", "periods", "zeitraum")
_MOST_MONTHS = 24


class Head(NamedTuple):
    """Its length in months, its number in the year (0 where it has none), the year's name, and whether fiscal."""

    months: int
    number: int = 0
    year: int | None = None
    fiscal: bool = False


def head_of(dated: Dated) -> tuple[Head, int] | None:
    """The head that a named part of a year makes, and the index after it; None for another stretch."""
    start, kind = dated.stretch.start, dated.stretch.kind
    months = _LENGTHS.get(kind)
    if months is None or start is None:
        return None
    number = (start.month - 1) // months + 1
    year = start.year if dated.has_year else None
    return Head(months, 0 if months == 12 else number, year, kind.startswith("fiscal")), dated.end  # noqa: PLR2004


def head_at(tokens: Tokens, index: int) -> tuple[Head, int] | None:
    """The head without a name at `index`: "nine months", "quarter", "financial year"; None without one."""
    if noun := _NOUNS.find(tokens, index):
        (months, fiscal), end = noun
        return Head(months, fiscal=fiscal), end
    number, place = _count(tokens, index)
    place = tokens.past_hyphen(place)
    if tokens[place].key not in UNITS["month"] or not 1 <= number <= _MOST_MONTHS:
        return None
    after = tokens.past_hyphen(place + 1)
    return Head(number), after + 1 if tokens[after].key in _PERIOD else place + 1


def _count(tokens: Tokens, index: int) -> tuple[int, int]:
    token = tokens[index]
    if token.kind == "number":
        return (int(token.text), index + 1) if token.text.isdecimal() and len(token.text) < 3 else (0, index)  # noqa: PLR2004
    spelled = read_spelled(tokens, index)
    return (int(spelled.value), spelled.end) if spelled else (0, index)
