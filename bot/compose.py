"""Compose an Answer from a Question and the evidence for it: pure, the third arrow of the line.

No answer beats a wrong one: with a word left that nothing accounts for, with no claim for the metric or the period
asked about, the Answer says which, and offers the nearest coverage by name. What conflicts with a claim of the answer
is in the answer, whether it was asked for or not.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Ambiguous, AnyAnswer, Choice, Entry, Found, Help, Missing, MissingReason, NotFound, Role
from bot.calculate import yearly_changes
from bot.fitting import concerns, fits, is_of_all, is_own, period_fits, with_years
from bot.nearest import LEAD_METRICS, from_coverage, from_near_names, leading, of_claims
from bot.question import Cue, Question
from bot.ranking import Wanted, levels_first, ranked
from bot.sort_of_answer import is_of_the_sort
from knowledge.claim import Claim
from knowledge.conflicts import disagreements
from knowledge.evidence import Evidence

MOST_SUBJECTS = 10
"""Subjects offered to choose from."""

_HARDLY_MORE = 1.0
"""Points that tell no two times of one figure apart where none is asked for."""

MOST_ALSO = 12
"""Claims shown beside those that answer; the rest is asked for by name."""

Points = Callable[[], Mapping[str, float]]
"""How much speaks for each claim, by its id."""


def compose(question: Question, evidence: Evidence, on: date, points: Points = dict) -> AnyAnswer:
    """The answer to `question` from `evidence`, asked on day `on`.

    `points` tells of claims, by id, how much speaks for them beside the names, once several answer: the best of them
    come first.
    """
    if question.intent == "help":
        return Help(question=question, on=on)
    readings = from_near_names(question, evidence) if question.near and not question.not_understood else ()
    if len(readings) > 1:
        return Ambiguous(question=question, on=on, choices=readings)
    refused = _refusal(question, evidence)
    if refused:
        return NotFound(question=question, on=on, missing=(refused,), choices=refused.nearest)
    question = with_years(question, evidence.claims)
    if question.asked or question.topics:
        return _found(question, evidence, on, points)
    return _to_choose_from(question, evidence, on)


def compose_of_a_time(question: Question, evidence: Evidence, on: date) -> AnyAnswer | None:
    """What can be asked about a period that was named alone; None where `evidence` holds nothing of it."""
    held = [claim for claim in evidence.claims if fits(claim, question) and claim.metric]
    choices = (Choice(subject=claim.subject, metric=claim.metric, period=question.period) for claim in leading(held))
    return Ambiguous(question=question, on=on, choices=tuple(dict.fromkeys(choices))[:MOST_SUBJECTS]) if held else None


def compose_said(question: Question, said: Sequence[Claim], evidence: Evidence, on: date) -> Found:
    """The answer that the claims `said` give, best first; `evidence` holds them and what may disagree with them."""
    return _answer(with_years(question, said), said, (), evidence, on)


def _refusal(question: Question, evidence: Evidence) -> Missing | None:
    """Why nothing at all can be answered, if so."""
    if question.too_long:
        return Missing(reason="too_long")
    if question.near or question.not_understood:
        known = bool(question.asked)
        guesses = from_near_names(question, evidence) if question.near else ()
        doubtful = (near.word for near in question.near if near.word not in question.not_understood)
        return Missing(
            reason="not_understood" if known else "unknown_name",
            guessed=bool(guesses),
            words=(*doubtful, *_as_typed(question.not_understood, question.text)),
            nearest=guesses or from_coverage(question, evidence),
        )
    if question.intent == "unclear" or not question.names_something:
        return Missing(reason="no_subject", period=question.period)
    return None


def _as_typed(words: Iterable[str], text: str) -> Iterator[str]:
    """Words, those that a hyphen joins as one: GPT-4 is not understood, and not a GPT and a 4."""
    whole = ""
    for word in words:
        if whole and f"{whole}-{word}" in text:
            whole = f"{whole}-{word}"
            continue
        if whole:
            yield whole
        whole = word
    if whole:
        yield whole


def _to_choose_from(question: Question, evidence: Evidence, on: date) -> AnyAnswer:
    """A metric alone: the subjects that have it."""
    fitting = [claim for claim in evidence.claims if fits(claim, question)]
    metrics = {claim.subject: claim.metric for claim in reversed(fitting)}
    known = dict.fromkeys(entry.subject for entry in evidence.coverage if entry.subject in metrics)
    if not known:
        missing = _missing(question, None, evidence)
        return NotFound(question=question, on=on, missing=(missing,), choices=missing.nearest)
    choices = (Choice(subject=subject, metric=metrics[subject], period=question.period) for subject in known)
    return Ambiguous(question=question, on=on, choices=tuple(choices)[:MOST_SUBJECTS])


def _found(question: Question, evidence: Evidence, on: date, points: Points) -> AnyAnswer:
    asked = question.asked
    fitting = [claim for claim in evidence.claims if fits(claim, question) and is_of_the_sort(claim, question)]
    missing = tuple(
        _missing(question, subject, evidence)
        for subject in asked
        if not any(concerns(claim, one) for claim in fitting for one in (subject, *question.people))
    )
    if "relation" in question.asks:
        related = [claim for claim in fitting if all(concerns(claim, one) for one in asked)]
        fitting = related or (fitting if question.metrics else [])
    ordered = ranked(fitting, evidence.articles, _wanted(question, on))
    main, also = _parted(question, ordered)
    main = _by_points(main, points, question)
    figureless = "amount" in question.asks and "reason" not in question.asks and not any(claim.amount for claim in main)
    if not main or figureless or (asked and len(missing) == len(asked)):
        missing = missing or (_missing(question, None, evidence),)
        choices = tuple(dict.fromkeys(choice for entry in missing for choice in entry.nearest))
        return NotFound(question=question, on=on, missing=missing, choices=choices)
    found = _answer(question, main, also, evidence, on)
    return replace(found, missing=(*missing, *_periods_missing(question, fitting)))


def _by_points(main: list[Claim], points: Points, question: Question) -> list[Claim]:
    """The claims that answer, those first for which most speaks; else as they were."""
    known = points() if len(main) > 1 else {}
    if not known:
        return main
    ordered = sorted(main, key=lambda claim: -round(known.get(claim.id, 0.0), 1))
    return levels_first(ordered if question.periods else _latest_first(ordered, main, known), question)


def _latest_first(ordered: list[Claim], main: Sequence[Claim], known: Mapping[str, float]) -> list[Claim]:
    """The claims with the best one's figure of the time that `main` has first, where hardly more speaks for another."""
    best = ordered[0]
    least = known.get(best.id, 0.0) - _HARDLY_MORE
    alike = (one for one in main if _is_alike(one, best) and known.get(one.id, 0.0) >= least)
    first = next(alike, best)
    return [first, *(one for one in ordered if one is not first)]


