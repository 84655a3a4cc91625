"""Compose an Answer from a Question and the evidence for it: pure, the third arrow of the line.

No answer beats a wrong one: with a word left that nothing accounts for, with no claim for the metric or the period
asked about, the Answer says which, and offers the nearest coverage by name.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.answer import Ambiguous, AnyAnswer, Choice, Entry, Found, Help, Missing, NotFound
from bot.calculate import yearly_changes
from bot.nearest import LEAD_METRICS, from_coverage, from_near_names, of_claims
from bot.question import Question
from bot.ranking import Wanted, ranked
from knowledge.claim import Claim
from knowledge.conflicts import disagreements
from knowledge.period import Period
from knowledge.store.evidence import Evidence

MOST_SUBJECTS = 10
"""Subjects offered to choose from."""

MOST_ALSO = 12
"""Claims shown beside those that answer; the rest is asked for by name."""


def compose(question: Question, evidence: Evidence, on: date) -> AnyAnswer:
    """The answer to `question` from `evidence`, asked on day `on`."""
    if question.intent == "help":
        return Help(question=question, on=on)
    refused = _refusal(question, evidence)
    if refused:
        return NotFound(question=question, on=on, missing=(refused,), choices=refused.nearest)
    if not question.subjects and not question.speakers:
        return _by_company(question, evidence, on)
    return _found(question, evidence, on)


def _refusal(question: Question, evidence: Evidence) -> Missing | None:
    """Why nothing at all can be answered, if so."""
    if question.too_long:
        return Missing(reason="too_long")
    if question.near or question.not_understood:
        known = bool(question.subjects or question.speakers)
        guesses = from_near_names(question)
        return Missing(
            reason="not_understood" if known else "unknown_name",
            guessed=bool(guesses),
            words=tuple(near.word for near in question.near if near.word not in question.not_understood)
            + question.not_understood,
            nearest=guesses or from_coverage(question, evidence),
        )
    if question.intent == "unclear" or not (question.subjects or question.speakers or question.metrics):
        return Missing(reason="no_subject", period=question.period, nearest=from_coverage(question, evidence))
    return None


def _by_company(question: Question, evidence: Evidence, on: date) -> AnyAnswer:
    """A metric alone: the subjects that have it, to choose from."""
    fitting = [claim for claim in evidence.claims if _fits(claim, question)]
    metrics = {claim.subject: claim.metric for claim in reversed(fitting)}
    known = dict.fromkeys(entry.subject for entry in evidence.coverage if entry.subject in metrics)
    if not known:
        missing = _missing(question, None, evidence)
        return NotFound(question=question, on=on, missing=(missing,), choices=missing.nearest)
    choices = (Choice(subject=subject, metric=metrics[subject], period=question.period) for subject in known)
    return Ambiguous(question=question, on=on, choices=tuple(choices)[:MOST_SUBJECTS])


def _found(question: Question, evidence: Evidence, on: date) -> AnyAnswer:
    asked = question.subjects or question.speakers
    fitting = [claim for claim in evidence.claims if _fits(claim, question)]
    missing = tuple(
        _missing(question, subject, evidence)
        for subject in asked
        if not any(_concerns(claim, subject) for claim in fitting)
    )
    if not fitting or len(missing) == len(asked):
        choices = tuple(dict.fromkeys(choice for entry in missing for choice in entry.nearest))
        return NotFound(question=question, on=on, missing=missing, choices=choices)
    ordered = _order(question, fitting, evidence, on, asked)
    metrics = question.metrics or _lead(ordered, asked)
    also = {
        claim.id
        for claim in ordered
        if not any(_about(claim, subject) for subject in asked) or (metrics and claim.metric not in metrics)
    }
    ordered = [claim for claim in ordered if claim.id not in also] + [c for c in ordered if c.id in also][:MOST_ALSO]
    disagreeing = disagreements(ordered, evidence.articles)
    return Found(
        question=question,
        on=on,
        entries=_entries(ordered, also, evidence),
        conflicts=disagreeing.conflicts,
        revisions=disagreeing.revisions,
        calculated=yearly_changes(claim for claim in ordered if claim.id not in also),
        missing=missing,
    )


def _order(
    question: Question, claims: Sequence[Claim], evidence: Evidence, on: date, subjects: Sequence[str]
) -> list[Claim]:
    concerned = (claim for claim in claims if not subjects or any(_concerns(claim, subject) for subject in subjects))
    wanted = Wanted(on, subjects, question.metrics or LEAD_METRICS, question.period)
    return ranked(concerned, evidence.articles, wanted)


def _entries(ordered: Iterable[Claim], also: set[str], evidence: Evidence) -> tuple[Entry, ...]:
    numbers: dict[str, int] = {}
    return tuple(
        Entry(
            claim=claim,
            article=evidence.articles[claim.article],
            role="also" if claim.id in also else "main",
            citation=numbers.setdefault(claim.article, len(numbers) + 1),
        )
        for claim in ordered
    )


def _lead(ordered: Sequence[Claim], subjects: Sequence[str]) -> tuple[str, ...]:
    """The metric that a name alone asks for first: spending where there is a figure of it, else everything."""
    own = {claim.metric for claim in ordered if claim.amount and claim.subject in subjects}
    return tuple(metric for metric in LEAD_METRICS if metric in own)[:1]


def _fits(claim: Claim, question: Question) -> bool:
    return (
        (not question.metrics or claim.metric in question.metrics)
        and (not question.growth or claim.measure == "change" or claim.direction != "none")
        and (question.period is None or _within(claim.period, question.period))
        and (not question.speakers or not question.subjects or _says(claim, question.speakers))
        and (not question.amounts or any(_same_amount(claim, question, n) for n in range(len(question.amounts))))
    )


def _within(period: Period | None, asked: Period) -> bool:
    """Whether a claim's period is the one asked about or lies inside it."""
    if period is None or period.start is None or period.end is None:
        return False
    return (asked.start is None or asked.start <= period.start) and (asked.end is None or period.end <= asked.end)


def _same_amount(claim: Claim, question: Question, place: int) -> bool:
    asked, amount = question.amounts[place], claim.amount
    if amount is None or asked.unit not in (amount.unit, "count"):
        return False
    return {asked.low, asked.high} - {None} <= {amount.low, amount.high}


def _says(claim: Claim, speakers: Sequence[str]) -> bool:
    return claim.speaker in speakers or claim.via in speakers


def _about(claim: Claim, subject: str) -> bool:
    """Whether the claim is this subject's own: about it, or said by it when it is asked for alone."""
    return subject in (claim.subject, claim.speaker)


def _concerns(claim: Claim, subject: str) -> bool:
    return subject in (claim.subject, claim.speaker, claim.via, *claim.about)


def _missing(question: Question, subject: str | None, evidence: Evidence) -> Missing:
    """Why this part of the question has no claim, with the nearest that there is."""
    own = [claim for claim in evidence.claims if subject is None or _concerns(claim, subject)]
    for_metric = [claim for claim in own if not question.metrics or claim.metric in question.metrics]
    metric = question.metrics[0] if question.metrics else None
    if for_metric:
        only_period = question.period is not None
        return Missing(
            reason="other_period" if only_period else "no_claim",
            subject=subject,
            metric=metric,
            period=question.period,
            nearest=of_claims(for_metric, subject),
        )
    return Missing(
        reason="no_metric" if metric else "no_claim",
        subject=subject,
        metric=metric,
        period=question.period,
        nearest=from_coverage(question, evidence, subject),
    )
