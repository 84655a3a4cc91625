"""The desk where every platform hands in its texts: the one place in which the adapters are asynchronous alike.

A text is answered once, whichever process it is delivered to and however often: its reply is given only where the
records see the delivery for the first time, and is worked out while they are asked. With a SQLite base it is answered
inline, as that takes less than a thread costs; with PostgreSQL in a worker thread. The question is recorded after the
reply. A fault of the base is told without its reason, which names file or server to everybody in the channel; the log
has the reason, without the question's text.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from adapters.apology import language_of, unanswered
from adapters.ledger import Ledger
from adapters.revisits import revisited
from bot.conversation import Conversation, Turn
from bot.people import Person, Place
from bot.reply import Reply
from bot.revisiting import Revisiting
from knowledge.fault import Fault
from knowledge.value import Language

_LOG = logging.getLogger("capex.desk")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """A text that arrived: who said it where and when, and the id under which the platform may deliver it again.

    `language` is the one to answer in, whatever the text's is; `hint` is that of the person's client, if known.
    """

    text: str
    person: Person
    place: Place
    at: datetime
    delivery: str
    language: Language | None = None
    hint: Language | None = None


class Desk:
    """Takes what was said and gives replies. `ledger` is what the platforms share of the records."""

    def __init__(self, conversation: Conversation, *, in_threads: bool) -> None:
        """`in_threads` is for a base whose reads leave this machine."""
        self.ledger = Ledger(conversation.records)
        self._conversation = conversation
        self._in_threads = in_threads
        self._tasks: set[asyncio.Task[None]] = set()

    async def answer(self, said: Said, message: str | None = None) -> Reply | None:
        """The reply to a text, an apology where the base is at fault; None where the delivery has been answered.

        `message` is the one that the text stands in, by the key that its edits have too, where there is one.
        What is raised is a defect, which the platform's own handler of errors apologises for.
        """
        # Both at once: the records are asked in a thread, and what is worked out for nothing is thrown away unsaid.
        new, turn = await asyncio.gather(
            self.ledger.is_new(said.delivery, said.at), self._turn(said), return_exceptions=True
        )
        if isinstance(new, BaseException):
            raise new
        if not new:
            return None
        if isinstance(turn, Fault):
            _LOG.error("a question could not be answered", extra={"reason": str(turn)})
            return unanswered(said.language or language_of(said.text, said.hint))
        if isinstance(turn, BaseException):
            raise turn
        self._later(turn, message or said.delivery)
        return turn.reply

    async def revisit(self, act: Callable[[Revisiting], T], language: Language) -> T:
        """What `act` finds of an answer that was shown; raises Refused, which tells in `language` why it cannot."""
        return await revisited(lambda: act(self._conversation.revisiting), self.finish, language)

    async def compare(self, key: str, other: str, said: Said, language: Language) -> Reply:
        """The reply to who wants the answer of `key` compared with another subject; raises Refused."""
        wanted = key, other, said.person, said.place, said.at
        turn = await revisited(lambda: self._conversation.compared(*wanted), self.finish, language)
        self._later(turn, said.delivery)
        return turn.reply

    async def finish(self) -> None:
        """Wait for what is still being recorded."""
        await asyncio.gather(*self._tasks)

    async def _turn(self, said: Said) -> Turn:
        """The answer worked out, with the question before it; nothing is recorded of it yet."""
        asked = said.text, said.person, said.place, said.at, said.language
        if self._in_threads:
            return await asyncio.to_thread(self._conversation.turn, *asked)
        return self._conversation.turn(*asked)

    def _later(self, turn: Turn, source: str) -> None:
        task = asyncio.create_task(self._keep(turn, source))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @staticmethod
    async def _keep(turn: Turn, source: str) -> None:
        try:
            await asyncio.to_thread(turn.keep, source)
        except Fault as fault:
            _LOG.warning("a question could not be recorded", extra={"reason": str(fault)})
