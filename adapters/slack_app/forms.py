"""What is typed and sent off in the modals: whom to compare with, and which figure is wrong.

A picker's options and a report are answered inside the acknowledgement, as what is told takes the place of what was
asked; a comparison is posted like any other answer.
"""

from slack_bolt.async_app import AsyncAck

from adapters.apology import sorry
from adapters.desk import Desk
from adapters.revisits import Refused
from adapters.slack_app import modals
from adapters.slack_app.arrivals import is_direct
from adapters.slack_app.blocks import message
from adapters.slack_app.elements import Json
from adapters.slack_app.modals import Origin
from adapters.slack_app.presses import Press, of_form, said_by
from adapters.slack_app.pressing import Pressing, now
from adapters.slack_app.recipients import Asker
from adapters.slack_app.sending import Sender, in_thread
from bot.revisiting import Wrong
from bot.wording.phrases import phrase


class Forms:
    """The forms of one workspace."""

    def __init__(self, desk: Desk, sender: Sender, pressing: Pressing) -> None:
        self._desk = desk
        self._sender = sender
        self._pressing = pressing

    async def suggest(self, ack: AsyncAck, body: Json) -> None:
        """Whom to compare with, of those that may be meant by what is typed; nobody where that cannot be looked up."""
        origin, typed = Origin.of(body["view"]), body["value"]
        try:
            others = await self._desk.revisit(lambda again: again.others(origin.key, typed, now()), origin.language)
        except Refused:
            others = ()
        await ack(options=modals.options([(other.subject, other.name) for other in others]))

    async def compare(self, ack: AsyncAck, body: Json) -> None:
        """The picker sent off: the comparison is posted where the answer stands."""
        await ack()
        other = modals.given(body["view"], "other")

        async def post(press: Press) -> None:
            origin, user = press.origin, press.person.user
            said = said_by(press, now())
            reply = await self._desk.compare(origin.key, other, said, origin.language)
            if origin.private:
                thread = in_thread(origin.thread)
                sharer = None if is_direct(origin.channel) else user
                await self._sender.respond(
                    origin.url, message(reply, sharer=sharer) | thread, replace=False, click=press.click
                )
            else:
                await self._sender.post(said.place, message(reply, asker=user), Asker(user, origin.language))

        self._pressing.start(of_form(body), post)

    async def report(self, ack: AsyncAck, body: Json) -> None:
        """The report sent off: it is kept, or why it is not is told in place of the form."""
        press, view = of_form(body), body["view"]
        origin = press.origin
        wrong = Wrong(press.delivery, modals.given(view, "which"), modals.given(view, "why"), press.person)
        try:
            await self._desk.revisit(lambda again: again.report(origin.key, wrong, now()), origin.language)
            sentence = phrase("wrong_thanks", origin.language)
        except Refused as refused:
            sentence = str(refused)
        title = phrase("wrong_title", origin.language)
        await ack(response_action="update", view=modals.told(title, sentence, origin))


def gave_up(view: Json) -> Json:
    """What takes the place of a form when something went wrong with it."""
    origin = Origin.of(view)
    shown = modals.told(phrase("cannot_title", origin.language), sorry("", origin.language), origin)
    return {"response_action": "update", "view": shown}
