"""The straight line: text in, Reply out, by way of Question, evidence and Answer.

One store call in the middle, two where a metric alone turns out to have one owner; everything else is pure. The index
of names is built anew only when the vocabulary has changed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bot.answer import Ambiguous, AnyAnswer, Found, Help, Missing, NotFound
from bot.base import Base
from bot.beside import Beside
from bot.completing import Completing
from bot.compose import compose, compose_of_a_time, compose_said
from bot.continuing import Continuing, told_again_last
from bot.fitting import is_of_all, period_fits
from bot.names import Names, load_words
from bot.question import Question
from bot.read import read
from bot.readings import readings, readings_after
from bot.reply import Reply
from bot.said import (
    Weighing,
    leaves_out,
    points_beside_names,
    said,
    says_enough,
    weigh,
)
from bot.sentences import asked_among, asks_for_a_figure
from bot.statements.following import Following
from bot.statements.shipped import shipped_phrasings
from bot.verbs.grammar import verb_in
from bot.wording.word import word
from knowledge.evidence import Evidence
from knowledge.value import Language
from knowledge.vocabulary import Vocabulary

if TYPE_CHECKING:
    from bot.statements.phrasings import Phrasings
    from bot.verbs.examples import Examples

_SEVERAL = 2
_MOST_OF_A_TIME = 200
"""Claims looked at for what can be asked about a period."""


class Asked(NamedTuple):
    """A question's way through the line."""

    answer: AnyAnswer
    reply: Reply
    names: Names

    @property
    def question(self) -> Question:
        """The question as it was read."""
        return self.answer.question


class Ready(NamedTuple):
    """How much of the base is at hand, for whoever starts a bot."""

    subjects: int
    metrics: int
    statements: int


