"""Slack's doors: the slash command, a mention, a direct message; and a message of blocks as a person sees it.

A server that reaches the bot by signed requests has the same doors as one that reaches it over a socket.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from tests.contract.door import FENCE
from tests.contract.scenes import Way
from tests.contract.shown import Shown, read_back
from tests.fakes.slack import Delivery, Entry, SlackServer
from tests.fakes.slack.limits import objects

Json = dict[str, Any]
Entrance = Literal["slash", "mention", "direct"]

_RICH = {"rich_text", "rich_text_section", "rich_text_quote", "text", "link"}
_INERT = _RICH | {"context", "plain_text", "actions", "button", "context_actions", "feedback_buttons"}
_MARKUP = re.compile(r"[<>]|&(?!(?:amp|lt|gt);)")
_ASK = "→ "
"""Before a question to ask; the same sign before a note stands indented."""
_OFF = {False, "0", "false"}


class SlackDoor:
    """One entrance of a workspace."""

    def __init__(self, server: SlackServer, entrance: Entrance, within: float = 5.0) -> None:
        """`within` are the seconds in which an answer has to come."""
        self._server = server
        self._entrance = entrance
        self._within = within

    def enter(self) -> "SlackVisit":
        """Begin a conversation."""
        return SlackVisit(self._server, self._entrance, self._within)

    def breaches(self) -> list[str]:
        """The rules of Slack that were broken."""
        return [str(violation) for violation in self._server.violations]


class SlackVisit:
    """One conversation: a thread, where it is held in a channel."""

    def __init__(self, server: SlackServer, entrance: Entrance, within: float) -> None:
        self._server = server
        self._entrance = entrance
        self._within = within
        self._person = server.workspace.add_user("somebody")
        self._thread: str | None = None
        self._last = 0

    @property
    def person(self) -> str:
        """See `Visit.person`."""
        return self._person.id

    async def say(self, text: str, way: Way = "said") -> list[Shown]:
        """Say it as Slack tells it, where `& < >` of a person are escaped."""
        begin = len(self._server.messages)
        delivery = await self._deliver(html.escape(text, quote=False), way)
        if way == "told twice":
            await self._server.redeliver(delivery)
        await self._server.acknowledged(delivery, 2 if way == "told twice" else 1, self._within)
        due = delivery if way in {"said", "told twice"} else None
        return await self._seen(begin, due, fences=2 if way == "told twice" else 1)

    async def take(self, choice: str) -> list[Shown]:
        """Press its button."""
        last = self._server.messages[self._last]
        buttons = [one for _, one in objects(last.blocks, "") if one.get("value") == choice]
        begin = len(self._server.messages)
        click = await self._server.click(buttons[0]["action_id"], choice, message=last, user=self._person)
        return await self._seen(begin, click)

    async def _seen(self, begin: int, due: Delivery | None, fences: int = 1) -> list[Shown]:
        """All that came since `begin`, after what is due has come and others, one after the other, were answered.

        What is told twice is worked on twice, one after the other, so that there are as many fences.
        """
        if due:
            await self._server.reply(due, self._within)
        self._last = begin
        others = [await self._fence() for _ in range(fences)]
        return [_read(entry) for entry in self._server.messages[begin:] if entry not in others]

    async def _fence(self) -> Entry:
        said = await self._server.mention(FENCE, user=self._server.workspace.add_user("somebody-else"))
        return await self._server.reply(said, self._within)

    async def _deliver(self, typed: str, way: Way) -> Delivery:
        if way == "by another bot":
            return await self._by_another_bot(typed)
        if way == "to others":
            return await self._server.message(typed, user=self._person)
        if self._entrance == "slash":
            return await self._server.slash("/capex", typed, user=self._person)
        if self._entrance == "direct":
            return await self._server.direct_message(typed, user=self._person)
        said = await self._server.mention(typed, user=self._person, thread=self._thread)
        self._thread = self._thread or said.ts
        return said

    async def _by_another_bot(self, typed: str) -> Delivery:
        if self._entrance == "direct":
            where = self._server.workspace.direct(self._person)
            return await self._server.message(typed, user=self._person, channel=where, bot_id="B0OTHER")
        said = {"type": "app_mention", "bot_id": "B0OTHER", "user": "U0OTHER", "ts": self._server.world.ids.ts()}
        bot = self._server.workspace.bot_user.id
        return await self._server.event(
            {**said, "text": f"<@{bot}> {typed}", "channel": self._server.workspace.general.id}
        )


def _read(entry: Entry) -> Shown:
    heard = html.unescape(entry.text).split("\n")
    asks = [line.removeprefix(_ASK) for line in heard if line.startswith(_ASK)]
    aloud = read_back([line for line in heard if not line.startswith(_ASK)], asks, alive=_of_text(entry))
    if not entry.blocks:
        return aloud
    found = [one for _, one in objects(entry.blocks, "")]
    choices = [str(one["value"]) for one in found if str(one.get("action_id", "")).startswith("ask:")]
    links = [str(one["url"]) for one in found if "url" in one]
    alive = (*_of_blocks(found), *aloud.alive, *_previews(entry))
    return replace(read_back(_lines(entry.blocks), choices, links, alive), aloud=aloud)


def _lines(blocks: list[Json]) -> Iterator[str]:
    """The lines of all rich text and small print; what only stands on buttons is a choice."""
    for block in blocks:
        for part in block["elements"] if block["type"] in {"rich_text", "context"} else ():
            texts = part["elements"] if block["type"] == "rich_text" else [part]
            yield from "".join(str(one.get("text", "")) for one in texts).split("\n")


def _of_blocks(found: list[Json]) -> Iterator[str]:
    """Everything that is neither plain text nor a link, and plain text in which Slack would look for emoji."""
    yield from (f"element {one['type']}" for one in found if one.get("type", "text") not in _INERT)
    plain = [one for one in found if one.get("type") == "plain_text"]
    yield from (f"emoji in {one['text']}" for one in plain if one.get("emoji", True))


def _of_text(entry: Entry) -> list[str]:
    """Signs of Slack's markup in the text, where three signs mean something and nothing else does."""
    return [f"{found[0]} in the text" for found in _MARKUP.finditer(entry.text)]


def _previews(entry: Entry) -> list[str]:
    return [key for key in ("unfurl_links", "unfurl_media") if entry.body.get(key, True) not in _OFF]
