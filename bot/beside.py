"""The answer to a question that sets things side by side: each side is asked by itself.

Two sides are told by words between them. Of their best claims that one leads which the question as a whole finds; where
it finds neither, it has no two sides. Where several are named, each may be asked about without the others.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from bot.answer import AnyAnswer, Found
from bot.compose import compose_said
from bot.names import Names
from bot.question import Question
from bot.read import read
from bot.readings import readings
from bot.said import Weighing
from bot.sides import sides
from bot.spelling import Put, put_in
from bot.words import VERSUS, word_set
from knowledge.claim import Claim
from knowledge.evidence import Evidence
from knowledge.folding import tokens

_MOST: Final = 4
"""Claims that are shown of each side."""

_MOST_SIDES: Final = 5
_MOST_METRICS: Final = 3
"""A word that stands for several metrics stands for more."""

_JOINING: Final = VERSUS | word_set("and und or oder")
"""Words between names, which have no sense beside one alone."""


class Beside(NamedTuple):
    """What it takes to ask for two sides.

    Attributes:
        names: of the base.
        first: the answer to the first of several readings that has one.
        continued: the answer to a question that builds on another; None where it does not.
        weigh: how claims account for a question by what they say.
        fetch: brings claims by id.
        on: the day of asking.
    """

    names: Names
    first: Callable[[Iterable[Question]], AnyAnswer]
    continued: Callable[[Question, Question], AnyAnswer | None]
    weigh: Callable[[Question], Weighing]
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
            if several and question.metrics and not one.metrics:
                continue
            first = self._first(one, others[0])
            second = self._second(first.question, first, others) if first else None
            if first and second:
                if first.main[0].amount and not second.main[0].amount:
                    second = self._of_two_figures(question, first) or second
                return self._joined(replace(question, intent="comparison"), first, second)
        return None

    def of_each(self, question: Question) -> Found | None:
        """The best answer of each who is asked about, without the others; None where one of them has none."""
        if not 1 < len(question.asked) <= _MOST_SIDES:
            return None
        found: list[Found] = []
        for one in question.asked:
            alone = self._read(self._about(one, question), question)
            answer = self.first(readings(replace(alone, periods=alone.periods or question.periods), self.names))
            if alone.asked != (one,) or not isinstance(answer, Found):
                return None
            found.append(answer)
        if len({answer.main[0].id for answer in found}) < len(found):
            return None
        return self._shown(replace(question, intent="comparison"), found)

    def of_each_metric(self, question: Question, answer: AnyAnswer) -> Found | None:
        """The best figure of each of the few metrics that are named for one subject, where the answer lacks one.

        None where it lacks none, or one of the metrics has none.
        """
        each_by_a_word = 1 < len(question.metrics) <= min(_MOST_METRICS, len(question.named_by))
        told = {claim.metric for claim in answer.main if claim.amount} if isinstance(answer, Found) else set()
        if not each_by_a_word or len(question.asked) != 1 or told.issuperset(question.metrics):
            return None
        found: list[Found] = []
        for metric in question.metrics:
            answer = self.first((replace(question, metrics=(metric,), intent="figure", unnamed=(), not_understood=()),))
            if not isinstance(answer, Found) or answer.main[0].metric != metric or not answer.main[0].amount:
                return None
            found.append(answer)
        return self._shown(replace(question, intent="comparison"), found)

    def of_each_period(self, question: Question, answer: AnyAnswer) -> Found | None:
        """The best claim of each of several periods of one subject, where the answer tells of fewer; else None."""
        several = 1 < len(question.periods) <= _MOST and len(question.asked) == 1
        told = {claim.period.ends for claim in answer.main if claim.period} if isinstance(answer, Found) else set()
        if not several or not told or len(told) >= len(question.periods):
            return None
        found = [self.first((replace(question, periods=(period,)),)) for period in question.periods]
        answers = [one for one in found if isinstance(one, Found)]
        firsts = {one.main[0].id for one in answers if one.main[0].period}
        if len(firsts) < len(question.periods):
            return None
        return self._shown(replace(question, intent="comparison"), answers)

    def _about(self, one: str, question: Question) -> str:
        """The question's text without the names of the others, and without what joined them."""
        words = tokens(question.spelt)
        others = set(question.asked) - {one}
        away: set[int] = set()
        for match in self.names.exact(words):
            if others.issuperset(owner for _, owner in match.owners):
                away.update(range(match.start, match.end))
        joining = {place for place, word in enumerate(words) if word.folded in _JOINING}
        away |= {place for place in joining if {place - 1, place + 1} & away or words[place].folded in VERSUS}
        return put_in(question.spelt, (Put(words[place].start, words[place].end, "") for place in sorted(away)))

    def _read(self, text: str, question: Question) -> Question:
        return read(text, self.names, self.on, question.language)

    def _first(self, one: Question, other: Question) -> Found | None:
        """The answer to the first side, if possible at the time that the other names."""
        dated = replace(one, periods=one.periods or other.periods) if other.names_something else one
        for question in dict.fromkeys((dated, one)):
            answer = self.first(readings(question, self.names))
            if isinstance(answer, Found):
                return replace(answer, question=question)
        return None

    def _second(self, one: Question, first: Found, others: Iterable[Question]) -> Found | None:
        """The answer to the first reading of the second side that has another one than the first side."""
        for other in others:
            answer = self.continued(other, one) or self.first(readings(other, self.names))
            if isinstance(answer, Found) and answer.main[0].id != first.main[0].id:
                return answer
        return None

    def _of_two_figures(self, question: Question, first: Found) -> Found | None:
        """The other one of the two figures of one subject and time that come first for the question as a whole."""
        best = [one.claim for one in self.weigh(question).claims[:2]]
        other = next((claim for claim in best if claim != first.main[0]), None)
        if first.main[0] not in best or not (other and other.amount and _is_beside(other, first.main[0])):
            return None
        return compose_said(question, [other], self.fetch({other.id}), self.on)

    def _joined(self, question: Question, first: Found, second: Found) -> Found | None:
        """One answer of two: the best claim of each first, then what stood beside them."""
        whole = self.first((question,))
        if isinstance(whole, Found):
            if whole.main[0] == second.main[0]:
                first, second = second, first
            if whole.main[0] != first.main[0]:
                return None
        return self._shown(question, (first, second))

    def _shown(self, question: Question, sides: Sequence[Found]) -> Found:
        firsts, rest = [side.main[0] for side in sides], [claim for side in sides for claim in side.main[1:_MOST]]
        claims = {claim.id: claim for claim in (*firsts, *rest)}
        found = compose_said(question, list(claims.values()), self.fetch(claims), self.on)
        return replace(found, left_out=tuple(dict.fromkeys(word for side in sides for word in side.left_out)))


def _is_beside(one: Claim, other: Claim) -> bool:
    """Whether two figures are of one subject and time, and of two metrics."""
    return (one.subject, one.period) == (other.subject, other.period) and one.metric != other.metric
