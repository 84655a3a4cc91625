"""What the buttons under an answer do in Slack: open a modal, share, or take an opinion.

A press is acknowledged at once and worked on by itself (see `pressing`).
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from slack_bolt.async_app import AsyncAck

from adapters.apology import sorry
from adapters.desk import Desk
from adapters.revisits import Refused
from adapters.slack_app import modals
from adapters.slack_app.blocks import message, shared
from adapters.slack_app.elements import Json
from adapters.slack_app.modals import Origin
from adapters.slack_app.newer import judged
from adapters.slack_app.pages import Pages, pages_of_answer, pages_of_proofs
from adapters.slack_app.presses import Press, of_button, of_page
from adapters.slack_app.pressing import Pressing, Work, now
from adapters.slack_app.sending import Sender, in_thread
from adapters.slack_app.views import Views
from bot.revisiting import Revisiting
from bot.wording.phrases import phrase

_PAGED: Final[dict[str, tuple[str, Callable[[Revisiting, str, datetime], Pages]]]] = {
    "more": ("whole_answer", lambda again, key, at: pages_of_answer(again.whole(key, at))),
    "quotes": ("quotes", lambda again, key, at: pages_of_proofs(again.proofs(key, at))),
}
"""The buttons that open pages, each with the title above them and what they are made of."""

BUTTONS: Final = ("more", "quotes", "compare", "wrong", "helpful", "unhelpful", "opinion", "share")
"""All that may stand under an answer, by the word with which the ids of their actions begin."""


class Buttons:
    """The buttons of one workspace."""

    def __init__(self, desk: Desk, sender: Sender, views: Views, pressing: Pressing) -> None:
        self._desk = desk
        self._sender = sender
        self._views = views
        self._pressing = pressing
        self._does: dict[str, Work] = {
            "more": lambda press: self._open(press, "more"),
            "quotes": lambda press: self._open(press, "quotes"),
            "compare": self._compare,
            "wrong": self._wrong,
            "helpful": lambda press: self._judge(press, helpful=True),
            "unhelpful": lambda press: self._judge(press, helpful=False),
            "opinion": lambda press: self._judge(press, helpful=judged(press.value)),
            "share": self._share,
        }

    async def pressed(self, ack: AsyncAck, body: Json) -> None:
        """A press on one of them, told apart by its id."""
        await ack()
        name = str(body["actions"][0]["action_id"]).partition(":")[0]
        self._pressing.start(of_button(body), self._does[name])

    async def turned(self, ack: AsyncAck, body: Json) -> None:
        """A press on a page's button: that page in place of the one that is open."""
        await ack()
        view, what = body["view"], body["actions"][0]["action_id"]
        what = what.removeprefix("turn-").partition(":")[0]

        async def turn(press: Press) -> None:
            await self._views.change(view, await self._paged(what, press.origin, int(press.value)))

        self._pressing.start(of_page(body), turn)

    async def _open(self, press: Press, what: str) -> None:
        await self._views.open(press.trigger, await self._paged(what, press.origin, 0), press.origin.language)

    async def _paged(self, what: str, origin: Origin, number: int) -> Json:
        """Page `number` of what is behind the button `what`, of the answer as the base has it now."""
        title, read = _PAGED[what]
        found = await self._desk.revisit(lambda again: read(again, origin.key, now()), origin.language)
        return modals.paged(phrase(title, origin.language), found, origin, number, f"turn-{what}")

    async def _compare(self, press: Press) -> None:
        origin = press.origin
        await self._desk.revisit(lambda again: again.others(origin.key, "", now()), origin.language)
        await self._views.open(press.trigger, modals.picker(origin), origin.language)

    async def _wrong(self, press: Press) -> None:
        origin = press.origin
        figures = await self._desk.revisit(lambda again: again.figures(origin.key, now()), origin.language)
        await self._views.open(press.trigger, modals.complaint(origin, figures), origin.language)

    async def _judge(self, press: Press, *, helpful: bool) -> None:
        origin, person = press.origin, press.person
        await self._desk.revisit(lambda again: again.judge(origin.key, person, now(), helpful=helpful), origin.language)
        thanks = {"text": phrase("thanks", origin.language)}
        await self._sender.respond(origin.url, thanks, replace=False, click=press.click)

    async def _share(self, press: Press) -> None:
        origin, language = press.origin, press.origin.language
        if press.value.partition(" ")[2] != press.person.user:
            raise Refused(phrase("only_asker_shares", language))
        reply = await self._desk.revisit(lambda again: again.share(origin.key, now()), language)
        if reply is None:
            raise Refused(phrase("shared_already", language))
        content = shared(message(reply, asker=press.person.user), press.name, reply.language)
        if not await self._sender.tell_all(origin.url, content | in_thread(origin.thread)):
            raise Refused(sorry("", language))
