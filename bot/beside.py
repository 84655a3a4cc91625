"""The answer to a question that sets two things side by side in words: each side is asked by itself.

Of the two best claims that one leads which the question as a whole finds; where it finds neither, it has no two sides.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from bot.answer import AnyAnswer, Found
from bot.compose import compose_said
from bot.names import Names
from bot.question import Question
from bot.read import read
from bot.readings import readings
from bot.sides import sides
from knowledge.evidence import Evidence

_MOST: Final = 4
"""Claims that are shown of each side."""


class Beside(NamedTuple):
    """What it takes to ask for two sides.

    Attributes:
        names: of the base.
        first: the answer to the first of several readings that has one.
        continued: the answer to a question that builds on another; None where it does not.
        fetch: brings claims by id.
        on: the day of asking.
    """

    names: Names
    first: Callable[[Iterable[Question]], AnyAnswer]
    continued: Callable[[Question, Question], AnyAnswer | None]
    fetch: Callable[[Collection[str]], Evidence]
    on: date

    def answer(self, question: Question) -> Found | None:
        """The best answer of each of two sides; None where there are none, or one of them has no answer."""
        several = len({*question.subjects, *question.speakers}) > 1
        parted = sides(question.spelt, names_several=several)
        if parted is None:
            return None
        others = [self._read(text, question) for text in parted.second]
        if several and not others[0].asked:
            return None
        for text in parted.first:
            one = self._read(text, question)
            if others[0].names_something:
                one = replace(one, periods=one.periods or others[0].periods)
            first = self.first(readings(one, self.names))
            if isinstance(first, Found):
                second = self._second(one, first, others)
                if second:
                    return self._joined(replace(question, intent="comparison"), first, second)
        return None

    def _read(self, text: str, question: Question) -> Question:
        return read(text, self.names, self.on, question.language)

    def _second(self, one: Question, first: Found, others: Iterable[Question]) -> Found | None:
        """The answer to the first reading of the second side that has another one than the first side."""
        for other in others:
            answer = self.continued(other, one) or self.first(readings(other, self.names))
            if isinstance(answer, Found) and answer.main[0].id != first.main[0].id:
                return answer
        return None

    def _joined(self, question: Question, first: Found, second: Found) -> Found | None:
        """One answer of two: the best claim of each first, then what stood beside them."""
        whole = self.first((question,))
        if isinstance(whole, Found):
            if whole.main[0] == second.main[0]:
                first, second = second, first
            if whole.main[0] != first.main[0]:
                return None
        rest = (*first.main[1:_MOST], *second.main[1:_MOST])
        claims = {claim.id: claim for claim in (first.main[0], second.main[0], *rest)}
        found = compose_said(question, list(claims.values()), self.fetch(claims), self.on)
        return replace(found, left_out=(*first.left_out, *second.left_out))
