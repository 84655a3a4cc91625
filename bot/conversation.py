"""A turn of a conversation: one text by one person at one place, its reply, and what is kept of it afterwards.

The same for every platform. What is recorded is written after the reply, by calling `keep`; trouble with the records
never costs an answer, trouble with the base is told in its own sentence. The last question is kept for the person, a
question without an answer for whoever fills the base; nothing leads from the latter to the former. A setting is the
exception: it is kept, by calling `settle`, before its reply says so.

A text that shows no language is answered in the person's own setting, else in the language of the question before it,
else in that of the person's client.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from bot.answer import AnyAnswer, Help
from bot.at_hand import AtHand
from bot.curation.counter import Counter, Who
from bot.gap import Gap, gap_of
from bot.line import Asked, Line
from bot.ordering import Ordering
from bot.people import Person, Place
from bot.question import Question
from bot.records.port import Records
from bot.reply import Button, Reply, Under
from bot.revisiting import Revisiting
from bot.settling import Manner, Settling
from bot.shown_answer import ShownAnswer, new_key, shown_answer
from bot.under import buttons_under
from bot.verbs.commands import command_in
from bot.verbs.grammar import ORDERS, curating_in, verb_in
from bot.verbs.wishes import wish_in
from knowledge.value import Language

_PLAIN = Manner()


@dataclass(frozen=True, slots=True)
class Turn:
    """What was asked and answered; `keep` records it, after the reply went out.

    It is given what the question came by, the message or delivery: in that a gap counts once, however often it is
    delivered or edited. `settle`, where there is one, keeps what the reply says is kept.
    """

    asked: Asked
    reply: Reply
    keep: Callable[[str], None]
    settle: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """What is shown to whoever opens the bot and asks nothing, and the language that the person chose, if any."""

    chosen: Language | None
    help: Reply
    coverage: Reply
    sources: Reply


class Conversation:
    """Answers people at places from one line, with one memory."""

    def __init__(self, line: Line, records: Records, counter: Counter | None = None) -> None:
        """`counter` serves what is told to do about the base, where there is one."""
        self._line = line
        self.counter = counter
        self._after = AtHand[AnyAnswer, _After]()
        self._settling = Settling(records)
        self.ordering = Ordering(line.base, line.names, records)
        self.records = records
        self.revisiting = Revisiting(line, records)

    def turn(self, text: str, person: Person, place: Place, at: datetime, manner: Manner = _PLAIN) -> Turn:
        """The reply to `text`, said at `at` (with its time zone); the day of asking is that of `at`."""
        last = self._before(manner, place, person, at)
        spoken = self.records.preferred(person) or (last.language if last else manner.hint)
        served = self._served(text, person, at, manner, spoken or "en")
        verb = verb_in(text)
        settle = None if verb is None else self._order if verb.verb in ORDERS else self._set
        settled = served or (settle and settle(text, person, place, at, manner, spoken or "en"))
        return settled or self._turn(self._line.ask(text, at.date(), manner.language, last, spoken), person, place, at)

    def checked(self, message: str, person: Person, place: Place, at: datetime, manner: Manner = _PLAIN) -> Turn:
        """The verdict on what a message says."""
        spoken = self.records.preferred(person) or manner.hint or "en"
        return self._turn(self._line.check(message, at.date(), manner.language, spoken), person, place, at)

    def compared(self, key: str, other: str, person: Person, place: Place, at: datetime) -> Turn:
        """The reply to having the answer of `key` compared with another subject; raises Gone."""
        return self._turn(self.revisiting.compared(key, other, at), person, place, at)

    def overview(self, person: Person, at: datetime, hint: Language | None) -> Overview:
        """What the bot knows and how it is asked, in the person's language."""
        chosen = self.records.preferred(person)
        replies = [self._line.ask(verb, at.date(), chosen or hint or "en").reply for verb in _SHOWN]
        return Overview(chosen, *replies)

    def _before(self, manner: Manner, place: Place, person: Person, at: datetime) -> Question | None:
        """The question that a text may build on: that of the answer it replies to, else the person's last one here."""
        replied_to = self.records.answers.shown(manner.after, at) if manner.after else None
        return replied_to.question if replied_to else self.records.last_question(place, person, at)

    def _turn(self, asked: Asked, person: Person, place: Place, at: datetime) -> Turn:
        question, key = asked.question, new_key()
        after = self._after.of(asked.answer, lambda: _after(asked))

        def keep(source: str) -> None:
            if after.shown:
                self.records.answers.show(key, after.shown, at)
            if after.is_built_on:
                self.records.remember(place, person, question, at)
            if after.gap and self.records.first_sight(_counted(source, after.gap), at):
                self.records.missed(after.gap, at)

        under = Under(key=key, buttons=after.buttons) if after.buttons else None
        return Turn(asked, asked.reply.standing_on(under), keep)

    def _served(self, text: str, person: Person, at: datetime, manner: Manner, spoken: Language) -> Turn | None:
        """What comes of a verb of curation; None for any other text."""
        typed = curating_in(text) if self.counter else None
        if typed is None or self.counter is None:
            return None
        language = manner.language or typed.language or spoken
        served = self.counter.served(typed, Who(person, at, language), manner)
        asked = self._line.ask(text, at.date(), language)
        return Turn(asked, served.reply, _nothing, served.keep) if served else None

    def _set(  # noqa: PLR0913, PLR0917 - as in `turn`
        self, text: str, person: Person, place: Place, at: datetime, manner: Manner, spoken: Language
    ) -> Turn | None:
        """What comes of a wish for settings; None for any other text."""
        wish = wish_in(text)
        asked = self._line.ask(text, at.date(), manner.language, None, spoken) if wish else None
        if wish is None or asked is None or not isinstance(asked.answer, Help):
            return None
        settled = self._settling.settled(wish, person, place, at, manner, asked.reply.language)
        return Turn(asked, settled.reply, _nothing, settled.keep)

    def _order(  # noqa: PLR0913, PLR0917 - as in `turn`
        self, text: str, person: Person, place: Place, at: datetime, manner: Manner, spoken: Language
    ) -> Turn | None:
        """What comes of ordering a digest or following something; None for any other text."""
        command = command_in(text, self._line.names(), manner.language, spoken)
        if command is None or command.unknown:
            return None
        settled = self.ordering.settled(command, person, place, at, manner)
        asked = self._line.ask(text, at.date(), manner.language, None, spoken)
        return Turn(asked, settled.reply, _nothing, settled.keep)


class _After(NamedTuple):
    """What is kept of an answer, whoever asked, and what can be done with it."""

    shown: ShownAnswer | None
    is_built_on: bool
    gap: Gap | None
    buttons: tuple[Button, ...]


def _after(asked: Asked) -> _After:
    question = asked.question
    understood = asked.reply.outcome in ("found", "ambiguous") or not question.not_understood
    is_built_on = understood and bool(question.names_something or question.unnamed or question.amounts)
    buttons = buttons_under(asked.answer, asked.reply)
    return _After(shown_answer(asked.answer), is_built_on, gap_of(asked.answer), buttons)


_SHOWN = ("help", "coverage", "sources")


def _nothing(_: str) -> None:
    """A setting is no question that could be built on."""


def _counted(source: str, gap: Gap) -> str:
    """That a gap was counted for a message, in a form that neither tells where it was asked nor what."""
    return "gap:" + sha256(f"{source}\n{gap.reason}\n{gap.folded}".encode()).hexdigest()
