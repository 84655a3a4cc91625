"""The answer to a question that goes on from the one before it, in the same conversation.

It is that of the first reading of both together which has one. Who asks why, or what else there is, is not told again
what was just told.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from bot.answer import AnyAnswer, Found, NotFound
from bot.follow_up import continues, opens
from bot.names import Names
from bot.pointing import asks_for_others
from bot.question import Question
from bot.readings import readings, readings_after, with_whom_alone
from bot.said import Weighing, is_of_the_last_alone, points_beside_names
from knowledge.folding import folded_words


class Continuing(NamedTuple):
    """What it takes to go on from a question.

    Attributes:
        names: of the base.
        first: the answer to the first of several readings that has one.
        alone: the answer to one reading.
        weigh: how claims account for a question by what they say.
    """

    names: Names
    first: Callable[[Iterable[Question]], AnyAnswer]
    alone: Callable[[Question], AnyAnswer]
    weigh: Callable[[Question], Weighing]

    def answer(self, question: Question, last: Question) -> AnyAnswer | None:
        """The answer to the question as a follow-up; None where it is none, or none that has an answer."""
        if not continues(question) or last.intent == "help":
            return None
        if _asks_why_alone(question) or asks_for_others(folded_words(question.spelt)):
            other = self._other(question, last)
            if other:
                return other
        of_whom = with_whom_alone(question, last)
        if of_whom and points_beside_names(self.weigh, of_whom):
            return self.alone(of_whom)
        answer = self.first(readings_after(question, last, self.names))
        if isinstance(answer, Found) and is_of_the_last_alone(question, answer):
            return None
        return None if isinstance(answer, NotFound) and not opens(question) else answer

    def taken_up(self, question: Question, last: Question) -> Found | None:
        """The answer to what has none by itself as a follow-up, where that leaves out no word of it."""
        if question.asked:
            return None
        answer = self.first(readings_after(question, last, self.names))
        if not isinstance(answer, Found) or answer.left_out or is_of_the_last_alone(question, answer):
            return None
        return answer

    def _other(self, question: Question, last: Question) -> Found | None:
        """The first answer that begins with what the one to the last question did not tell, or told after another."""
        told = self.first(readings(last, self.names))
        if not isinstance(told, Found):
            return None
        if "reason" in question.asks:
            return next(self._beginning_otherwise(readings_after(question, last, self.names), told), None)
        following = (last, replace(last, amounts=()), *readings_after(question, last, self.names))
        later: Found | None = None
        for other in self._beginning_otherwise(dict.fromkeys(following), told):
            if other.main[0] not in told.main:
                return other
            later = later or other
        return later

    def _beginning_otherwise(self, following: Iterable[Question], told: Found) -> Iterator[Found]:
        """The answers that begin with another claim than the one that was told."""
        for reading in following:
            answer = self.alone(replace(reading, told=told.main[0].id))
            if isinstance(answer, Found) and answer.main[0] != told.main[0]:
                yield answer


def told_again_last(answer: AnyAnswer) -> AnyAnswer:
    """The answer, with the claim that the question before it was answered with behind all others."""
    if not isinstance(answer, Found) or answer.question.told is None:
        return answer
    told = [entry for entry in answer.entries if entry.claim.id == answer.question.told]
    return replace(answer, entries=(*(entry for entry in answer.entries if entry not in told), *told))


def _asks_why_alone(question: Question) -> bool:
    return "reason" in question.asks and not (question.names_something or question.unnamed or question.periods)
