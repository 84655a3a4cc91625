"""The period a claim speaks of, resolved to days, with the words that name it.

A calendar kind fixes its own ends (a `quarter` is one of four, whole), so a wrong day cannot pass; fiscal
periods carry their label, relative ones the words of the article ("in den nächsten fünf Jahren").
"""

from datetime import date, timedelta
from typing import Literal, Self

from pydantic import model_validator

from knowledge.unfit import Unfit, why
from knowledge.value import Line, Value

PeriodKind = Literal[
    "year",
    "half",
    "quarter",
    "month",
    "week",
    "day",
    "fiscal_year",
    "fiscal_half",
    "fiscal_quarter",
    "since",
    "span",
    "relative",
]
Flow = Literal["total", "per_year", "per_quarter", "per_month", "cumulative", "point"]

_MONTHS = {
    "year": 12,
    "half": 6,
    "quarter": 3,
    "month": 1,
    "fiscal_year": 12,
    "fiscal_half": 6,
    "fiscal_quarter": 3,
}
_CALENDAR = ("year", "half", "quarter", "month")


class Period(Value):
    """First and last day (inclusive; None where the source leaves that side open), a label, kind and flow.

    `flow` says how an amount fills the period: in `total`, `per_year` within it, `cumulative` over a span, or at
    one `point` of it. `baseline` names what a change is measured against ("H1 2023"). `words` are the article's
    own words for the period, where it prints them.
    """

    start: date | None
    end: date | None
    label: Line
    kind: PeriodKind
    flow: Flow = "total"
    baseline: Line | None = None
    words: Line | None = None

    @property
    def ends(self) -> tuple[date | None, date | None]:
        """Its first and last day, by which two periods are the same time whatever they are called."""
        return self.start, self.end

    @model_validator(mode="after")
    def _ends_fit_kind(self) -> Self:
        start, end, kind = self.start, self.end, why(f"kind_{self.kind}")
        if start is None and end is None:
            raise Unfit(why("no_day"))
        if self.kind in ("since", "relative", "span"):
            if start and end and start > end:
                raise Unfit(why("ends_before", self.label))
            return self
        if start is None or end is None:
            raise Unfit(why("both_days", kind))
        if end != _last_day(self.kind, start):
            raise Unfit(why("other_end", kind, start, end))
        if self.kind in _CALENDAR and ((start.month - 1) % _MONTHS[self.kind] or start.day != 1):
            raise Unfit(why("no_calendar", kind, start))
        return self


def _last_day(kind: PeriodKind, start: date) -> date:
    if kind in ("day", "week"):
        return start + timedelta(days=6 if kind == "week" else 0)
    months = start.year * 12 + start.month - 1 + _MONTHS[kind]
    return date(months // 12, months % 12 + 1, start.day) - timedelta(days=1)
