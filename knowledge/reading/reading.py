"""What a step of the reader hands on: an amount still tied to its tokens.

Kept apart from `PrintedAmount`, since the words of a bound and of a denominator are still to be joined to it.
"""

from decimal import Decimal
from typing import NamedTuple

from knowledge.amount import Bound, PrintedAmount
from knowledge.reading.figures import Figure, Quantity
from knowledge.reading.tokens import Tokens


class Reading(NamedTuple):
    """An amount at the tokens `start` to before `end`; for a single number `low` and `high` are the same.

    `marked` is false for a bare small number, which is a count only if more says so.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str | None
    marked: bool
    bound: Bound | None = None

    @property
    def is_range(self) -> bool:
        """Whether two different ends are printed."""
        return self.low != self.high


def single(figure: Figure, quantity: Quantity) -> Reading:
    """The reading of one figure; "100+" is at least 100."""
    bound: Bound | None = "at_least" if figure.plus else None
    value = quantity.value
    return Reading(figure.start, figure.end, value, value, quantity.unit, quantity.marked, bound)


def printed(tokens: Tokens, reading: Reading) -> PrintedAmount:
    """The amount with its exact words."""
    bound: Bound = "range" if reading.is_range else reading.bound or "exact"
    start, text = tokens.printed(reading.start, reading.end)
    return PrintedAmount(
        low=None if bound == "up_to" else reading.low,
        high=None if bound in ("at_least", "more_than") else reading.high,
        unit=reading.unit or "count",
        bound=bound,
        start=start,
        text=text,
    )
