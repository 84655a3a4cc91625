"""What a proposer hands in: claims that are not proved yet, each with how sure it is and what it doubts.

Another proposer (a language model) implements the same port. It is trusted with nothing: its proposals are proved
like these, and one whose number its quote does not hold is refused whoever made it.
"""

from typing import Annotated, Protocol

from pydantic import Field

from knowledge.amount import PrintedAmount
from knowledge.article import Article
from knowledge.claim import Direction, Inferred, Measure, Scenario, Status
from knowledge.doubt import Doubt
from knowledge.period import Period
from knowledge.value import Passage, Slug, Value


class Proposal(Value):
    """One assertion as it was read. `subject` and `metric` are None where the vocabulary has no word for them."""

    quote: Passage
    context: tuple[Passage, ...] = ()
    inferred: tuple[Inferred, ...] = ()
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
