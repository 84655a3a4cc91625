"""Messages and their replies, on every platform alike: one reply a message, which follows the message's edits.

A message is answered once. When it is edited within a minute its reply is updated, so that question and answer never
stand apart for long; later the answer stays as it was read. Of one message the answer and the edits run one after
another, so that the last edit has the last word.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Protocol
from weakref import WeakValueDictionary

from adapters.desk import Desk, Said
from bot.reply import Reply
from bot.settling import Manner


@dataclass(frozen=True, slots=True)
class Written:
    """A message for the bot, new or edited.

    Attributes:
        key: the message by a name that no other has, on any platform; each of its edits has the same.
        edited: whether this is an edit, which changes the reply that was given.
        may_be_first: whether an edit of a message without a reply is answered as if it were new.
        manner: finds out how the text came, where the platform has to be asked; as the message's turn has come.
    """

    said: Said
    key: str
    edited: bool = False
    may_be_first: bool = False
    manner: Callable[[], Awaitable[Manner]] | None = None


class ReplyPlace(Protocol):
    """Where the reply to one message stands on its platform."""

    async def post(self, reply: Reply) -> str | None:
        """Post the reply; its id, None where it could not stand there."""

    async def update(self, posted: str, reply: Reply) -> None:
        """Put another reply in place of the one with this id."""


class Messages:
    """Answers messages from one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def answer(self, written: Written, place: ReplyPlace) -> None:
        """Post or update the reply to a message, where one is due."""
        said, ledger = written.said, self._desk.ledger
        async with self._turns.setdefault(written.key, asyncio.Lock()):
            earlier = await ledger.reply_to(written.key, said.at) if written.edited else None
            if written.edited and not (earlier or written.may_be_first):
                return
            if written.manner:
                said = replace(said, manner=await written.manner())
            reply = await self._desk.answer(said, written.key)
            if reply is None:
                return
            if earlier:
                await place.update(earlier, reply)
                return
            posted = await place.post(reply)
            if posted:
                await ledger.answered(written.key, posted, said.at)
