"""What the bot does with each thing that Slack tells: hand the text to the desk, put the reply where it belongs.

A command is answered inside its acknowledgement. Everything else is acknowledged at once and answered by work of its
own, so that a slow Slack never makes it tell the same again; what it tells again all the same is known by its id.
"""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_bolt.response import BoltResponse

from adapters.apology import language_of, sorry
from adapters.desk import Desk, Said
from adapters.messages import Messages, Written
from adapters.slack_app.announcing import announcement
from adapters.slack_app.apologising import Apologies, log
from adapters.slack_app.arrivals import (
    Arrival,
    asker_of,
    clicker,
    is_direct,
    of_address,
    of_choice,
    of_command,
    of_event,
    of_shortcut,
)
from adapters.slack_app.blocks import message
from adapters.slack_app.elements import Json
from adapters.slack_app.forms import gave_up
from adapters.slack_app.letters import Letters
from adapters.slack_app.people import People
from adapters.slack_app.recipients import Asker, Click, click_of
from adapters.slack_app.reply_place import SlackReplyPlace
from adapters.slack_app.sending import Sender, in_thread
from adapters.slack_app.thinking import Thinking
from adapters.slack_app.under_way import UnderWay
from adapters.slack_app.visits import Visits
from bot.reply import Reply
from bot.verbs.privacy import is_for_one, is_order
from bot.verbs.wishes import wish_in
from bot.wording.phrases import phrase
from knowledge.fault import Fault
from knowledge.value import Language

Answering = Callable[[Said], Awaitable[Reply | None]]


