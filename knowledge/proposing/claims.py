"""A proposal as the claim that it would be: with an id of its own, and a statement in the article's language.

The statement is put together of names, the amount and the period as they are printed, so that it says no number but
these; the other language waits for the curator.
"""

import hashlib
import re
import unicodedata
from typing import Final

from pydantic import ValidationError

from knowledge.amount import Bound, PrintedAmount
from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.doubt import Proposed
from knowledge.fault import Fault
from knowledge.period import Flow, Period
from knowledge.proposing.phrases import why
from knowledge.proposing.port import Proposal
from knowledge.reading.remembered import read_amounts
from knowledge.reason import Reason
from knowledge.unfit import reason_of
from knowledge.value import Language
from knowledge.vocabulary import Metric, Subject, Vocabulary

_STATUS: Final = {
    "actual": ("actual", "Ist"),
    "guidance": ("guidance", "eigene Prognose"),
    "plan": ("plan", "Plan"),
    "forecast": ("forecast", "Prognose"),
    "estimate": ("estimate", "Schätzung"),
    "alleged": ("alleged", "unbestätigt"),
    "opinion": ("opinion", "Meinung"),
}
_WAY: Final = {"up": ("up", "plus"), "down": ("down", "minus")}
_RATE: Final[dict[Flow, tuple[str, str]]] = {
    "per_year": ("per year", "pro Jahr"),
    "per_quarter": ("per quarter", "pro Quartal"),
    "per_month": ("per month", "pro Monat"),
}
_LABELLED: Final = ("year", "quarter", "half", "fiscal_year", "fiscal_quarter", "fiscal_half", "span")
"""Kinds of periods whose label both languages read."""

_LONGEST: Final = 400
_SCALES: Final = {9: ("billion", "Milliarden"), 6: ("million", "Millionen")}
_BOUNDS: Final[dict[Bound, tuple[str, str]]] = {
    "about": ("about", "rund"),
    "almost": ("almost", "fast"),
    "at_least": ("at least", "mindestens"),
    "more_than": ("more than", "mehr als"),
    "up_to": ("up to", "bis zu"),
}


class Unfinished(Fault):
    """Something is open that every claim needs; `reason` says what."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def claim_of(proposal: Proposal, article: Article, vocabulary: Vocabulary) -> Claim:
    """The claim, not proved yet; raises Unfinished."""
    subject = next((one for one in vocabulary.subjects if one.id == proposal.subject), None)
    metric = next((one for one in vocabulary.metrics if one.id == proposal.metric), None)
    if subject is None:
        whose = next((doubt.words for doubt in proposal.doubts if doubt.kind == "subject_unknown"), "")
        raise Unfinished(why("whose_unknown", whose) if whose else why("whose_unsaid"))
    if metric is None and proposal.measure != "statement":
        raise Unfinished(why("what_unknown"))
    if proposal.measure == "share" and proposal.of is None:
        raise Unfinished(why("whole_unknown"))
    language: Language = "de" if article.language == "de" else "en"
    said = _statement(proposal, subject, metric, language)
    fields = proposal.model_dump(exclude={"confidence", "doubts"})
    own = {
        "id": _id(proposal, article),
        "article": article.id,
        "statement": {language: said},
        "state": "proposed",
        "proposed": Proposed(confidence=proposal.confidence, doubts=proposal.doubts),
    }
    try:
        return Claim.model_validate(fields | own)
    except ValidationError as error:
        raise Unfinished(reason_of(error)) from None


def own_statement(claim: Claim, vocabulary: Vocabulary, language: Language) -> str | None:
    """What the statement would be if it were put together of the claim's own parts."""
    subject = next((one for one in vocabulary.subjects if one.id == claim.subject), None)
    metric = next((one for one in vocabulary.metrics if one.id == claim.metric), None)
    return _statement(claim, subject, metric, language) if subject and metric else None


def _statement(proposal: Proposal | Claim, subject: Subject, metric: Metric | None, language: Language) -> str:
    """Such as "Meta: capital expenditure $64 billion to $72 billion (in 2025, guidance)"."""
    amount, period = proposal.amount, proposal.period
    if amount is None or metric is None:
        return " ".join(proposal.quote.text.split()) if proposal.quote else ""
    side = 0 if language == "en" else 1
    way = _WAY.get(proposal.direction, ("", ""))[side] if proposal.measure == "change" else ""
    rate = _RATE.get(period.flow, ("", ""))[side] if period else ""
    figure = " ".join(
        part for part in (metric.name.in_language(language), way, _with_unit(amount, language), rate) if part
    )
    inferred = any(one.field == "period" for one in proposal.inferred)
    is_told_by_label = period is not None and (inferred or period.words is None or period.kind in _LABELLED)
    when = (period.label if is_told_by_label else period.words) if period and not _is_of_a_day(period) else ""
    told = ", ".join(part for part in (when, _STATUS[proposal.status][side]) if part)
    return " ".join(f"{subject.name.in_language(language)}: {figure} ({told})".split())[:_LONGEST]


def _is_of_a_day(period: Period) -> bool:
    """Whether the period is only the day on which a rate was told, so that the rate says all of it."""
    return period.flow in _RATE and period.start == period.end


def _with_unit(amount: PrintedAmount, language: Language) -> str:
    """The amount as printed, with its currency where the sentence prints that only with another amount."""
    alone = read_amounts(amount.text, language)
    if any(one.unit == amount.unit for one in alone) or amount.unit == "count":
        return amount.text
    if any((one.low, one.high) == (amount.low, amount.high) for one in alone):
        return f"{amount.text} {amount.unit}"
    return _written_out(amount, language)


def _written_out(amount: PrintedAmount, language: Language) -> str:
    """An amount whose scale the sentence prints only with another one: "60 bis 65 Milliarden USD"."""
    side = 0 if language == "en" else 1
    ends = list(dict.fromkeys(one for one in (amount.low, amount.high) if one is not None))
    power = next((one for one in _SCALES if ends[0] >= 10**one), 0)
    numbers = [f"{(end / 10**power).normalize():f}" for end in ends]
    if language == "de":
        numbers = [number.replace(".", ",") for number in numbers]
    between = (" to ", " bis ")[side]
    bound = _BOUNDS.get(amount.bound, ("", ""))[side]
    scale = _SCALES.get(power, ("", ""))[side]
    return " ".join(part for part in (bound, between.join(numbers), scale, amount.unit) if part)


def _id(proposal: Proposal, article: Article) -> str:
    """What the claim is of, and a few letters of where it stands, so that read again it is the same claim."""
    start = proposal.quote.start + (proposal.amount.start if proposal.amount else 0)
    place = hashlib.sha256(f"{article.id} {start} {proposal.metric}".encode()).hexdigest()[:6]
    label = proposal.period.label if proposal.period else ""
    plain = unicodedata.normalize("NFKD", f"{proposal.subject} {proposal.metric or 'statement'} {label}".casefold())
    words = "-".join(re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode()))
    return f"{words[:70].rstrip('-')}-{place}"