class Line:
    """Answers questions from one base."""

    def __init__(self, base: Base, phrasings: "Callable[[], Phrasings]" = shipped_phrasings) -> None:
        """`phrasings` brings ways to ask for its claims, once they are needed."""
        self.base = base
        self._following = Following(base, phrasings)
        self._vocabulary = Vocabulary()
        self._names = Names(self._vocabulary)
        self._examples: Examples | None = None
        self._completing: Completing | None = None

    def ask(
        self,
        text: str,
        on: date,
        language: Language | None = None,
        last: Question | None = None,
        spoken: Language | None = None,
    ) -> Asked:
        """The answer to `text`, asked on day `on`, or what comes of the verb that it begins with.

        `language` overrides the question's own; `spoken` is the language of one that does not show its own; `last` is
        the question before it in the same conversation. What does not continue that one to an answer is asked by
        itself.
        """
        names = self.names()
        spoken = spoken or (last.language if last else "en")
        told = self._told(text, on, language, spoken) if verb_in(text) else None
        if told:
            return told
        question = read(text, names, on, language, spoken)
        continuing = self._continuing(on)
        answer = continuing.answer(question, last) if last else None
        answer = answer or self._by_itself(question, on)
        if last and isinstance(answer, NotFound):
            answer = continuing.taken_up(question, last) or answer
        if isinstance(answer, Help):
            answer = self._helping(answer)
        return Asked(answer, word(answer, names), names)

    def _told(self, text: str, on: date, language: Language | None, spoken: Language) -> Asked | None:
        """What comes of a verb; None where its arguments make a question of it."""
        from bot.verbs.telling import told  # most texts are questions, and are answered without it

        names = self.names()
        result = told(text, names, self.base, on, language, spoken)
        if result is None:
            return None
        answer, reply = result
        if reply is None and isinstance(answer, Help):
            answer = self._helping(answer)
        return Asked(answer, reply or word(answer, names), names)

    def check(self, message: str, on: date, language: Language | None, spoken: Language) -> Asked:
        """Whether what a message says is so, whatever it begins with; the rest as in `ask`."""
        from bot.verbs.passage import passage_of  # as above
        from bot.verbs.telling import told_of_sentence

        names = self.names()
        return Asked(*told_of_sentence(passage_of(message), names, self.base, on, language, spoken), names)

    def _helping(self, answer: Help) -> Help:
        """With questions that have an answer, and somebody whose sources can be asked."""
        if self._examples is None:
            from bot.verbs.examples import Examples  # as above

            self._examples = Examples(self.base, lambda text, spoken: self._is_found(text, answer.on, spoken))
        examples, covered = self._examples.of(answer.question.language, self.names()), self._examples.covered()
        return replace(answer, examples=examples, covered=covered)

    def _is_found(self, text: str, on: date, language: Language) -> bool:
        names = self.names()
        return isinstance(self._first(readings(read(text, names, on, language), names), on), Found)

    def again(self, question: Question, on: date, beside: Iterable[Missing] = ()) -> Asked:
        """The answer to a question that was read and completed before; `beside` is told with it in any case."""
        told = self._told(question.text, on, question.language, "en") if verb_in(question.text) else None
        if told and isinstance(told.answer, Found):
            return told  # a sentence that was checked is checked again
        names = self.names()
        comparing = question.intent == "comparison" and not question.after
        answer = self._settled((question,), question, on) if comparing else self._first((question,), on)
        if isinstance(answer, Found):
            known = answer.missing
            answer = replace(answer, missing=(*known, *(one for one in beside if one not in known)))
        return Asked(answer, word(answer, names), names)

    def claims_held(self) -> Mapping[tuple[str, str | None], int]:
        """How many claims are of a subject or said by it, by metric too; the same object until one changes."""
        return self._following.current().counted()

    def completing(self) -> Completing:
        """What can be asked, for whoever begins to type it; made anew only where the base has changed."""
        held = self._following.current()
        names, claims, periods = self.names(), held.counted(), held.periods()
        if self._completing is None or not self._completing.is_of(names, claims, periods):
            self._completing = Completing(names, claims, periods)
        return self._completing

    def _settled(self, questions: Iterable[Question], question: Question, on: date) -> AnyAnswer:
        """The answer to a question by the first of its readings that has one, or to its two sides."""
        answer, beside = self._first(questions, on), self._beside(on)
        if len(question.asked) < _SEVERAL or not isinstance(answer, Found):
            answer = beside.answer(question) or answer
            return beside.of_each_metric(question, answer) or beside.of_each_period(question, answer) or answer
        group = self.names().group_of(question.asked)  # which they may be answered as
        together = len(answer.question.asked) < _SEVERAL or answer.main[0].subject == group
        apart = "view" in question.asks or not is_of_all(answer.main, question)
        if "relation" in question.asks or together or not apart:
            return answer
        return beside.of_each(question) or beside.answer(question) or answer

    def _by_itself(self, question: Question, on: date) -> AnyAnswer:
        """The answer to a question by itself: where one of several sentences asks for a figure, to that one first."""
        names = self.names()
        among = asked_among(question, lambda text: read(text, names, on, question.language))
        comes_first = among is not None and asks_for_a_figure(among[0])
        if among and comes_first:
            answer = self._among(*among, on)
            if among[0].periods or not isinstance(answer, NotFound):
                return answer
        whole = self._settled(readings(question, names), question, on)
        if not among or comes_first or not isinstance(whole, NotFound):
            return whole
        answer = self._among(*among, on)
        return whole if isinstance(answer, NotFound) else answer

    def _among(self, asking: Question, background: Question, on: date) -> AnyAnswer:
        """The answer to a sentence that goes back to its background where it names nobody."""
        names = self.names()
        questions = readings(asking, names) if asking.asked else readings_after(asking, background, names)
        return self._settled(questions, asking, on)

    def _continuing(self, on: date) -> Continuing:
        return Continuing(
            self.names(),
            lambda questions: self._first(questions, on),
            lambda question: self._answer(question, on),
            self.weighing,
        )

    def _beside(self, on: date) -> Beside:
        return Beside(
            self.names(),
            lambda questions: self._first(questions, on),
            self._continuing(on).answer,
            self.weighing,
            self.base.evidence_of,
            on,
        )

    def _first(self, questions: Iterable[Question], on: date) -> AnyAnswer:
        """The answer to the first of the questions that has one; where none has, what the first finds missing."""
        refused: NotFound | None = None
        for question in questions:
            answer = self._answer(question, on)
            if isinstance(answer, Found):
                return replace(answer, missing=(*answer.missing, *_of_the_whole(refused)))
            if not isinstance(answer, NotFound):
                return answer
            refused = refused or answer
        if refused is None:
            raise LookupError("a question has no reading")
        return refused

    def _answer(self, question: Question, on: date) -> AnyAnswer:
        return told_again_last(self._composed(question, on))

    def _composed(self, question: Question, on: date) -> AnyAnswer:
        typed, weighing = question, cache(self.weighing)  # weighed once, however many look at it
        evidence = self._evidence(question)
        only = {entry.subject for entry in evidence.coverage} if not question.subjects and question.metrics else set()
        if len(only) == 1:
            question = replace(question, subjects=tuple(only))
            evidence = self._evidence(question)
        answer = compose(question, evidence, on, lambda: points_beside_names(weighing, question))
        if isinstance(answer, Found) and leaves_out(answer.main, weighing, typed):
            return self._in_words(typed, on, weighing) or answer
        if isinstance(answer, NotFound) or (isinstance(answer, Ambiguous) and question.amounts):
            return self._of_a_time(typed, on) or self._in_words(typed, on, weighing) or answer
        if isinstance(answer, Ambiguous) and question.near and "view" in question.asks and not question.unnamed:
            return answer  # who of several is meant is not told by what they are asked about
        alone = isinstance(answer, Ambiguous) or (question.asked and not (question.metrics or question.periods))
        if alone and points_beside_names(weighing, typed):
            return self._in_words(typed, on, weighing) or answer
        return answer

    def _of_a_time(self, question: Question, on: date) -> AnyAnswer | None:
        """What can be asked about a period that stands alone."""
        if not question.periods or question.names_something or question.unnamed or question.amounts:
            return None
        statements = self._following.current()
        held = statements.where(lambda entry: any(period_fits(entry.period, one.period) for one in question.periods))
        return compose_of_a_time(question, self.base.evidence_of(held[:_MOST_OF_A_TIME]), on)

    def _in_words(self, question: Question, on: date, weigh: Callable[[Question], Weighing]) -> AnyAnswer | None:
        """The answer that claims give by what they say, where one of them is likely to be right."""
        weighing = weigh(question)
        answering = said(weighing, question, self._following.current()) if weighing.claims else None
        if not answering:
            return None
        shown = self.base.evidence_of({claim.id for claim in answering.claims})
        if len(shown.claims) < len(answering.claims):  # one has gone since it was weighed
            return self._in_words(question, on, self.weighing)
        figures = [claim for claim in answering.claims if claim.amount]
        beside = self.base.evidence({claim.subject for claim in figures}, {claim.metric or "" for claim in figures})
        found = compose_said(question, answering.claims, shown.joined(beside), on)
        return replace(found, left_out=answering.left_out)

    def weighing(self, question: Question) -> Weighing:
        """How claims account for a question by what they say; of one that says too little, the claims are not read."""
        if not says_enough(question):
            return Weighing(None)
        return weigh(question, self._following.current(), self.names(), self.base.evidence_of)

    def _evidence(self, question: Question) -> Evidence:
        if question.topics and not (question.asked or question.metrics):
            return self.base.evidence_on(question.topics)
        doubtful = (subject for near in question.near for subject in near.subjects)
        return self.base.evidence(
            (*question.subjects, *question.speakers, *question.people, *doubtful), question.metrics
        )

    def warm(self) -> Ready:
        """Build and read now what the first questions would have to wait for; raises Fault."""
        load_words()
        self._following.current().like("")
        names = self.names()
        return Ready(len(names.subjects), len(names.metrics), len(self._following.current()))

    def names(self) -> Names:
        """The names of the base as it stands."""
        vocabulary = self.base.vocabulary()
        if vocabulary is not self._vocabulary:
            self._names, self._vocabulary = Names(vocabulary), vocabulary
        return self._names


def _of_the_whole(refused: NotFound | None) -> tuple[Missing, ...]:
    """What an earlier reading missed, told beside the answer to a later one: that a group has no figure of its own."""
    return tuple(replace(one, nearest=()) for one in refused.missing if one.reason == "no_metric") if refused else ()
