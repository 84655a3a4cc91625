"""What the bot does with each thing that Slack tells: hand the text to the desk, put the reply where it belongs.

A command is answered inside its acknowledgement. Everything else is acknowledged at once and answered by work of its
own, so that a slow Slack never makes it tell the same again; what it tells again all the same is known by its id.
"""

from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_bolt.response import BoltResponse

from adapters.apology import language_of, sorry
from adapters.desk import Desk
from adapters.messages import Messages
from adapters.slack_app.apologising import Apologies, log
from adapters.slack_app.arrivals import Arrival, asker_of, clicker, of_choice, of_command, of_event
from adapters.slack_app.blocks import message
from adapters.slack_app.elements import Json
from adapters.slack_app.recipients import Click, click_of
from adapters.slack_app.reply_place import SlackReplyPlace
from adapters.slack_app.sending import Sender
from adapters.slack_app.under_way import UnderWay
from bot.wording.phrases import phrase
from knowledge.fault import Fault
from knowledge.value import Language


class Handler:
    """Answers one workspace."""

    def __init__(self, desk: Desk, sender: Sender, bot_user: str, under_way: UnderWay) -> None:
        self._desk = desk
        self._messages = Messages(desk)
        self._sender = sender
        self._apologies = Apologies(sender)
        self._bot_user = bot_user
        self._under_way = under_way

    async def command(self, ack: AsyncAck, command: Json) -> None:
        """`/capex …`: the answer for the asker's eyes."""
        reply = await self._desk.answer(of_command(command, self._bot_user).said(_now()))
        if reply is None:
            await ack()
        else:
            await ack(response_type="ephemeral", unfurl_links=False, unfurl_media=False, **message(reply))

    async def event(self, body: Json) -> None:
        """A mention or a direct message, new or edited; anything else is left alone."""
        arrival = of_event(body, self._bot_user)
        if arrival:
            place = SlackReplyPlace(self._sender, arrival.place, arrival.person)
            work = self._messages.answer(arrival.written(_now()), place)
            self._under_way.start(work, lambda error: self._apologies.at(arrival, error))

    async def choice(self, ack: AsyncAck, body: Json) -> None:
        """A click on a choice: its answer in place of the message."""
        await ack()
        arrival = of_choice(body)
        click = click_of(body, arrival.place, language_of(arrival.text))
        self._clicked(body, self._choose(body, arrival, click), click, sorry(arrival.text))

    async def delete(self, ack: AsyncAck, body: Json) -> None:
        """A click on the delete button, which only the asker's works."""
        await ack()
        language: Language = "de" if body["actions"][0]["action_id"] == "delete:de" else "en"
        click = click_of(body, of_choice(body).place, language)
        self._clicked(body, self._delete(body, click), click, sorry("", language))

    @staticmethod
    async def defect(error: Exception, body: Json) -> BoltResponse:
        """Whatever went wrong before the acknowledgement: one sentence to the person, the place of it to the log.

        An event that could not be looked at, as the records are away, is not acknowledged: Slack tells it again.
        """
        log(error)
        if isinstance(error, Fault) and "event" in body:
            return BoltResponse(status=503)
        content = {"response_type": "ephemeral", "text": sorry(body.get("text") or "")} if "command" in body else ""
        return BoltResponse(status=200, body=content)

    async def _choose(self, body: Json, arrival: Arrival, click: Click) -> None:
        reply = await self._desk.answer(arrival.said(_now()))
        if reply:
            content = message(reply, asker=asker_of(body.get("message", {})))
            await self._sender.respond(body["response_url"], content, replace=True, click=click)

    async def _delete(self, body: Json, click: Click) -> None:
        action, container = body["actions"][0], body["container"]
        if action["value"] == clicker(body).user:
            await self._sender.delete(container["channel_id"], container["message_ts"])
            return
        told = {"text": phrase("only_asker", click.asker.language)}
        await self._sender.respond(body["response_url"], told, replace=False, click=click)

    def _clicked(self, body: Json, work: Coroutine[Any, Any, None], click: Click, words: str) -> None:
        address = body["response_url"]
        self._under_way.start(work, lambda error: self._apologies.to(address, click, words, error))


def _now() -> datetime:
    return datetime.now(UTC)