class Handler:
    """Answers one workspace."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        desk: Desk,
        sender: Sender,
        bot_user: str,
        under_way: UnderWay,
        people: People,
        visits: Visits,
        thinking: Thinking,
    ) -> None:
        self._desk = desk
        self._thinking = thinking
        self._people = people
        self._visits = visits
        self._messages = Messages(desk)
        self._sender = sender
        self._apologies = Apologies(sender)
        self._bot_user = bot_user
        self._under_way = under_way
        self._letters = Letters()

    async def command(self, command: Json) -> BoltResponse:
        """`/capex …`: the answer for the asker's eyes, or for everybody's where the channel is set so."""
        arrival = _ordering(of_command(command, self._bot_user))
        said = arrival.said(_now(), await self._people.manner(arrival))
        audience = await self._desk.ledger.audience(arrival.place)
        reply = await self._desk.answer(said)
        if reply is None:
            return BoltResponse(status=200)
        if reply.announcement:
            told = announcement(reply, arrival.person.user)
            self._under_way.start(self._tell_all(command["response_url"], told), _logged)
        self._shown_anew(arrival)
        if audience == "public" and not is_for_one(arrival.text):
            return BoltResponse(status=200, body=self._letters.of(reply, "in_channel", arrival.person.user))
        return BoltResponse(status=200, body=self._letters.of(reply, "ephemeral", _sharer(arrival)))

    async def event(self, body: Json) -> None:
        """A mention or a direct message, new or edited; anything else is left alone."""
        arrival = of_event(body, self._bot_user)
        if arrival:
            place = SlackReplyPlace(self._sender, arrival.place, arrival.person)
            written = replace(arrival.written(_now()), manner=lambda: self._people.manner(arrival))
            work = self._message(arrival, written, place)
            self._under_way.start(work, lambda error: self._apologies.at(arrival, error))

    async def choice(self, ack: AsyncAck, body: Json) -> None:
        """A click on a choice: its answer in place of the message."""
        await ack()
        arrival = of_choice(body)
        click = click_of(body, arrival.place, language_of(arrival.text))
        self._clicked(body, self._choose(body, arrival, click), click, sorry(arrival.text))

    async def shortcut(self, ack: AsyncAck, body: Json) -> None:
        """*Ask about this*: a message is the question; the answer is for the eyes of the one who asks."""
        await ack()
        arrival = of_shortcut(body, self._bot_user)
        click = Click(Asker(arrival.person.user, language_of(arrival.text)), arrival.place, None)
        self._clicked(body, self._ask_about(body, arrival, click), click, sorry(arrival.text))

    async def check(self, ack: AsyncAck, body: Json) -> None:
        """*Check this*: whether what a message says is so, for the eyes of the one who wants to know."""
        await ack()
        arrival = of_shortcut(body, self._bot_user)
        click = Click(Asker(arrival.person.user, language_of(arrival.text)), arrival.place, None)
        self._clicked(body, self._ask_about(body, arrival, click, self._desk.check), click, sorry(arrival.text))

    async def add(self, ack: AsyncAck, body: Json) -> None:
        """*Add as article*: the first address in a message is suggested, or fetched where a curator wants it."""
        await ack()
        arrival = of_address(body)
        click = Click(Asker(arrival.person.user, language_of(arrival.text)), arrival.place, None)
        self._clicked(body, self._ask_about(body, arrival, click), click, sorry(arrival.text))

    async def delete(self, ack: AsyncAck, body: Json) -> None:
        """A click on the delete button, which only the asker's works."""
        await ack()
        language: Language = "de" if body["actions"][0]["action_id"] == "delete:de" else "en"
        click = click_of(body, of_choice(body).place, language)
        self._clicked(body, self._delete(body, click), click, sorry("", language))

    @staticmethod
    async def defect(error: BaseException, body: Json) -> BoltResponse:
        """Whatever went wrong before the acknowledgement: one sentence to the person, the place of it to the log.

        An event that could not be looked at, as the records are away, is not acknowledged: Slack tells it again.
        """
        log(error)
        if isinstance(error, Fault) and "event" in body:
            return BoltResponse(status=503)
        if body.get("type") == "view_submission":
            return BoltResponse(status=200, body=gave_up(body["view"]))
        content = {"response_type": "ephemeral", "text": sorry(body.get("text") or "")} if "command" in body else ""
        return BoltResponse(status=200, body=content)

    async def _message(self, arrival: Arrival, written: Written, place: SlackReplyPlace) -> None:
        async with self._thinking.on(arrival):
            await self._messages.answer(written, place)
        self._shown_anew(arrival)

    def _shown_anew(self, arrival: Arrival) -> None:
        """Draw the Home of a person again who has set a language."""
        wish = wish_in(arrival.text)
        if wish and wish.setting == "language":
            channel = arrival.place.channel if arrival.place.direct else ""
            self._under_way.start(self._visits.publish(arrival.person, channel), _logged)

    async def _choose(self, body: Json, arrival: Arrival, click: Click) -> None:
        said = arrival.said(_now(), await self._people.manner(arrival))
        reply = await self._desk.answer(said)
        if reply:
            hidden = bool(body["container"].get("is_ephemeral"))
            sharer = _sharer(arrival) if hidden else None
            content = message(reply, asker=asker_of(body.get("message", {})), sharer=sharer)
            await self._sender.respond(body["response_url"], content, replace=True, click=click)

    async def _ask_about(self, body: Json, arrival: Arrival, click: Click, answer: Answering | None = None) -> None:
        said = arrival.said(_now(), await self._people.manner(arrival))
        reply = await (answer or self._desk.answer)(said)
        if reply:
            content = message(reply, sharer=_sharer(arrival)) | in_thread(body["message"].get("thread_ts"))
            await self._sender.respond(body["response_url"], content, replace=False, click=click)

    async def _delete(self, body: Json, click: Click) -> None:
        action, container = body["actions"][0], body["container"]
        if action["value"] == clicker(body).user:
            await self._sender.delete(container["channel_id"], container["message_ts"], body["response_url"])
            return
        told = {"text": phrase("only_asker", click.asker.language)}
        await self._sender.respond(body["response_url"], told, replace=False, click=click)

    def _clicked(self, body: Json, work: Coroutine[Any, Any, None], click: Click, words: str) -> None:
        address = body["response_url"]
        self._under_way.start(work, lambda error: self._apologies.to(address, click, words, error))

    async def _tell_all(self, address: str, content: Json) -> None:
        await self._sender.tell_all(address, content)


def _ordering(arrival: Arrival) -> Arrival:
    """A command as it came; an order in a direct message is the person's own, as it is when it is written there."""
    direct = is_direct(arrival.place.channel) and is_order(arrival.text)
    return replace(arrival, place=replace(arrival.place, direct=True)) if direct else arrival


async def _logged(error: BaseException) -> None:
    log(error)


def _sharer(arrival: Arrival) -> str | None:
    """Who may share a private answer: whoever asked, where there is somebody to share it with."""
    return None if is_direct(arrival.place.channel) else arrival.person.user


def _now() -> datetime:
    return datetime.now(UTC)
