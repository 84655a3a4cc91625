"""An amount as a source prints it: both ends, unit and bound, unsigned and in base units.

One idea: the bound says which ends exist. `more_than 5` has no high end, `up_to 5` no low end, a range has two
different ends, everything else the same number at both. The direction of a change belongs to the claim.
"""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from knowledge.unfit import Unfit, why
from knowledge.value import Passage, Value

Bound = Literal["exact", "about", "almost", "at_least", "more_than", "up_to", "range"]

Unit = Annotated[str, StringConstraints(pattern=r"^(percent|count|times|[A-Z]{3}|[A-Z]{3}/[A-Z]{3})$")]
"""An ISO 4217 currency, `percent`, `count`, `times`, or a quotient of two currencies such as `USD/USD`."""

_OPEN_ABOVE = ("at_least", "more_than")


class Amount(Value):
    """`low` and `high` in base units (35 billion dollars: 35000000000 USD; 90 %: 90 percent)."""

    low: Annotated[Decimal, Field(ge=0)] | None
    high: Annotated[Decimal, Field(ge=0)] | None
    unit: Unit
    bound: Bound

    @field_validator("low", "high")
    @classmethod
    def _plain(cls, number: Decimal | None) -> Decimal | None:
        """One spelling for one number: 25 billion is never 2.5E+10."""
        if number is None:
            return None
        if not number.is_finite():
            raise Unfit(why("infinite"))
        normal = number.normalize()
        return normal.quantize(Decimal(1)) if normal == normal.to_integral_value() else normal

    @model_validator(mode="after")
    def _ends_fit_bound(self) -> Self:
        if self.bound in _OPEN_ABOVE:
            fits, need = self.low is not None and self.high is None, "low_only"
        elif self.bound == "up_to":
            fits, need = self.low is None and self.high is not None, "high_only"
        elif self.bound == "range":
            fits = self.low is not None and self.high is not None and self.low < self.high
            need = "low_below_high"
        else:
            fits, need = self.low is not None and self.low == self.high, "same_ends"
        if not fits:
            raise Unfit(why("ends_and_bound", why(f"bound_{self.bound}"), why(need), self.low, self.high))
        return self

    def is_disjoint_from(self, other: "Amount") -> bool:
        """Whether no number satisfies both amounts; an open end reaches to infinity (or to zero)."""
        return _below(self.high, other.low) or _below(other.high, self.low)


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


class PrintedAmount(Amount, Passage):
    """An amount and the words that print it: `text` begins at `start` in the quote (or the text read)."""
