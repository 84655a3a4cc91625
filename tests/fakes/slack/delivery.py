"""Something that Slack told the bot, each attempt to tell it, and each acknowledgement that came back.

A redelivery is the same delivery attempted again, so that what a bot says to a message is counted once for all of its
attempts.
"""

from dataclasses import dataclass, field
from typing import Literal

from .values import Json

Kind = Literal["slash_commands", "events_api", "interactive"]

PATIENCE_OF_SLACK = 3.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sending; over HTTP with the very bytes and headers that were signed."""

    envelope_id: str
    at: float
    retry: int = 0
    reason: str | None = None
    via: str = ""
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ack:
    """An acknowledgement: after how many seconds, with which payload; over HTTP any answer, with its status."""

    envelope_id: str
    after: float
    payload: Json | None
    status: int = 200

    @property
    def late(self) -> bool:
        """Whether Slack had given up by then."""
        return self.after > PATIENCE_OF_SLACK


@dataclass(slots=True, eq=False)
class Delivery:
    """What was told, where it happened and who did it."""

    number: int
    kind: Kind
    payload: Json
    team: str
    user: str
    channel: str | None = None
    thread: str | None = None
    ts: str | None = None
    attempts: list[Attempt] = field(default_factory=list)
    acks: list[Ack] = field(default_factory=list)

    @property
    def trigger_id(self) -> str | None:
        """What opens a modal, if this can."""
        found = self.payload.get("trigger_id")
        return str(found) if found else None

    @property
    def event_id(self) -> str | None:
        """The id by which an event is known again."""
        found = self.payload.get("event_id")
        return str(found) if found else None

    @property
    def answers_in_ack(self) -> bool:
        """Whether the acknowledgement may carry a payload."""
        return self.kind == "slash_commands" or self.payload.get("type") in {"view_submission", "block_suggestion"}

    def fits(self, channel: str, thread: str | None, ts: str, to: str | None) -> int:
        """How well a message answers this: 2 in its thread or on its message, 1 in its channel, 0 not at all."""
        if channel != self.channel or to not in {None, self.user}:
            return 0
        if self.ts and self.ts in {thread, ts}:
            return 2
        if thread is None:
            return 1
        return 2 if thread == self.thread else 0

    def __str__(self) -> str:
        what = self.payload.get("event", self.payload).get("type") or self.payload.get("command")
        return f"#{self.number} {self.kind} {what} by {self.user} in {self.channel}, {len(self.acks)} acks"