def _is_alike(one: Claim, other: Claim) -> bool:
    """Whether two figures differ in nothing but their time."""
    kinds = {(claim.subject, claim.metric, claim.measure, claim.status) for claim in (one, other)}
    return len(kinds) == 1 and bool(one.amount and other.amount)


def _answer(question: Question, main: Sequence[Claim], also: Sequence[Claim], evidence: Evidence, on: date) -> Found:
    """What the `main` claims answer, with those beside them and all that disagrees with one of them."""
    shown: dict[str, Role] = {claim.id: "main" for claim in main}
    shown.update((claim.id, "also") for claim in also[:MOST_ALSO])
    everything = disagreements(ranked(evidence.claims, evidence.articles, _wanted(question, on)), evidence.articles)
    conflicts = tuple(pair for pair in everything.conflicts if not shown.keys().isdisjoint(pair))
    shown.update((claim, "conflict") for pair in conflicts for claim in pair if claim not in shown)
    return Found(
        question=question,
        on=on,
        entries=_entries(shown, evidence),
        conflicts=conflicts,
        revisions=tuple(pair for pair in everything.revisions if shown.keys() >= set(pair)),
        calculated=yearly_changes(main),
        unlike=question.intent == "comparison" and _unlike(main, question.asked),
    )


def _wanted(question: Question, on: date) -> Wanted:
    metrics = question.metrics or LEAD_METRICS
    told = bool(question.topics and not question.metrics and "amount" not in question.asks)
    reason: frozenset[Cue] = frozenset({"reason"} if told else ())
    return Wanted(on, question.asked, metrics, question.periods, question.asks | reason, question.statuses)


