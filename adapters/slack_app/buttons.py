"""What the buttons under an answer do in Slack: open a modal, share, or take an opinion.

A click is acknowledged at once and worked on by itself (see `clicking`).
"""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

from slack_bolt.async_app import AsyncAck, AsyncApp

from adapters.apology import sorry
from adapters.desk import Desk
from adapters.revisits import Refused
from adapters.slack_app import modals
from adapters.slack_app.blocks import message, shared
from adapters.slack_app.clicking import Clicking, Work, now
from adapters.slack_app.clicks import Click, of_click, of_page
from adapters.slack_app.elements import Json
from adapters.slack_app.modals import Origin
from adapters.slack_app.pages import Pages, pages_of_answer, pages_of_proofs
from adapters.slack_app.sending import Sender, in_thread
from bot.revisiting import Revisiting
from bot.wording.phrases import phrase

_PAGED: Final[dict[str, tuple[str, Callable[[Revisiting, str, datetime], Pages]]]] = {
    "more": ("whole_answer", lambda again, key, at: pages_of_answer(again.whole(key, at))),
    "quotes": ("quotes", lambda again, key, at: pages_of_proofs(again.proofs(key, at))),
}
"""The buttons that open pages, each with the title above them and what they are made of."""


class Buttons:
    """The buttons of one workspace."""

    def __init__(self, desk: Desk, sender: Sender, clicking: Clicking) -> None:
        self._desk = desk
        self._sender = sender
        self._clicking = clicking

    def listen(self, app: AsyncApp) -> None:
        """Have the app tell of each button."""
        does: dict[str, Work] = {
            "more": lambda click: self._open(click, "more"),
            "quotes": lambda click: self._open(click, "quotes"),
            "compare": self._compare,
            "wrong": self._wrong,
            "helpful": lambda click: self._judge(click, helpful=True),
            "unhelpful": lambda click: self._judge(click, helpful=False),
            "share": self._share,
        }
        for name, work in does.items():
            app.action(re.compile(f"^{name}:"))(self._clicked(work))
        app.action(re.compile("^turn-"))(self._turned)

    def _clicked(self, work: Work) -> Callable[[AsyncAck, Json], Awaitable[None]]:
        async def handle(ack: AsyncAck, body: Json) -> None:
            await ack()
            self._clicking.start(of_click(body), work)

        return handle

    async def _turned(self, ack: AsyncAck, body: Json) -> None:
        """A click on a page's button: that page in place of the one that is open."""
        await ack()
        view, what = body["view"], body["actions"][0]["action_id"]
        what = what.removeprefix("turn-").partition(":")[0]

        async def turn(click: Click) -> None:
            await self._sender.update_view(view, await self._paged(what, click.origin, int(click.value)))

        self._clicking.start(of_page(body), turn)

    async def _open(self, click: Click, what: str) -> None:
        await self._sender.open_view(click.trigger, await self._paged(what, click.origin, 0), click.origin.language)

    async def _paged(self, what: str, origin: Origin, number: int) -> Json:
        """Page `number` of what is behind the button `what`, of the answer as the base has it now."""
        title, read = _PAGED[what]
        found = await self._desk.revisit(lambda again: read(again, origin.key, now()), origin.language)
        return modals.paged(phrase(title, origin.language), found, origin, number, f"turn-{what}")

    async def _compare(self, click: Click) -> None:
        origin = click.origin
        await self._desk.revisit(lambda again: again.others(origin.key, "", now()), origin.language)
        await self._sender.open_view(click.trigger, modals.picker(origin), origin.language)

    async def _wrong(self, click: Click) -> None:
        origin = click.origin
        figures = await self._desk.revisit(lambda again: again.figures(origin.key, now()), origin.language)
        await self._sender.open_view(click.trigger, modals.complaint(origin, figures), origin.language)

    async def _judge(self, click: Click, *, helpful: bool) -> None:
        origin, person = click.origin, click.person
        await self._desk.revisit(lambda again: again.judge(origin.key, person, now(), helpful=helpful), origin.language)
        await self._sender.respond(origin.url, {"text": phrase("thanks", origin.language)}, replace=False)

    async def _share(self, click: Click) -> None:
        origin, language = click.origin, click.origin.language
        if click.value.partition(" ")[2] != click.person.user:
            raise Refused(phrase("only_asker_shares", language))
        reply = await self._desk.revisit(lambda again: again.share(origin.key, now()), language)
        if reply is None:
            raise Refused(phrase("shared_already", language))
        content = shared(message(reply, asker=click.person.user), click.name, reply.language)
        if not await self._sender.share(origin.url, content | in_thread(origin.thread)):
            raise Refused(sorry("", language))
