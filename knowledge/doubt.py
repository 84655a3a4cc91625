"""What a proposer doubts of what it read: open questions that a curator settles."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge.value import Value

DoubtKind = Literal[
    "subject_unknown",
    "subject_from_before",
    "metric_from_before",
    "metric_guessed",
    "whole_unknown",
    "period_missing",
    "period_from_before",
    "period_derived",
    "fiscal_year_unknown",
    "fiscal_or_calendar",
    "status_weak",
    "end_of_range",
    "in_table",
    "several_possible",
]


class Doubt(Value):
    """An open question; `words` are those of the article that it is about, where there are any."""

    kind: DoubtKind
    words: Annotated[str, Field(max_length=400)] = ""


class Proposed(Value):
    """How sure the proposer of a claim is, from 0 to 1, and what it doubts."""

    confidence: Annotated[float, Field(ge=0, le=1)]
    doubts: tuple[Doubt, ...] = ()
