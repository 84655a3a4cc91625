"""A turn of a conversation: one text by one person at one place, its reply, and what is kept of it afterwards.

The same for every platform. What is recorded is written after the reply, by calling `keep`; trouble with the records
never costs an answer, trouble with the base is told in its own sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.line import Asked, Line
from bot.people import Person, Place
from bot.records.port import Records
from knowledge.value import Language


@dataclass(frozen=True, slots=True)
class Turn:
    """What was asked and answered; `keep` records the question for a follow-up, after the reply went out."""

    asked: Asked
    keep: Callable[[], None]


class Conversation:
    """Answers people at places from one line, with one memory."""

    def __init__(self, line: Line, records: Records) -> None:
        self._line = line
        self.records = records

    def turn(self, text: str, person: Person, place: Place, at: datetime, language: Language | None = None) -> Turn:
        """The reply to `text`, said at `at` (with its time zone); the day of asking is that of `at`."""
        last = self.records.last_question(place, person, at)
        asked = self._line.ask(text, at.date(), language, last)
        question = asked.question

        def keep() -> None:
            understood = asked.reply.outcome in ("found", "ambiguous") or not question.not_understood
            if understood and (question.names_something or question.unnamed or question.amounts):
                self.records.remember(place, person, question, at)

        return Turn(asked, keep)
