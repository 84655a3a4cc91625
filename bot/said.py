"""Which claims say what a question asks, by their own words: the way of questions that names alone do not answer."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from bot.answer import Found
from bot.fitting import with_years
from bot.names import Names
from bot.names.common import is_common
from bot.question import Question
from bot.statements import Statements
from bot.statements.choosing import chance, chosen, left_out
from bot.statements.circle import circle_of
from bot.statements.wanted import Asking, asking, hints_at, wanted
from bot.statements.weighing import Weighed, candidates, weighed
from bot.words import GENERIC
from knowledge.claim import Claim
from knowledge.evidence import Evidence
from knowledge.folding import tokens

_LIKELY: Final = 0.5
"""The chance with which the best claim comes first among those that names find."""

_ALL_BUT_CERTAIN: Final = 0.8
"""The chance with which it answers instead of those that names find."""

_FEW_WORDS: Final = 4
"""No more words than these ask for what names alone find."""

_FEWEST_WORDS: Final = 2
"""Fewer words that nothing explains are in too many claims by chance."""

Fetch = Callable[[Collection[str]], Evidence]


class Weighing(NamedTuple):
    """A question's words with their weights, and claims against them, best first; no words where nothing knows one."""

    asking: Asking | None
    claims: Sequence[Weighed] = ()


class Said(NamedTuple):
    """The claims that answer, best first, and the words of the question that the best of them leaves out."""

    claims: Sequence[Claim]
    left_out: tuple[str, ...]


def weigh(question: Question, statements: Statements, names: Names, fetch: Fetch) -> Weighing:
    """The claims that may answer the question; `fetch` brings claims by id."""
    words = wanted(question, statements, is_common)
    if words is None:
        return Weighing(None)
    asked, circle = asking(question, words, statements), circle_of(question, names)
    evidence = fetch(candidates(question, asked, circle, statements))
    question = _dated(question, [claim for claim in evidence.claims if circle.holds(claim)])
    return Weighing(asked, weighed(evidence, question, asked, circle, statements))


def _dated(question: Question, claims: Iterable[Claim]) -> Question:
    """The question with a part of a year that was named alone put into the latest year of which there are claims."""
    bare = replace(question, metrics=(), topics=(), speakers=(), amounts=(), asks=frozenset())
    return replace(question, periods=with_years(bare, claims).periods)


def said(weighing: Weighing, question: Question, statements: Statements) -> Said | None:
    """The claims that answer; None where that is in doubt."""
    if weighing.asking is None:
        return None
    answering = chosen(weighing.claims, question, weighing.asking)
    if not answering:
        return None
    return Said(answering, left_out(weighing.asking, statements.held(answering[0].id, question.language)))


def points_beside_names(weigh: Callable[[Question], Weighing], question: Question) -> Mapping[str, float]:
    """How much speaks for each claim beside the names of a question: for each where it says more than names."""
    if question.topics or hints_at(question):
        return {one.claim.id: one.points for one in weigh(question).claims}
    best = _best(weigh(question), question, _LIKELY) if goes_beyond_names(question) else None
    return {best.id: 1.0} if best and _is_of_its_kind(best, question) else {}


def _is_of_its_kind(claim: Claim, question: Question) -> bool:
    """Whether a claim is what a question for somebody's metric asks for first: a figure, and no change unless asked."""
    if (
        not (question.metrics and question.asked)
        or question.unnamed
        or not question.asks.isdisjoint({"reason", "view", "change"})
    ):
        return True
    return claim.amount is not None and claim.measure != "change"


def leaves_out(claims: Collection[Claim], weighing: Weighing, question: Question) -> bool:
    """Whether claims that names alone find lack the one that the question in its own words all but names."""
    best = _best(weighing, question, _ALL_BUT_CERTAIN)
    return best is not None and best not in claims


def _best(weighing: Weighing, question: Question, least: float) -> Claim | None:
    """The best claim, if people ask for it so, and it is right with at least that chance."""
    if weighing.asking is None or not (weighing.claims and weighing.claims[0].phrased):
        return None
    if chance(weighing.claims, question, weighing.asking) < least:
        return None
    return weighing.claims[0].claim


def goes_beyond_names(question: Question) -> bool:
    """Whether names, metrics and periods may leave open which claim is meant.

    A few words do not, nor do questions for a figure or for several side by side, unless they ask why or who says so;
    who goes on from a question before says what is new with few words.
    """
    if (question.after and not question.metrics) or not question.asks.isdisjoint({"reason", "view"}):
        return True
    figure = not question.unnamed and not question.asks.isdisjoint({"amount", "change"})
    if question.metrics and (figure or question.intent == "comparison"):
        return False
    return len(tokens(question.spelt)) > _FEW_WORDS or bool(question.unnamed and not question.metrics)


def is_of_the_last_alone(question: Question, answer: Found) -> bool:
    """Whether a follow-up was answered without any of its own words."""
    named = question.names_something or question.periods or question.amounts
    return bool(question.unnamed) and not named and len(answer.left_out) == len(question.unnamed)


def says_enough(question: Question) -> bool:
    """Whether there is something to go by: a name, AI, an amount, a period, or two words that are no numbers."""
    if question.too_long:
        return False
    certain = question.names_something or question.amounts or question.periods or _is_about_ai(question)
    words = [word for word in question.unnamed if not word.isdigit()]
    return bool(certain) or len(words) >= _FEWEST_WORDS


def _is_about_ai(question: Question) -> bool:
    return any(word.folded in GENERIC for word in tokens(question.text))
