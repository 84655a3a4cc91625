"""The nearest coverage: what can be asked instead, by name and never with its figure.

Every choice offered has at least one claim, so that the click that follows it is answered.
"""

from collections.abc import Iterable, Sequence

from bot.answer import Choice
from bot.fitting import concerns
from bot.question import Question
from bot.ranking import place_among
from knowledge.claim import Claim
from knowledge.evidence import Evidence
from knowledge.period import Period

LEAD_METRICS = ("capex", "ai-investment")
"""What a name alone asks for first: this is a bot about spending on AI."""

MOST_CHOICES = 5
"""As many as a platform shows as buttons in one row."""


def of_claims(claims: Sequence[Claim], subject: str | None) -> tuple[Choice, ...]:
    """The metrics and periods of `claims`, which concern `subject`, figures on spending first."""
    own = [claim for claim in claims if subject in (None, claim.subject) and claim.metric] or [
        claim for claim in claims if claim.metric
    ]
    choices = (
        Choice(subject=claim.subject, metric=claim.metric, period=_askable(claim.period)) for claim in leading(own)
    )
    return tuple(dict.fromkeys(choices))[:MOST_CHOICES]


def leading(claims: Iterable[Claim]) -> list[Claim]:
    """`claims` with figures on spending first."""
    return sorted(claims, key=lambda claim: (claim.amount is None, place_among(claim.metric, LEAD_METRICS)))


def _askable(period: Period | None) -> Period | None:
    """A period by its ends, where its name in a question means just these ends."""
    if period is None or period.kind in ("week", "since", "span", "relative"):
        return None
    return Period(start=period.start, end=period.end, label=period.label, kind=period.kind)


def from_coverage(question: Question, evidence: Evidence, subject: str | None = None) -> tuple[Choice, ...]:
    """What the base holds on `subject`, or on the subjects and metrics of the question."""
    metrics = question.metrics if not question.subjects else ()
    held = [
        Choice(subject=entry.subject, metric=entry.metric)
        for entry in evidence.coverage
        if (subject is None or entry.subject == subject) and (not metrics or entry.metric in metrics)
    ]
    return tuple(held)[:MOST_CHOICES]


def from_near_names(question: Question, evidence: Evidence) -> tuple[Choice, ...]:
    """What the question would ask if its doubtful words were the names that they resemble, where that has claims."""
    held = {(entry.subject, entry.metric) for entry in evidence.coverage}
    subjects = [*question.subjects, *(subject for near in question.near for subject in near.subjects)]
    metrics = [*question.metrics, *(metric for near in question.near for metric in near.metrics)]
    choices = [Choice(subject=subject, metric=metric) for subject in subjects for metric in metrics]
    choices = [choice for choice in choices if (choice.subject, choice.metric) in held]
    if not choices:
        known = {subject for claim in evidence.claims for subject in subjects if concerns(claim, subject)}
        known.update(subject for subject, _ in held)
        choices = [Choice(subject=subject) for subject in subjects if subject in known]
    return tuple(dict.fromkeys(choices))[:MOST_CHOICES]
