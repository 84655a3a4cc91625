"""The signs by which a claim answers a question: numbers, each of which speaks for the claim or against it.

What they say of each other is in `weights`. A sign that is not told is nought. Words count by where the claim has them
(in its statement, there in a word of the same meaning, among the terms under which it is looked for or the words with
which people ask for it, nowhere), each with its weight; the rest are the names, the period, the amounts and what kind
of answer is asked for.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from bot.fitting import concerns, is_amount_asked, is_own, period_fits, says
from bot.question import Question
from bot.statements.circle import Circle
from bot.statements.entry import Held
from bot.statements.index import Statements
from bot.statements.runs import runs
from bot.statements.wanted import Asking, Wanted
from bot.words import word_set
from knowledge.claim import Claim
from knowledge.value import Language

Signs = Mapping[str, float]

_NOWHERE: Final = "missing"
_TOLD: Final = frozenset({"said", "meant", "term", "asked", _NOWHERE})
"""Where a word tells something: to be in a quote alone, or near another term, was found to say nothing."""

_MOST_PAIRS: Final = 4
_WHOEVER: Final = word_set(
    """expert experts analyst analysts firm firms company companies business bank banks publication paper newspaper
    source sources person people experte experten analyst analysten fachleute firma firmen unternehmen konzern konzerne
    bank banken zeitung blatt quelle quellen"""
)
"""Kinds of those of whom claims are or who say them, which no claim needs to say."""


def signs(  # noqa: PLR0913, PLR0917 - a claim, a question, and what is known of both
    claim: Claim, day: date, held: Held, question: Question, asking: Asking, circle: Circle, statements: Statements
) -> dict[str, float]:
    """The signs of a claim in an article of that day, which is known by what is `held`."""
    found: dict[str, float] = {}
    for name, value in (
        *_of_words(asking, held),
        *_of_the_statement(asking, held, question.language, statements),
        *_of_names(claim, question, circle),
        *_of_metrics(claim, question),
        *_of_time(claim, day, question),
        *_of_kind(claim, question),
        ("phrased", asking.phrased.of(claim.id)),
        ("phrased share", asking.phrased.share(claim.id)),
    ):
        if value:
            found[name] = found.get(name, 0.0) + value
    return found


def signs_of_none(question: Question, asking: Asking) -> dict[str, float]:
    """The signs of a claim that has nothing to do with a question."""
    found: dict[str, float] = {}
    for group, words in _groups(asking):
        found[f"{group} {_NOWHERE}"] = sum(word.weight for word in words)
    found |= {"names missing": float(len(question.asked)), "sentence": 1.0}
    found |= {"no metric": float(bool(question.metrics)), "speaker": -float(bool(question.speakers))}
    return found | {"topic": -float(bool(question.topics))}


def _groups(asking: Asking) -> Iterator[tuple[str, tuple[Wanted, ...]]]:
    yield "content", asking.content
    yield "light", asking.light
    yield "named", asking.named
    yield "phrase", asking.phrases


def where(word: Wanted, held: Held) -> str:
    """Where a claim has a word."""
    if word.stem in held.said:
        return "said"
    if not word.alike.isdisjoint(held.said):
        return "meant"
    for place, stems in (("quoted", held.quoted), ("term", held.terms), ("asked", held.asked)):
        if word.stem in stems:
            return place
    if word.alike.isdisjoint(held.quoted) and word.alike.isdisjoint(held.terms):
        return _NOWHERE
    return "near"


def _of_words(asking: Asking, held: Held) -> Iterator[tuple[str, float]]:
    for group, words in _groups(asking):
        for word in words:
            place = where(word, held)
            if place in _TOLD:
                yield f"{group} {place}", word.weight
            if group == "content" and place != _NOWHERE:
                yield "words", 1.0
                yield "words said", float(place in {"said", "meant"})
            elif group == "content":
                own = runs(word.word.casefold())
                formed = 2 * len(own & (held.runs | held.term_runs)) >= len(own)
                yield "words formed", float(formed)
                yield "kind missing", float(word is asking.kind and not formed and word.word not in _WHOEVER)


def _of_the_statement(
    asking: Asking, held: Held, language: Language, statements: Statements
) -> Iterator[tuple[str, float]]:
    """How the statement and the question cover each other."""
    if held.weight:
        yield "covered", sum([held.weights[one] for one in asking.stems & held.weights.keys()]) / held.weight
    if asking.runs:
        shared = len(asking.runs & held.runs)
        yield "runs", shared / len(asking.runs)
        yield "runs of terms", len(asking.runs & held.term_runs) / len(asking.runs)
        yield "runs covered", shared / len(held.runs) if held.runs else 0.0
    yield "pairs", float(min(_MOST_PAIRS, len(asking.pairs & held.pairs)))
    for one in asking.small:
        if one in held.said:
            yield "small said", statements.rarity(one, language)
        elif one in held.terms:
            yield "small term", statements.rarity(one, language)


def _of_names(claim: Claim, question: Question, circle: Circle) -> Iterator[tuple[str, float]]:
    own = sum(is_own(claim, one) for one in circle.asked) or any(is_own(claim, one) for one in circle.people)
    mentioned = sum(concerns(claim, one) and not is_own(claim, one) for one in circle.asked)
    yield "own", float(own)
    yield "subject", float(sum(claim.subject == one for one in circle.asked))
    yield "mentioned", float(mentioned)
    yield "near", float(circle.count_near(claim))
    missing = len(circle.asked) - min(len(circle.asked), own + mentioned)
    yield "names missing", float(missing)
    if circle.asked and not missing:
        yield "all names", 1.0
        yield "all related", float("relation" in question.asks)
    if question.speakers:
        spoken = says(claim, (*question.speakers, *question.people))
        yield "speaker", 1.0 if spoken else -1.0


def _of_metrics(claim: Claim, question: Question) -> Iterator[tuple[str, float]]:
    figure = claim.amount is not None
    if question.metrics:
        asked = claim.metric in question.metrics
        yield "metric", float(asked)
        yield "no metric", float(claim.metric is None)
        yield "other metric", float(claim.metric is not None and not asked)
        yield "sentence for a figure", float(bool(question.asked) and not question.unnamed and not figure)
    elif figure and "amount" not in question.asks and not question.amounts:
        yield "figure unasked", 1.0
    if question.topics:
        yield "topic", -1.0 if set(question.topics).isdisjoint(claim.topics) else 1.0
    if question.amounts:
        yield "amount asked", float(is_amount_asked(claim.amount, question))


def _of_time(claim: Claim, day: date, question: Question) -> Iterator[tuple[str, float]]:
    asked = [one.period for one in question.periods]
    if not asked:
        return
    if claim.period and any(claim.period.ends == one.ends for one in asked):
        yield "same period", 1.0
    elif any(period_fits(claim.period, one) for one in asked):
        yield "within the period", 1.0
    elif any(one.start and one.end and one.start <= day <= one.end for one in asked):
        yield "told in the period", 1.0
    else:
        yield "other period", 1.0


def _of_kind(claim: Claim, question: Question) -> Iterator[tuple[str, float]]:
    asks, figure = question.asks, claim.amount is not None
    yield "sentence", float(not figure)
    if "amount" in asks:
        yield "how much", 1.0 if figure else -1.0
    yield "reason", float("reason" in asks and not figure)
    if claim.measure == "change":
        yield ("change" if "change" in asks else "change unasked"), 1.0
    yield "percent", float("percent" in asks and claim.amount is not None and claim.amount.unit == "percent")
    yield "ratio", float("ratio" in asks and claim.measure == "ratio")
    yield "view", float("view" in asks and claim.speaker is not None)
    if question.statuses:
        yield "status", 1.0 if claim.status in question.statuses else -1.0
