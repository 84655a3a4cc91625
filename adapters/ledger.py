"""The records as the adapters use them: asked where nothing waits for them, and never in the way of an answer.

A file is asked at once, as that takes less than a worker thread costs; what leaves this machine is asked in one. Where
the records cannot be used, that is logged, and what is answered is what a bot without memory would know. It is
different with installations: there the caller is told.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from adapters.running import Running, in_thread
from bot.people import Audience, Place, Workspace
from bot.records.port import Records
from knowledge.fault import Fault

_LOG = logging.getLogger("capex.desk")

T = TypeVar("T")


class Ledger:
    """See `bot.records.port.Records` for what each is good for."""

    def __init__(self, records: Records, run: Running = in_thread) -> None:
        """`run` is how work on the records is done (see `running`)."""
        self._records = records
        self._run = run

    async def is_new(self, delivery: str, at: datetime) -> bool:
        """Whether no process has answered this delivery; where that cannot be looked up, it is answered."""
        return await self._tried("a delivery", lambda: self._records.first_sight(delivery, at), otherwise=True)

    async def answered(self, message: str, reply: str, at: datetime) -> None:
        """Keep which reply a message was given."""
        await self._tried("a reply", lambda: self._records.answered(message, reply, at), otherwise=None)

    async def reply_to(self, message: str, at: datetime) -> str | None:
        """The reply that the message was given within the last minute."""
        return await self._tried("an earlier reply", lambda: self._records.reply_to(message, at), otherwise=None)

    async def keep(self, key: str, value: str, at: datetime) -> None:
        """Keep a value of the program's own for its next start."""
        await self._tried(key, lambda: self._records.keep(key, value, at), otherwise=None)

    async def kept(self, key: str) -> str | None:
        """The value that an earlier start kept."""
        return await self._tried(key, lambda: self._records.kept(key), otherwise=None)

    async def install(self, workspace: Workspace, sealed: str, at: datetime) -> None:
        """Keep what a workspace gave the bot; raises Fault, as who installed it has to know."""
        await self._run(lambda: self._records.install(workspace, sealed, at))

    async def installation(self, workspace: Workspace) -> str | None:
        """What the workspace gave last; raises Fault, as nothing can be done without it."""
        return await self._run(lambda: self._records.installation(workspace))

    async def forget_workspace(self, workspace: Workspace, until: datetime) -> bool:
        """Forget what is a workspace's, unless it was installed again since; raises Fault, as it has to be done."""
        return await self._run(lambda: self._records.forget_workspace(workspace, until))

    async def audience(self, place: Place) -> Audience:
        """Who sees the answers to commands in a channel."""
        return await self._tried("a channel's setting", lambda: self._records.audience(place), otherwise="private")

    async def clean_up(self, at: datetime) -> None:
        """Let the records forget what is older than its time."""
        await self._tried("what is old", lambda: self._records.clean_up(at), otherwise=None)

    async def _tried(self, what: str, act: Callable[[], T], *, otherwise: T) -> T:
        try:
            return await self._run(act)
        except Fault as fault:
            _LOG.warning("the records could not be used", extra={"for": what, "reason": str(fault)})
            return otherwise
