"""The nearest coverage: what can be asked instead, by name and never with its figure.

Every choice offered has at least one claim, so that the click that follows it is answered.
"""

from collections.abc import Sequence

from bot.answer import Choice
from bot.question import Question
from knowledge.claim import Claim
from knowledge.store.evidence import Evidence

LEAD_METRICS = ("capex", "ai-investment")
"""What a name alone asks for first: this is a bot about spending on AI."""

MOST_CHOICES = 5
"""As many as a platform shows as buttons in one row."""


def of_claims(claims: Sequence[Claim], subject: str | None) -> tuple[Choice, ...]:
    """The metrics and periods of `claims`, which concern `subject`, figures on spending first."""
    own = [claim for claim in claims if subject in (None, claim.subject) and claim.metric] or [
        claim for claim in claims if claim.metric
    ]
    own.sort(
        key=lambda claim: (
            claim.amount is None,
            LEAD_METRICS.index(claim.metric) if claim.metric in LEAD_METRICS else len(LEAD_METRICS),
        )
    )
    choices = {
        (claim.subject, claim.metric, claim.period.label if claim.period else None): Choice(
            subject=claim.subject, metric=claim.metric, period=claim.period
        )
        for claim in own
    }
    return tuple(choices.values())[:MOST_CHOICES]


def from_coverage(question: Question, evidence: Evidence, subject: str | None = None) -> tuple[Choice, ...]:
    """What the base holds on `subject`, or on the subjects and metrics of the question."""
    metrics = question.metrics if not question.subjects else ()
    held = [
        Choice(subject=entry.subject, metric=entry.metric)
        for entry in evidence.coverage
        if (subject is None or entry.subject == subject) and (not metrics or entry.metric in metrics)
    ]
    return tuple(held)[:MOST_CHOICES]


def from_near_names(question: Question) -> tuple[Choice, ...]:
    """What the question would ask if its doubtful words were the names that they resemble."""
    metric = question.metrics[0] if question.metrics else None
    choices = [
        Choice(subject=subject, metric=metric, period=question.period)
        for near in question.near
        for subject in near.subjects
    ]
    subject = question.subjects[0] if question.subjects else None
    choices += [
        Choice(subject=subject, metric=name, period=question.period) for near in question.near for name in near.metrics
    ]
    return tuple(dict.fromkeys(choices))[:MOST_CHOICES]
