"""A turn of a conversation: one text by one person at one place, its reply, and what is kept of it afterwards.

The same for every platform. What is recorded is written after the reply, by calling `keep`; trouble with the records
never costs an answer, trouble with the base is told in its own sentence. The last question is kept for the person, a
question without an answer for whoever fills the base; nothing leads from the latter to the former.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from bot.gap import Gap, gap_of
from bot.line import Asked, Line
from bot.people import Person, Place
from bot.records.port import Records
from bot.reply import Reply
from bot.revisiting import Revisiting
from bot.shown_answer import new_key, shown_answer
from bot.under import under
from knowledge.value import Language


@dataclass(frozen=True, slots=True)
class Turn:
    """What was asked and answered; `keep` records it, after the reply went out.

    It is given what the question came by, the message or delivery: in that a gap counts once, however often it is
    delivered or edited.
    """

    asked: Asked
    reply: Reply
    keep: Callable[[str], None]


class Conversation:
    """Answers people at places from one line, with one memory."""

    def __init__(self, line: Line, records: Records) -> None:
        self._line = line
        self.records = records
        self.revisiting = Revisiting(line, records)

    def turn(self, text: str, person: Person, place: Place, at: datetime, language: Language | None = None) -> Turn:
        """The reply to `text`, said at `at` (with its time zone); the day of asking is that of `at`."""
        last = self.records.last_question(place, person, at)
        return self._turn(self._line.ask(text, at.date(), language, last), person, place, at)

    def compared(self, key: str, other: str, person: Person, place: Place, at: datetime) -> Turn:
        """The reply to having the answer of `key` compared with another subject; raises Gone."""
        return self._turn(self.revisiting.compared(key, other, at), person, place, at)

    def _turn(self, asked: Asked, person: Person, place: Place, at: datetime) -> Turn:
        question, key, shown = asked.question, new_key(), shown_answer(asked.answer)

        def keep(source: str) -> None:
            if shown:
                self.records.answers.show(key, shown, at)
            understood = asked.reply.outcome in ("found", "ambiguous") or not question.not_understood
            if understood and (question.names_something or question.unnamed or question.amounts):
                self.records.remember(place, person, question, at)
            gap = gap_of(asked.answer)
            if gap and self.records.first_sight(_counted(source, gap), at):
                self.records.missed(gap, at)

        return Turn(asked, replace(asked.reply, under=under(key, asked.answer, asked.reply)), keep)


def _counted(source: str, gap: Gap) -> str:
    """That a gap was counted for a message, in a form that neither tells where it was asked nor what."""
    return "gap:" + sha256(f"{source}\n{gap.reason}\n{gap.folded}".encode()).hexdigest()