def _parted(question: Question, ordered: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The claims that answer, and those beside them: of another subject, or not what a name alone asks for first."""
    asked = (*question.asked, *question.people)
    if question.topics and not question.metrics:
        main = list(ordered)
    else:
        metrics = question.metrics or (() if "reason" in question.asks else _lead(ordered, asked))
        main = [
            claim
            for claim in ordered
            if (not asked or any(is_own(claim, one) for one in asked)) and (not metrics or claim.metric in metrics)
        ]
        alone = not metrics or not is_of_all(main, question)
        main = _relating(question, ordered, main) if len(question.asked) > 1 and alone else main
    if "change" in question.asks:
        main = [claim for claim in main if claim.measure == "change"] or main
    main = main or list(ordered)
    own = {claim.id for claim in main}
    return main, [claim for claim in ordered if claim.id not in own]


def _relating(question: Question, ordered: Sequence[Claim], main: Sequence[Claim]) -> list[Claim]:
    """What is said of all that are asked about together comes before what is said of each."""
    together = [claim for claim in ordered if all(concerns(claim, one) for one in question.asked)]
    if "amount" not in question.asks:
        together.sort(key=lambda claim: claim.measure != "statement")
    return list({claim.id: claim for claim in (*together, *main)}.values())


def _unlike(main: Sequence[Claim], subjects: Sequence[str]) -> bool:
    """Whether the leading figures of the subjects differ in what they cover."""
    leading = [
        next((claim for claim in main if claim.subject == subject and claim.amount), None) for subject in subjects
    ]
    covers = {
        (claim.metric, claim.measure, claim.basis, claim.period and claim.period.ends) for claim in leading if claim
    }
    return len(covers) > 1


def _lead(ordered: Sequence[Claim], subjects: Sequence[str]) -> tuple[str, ...]:
    """The metric that a name alone asks for first: spending where there is a figure of it, else everything."""
    own = {claim.metric for claim in ordered if claim.amount and claim.subject in subjects}
    return tuple(metric for metric in LEAD_METRICS if metric in own)[:1]


def _entries(shown: dict[str, Role], evidence: Evidence) -> tuple[Entry, ...]:
    claims = {claim.id: claim for claim in evidence.claims}
    numbers: dict[str, int] = {}
    return tuple(
        Entry(
            claim=claims[key],
            article=evidence.articles[claims[key].article],
            role=role,
            citation=numbers.setdefault(claims[key].article, len(numbers) + 1),
        )
        for key, role in shown.items()
    )


def _periods_missing(question: Question, fitting: Sequence[Claim]) -> tuple[Missing, ...]:
    """The periods asked about of which nothing is known, where something is known of others."""
    subject = (question.asked or (None,))[0]
    metric = question.metrics[0] if question.metrics else None
    return tuple(
        Missing(reason="other_period", subject=subject, metric=metric, period=asked.period)
        for asked in question.periods
        if not any(period_fits(claim.period, asked.period) for claim in fitting)
    )


def _is_of_the_time(claims: Iterable[Claim], question: Question) -> bool:
    """Whether one of the claims is of a period asked about, if any is."""
    asked = [one.period for one in question.periods]
    return not asked or any(period_fits(claim.period, period) for claim in claims for period in asked)


def _missing(question: Question, subject: str | None, evidence: Evidence) -> Missing:
    """Why this part of the question has no claim, with the nearest that there is."""
    own = [claim for claim in evidence.claims if subject is None or concerns(claim, subject)]
    for_metric = [claim for claim in own if not question.metrics or claim.metric in question.metrics]
    metric = question.metrics[0] if question.metrics else None
    reason: MissingReason
    if for_metric:
        reason = "not_so" if _is_of_the_time(for_metric, question) else "other_period"
        nearest = of_claims(for_metric, subject)
    else:
        reason, nearest = "no_metric" if metric and subject else "no_claim", from_coverage(question, evidence, subject)
    return Missing(reason=reason, subject=subject, metric=metric, period=question.period, nearest=nearest)
