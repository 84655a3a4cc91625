"""The desk where every platform hands in its texts: the one place in which the adapters are asynchronous alike.

A text is answered once, whichever process it is delivered to and however often: its reply is given only where the
records see the delivery for the first time, and is worked out while they are asked. With a SQLite base all that is done
at once, as that takes less than a thread costs; with PostgreSQL in worker threads. The question is recorded after the
reply. A fault of the base is told without its reason, which names file or server to everybody in the channel; the log
has the reason, without the question's text. Whoever asks more than their allowance costs no answer: the base is not
asked.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from adapters.afterwards import Afterwards
from adapters.apology import language_of, too_many, unanswered
from adapters.ledger import Ledger
from adapters.revisits import Refused, revisited
from adapters.running import Answering, Running, at_once, in_thread, one_by_one, side_by_side
from bot.allowance import Allowance
from bot.conversation import Conversation, Overview, Turn
from bot.curation.counter import Counter, Refusal
from bot.people import Person, Place
from bot.reply import Reply
from bot.revisiting import Revisiting
from bot.settling import Manner
from bot.verbs.grammar import curating_in
from bot.wording.curating import said as told
from bot.wording.phrases import phrase
from knowledge.fault import Fault
from knowledge.value import Language

_LOG = logging.getLogger("capex.desk")
_PLAIN = Manner()

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """A text that arrived: who said it where and when, and the id under which the platform may deliver it again.

    `manner` tells how it came: the language to answer in, that of the person's client, the person's authority.
    """

    text: str
    person: Person
    place: Place
    at: datetime
    delivery: str
    manner: Manner = _PLAIN


class Desk:
    """Takes what was said and gives replies. `ledger` is what the platforms share of the records."""

    def __init__(self, conversation: Conversation, *, in_threads: bool, allowance: Allowance | None = None) -> None:
        """`in_threads` is for a base that is not on this machine; `allowance` is how much each person may ask."""
        self._run: Running = in_thread if in_threads else at_once
        self._where_new: Answering = side_by_side if in_threads else one_by_one
        self.ledger = Ledger(conversation.records, self._run)
        self._afterwards = Afterwards(conversation.records, self._run)
        self.allowance = allowance or Allowance()
        self._conversation = conversation

    async def answer(self, said: Said, message: str | None = None) -> Reply | None:
        """The reply to a text, an apology where the base is at fault; None where there is nothing to say.

        That is where the delivery has been answered, and where the person has asked too much and was told so.
        `message` is the one that the text stands in, by the key that its edits have too, where there is one.
        What is raised is a defect, which the platform's own handler of errors apologises for.
        """
        return await self._answered(said, self._turn, message)

    async def check(self, said: Said) -> Reply | None:
        """The verdict on what the text says, whatever it begins with; the rest as in `answer`."""
        return await self._answered(said, self._checked, None)

    async def _answered(
        self, said: Said, turning: Callable[[Said], Coroutine[Any, Any, Turn]], message: str | None
    ) -> Reply | None:
        if not self.allowance.ask(said.person, said.at):
            return await self._too_many(said)
        try:
            turn = await self._where_new(lambda: self.ledger.is_new(said.delivery, said.at), lambda: turning(said))
        except Fault as fault:
            _LOG.error("a question could not be answered", extra={"reason": str(fault)})
            return unanswered(said.manner.language or language_of(said.text, said.manner.hint))
        if turn is None:
            self.allowance.give_back(said.person, said.at)
            return None
        if turn.settle and not await self._kept(turn.settle):
            language = turn.asked.reply.language
            return unanswered(language, phrase("not_kept", language))
        self._later(turn, message or said.delivery)
        return turn.reply

    async def revisit(self, act: Callable[[Revisiting], T], language: Language) -> T:
        """What `act` finds of an answer that was shown; raises Refused, which tells in `language` why it cannot."""
        return await revisited(lambda: act(self._conversation.revisiting), self._run, self.finish, language)

    async def compare(self, key: str, other: str, said: Said, language: Language) -> Reply:
        """The reply to who wants the answer of `key` compared with another subject; raises Refused."""
        wanted = key, other, said.person, said.place, said.at
        turn = await revisited(lambda: self._conversation.compared(*wanted), self._run, self.finish, language)
        self._later(turn, said.delivery)
        return turn.reply

    async def curate(self, act: Callable[[Counter], T], language: Language) -> T:
        """What `act` gives, done at the counter; raises Refused, which tells in `language` why not.

        Only curators get that far, so that they are told the reason itself.
        """
        counter = self._conversation.counter
        if counter is None:
            raise Refused(told("only_curators", language))
        try:
            return await asyncio.to_thread(act, counter)
        except Refusal as refusal:
            raise Refused(str(refusal)) from None
        except Fault as fault:
            raise Refused(told("refused", language, fault.in_language(language).rstrip("."))) from None

    async def overview(self, person: Person, at: datetime, hint: Language | None = None) -> Overview | None:
        """What is shown to a person who asks nothing; None where the base is at fault."""
        try:
            return await self._run(lambda: self._conversation.overview(person, at, hint))
        except Fault as fault:
            _LOG.error("an overview could not be given", extra={"reason": str(fault)})
            return None

    async def followed(self, person: Person, place: Place, language: Language) -> list[str]:
        """What is followed at a place, by name; nothing where the records or the base are at fault."""
        try:
            return await self._run(lambda: self._conversation.ordering.followed(person, place, language))
        except Fault as fault:
            _LOG.warning("what is followed could not be told", extra={"reason": str(fault)})
            return []

    async def finish(self) -> None:
        """Wait for what is still being recorded."""
        await self._afterwards.finish()

    async def _too_many(self, said: Said) -> Reply | None:
        if not (await self.ledger.is_new(said.delivery, said.at) and self.allowance.tell(said.person, said.at)):
            return None
        _LOG.warning("somebody asks more than is answered", extra={"platform": said.person.platform})
        return too_many(said.manner.language or language_of(said.text, said.manner.hint), self.allowance.most)

    async def _turn(self, said: Said) -> Turn:
        """The answer worked out, with the question before it; nothing is recorded of it yet."""
        asked = said.text, said.person, said.place, said.at, said.manner
        if curating_in(said.text):  # what waits is read and proved, which takes longer than a thread costs
            return await in_thread(lambda: self._conversation.turn(*asked))
        return await self._run(lambda: self._conversation.turn(*asked))

    async def _checked(self, said: Said) -> Turn:
        """The verdict worked out; nothing is recorded of it yet."""
        asked = said.text, said.person, said.place, said.at, said.manner
        return await self._run(lambda: self._conversation.checked(*asked))

    def _later(self, turn: Turn, source: str) -> None:
        self._afterwards.keep(lambda: turn.keep(source))

    async def _kept(self, settle: Callable[[], None]) -> bool:
        """Whether a setting is kept now."""
        try:
            await self._run(settle)
        except Fault as fault:
            _LOG.warning("a setting could not be kept", extra={"reason": str(fault)})
            return False
        return True
