"""A claim: one assertion in one article, with everything that is needed to show it.

The quote proves it, the statement says it, the other fields type it. What neither the quote nor its context
prints is named in `inferred` with the reason. Nothing here is a guess about the world: a wrong passage stays as
printed and carries a caution. Only a retired claim may be without its quote, since a quote may have to go.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge.amount import PrintedAmount
from knowledge.doubt import Proposed
from knowledge.period import Period
from knowledge.unfit import Unfit, why
from knowledge.value import Bilingual, Passage, Slug, Value

Measure = Literal["level", "change", "share", "ratio", "count", "statement"]
Direction = Literal["up", "down", "flat", "none"]
Status = Literal["actual", "guidance", "plan", "forecast", "estimate", "alleged", "opinion"]
Scenario = Literal["none", "required", "conditional"]
CautionKind = Literal["translation", "period", "contradiction", "disputed", "scope", "analogy"]
State = Literal["proposed", "approved", "retired"]
InferredField = Literal[
    "subject", "speaker", "via", "metric", "period", "baseline", "basis", "status", "of", "direction"
]

FORWARD: frozenset[Status] = frozenset({"guidance", "plan", "forecast"})
"""The statuses that look forward; a forward claim never reads like a fact."""


class Caution(Value):
    """A warning that belongs to the figure and is shown with it."""

    kind: CautionKind
    text: Bilingual


class Inferred(Value):
    """A field that the article does not print, and why it has its value."""

    field: InferredField
    reason: Bilingual


Words = Annotated[str, Field(max_length=1600, pattern=r"^[^\W\d_]+( [^\W\d_]+)*$")]
"""Words between single spaces: no number and no sign among them."""


class Terms(Value):
    """Words under which people look for a claim that does not say them itself: never shown, and never a figure."""

    en: Words | None = None
    de: Words | None = None


class Contrast(Value):
    """Another claim that a curator sets beside this one, and why (two forecasts of one bank)."""

    claim: Slug
    reason: Bilingual


class Retirement(Value):
    """Why a claim no longer answers, and which claim answers instead."""

    reason: Annotated[str, Field(min_length=1, max_length=400)]
    superseded_by: Slug | None = None


class Claim(Value):
    """One assertion of one article. Names such as `subject` and `metric` are ids of the vocabulary.

    `quote.start` counts in the article's text, `amount.start` in the quote, `context` in the article's text.
    """

    id: Slug
    article: Slug
    quote: Passage | None = None
    context: tuple[Passage, ...] = ()
    inferred: tuple[Inferred, ...] = ()
    statement: Bilingual
    subject: Slug
    about: tuple[Slug, ...] = ()
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
    topics: tuple[Slug, ...] = ()
    terms: Terms = Terms()
    cautions: tuple[Caution, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    state: State = "approved"
    retired: Retirement | None = None
    proposed: Proposed | None = None

    @model_validator(mode="after")
    def _amount_fits_measure(self) -> Self:
        if (self.amount is None) != (self.measure == "statement"):
            raise Unfit(why("has_no_amount" if self.amount else "needs_amount", why(f"measure_{self.measure}")))
        if self.measure != "statement" and self.metric is None:
            raise Unfit(why("needs_metric"))
        if self.of is not None and self.measure not in ("share", "ratio"):
            raise Unfit(why("of_what"))
        if self.measure == "share" and self.of is None:
            raise Unfit(why("share_of_what"))
        return self

    @model_validator(mode="after")
    def _amount_stands_in_quote(self) -> Self:
        if self.amount and self.quote and not self.amount.stands_in(self.quote.text):
            raise Unfit(why("not_in_quote", self.amount.text, self.amount.start))
        return self

    @model_validator(mode="after")
    def _only_a_retired_claim_lacks_its_quote(self) -> Self:
        if self.quote is None and (self.state != "retired" or self.context):
            raise Unfit(why("no_quote"))
        return self

    @model_validator(mode="after")
    def _retirement_fits_state(self) -> Self:
        if (self.state == "retired") != (self.retired is not None):
            raise Unfit(why("retired_why"))
        return self

    @model_validator(mode="after")
    def _only_a_proposed_claim_is_doubted(self) -> Self:
        if self.proposed is not None and self.state != "proposed":
            raise Unfit(why("doubted"))
        return self

    @property
    def receipt(self) -> Passage:
        """The quote of a claim that has one, as every claim that answers does."""
        if self.quote is None:
            raise LookupError(f"the quote of the claim '{self.id}' was withdrawn")
        return self.quote

    @property
    def looks_forward(self) -> bool:
        """Whether the claim speaks of what is still to come, as seen from its article."""
        return self.status in FORWARD or self.scenario != "none"
