"""How far a claim accounts for a question: the part of the question's weight that the claim says or is about.

A named subject or metric weighs as much as a telling word. A claim on another subject, of another period or by another
speaker than asked for accounts for nothing, and so does one that says too little of the words that nothing explains.
The numbers below were set on the development part of the phrasebook.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bot.fitting import concerns, is_amount_asked, is_money, is_own, period_fits, says
from bot.question import Cue, Question
from bot.statements.index import Held
from bot.statements.stems import stems
from bot.statements.wanted import LIKE, Hints, Wanted
from knowledge.claim import Claim

SAID: Final = 0.4
"""The least part of the weight of the unexplained words that an answer says itself: names do not make up for them."""

_BEYOND_A_METRIC: Final[frozenset[Cue]] = frozenset({"reason", "amount", "view"})
NAME: Final = 4.0
METRIC: Final = 3.0
_MENTIONED: Final = 0.9
_ECHO: Final = 0.3
_USUAL_STEMS: Final = 30
"""How many stems a claim says, roughly, in either language."""


class Weighed(NamedTuple):
    """How far a claim answers a question.

    Attributes:
        part: the part of the question's weight that it accounts for, 0 for one that may not answer.
        points: its place among such claims, the more the better.
        echo: the weight of the words that it says and need not.
        words: how many of the question's unexplained words it says.
    """

    claim: Claim
    part: float
    points: float
    echo: float = 0.0
    words: int = 0


def weighed(
    claim: Claim,
    question: Question,
    words: Sequence[Wanted],
    held: Held,
    hints: Hints,
) -> Weighed:
    """`claim`, which holds the stems `held`, against `question` with its `words` and `hints`."""
    said = [word.said_by(held) for word in words]
    whole, got = sum(word.weight for word in words), sum(said)
    names = _names(claim, question, held, hints)
    if names is None:
        return Weighed(claim, 0, got)
    if not _is_in_full(claim, question) and _counted(claim, question, words, held, got) < SAID * whole:
        return Weighed(claim, 0, got)
    whole += NAME * bool(question.asked) + METRIC * (bool(question.metrics) + bool(question.topics))
    echo = hints.said_by(held)
    points = names + got * brevity(held) + _preference(claim, question) + _ECHO * echo
    return Weighed(claim, (got + names) / whole if whole else 1.0, points, echo, sum(map(bool, said)))


def _is_in_full(claim: Claim, question: Question) -> bool:
    """Whether a claim is on the subject and the metric that are asked for, so that a word around them may be left."""
    return claim.metric in question.metrics and question.asked != () and _is_of_the_asked(claim, question)


def _names(claim: Claim, question: Question, held: Held, hints: Hints) -> float | None:
    """What the claim accounts for of the question's names; None where it is of something else."""
    if not _may_answer(claim, question, held):
        return None
    names = max((_concern(claim, one) for one in (*question.asked, *question.people)), default=0.0)
    says_it = not hints.named.isdisjoint(held.said)
    if question.metrics:
        metric = _metric(claim, question, said=says_it)
        if not metric:
            return None
        names += metric
    if question.topics:
        own = not set(question.topics).isdisjoint(claim.topics)
        names += METRIC if own else METRIC * LIKE * says_it
    return names


def _counted(claim: Claim, question: Question, words: Sequence[Wanted], held: Held, got: float) -> float:
    """What counts as said: of a claim that only mentions whom the question names, no other word of the same meaning."""
    if _is_of_the_asked(claim, question):
        return got
    return sum(word.weight for word in words if word.stem in held.said or word.stem in held.terms)


def brevity(held: Held) -> float:
    """The less else a claim says, the more a word of it counts: BM25's norm of length, half of it."""
    return 2.2 / (1 + 1.2 * (0.5 + 0.5 * len(held.said) / _USUAL_STEMS))


def _concern(claim: Claim, subject: str) -> float:
    if is_own(claim, subject):
        return NAME
    return NAME * _MENTIONED if concerns(claim, subject) else 0.0


def _metric(claim: Claim, question: Question, *, said: bool) -> float:
    """A claim on another metric may say the word as well, but only of its own subject, and where more is asked."""
    if claim.metric in question.metrics:
        return METRIC
    more = not question.asked or bool(question.unnamed or question.asks & _BEYOND_A_METRIC)
    return METRIC * LIKE * (said and more and _is_of_the_asked(claim, question))


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
    if ("amount" in question.asks and claim.amount is None) or ("count" in question.asks and is_money(claim.amount)):
        return False
    if question.subjects and question.speakers and not says(claim, (*question.speakers, *question.people)):
        return False
    if "relation" in question.asks:
        return all(concerns(claim, one) for one in question.asked)
    return not question.asked or any(concerns(claim, one) for one in (*question.asked, *question.people))


def _preference(claim: Claim, question: Question) -> float:
    """Points beside what is accounted for: a reason is a sentence, a growth a change, an own claim before a mention."""
    points = 1.0 * sum(concerns(claim, subject) for subject in question.asked)
    points += 0.3 * any(is_own(claim, subject) for subject in question.asked)
    if "reason" in question.asks:
        points += 0.8 * (claim.measure == "statement")
    if "change" in question.asks:
        points += 1.5 * (claim.measure == "change")
    return points
