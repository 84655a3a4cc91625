"""How claims answer a question: which of them may, and how much speaks for each.

The firm that is asked about, the period and the amount are never approximate; all else is a matter of points, the sum
of a claim's signs, each with its weight (a linear model, see `weights`). Claims are looked at where they have words of
the question or are of somebody in its circle; of many, those that have most of it.
"""

import heapq
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from bot.fitting import is_amount_asked, period_fits
from bot.question import AskedPeriod, Question
from bot.sort_of_answer import is_of_the_sort
from bot.statements.circle import Circle
from bot.statements.index import Statements
from bot.statements.signs import Signs, signs, signs_of_none, where
from bot.statements.wanted import Asking, Wanted
from bot.statements.weights import POINTS
from bot.words import GENERIC
from knowledge.claim import Claim
from knowledge.evidence import Evidence
from knowledge.period import Period

MOST: Final = 100
"""Claims that are looked at closely."""

_MOST_PHRASED: Final = 20
"""Claims that are looked at besides, as people ask for them in such words."""

_TOLD_WITHIN: Final = timedelta(days=366)
"""How far back an article tells of where a sentence names no time."""

_ALONE: Final = 0.6
"""The share of all likeness from which a claim is asked for alone."""

_MANY: Final = 2_000
"""Holders of a word from which it only tells claims apart that rarer words have found."""

_OF_THE_CIRCLE: Final = 4.0
"""What counts as much as a telling word when claims are first looked for: being of somebody asked about."""


class Weighed(NamedTuple):
    """A claim with its signs and their points, the more the better; `phrased`: whether it has phrasings at all."""

    claim: Claim
    points: float
    signs: Signs
    phrased: bool


def candidates(question: Question, asking: Asking, circle: Circle, statements: Statements) -> list[str]:
    """The claims that are looked at, those first that have most of the question."""
    if question.amounts:
        return statements.where(lambda entry: is_amount_asked(entry.amount, question))
    found: defaultdict[str, float] = defaultdict(float)
    for one in circle.all():
        for claim in statements.concerning(one):
            found[claim] += _OF_THE_CIRCLE
    for word in sorted((*asking.content, *asking.named, *asking.light), key=lambda word: -word.weight):
        held = _holders(word, statements, question)
        for claim in held if len(held) <= _MANY else held & found.keys():
            found[claim] += word.weight
    phrased = [claim for claim in asking.phrased.most(_MOST_PHRASED) if claim in statements]
    best = heapq.nsmallest(MOST, found, key=lambda claim: (-round(found[claim], 6), claim))
    return list(dict.fromkeys((*phrased, *best)))


def _holders(word: Wanted, statements: Statements, question: Question) -> frozenset[str]:
    return frozenset().union(*(statements.holders(one, question.language) for one in word.alike))


def weighed(
    evidence: Evidence, question: Question, asking: Asking, circle: Circle, statements: Statements
) -> list[Weighed]:
    """The claims that may answer, with their points, best first; of equal ones the newer, then by id."""
    found: list[tuple[tuple[float, int, str], Weighed]] = []
    for claim in evidence.claims:
        day = evidence.articles[claim.article].published.date
        held = statements.held(claim.id, question.language)
        says_it = all(where(word, held) in {"said", "meant"} for word in asking.named if word.word not in GENERIC)
        instead = _is_of_another_metric(claim, question) and not says_it
        if may_answer(claim, day, question, circle) and (not instead or _is_asked_alone(asking, claim.id)):
            of_claim = signs(claim, day, held, question, asking, circle, statements)
            if instead:
                of_claim["instead"] = 1.0
            phrased = asking.phrased.has(claim.id)
            points = total(of_claim, POINTS[phrased])
            found.append(((-round(points, 3), -day.toordinal(), claim.id), Weighed(claim, points, of_claim, phrased)))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def floor(question: Question, asking: Asking, *, phrased: bool) -> float:
    """The points of a claim, with phrasings or without any, that has nothing to do with the question."""
    return total(signs_of_none(question, asking), POINTS[phrased])


def total(of_claim: Signs, weights: Mapping[str, float]) -> float:
    """The sum of signs with their weights."""
    return sum(weights.get(name, 0.0) * value for name, value in of_claim.items())


def may_answer(claim: Claim, day: date, question: Question, circle: Circle) -> bool:
    """Whether a claim in an article of that day may answer at all, whatever its metric."""
    if not circle.holds(claim):
        return False
    if question.periods and not any(_is_of_the_time(claim, day, asked) for asked in question.periods):
        return False
    if question.amounts and not is_amount_asked(claim.amount, question):
        return False
    if "view" in question.asks and not _is_a_view_of(claim, circle):
        return False
    return is_of_the_sort(claim, question)


def _is_of_another_metric(claim: Claim, question: Question) -> bool:
    """Whether a figure has another metric than one that is named for somebody or for an amount."""
    bound = question.metrics and (question.asked or question.amounts)
    return bool(claim.amount and bound) and claim.metric not in question.metrics


def _is_a_view_of(claim: Claim, circle: Circle) -> bool:
    """Whether one of those asked about who speak for themselves says it, or it is said of them; true without any."""
    return not circle.speaking or any(
        one in (claim.speaker, claim.via, claim.subject) for one in (*circle.speaking, *circle.people)
    )


def _is_of_the_time(claim: Claim, day: date, asked: AskedPeriod) -> bool:
    """A figure is of the period; a sentence may also be of one that meets it, or be told in it without naming any."""
    if claim.amount or period_fits(claim.period, asked.period):
        return period_fits(claim.period, asked.period)
    if claim.period is None:
        return asked.yearless or _meet((day - _TOLD_WITHIN, day), asked.period)
    return _meet((claim.period.start or date.min, claim.period.end or date.max), asked.period)


def _is_asked_alone(asking: Asking, claim: str) -> bool:
    """Whether words beside a metric ask for this claim and hardly for another: what named the metric may mean else."""
    return bool(asking.content) and asking.phrased.share(claim) >= _ALONE


def _meet(span: tuple[date, date], period: Period) -> bool:
    return span[0] <= (period.end or date.max) and (period.start or date.min) <= span[1]
