"""How far a claim accounts for a question: the part of the question's weight that the claim says or is about.

A named subject or metric weighs as much as a telling word. A claim answers when it accounts for nearly all of it: a question whose rarest word
no claim holds is one that the base cannot answer, however well the rest fits. The numbers below were set on the
development part of the phrasebook, where the refused questions set `ENOUGH`.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from bot.fitting import concerns, is_amount_asked, is_own, period_fits, says
from bot.question import Question
from bot.statements.index import Held, Statements
from bot.statements.stems import stems
from bot.statements.wanted import LIKE, Hints, Wanted
from knowledge.claim import Claim

ENOUGH: Final = 0.66
"""The least part of a question's weight that an answer accounts for."""

ENOUGH_UNNAMED: Final = 0.75
"""The same for a question that names nobody: nothing but its words speaks for the claim."""

SAID: Final = 0.5
"""The least part of the weight of the unexplained words that an answer says itself: names do not make up for them."""

NEARLY_AS_GOOD: Final = 0.85
"""Of the best claim's points, what another claim needs to stand beside it."""

MOST_SAID: Final = 8

_NAME: Final = 4.0
_METRIC: Final = 3.0
_MENTIONED: Final = 0.9
_ECHO: Final = 0.3


class Weighed(NamedTuple):
    """A claim with the part of the question that it accounts for, its points among such claims, and its echo."""

    claim: Claim
    part: float
    points: float
    echo: float = 0.0


def candidates(words: Sequence[Wanted], question: Question, statements: Statements) -> set[str]:
    """The claims that hold enough of the words to answer if all else fits, told by the rarest words first."""
    language = question.language
    named = _METRIC * (bool(question.metrics) + bool(question.topics))
    left = sum(word.weight for word in words)
    least = ENOUGH_UNNAMED * (left + named) - named
    found: set[str] = set()
    for word in sorted(words, key=lambda word: -word.weight):
        if left < least:
            break
        found.update(*[statements.holders(one, language) for one in word.alike])
        left -= word.weight
    return found


def weighed(
    claim: Claim,
    question: Question,
    words: Sequence[Wanted],
    held: Held,
    hints: Hints,
) -> Weighed:
    """`claim`, which holds the stems `held`, against `question` with its `words` and `hints`."""
    if not _may_answer(claim, question, held):
        return Weighed(claim, 0, 0)
    whole = sum(word.weight for word in words)
    got = sum(word.said_by(held) for word in words)
    if _said(claim, question, words, held, got) < SAID * whole:
        return Weighed(claim, 0, got)
    if question.asked:
        whole += _NAME
        got += max(_concern(claim, subject) for subject in (*question.asked, *question.people))
    if question.metrics:
        whole += _METRIC
        got += _metric(claim, question, said=bool(words or question.reason or question.quantity) and not (hints.named.isdisjoint(held.said) and hints.named.isdisjoint(held.terms)))
    if question.topics:
        whole += _METRIC
        got += _METRIC if not set(question.topics).isdisjoint(claim.topics) else 0
    part = got / whole if whole else 1.0
    echo = hints.said_by(held)
    return Weighed(claim, part, got + _preference(claim, question) + _ECHO * echo, echo)


def _said(claim: Claim, question: Question, words: Sequence[Wanted], held: Held, got: float) -> float:
    """What counts as said: of a claim that only mentions whom the question names, no other word of the same meaning."""
    if _is_of_the_asked(claim, question):
        return got
    return sum(word.weight for word in words if word.stem in held.said)


def _concern(claim: Claim, subject: str) -> float:
    if is_own(claim, subject):
        return _NAME
    return _NAME * _MENTIONED if concerns(claim, subject) else 0.0


def _metric(claim: Claim, question: Question, *, said: bool) -> float:
    """A claim on another metric may say the word as well, but only of its own subject."""
    if claim.metric in question.metrics:
        return _METRIC
    return _METRIC * LIKE * (said and _is_of_the_asked(claim, question))


def _is_of_the_asked(claim: Claim, question: Question) -> bool:
    """Whether a claim is of those whom the question names, and no mention; true where the question names nobody."""
    return not question.asked or any(is_own(claim, one) for one in (*question.asked, *question.people))


def _may_answer(claim: Claim, question: Question, held: Held) -> bool:
    """Period, amount and speaker are never approximate; how much is answered by an amount."""
    if question.periods and not any(
        period_fits(claim.period, asked.period) or stems((asked.period.label,), question.language) <= held.said
        for asked in question.periods
    ):
        return False
    if question.amounts and not is_amount_asked(claim.amount, question):
        return False
    if question.quantity and claim.amount is None:
        return False
    if question.subjects and question.speakers and not says(claim, (*question.speakers, *question.people)):
        return False
    return not question.asked or any(concerns(claim, one) for one in (*question.asked, *question.people))


def _preference(claim: Claim, question: Question) -> float:
    """Points beside what is accounted for: a reason is a sentence, a growth a change, an own claim before a mention."""
    points = 1.0 * sum(concerns(claim, subject) for subject in question.asked)
    points += 0.3 * any(is_own(claim, subject) for subject in question.asked)
    if question.reason:
        points += 0.8 * (claim.measure == "statement")
    if question.growth:
        points += 1.5 * (claim.measure == "change")
    return points


def left_out(words: Iterable[Wanted], held: Held) -> tuple[str, ...]:
    """The words, as typed, that a claim with these stems does not account for."""
    return tuple(word.word for word in words if not word.said_by(held))


def enough(question: Question) -> float:
    """The least part of the question that an answer accounts for."""
    return ENOUGH if question.asked else ENOUGH_UNNAMED


def chosen(found: Iterable[Weighed], least_part: float) -> list[Claim]:
    """The claims that answer, best first, of equal ones the first found: enough of the question, and near the best."""
    ranked = sorted((one for one in found if one.part >= least_part), key=lambda one: -round(one.points, 1))
    if not ranked:
        return []
    least = NEARLY_AS_GOOD * ranked[0].points
    return [one.claim for one in ranked if one.points >= least][:MOST_SAID]
