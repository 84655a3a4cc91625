"""What a proposer hands in: claims that are not proved yet, each with how sure it is and what it doubts.

Another proposer (a language model) implements the same port. It is trusted with nothing: its proposals are proved
like these, and one whose number its quote does not hold is refused whoever made it.
"""

from typing import Annotated, Literal, Protocol

from pydantic import Field

from knowledge.amount import PrintedAmount
from knowledge.article import Article
from knowledge.claim import Direction, Measure, Scenario, Status
from knowledge.period import Period
from knowledge.value import Bilingual, Passage, Slug, Value

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
    """An open question for the curator; `words` are those of the article that it is about, where there are any."""

    kind: DoubtKind
    words: str = ""


class InferredField(Value):
    """A field that the article does not print at the place, and why it has its value, in both languages."""

    field: Literal["subject", "speaker", "via", "metric", "period", "baseline", "basis", "status", "of", "direction"]
    reason: Bilingual


class Proposal(Value):
    """One assertion as it was read. `subject` and `metric` are None where the vocabulary has no word for them."""

    quote: Passage
    context: tuple[Passage, ...] = ()
    inferred: tuple[InferredField, ...] = ()
    subject: Slug | None
    metric: Slug | None = None
    measure: Measure
    of: Slug | None = None
    amount: PrintedAmount | None = None
    direction: Direction = "none"
    period: Period | None = None
    status: Status
    scenario: Scenario = "none"
    speaker: Slug | None = None
    via: Slug | None = None
    basis: Slug | None = None
    confidence: Annotated[float, Field(ge=0, le=1)]
    doubts: tuple[Doubt, ...] = ()


class Proposer(Protocol):
    """Whoever reads claims out of an article."""

    def propose(self, article: Article, text: str) -> tuple[Proposal, ...]:
        """What `text`, the full text of `article`, asserts, in the order of the text."""
