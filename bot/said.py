"""Which claims say what a question asks, by their own words: the way of questions that names alone do not answer."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from bot.answer import Found
from bot.fitting import is_general, with_years
from bot.names import Names
from bot.names.common import is_common
from bot.question import Question
from bot.statements import Statements
from bot.statements.choosing import asks_for_a_figure_alone, chance, chosen, left_out
from bot.statements.circle import circle_of
from bot.statements.wanted import Asking, asking, hints_at, wanted
from bot.statements.weighing import Weighed, candidates, weighed
from bot.words import GENERIC, VERSUS, word_set
from knowledge.claim import Claim
from knowledge.evidence import Evidence
from knowledge.folding import folded_words, tokens

_LIKELY: Final = 0.4
"""The chance with which the best claim comes first among those that names find."""

_ALL_BUT_CERTAIN: Final = 0.8
"""The chance with which it answers instead of those that names find."""

_LIKELY_BESIDE_A_NAME: Final = 0.6
"""The same where they find whatever there is of a name, as no metric is named."""

_CERTAIN: Final = 0.85
"""The chance with which it does so where names seem to leave nothing open."""

_BEYOND_DOUBT: Final = 0.95
"""The chance with which it comes first even where names seem to leave nothing open."""

_FEW_WORDS: Final = 4
"""No more words than these ask for what names alone find."""

_SOME_WORDS: Final = 3
"""Words from which a question for somebody, or for a metric of some time, may have a claim that it is the very one."""

_TELLING: Final = word_set(
    """largest biggest highest lowest smallest most least who whose which wer wessen welche welcher welches größte
    größter größten höchste höchsten meisten wenigsten kleinste niedrigste per pro each jede jeder together insgesamt
    needed"""
)
"""Small words by which somebody is meant though nobody is named."""

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
    beyond = goes_beyond_names(question)
    if not (beyond or _is_asked_in_full(question)):
        return {}
    best, likely = _best(weigh(question), question)
    if best is None or likely < (_LIKELY if beyond else _BEYOND_DOUBT) or not _is_of_its_status(best, question):
        return {}
    certain = likely >= _CERTAIN and not asks_for_a_figure_alone(question)
    return {best.id: 1.0} if certain or _is_of_its_kind(best, question) else {}


def _is_of_its_kind(claim: Claim, question: Question) -> bool:
    """Whether a claim is what a question for somebody's metric asks for first: a figure, and no change unless asked."""
    if _is_for_more(question):
        return True
    return claim.amount is not None and not _is_unasked_change(claim, question)


def _is_of_its_status(claim: Claim, question: Question) -> bool:
    """Whether a claim has the status that is asked for, where that is told by more than the past tense."""
    told = question.metrics and question.statuses - {"actual"}
    return not told or claim.status in question.statuses


def _is_unasked_change(claim: Claim, question: Question) -> bool:
    """Whether a claim tells a change to somebody who asks for a figure and for none."""
    return claim.measure == "change" and not _is_for_more(question)


def _is_for_more(question: Question) -> bool:
    """Whether a question is for more than somebody's metric."""
    figure = question.metrics and question.asked and not question.unnamed
    return not figure or not question.asks.isdisjoint({"reason", "view", "change"})


def leaves_out(claims: Collection[Claim], weigh: Callable[[Question], Weighing], question: Question) -> bool:
    """Whether claims that names alone find lack the one that the question in its own words all but names."""
    beyond, general = goes_beyond_names(question), is_general(question)
    if not (beyond or _is_asked_in_full(question)):
        return False
    beside_names = _ALL_BUT_CERTAIN if question.metrics else _LIKELY_BESIDE_A_NAME
    least = _LIKELY if general else beside_names if beyond else _CERTAIN
    best, likely = _best(weigh(question), question)
    if best is None or likely < least or best in claims or _is_unasked_change(best, question):
        return False
    return beyond or best.amount is None or question.intent != "comparison"


def _is_asked_in_full(question: Question) -> bool:
    """Whether something of somebody is asked for with more than a few words, and nothing is set side by side."""
    words = folded_words(question.spelt)
    return bool(question.asked) and len(words) > _FEW_WORDS and VERSUS.isdisjoint(words)


def _best(weighing: Weighing, question: Question) -> tuple[Claim | None, float]:
    """The best claim, if there are phrasings of it, and the chance that it is right."""
    if weighing.asking is None or not (weighing.claims and weighing.claims[0].phrased):
        return None, 0.0
    return weighing.claims[0].claim, chance(weighing.claims, question, weighing.asking)


def goes_beyond_names(question: Question) -> bool:
    """Whether names, metrics and periods may leave open which claim is meant.

    A few words do not, unless all of them are known and name somebody alone, or a metric and its time; nor do questions
    for a figure or for several side by side, unless they ask why or who says so; who goes on from a question before
    says what is new with few words.
    """
    if _is_of_a_metric_alone(question):
        return False
    if (question.after and not question.metrics) or not question.asks.isdisjoint({"reason", "view"}):
        return True
    figure = not question.unnamed and not question.asks.isdisjoint({"amount", "change"})
    if (
        question.metrics
        and not is_general(question)
        and (figure or (question.intent == "comparison" and "relation" not in question.asks))
    ):
        return False
    count = len(tokens(question.spelt))
    if count > _FEW_WORDS or (question.unnamed and not question.metrics):
        return True
    told = question.unnamed or question.after or question.intent == "comparison" or count < _SOME_WORDS
    return not told and bool(question.asked) != bool(question.metrics) and bool(question.asked or question.periods)


def _is_of_a_metric_alone(question: Question) -> bool:
    """Whether a metric is all that is asked for, of nobody, at no time and with no word of its own."""
    bound = question.asked or question.topics or question.periods or question.amounts or question.unnamed
    beyond = question.after or not question.asks.isdisjoint({"reason", "view", "time", "count", "ratio"})
    hinted = any(word in _TELLING for word in folded_words(question.spelt))
    return bool(question.metrics) and not (bound or beyond or hinted)


def is_of_the_last_alone(question: Question, answer: Found) -> bool:
    """Whether a follow-up was answered without any of its own words."""
    named = question.names_something or question.periods or question.amounts
    return bool(question.unnamed) and not named and len(answer.left_out) == len(question.unnamed)


def says_enough(question: Question) -> bool:
    """Whether there is something to go by: a name, AI, an amount, a period, or a word of its own that is no number."""
    if question.too_long:
        return False
    certain = question.names_something or question.amounts or question.periods or _is_about_ai(question)
    return bool(certain) or any(not word.isdigit() for word in question.unnamed)


def _is_about_ai(question: Question) -> bool:
    return any(word.folded in GENERIC for word in tokens(question.text))
