"""Which of the weighed claims answer: those that account for enough of the question, and are near the best.

A question whose rarest word no claim holds is one that the base cannot answer, however well the rest fits: so nearly
all of it has to be accounted for, or half of it where several telling words meet in one claim. The numbers were set on
the development part of the phrasebook, where the refused questions set `ENOUGH`.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.fitting import is_own
from bot.question import Question
from bot.statements.index import Held, Statements
from bot.statements.wanted import Wanted
from bot.statements.weighing import METRIC, Weighed
from knowledge.claim import Claim

ENOUGH: Final = 0.66
"""The least part of a question's weight that an answer accounts for."""

ENOUGH_UNNAMED: Final = 0.75
"""The same for a question that names nobody: nothing but its words speaks for the claim."""

HALF: Final = 0.58
"""What is enough of either where a claim says several telling words of the question: they hardly meet by chance."""

SEVERAL: Final = 2

NEARLY_AS_GOOD: Final = 0.85
"""Of the best claim's points, what another claim needs to stand beside it."""

MOST_SAID: Final = 8


def candidates(words: Sequence[Wanted], question: Question, statements: Statements) -> set[str]:
    """The claims that hold enough of the words to answer if all else fits, told by the rarest words first."""
    language = question.language
    named = METRIC * (bool(question.metrics) + bool(question.topics))
    left = sum(word.weight for word in words)
    least = HALF * (left + named) - named
    found: set[str] = set()
    for word in sorted(words, key=lambda word: -word.weight):
        if left < least:
            break
        found.update(*[statements.holders(one, language) for one in word.alike])
        left -= word.weight
    return found


def left_out(words: Iterable[Wanted], held: Held) -> tuple[str, ...]:
    """The words, as typed, that a claim with these stems does not account for."""
    return tuple(word.word for word in words if not word.said_by(held))


def is_enough(one: Weighed, question: Question) -> bool:
    """Whether a claim accounts for so much of the question that it answers."""
    least = ENOUGH if question.asked else ENOUGH_UNNAMED
    return one.part >= least or (one.part >= HALF and one.words >= SEVERAL)


def chosen(found: Iterable[Weighed], question: Question) -> list[Claim]:
    """The claims that answer, best first, of equal ones the first found, each near the best.

    Of several whom the question asks about, the best of each is among them.
    """
    ranked = sorted((one for one in found if is_enough(one, question)), key=lambda one: -round(one.points, 1))
    if not ranked:
        return []
    if ranked[0].words:
        ranked = [one for one in ranked if one.words]
    least = NEARLY_AS_GOOD * ranked[0].points
    near = [one.claim for one in ranked if one.points >= least][:MOST_SAID]
    shown = {claim.id: claim for claim in near}
    for subject in question.asked:
        best = next((one.claim for one in ranked if is_own(one.claim, subject)), None)
        shown |= {best.id: best} if best else {}
    return list(shown.values())
