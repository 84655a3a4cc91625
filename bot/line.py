"""The straight line: text in, Reply out, by way of Question, evidence and Answer.

One store call in the middle, two where a metric alone turns out to have one owner; everything else is pure. The index
of names is built anew only when the vocabulary has changed.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import NamedTuple, Protocol

from bot.answer import AnyAnswer
from bot.compose import compose
from bot.names import Names
from bot.question import Question
from bot.read import read
from bot.reply import Reply
from bot.wording.word import word
from knowledge.evidence import Evidence
from knowledge.value import Language
from knowledge.vocabulary import Vocabulary


class Base(Protocol):
    """What the line needs of the store."""

    def vocabulary(self) -> Vocabulary:
        """All words of the base; the same object until one changes."""

    def evidence(self, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
        """What is known of the subjects and metrics."""

    def evidence_on(self, topics: Collection[str]) -> Evidence:
        """What is known on the topics."""


class Asked(NamedTuple):
    """A question's way through the line."""

    answer: AnyAnswer
    reply: Reply
    names: Names

    @property
    def question(self) -> Question:
        """The question as it was read."""
        return self.answer.question


class Line:
    """Answers questions from one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._vocabulary = Vocabulary()
        self._names = Names(self._vocabulary)

    def ask(self, text: str, on: date, language: Language | None = None, last: Question | None = None) -> Asked:
        """The answer to `text`, asked on day `on`; see `bot.read.read` for `language` and `last`."""
        names = self.names()
        question = read(text, names, on, language, last)
        evidence = self._evidence(question)
        only = {entry.subject for entry in evidence.coverage} if not question.subjects and question.metrics else set()
        if len(only) == 1:
            question = replace(question, subjects=tuple(only))
            evidence = self._evidence(question)
        answer = compose(question, evidence, on)
        return Asked(answer, word(answer, names), names)

    def _evidence(self, question: Question) -> Evidence:
        if question.topics and not (question.asked or question.metrics):
            return self._base.evidence_on(question.topics)
        doubtful = (subject for near in question.near for subject in near.subjects)
        return self._base.evidence(
            (*question.subjects, *question.speakers, *question.people, *doubtful), question.metrics
        )

    def names(self) -> Names:
        """The names of the base as it stands."""
        vocabulary = self._base.vocabulary()
        if vocabulary is not self._vocabulary:
            self._names, self._vocabulary = Names(vocabulary), vocabulary
        return self._names
