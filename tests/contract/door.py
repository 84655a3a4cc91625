"""A door: one way in which a person reaches the bot, behind the one small protocol that every platform's driver has."""

from typing import Final, Protocol

from tests.contract.scenes import Way
from tests.contract.shown import Shown

FENCE: Final = "x" * 501
"""What somebody else says after each text, to be answered by every base, and briefly: what came before that answer is
all that came."""


class Visit(Protocol):
    """A conversation with a person who never spoke to the bot before."""

    @property
    def person(self) -> str:
        """The person's id on the platform; empty where a person has none."""

    async def say(self, text: str, way: Way = "said") -> list[Shown]:
        """What is seen of the bot from then on until somebody else, who speaks afterwards, has an answer."""

    async def take(self, choice: str) -> list[Shown]:
        """The same after a choice of the last reply was taken, as this platform lets a person take it."""


class Door(Protocol):
    """A way in."""

    def enter(self) -> Visit:
        """Begin a conversation."""

    def breaches(self) -> list[str]:
        """All rules of the platform that the bot broke up to now."""
