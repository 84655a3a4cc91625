"""What a platform has to be able to do for digests, and the three ways in which it can fail.

The ways differ in what is certain: that nothing was sent, that nothing ever will be as things stand, or nothing.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from bot.people import Person, Place, Platform
from bot.reply import Reply
from knowledge.value import Language

Leaving = Callable[[], Awaitable[None]]


class NotSent(Exception):
    """Nothing was sent, and it may work later. Its text says why, for the log and whoever asks."""


class Refused(Exception):
    """Nothing was sent, nor will be until somebody changes something there. Its text says why, as above."""


class Unclear(Exception):
    """It may have been sent, or not. Its text says why, as above."""


class Publisher(Protocol):
    """A platform that messages can be posted to without anybody having asked."""

    platform: Platform

    async def post(self, place: Place, reply: Reply, key: str, leaving: Leaving) -> str:
        """Post to a channel; the message's id. `key` is the same for the same message: who knows it posts once.

        `leaving` is done as the last thing before the message may leave. Raises NotSent, Refused or Unclear, and what
        `leaving` raises.
        """

    async def find(self, place: Place, reply: Reply, key: str, since: datetime) -> str | None:
        """The id of the message, if it was posted since; None where it certainly was not.

        Raises Unclear where this platform does not let that be found out, and NotSent where it cannot be asked now.
        """

    async def add(self, place: Place, message: str, reply: Reply) -> None:
        """Put more under a message that was posted; raises as `post` does."""

    async def tell(self, person: Person, place: Place, words: str, language: Language) -> None:
        """Tell a person in private something about a channel; raises as `post` does."""
