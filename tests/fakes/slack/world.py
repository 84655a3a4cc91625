"""All state of the fake in one place: what exists, what was said, what was broken.

The server's parts share a world and know nothing of each other. Whatever becomes visible goes through `show`, which
finds the delivery that it answers.
"""

from dataclasses import dataclass
from typing import Any

from .blocks import MOST_CHARACTERS, Judge, problems_of
from .content import Content, message
from .delivery import Delivery
from .ids import Ids
from .messages import Change, Entry, Log
from .timing import Changes, Clock
from .tokens import Tokens
from .values import Json, Violation
from .workspace import Workspace

URL_LIFETIME = 30 * 60.0
URL_USES = 5


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Web API with the answer that it got."""

    number: int
    method: str
    args: Json
    token: str | None
    answer: Json
    status: int = 200


@dataclass(slots=True)
class ResponseUrl:
    """The address to which a bot may answer a delivery for a while; `original` is the message that it may replace."""

    delivery: Delivery
    born: float
    original: str | None = None
    uses: int = 0


class World:
    """The state, and the few verbs that all parts need."""

    def __init__(self, judge: Judge = problems_of) -> None:
        self.clock = Clock()
        self.ids = Ids(self.clock)
        self.changes = Changes()
        self.tokens = Tokens(self.ids)
        self.log = Log()
        self.app_id = self.ids.new("A")
        self.workspaces: dict[str, Workspace] = {}
        self.deliveries: list[Delivery] = []
        self.urls: dict[str, ResponseUrl] = {}
        self.views: dict[str, Json] = {}
        self.homes: dict[str, Json] = {}
        self.triggers_used: set[str] = set()
        self.reactions: set[tuple[str, str, str]] = set()
        self.statuses: list[Json] = []
        self.calls: list[Call] = []
        self.violations: list[Violation] = []
        self.judge = judge
        self.unknown_blocks: set[str] = set()
        self.scopes = "app_mentions:read,chat:write,commands,im:history,reactions:write,users:read"
        self.client_id = self.ids.new("client")
        self.client_secret = self.ids.new("secret")

    def broke(self, where: str, error: str, problems: tuple[str, ...], body: Json) -> None:
        """Keep a violation."""
        self.violations.append(Violation(where, error, problems, body))
        self.changes.tell()

    def content(self, where: str, fields: Json, most: int = MOST_CHARACTERS) -> Content:
        """The checked content of a message; what Slack would only warn of is kept as a violation."""
        found = message(fields, self.ids, self.unknown_blocks, most, self.judge)
        for warning in found.warnings:
            self.broke(where, warning, (), fields)
        return found

    def show(self, kind: Change, channel: str, said: Content, via: str, **more: Any) -> Entry:
        """Something becomes visible: log it with the delivery that it answers."""
        ts = more.pop("ts", None) or self.ids.ts()
        delivery = more.pop("delivery", None) or self._answered(channel, more.get("thread"), ts, more.get("to"))
        number = len(self.log.entries) + 1
        entry = Entry(
            number,
            kind,
            ts,
            channel,
            text=said.text,
            blocks=said.blocks,
            via=via,
            delivery=delivery,
            at=self.clock.now(),
            **_threaded(more),
        )
        self.log.entries.append(entry)
        self.changes.tell()
        return entry

    def delivery_of(self, trigger_id: str) -> Delivery | None:
        """The delivery that carried a trigger id."""
        return next((one for one in self.deliveries if one.trigger_id == trigger_id), None)

    def _answered(self, channel: str, thread: str | None, ts: str, to: str | None) -> Delivery | None:
        """The latest of the deliveries that fit best."""
        best = [(one.fits(channel, thread, ts, to), one.number) for one in self.deliveries]
        fit, number = max(best, default=(0, 0))
        return self.deliveries[number - 1] if fit else None


def _threaded(more: dict[str, Any]) -> dict[str, Any]:
    return {"thread": None, **more}
