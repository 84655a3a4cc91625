"""Discord's doors: the slash command, a mention, a direct message; and a message as a person sees it."""

import re
from collections.abc import Iterator
from typing import Literal

from tests.adapters.discord_app.markup import live, shown, undecorated
from tests.contract.door import FENCE
from tests.contract.scenes import Way
from tests.contract.shown import Shown, read_back
from tests.fakes.discord import Delivery, DiscordServer, Message
from tests.fakes.discord.components import walk

Entrance = Literal["slash", "mention", "direct"]

LONGEST: dict[Entrance, int] = {"slash": 6_000, "mention": 1_900, "direct": 2_000}
"""What Discord lets a person write: an option of a command, a message with and without the bot's name before it."""

_SOURCE_LINK = re.compile(r"^-# \[\d+\] .* <(https?://[^\s<>]+)>$", re.MULTILINE)


class DiscordDoor:
    """One entrance of a server."""

    def __init__(self, server: DiscordServer, entrance: Entrance, within: float = 5.0) -> None:
        """`within` are the seconds in which an answer has to come."""
        self._server = server
        self._entrance = entrance
        self._within = within

    def enter(self) -> "DiscordVisit":
        """Begin a conversation."""
        return DiscordVisit(self._server, self._entrance, self._within)

    def breaches(self) -> list[str]:
        """The rules of Discord that were broken, and ours that nothing may ping."""
        return [*map(str, self._server.violations), *(f"integer id: {one}" for one in self._server.integer_ids)]


class DiscordVisit:
    """One conversation."""

    def __init__(self, server: DiscordServer, entrance: Entrance, within: float) -> None:
        self._server = server
        self._entrance = entrance
        self._within = within
        self._person = server.add_user("Somebody")
        self._last = 0

    @property
    def person(self) -> str:
        """See `Visit.person`."""
        return str(self._person.id)

    async def say(self, text: str, way: Way = "said") -> list[Shown]:
        """Say as much of it as Discord lets a person write."""
        begin = len(self._server.messages)
        delivery = await self._deliver(text[: LONGEST[self._entrance]], way)
        if way == "told twice":
            await self._server.redeliver(delivery)
        due = delivery if way in {"said", "told twice"} else None
        return await self._seen(begin, due, fences=2 if way == "told twice" else 1)

    async def take(self, choice: str) -> list[Shown]:
        """Press its button."""
        last = self._server.messages[self._last]
        controls = [str(one.get("custom_id", "")) for _, one in walk(last.components)]
        button = next(control for control in controls if _asks(control) == choice)
        begin = len(self._server.messages)
        return await self._seen(begin, await self._server.click(button, message=last, user=self._person))

    async def _seen(self, begin: int, due: Delivery | None, fences: int = 1) -> list[Shown]:
        """All that came since `begin`, after what is due has come and others, one after the other, were answered.

        What is told twice is worked on twice, one after the other, so that there are as many fences.
        """
        if due:
            await self._server.reply(due, deadline=self._within)
        self._last = begin
        others = [await self._fence() for _ in range(fences)]
        return [_read(message) for message in self._server.messages[begin:] if message not in others]

    async def _fence(self) -> Message:
        said = await self._server.mention(FENCE, user=self._server.add_user("Somebody else"))
        return await self._server.reply(said, deadline=self._within)

    async def _deliver(self, text: str, way: Way) -> Delivery:
        person = self._server.other_bot if way == "by another bot" else self._person
        if way == "to others":
            return await self._server.say(text, user=person)
        if self._entrance == "slash":
            return await self._server.slash("capex", user=person, options={"question": text} if text else {})
        if self._entrance == "direct":
            return await self._server.direct_message(text, user=person)
        return await self._server.mention(text, user=person)


def _read(message: Message) -> Shown:
    links = _SOURCE_LINK.findall(message.text)
    words = undecorated(message.text, {f"<{link}>" for link in links})
    controls = [str(one.get("custom_id", "")) for _, one in walk(message.components)]
    choices = [asked for control in controls if (asked := _asks(control))]
    return read_back(map(shown, words.split("\n")), choices, links, _alive(message, words))


def _asks(control: str) -> str:
    """The question behind a button, if there is one."""
    return control.split(":", 2)[2] if control.startswith(("ask:", "start:")) else ""


def _alive(message: Message, words: str) -> Iterator[str]:
    """What Discord reads as more than words in what is left when the bot's own bold, small print and links are off."""
    yield from sorted(live(words))
    yield from message.pings
    yield from (f"embed {embed}" for embed in message.embeds)
    yield from (f"link {one['url']}" for _, one in walk(message.components) if one.get("url"))
