"""What people did, as handed to the bot, and what became of it.

A delivery is the thread a test holds: everything the bot does in answer to it is found through it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord.world import Channel, Message, User

ACKNOWLEDGE_WITHIN = 3.0
TOKEN_LIVES = 15 * 60.0

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
REPLY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, OPEN_MODAL = 4, 5, 6, 7, 8, 9


@dataclass(eq=False)
class Delivery:
    """One event for the bot.

    Attributes:
        event: the gateway's name of it; `data` what was dispatched (None for messages: each session reads its own).
        message: the person's message; for a button, a select or a modal the message it sits on.
        token: of an interaction; empty for messages.
        callback: the type of the acknowledgement, None until it came; `took` the seconds until then.
        original: the message an interaction's answer is.
        replies: every message the bot answered with, the original among them.
        modal: the form the bot opened; `choices` what it offered to complete a word.
    """

    id: int
    event: str
    user: User
    channel: Channel
    at: float
    kind: int = 0
    data: dict[str, Any] | None = None
    message: Message | None = None
    token: str = ""
    callback: int | None = None
    took: float = 0.0
    original: Message | None = None
    replies: list[Message] = field(default_factory=list)
    modal: dict[str, Any] | None = None
    choices: list[dict[str, Any]] | None = None
    metadata: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        what = f"interaction {self.kind}" if self.token else self.event
        where = self.channel.name or "a direct message"
        acknowledged = f", callback {self.callback}" if self.token else ""
        return f"{what} by {self.user.name} in {where}{acknowledged}, {len(self.replies)} replies"


@dataclass
class Book:
    """All deliveries in order."""

    entries: list[Delivery] = field(default_factory=list)

    def __iter__(self) -> Iterator[Delivery]:
        return iter(self.entries)

    def add(self, delivery: Delivery) -> Delivery:
        self.entries.append(delivery)
        return delivery

    def interaction(self, token: str) -> Delivery | None:
        return next((one for one in self.entries if one.token == token and token), None)

    def answered_by(self, message: Message) -> Delivery | None:
        """Which delivery a channel message answers: the one it refers to, else the latest said in that channel."""
        said = [one for one in self.entries if not one.token and one.channel is message.channel]
        if message.reference is not None:
            said = [one for one in said if one.message is message.reference]
        return said[-1] if said else None
