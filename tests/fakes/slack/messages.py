"""The log of everything that became visible: what was posted, changed or taken away, in order.

An entry is never altered. What a person sees now is folded from the log, and so is whether a message can be updated.
"""

from dataclasses import dataclass, field
from typing import Literal

from .delivery import Delivery
from .values import Json

Change = Literal["post", "ephemeral", "update", "delete"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of what people see; `to` is the only reader of an ephemeral message."""

    number: int
    kind: Change
    ts: str
    channel: str
    thread: str | None
    text: str
    blocks: list[Json]
    via: str
    to: str | None = None
    team: str = ""
    at: float = 0.0
    body: Json = field(default_factory=dict)
    delivery: Delivery | None = None

    def __str__(self) -> str:
        place = (
            self.channel + (f" in thread {self.thread}" if self.thread else "") + (f" for {self.to}" if self.to else "")
        )
        return f"{self.number}. {self.kind} {self.ts} in {place} via {self.via}: {self.text[:200]!r}"


class Log:
    """All entries, and the messages of people on which a bot can hang a thread or a reaction."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._people: dict[tuple[str, str], Json] = {}

    def heard(self, channel: str, ts: str, event: Json) -> None:
        """A person's message stands there now."""
        self._people[channel, ts] = event

    def latest(self, channel: str, ts: str) -> Entry | None:
        """The bot's message as it stands, if it does."""
        for entry in reversed(self.entries):
            if (entry.channel, entry.ts) == (channel, ts):
                return None if entry.kind == "delete" else entry
        return None

    def exists(self, channel: str, ts: str) -> bool:
        """Whether a message that all can see has this timestamp."""
        found = self.latest(channel, ts)
        return (channel, ts) in self._people or (found is not None and found.to is None)

    def of_a_person(self, channel: str, ts: str) -> Json | None:
        """A person's message."""
        return self._people.get((channel, ts))

    def shown(self, channel: str, user: str | None = None) -> list[Entry]:
        """The bot's messages in a channel as everybody, or a certain person, sees them now."""
        order = dict.fromkeys(entry.ts for entry in self.entries if entry.channel == channel)
        found = [entry for ts in order if (entry := self.latest(channel, ts))]
        return [entry for entry in found if entry.to in {None, user}]
