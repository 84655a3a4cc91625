"""The readers for those who read the same words many times over, as a proof does: the last texts are kept as read."""

from datetime import date
from functools import lru_cache
from typing import Final

from knowledge.amount import PrintedAmount
from knowledge.reading import amounts, periods
from knowledge.value import Language

_KEPT: Final = 128


@lru_cache(maxsize=_KEPT)
def read_amounts(text: str, language: Language) -> tuple[PrintedAmount, ...]:
    """See `amounts.read_amounts`."""
    return amounts.read_amounts(text, language)


@lru_cache(maxsize=_KEPT)
def read_periods(text: str, language: Language, on: date) -> tuple[periods.PrintedPeriod, ...]:
    """See `periods.read_periods`."""
    return periods.read_periods(text, language, on)
