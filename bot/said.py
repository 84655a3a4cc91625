"""Which claims say what a question asks, by their own words: the way of questions that names alone do not answer."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from bot.fitting import is_amount_asked
from bot.names.common import is_common
from bot.question import Question
from bot.statements import Statements
from bot.statements.choosing import candidates, chosen, left_out
from bot.statements.wanted import Wanted, hints_of, wanted
from bot.statements.weighing import Weighed, brevity, weighed
from bot.words import GENERIC
from knowledge.claim import Claim
from knowledge.evidence import Evidence
from knowledge.folding import tokens

_FEWEST_WORDS = 2
"""Fewer words that nothing explains are in too many claims by chance."""

Fetch = Callable[[Collection[str]], Evidence]


class Weighing(NamedTuple):
    """A question's words with their weights, and claims against them; no words where nothing knows one of them."""

    words: Sequence[Wanted] | None
    claims: Sequence[Weighed] = ()


class Said(NamedTuple):
    """The claims that answer, best first, and the words of the question that the best of them leaves out."""

    claims: Sequence[Claim]
    left_out: tuple[str, ...]


def weigh(question: Question, statements: Statements, evidence: Evidence | None, fetch: Fetch) -> Weighing:
    """The claims that may account for the question.

    `evidence` is what is known of those whom the question names, None where it names nobody; `fetch` brings other
    claims by id.
    """
    words = wanted(question, statements, is_common)
    if words is None:
        return Weighing(None)
    evidence = evidence or fetch(_among_all(question, words, statements))
    hints = hints_of(question, words, statements)
    held = ((claim, statements.held(claim.id, question.language)) for claim in evidence.claims)
    return Weighing(words, [weighed(claim, question, words, stems, hints) for claim, stems in held])


def said(weighing: Weighing, question: Question, statements: Statements) -> Said | None:
    """The claims that account for the question; None where that is in doubt."""
    answering = chosen(weighing.claims, question)
    if not answering:
        return None
    return Said(answering, left_out(weighing.words or (), statements.held(answering[0].id, question.language)))


def heard(question: Question, evidence: Evidence, statements: Statements) -> Mapping[str, float]:
    """How much each claim says of the words that need not be said, by the claim's id."""
    hints = hints_of(question, (), statements)
    held = {claim.id: statements.held(claim.id, question.language) for claim in evidence.claims}
    return {claim: hints.said_by(stems) * brevity(stems) for claim, stems in held.items()}


def says_enough(question: Question) -> bool:
    """Whether there is something to go by: a name, AI, an amount, a period, or two words that are no numbers."""
    if question.too_long:
        return False
    certain = question.names_something or question.amounts or question.periods or _is_about_ai(question)
    words = [word for word in question.unnamed if not word.isdigit()]
    return bool(certain) or len(words) >= _FEWEST_WORDS


def _is_about_ai(question: Question) -> bool:
    return any(word.folded in GENERIC for word in tokens(question.text))


def _among_all(question: Question, words: Sequence[Wanted], statements: Statements) -> Collection[str]:
    """The claims that may answer a question that names nobody."""
    if question.amounts:
        return statements.where(lambda entry: is_amount_asked(entry.amount, question))
    return candidates(words, question, statements)
