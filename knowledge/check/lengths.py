"""How long the words of a relative period say that it lasts: "in den nächsten 18 Monaten", "in anderthalb Jahren".

A relative period begins or ends at the article's date, so its length fixes the other end to the day.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from knowledge.check.number_words import word_value
from knowledge.period import Period
from knowledge.reading.days import shifted

_LENGTH = re.compile(r"\b(\w+) (?:(jahre?n?|years?)|(?:monate?n?|months?))\b", re.IGNORECASE)
_LONGEST = 200 * 12


def lasts_as_long_as(period: Period, words: str) -> bool:
    """Whether the words say a length, and the longest one is the period's own."""
    months = max(_lengths(words), default=None)
    if months is None or period.start is None or period.end is None:
        return False
    return period.end == shifted(period.start, months) or period.start == shifted(period.end, -months)


def says_length(words: str) -> bool:
    """Whether the words say how long something lasts."""
    return any(_lengths(words))


def _lengths(words: str) -> Iterator[int]:
    """Every length in months."""
    for number, years in _LENGTH.findall(words):
        value = Decimal(number) if re.fullmatch("[0-9]{1,4}", number) else word_value(number)
        months = value * (12 if years else 1) if value else None
        if months and months == int(months) and months <= _LONGEST:
            yield int(months)
