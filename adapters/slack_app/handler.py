"""What the bot does with each thing that Slack tells: hand the text to the desk, put the reply where it belongs.

A command is answered inside its acknowledgement. Everything else is acknowledged at once and answered by work of its
own, so that a slow Slack never makes it tell the same again; what it tells again all the same is known by its id.
"""

from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncAck
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError

from adapters.apology import sorry
from adapters.desk import Desk
from adapters.messages import Messages
from adapters.slack_app.arrivals import (
    Arrival,
    asker_of,
    clicker,
    is_direct,
    of_choice,
    of_command,
    of_event,
    of_shortcut,
)
from adapters.slack_app.blocks import message
from adapters.slack_app.elements import Json
from adapters.slack_app.failing import log_failure
from adapters.slack_app.forms import gave_up
from adapters.slack_app.reply_place import SlackReplyPlace
from adapters.slack_app.sending import Sender, in_thread
from adapters.slack_app.under_way import UnderWay
from bot.wording.phrases import phrase
from knowledge.value import Language


class Handler:
    """Answers one workspace."""

    def __init__(self, desk: Desk, sender: Sender, bot_user: str, under_way: UnderWay) -> None:
        self._desk = desk
        self._messages = Messages(desk)
        self._sender = sender
        self._bot_user = bot_user
        self._under_way = under_way

    async def command(self, ack: AsyncAck, command: Json) -> None:
        """`/capex …`: the answer for the asker's eyes."""
        arrival = of_command(command, self._bot_user)
        reply = await self._desk.answer(arrival.said(_now()))
        if reply is None:
            await ack()
        else:
            content = message(reply, sharer=_sharer(arrival))
            await ack(response_type="ephemeral", unfurl_links=False, unfurl_media=False, **content)

    async def event(self, body: Json) -> None:
        """A mention or a direct message, new or edited; anything else is left alone."""
        arrival = of_event(body, self._bot_user)
        if arrival:
            place = SlackReplyPlace(self._sender, arrival.place, arrival.person)
            work = self._messages.answer(arrival.written(_now()), place)
            self._under_way.start(work, lambda error: self._sorry_at(arrival, error))

    async def choice(self, ack: AsyncAck, body: Json) -> None:
        """A click on a choice: its answer in place of the message."""
        await ack()
        arrival = of_choice(body)
        self._clicked(body, self._choose(body, arrival), sorry(arrival.text))

    async def shortcut(self, ack: AsyncAck, body: Json) -> None:
        """*Ask about this*: a message is the question; the answer is for the eyes of the one who asks."""
        await ack()
        arrival = of_shortcut(body, self._bot_user)
        self._clicked(body, self._ask_about(body, arrival), sorry(arrival.text))

    async def delete(self, ack: AsyncAck, body: Json) -> None:
        """A click on the delete button, which only the asker's works."""
        await ack()
        language: Language = "de" if body["actions"][0]["action_id"] == "delete:de" else "en"
        self._clicked(body, self._delete(body, language), sorry("", language))

    async def defect(self, error: Exception, body: Json) -> BoltResponse:
        """Whatever went wrong before the acknowledgement: one sentence to the person, the place of it to the log."""
        log_failure(error)
        if body.get("type") == "view_submission":
            return BoltResponse(status=200, body=gave_up(body["view"]))
        content = {"response_type": "ephemeral", "text": sorry(body.get("text") or "")} if "command" in body else ""
        return BoltResponse(status=200, body=content)

    async def _choose(self, body: Json, arrival: Arrival) -> None:
        reply = await self._desk.answer(arrival.said(_now()))
        if reply:
            hidden = bool(body["container"].get("is_ephemeral"))
            sharer = _sharer(arrival) if hidden else None
            content = message(reply, asker=asker_of(body.get("message", {})), sharer=sharer)
            await self._sender.respond(body["response_url"], content, replace=True)

    async def _ask_about(self, body: Json, arrival: Arrival) -> None:
        reply = await self._desk.answer(arrival.said(_now()))
        if reply:
            content = message(reply, sharer=_sharer(arrival)) | in_thread(body["message"].get("thread_ts"))
            await self._sender.respond(body["response_url"], content, replace=False)

    async def _delete(self, body: Json, language: Language) -> None:
        action, container = body["actions"][0], body["container"]
        if action["value"] == clicker(body).user:
            await self._sender.delete(container["channel_id"], container["message_ts"], body["response_url"])
            return
        await self._sender.respond(body["response_url"], {"text": phrase("only_asker", language)}, replace=False)

    def _clicked(self, body: Json, work: Coroutine[Any, Any, None], words: str) -> None:
        self._under_way.start(work, lambda error: self._sorry_to(body["response_url"], words, error))

    async def _sorry_at(self, arrival: Arrival, error: BaseException) -> None:
        log_failure(error)
        try:
            await self._sender.post(arrival.place, {"text": sorry(arrival.text)})
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as further:
            log_failure(further)

    async def _sorry_to(self, address: str, words: str, error: BaseException) -> None:
        log_failure(error)
        try:
            await self._sender.respond(address, {"text": words}, replace=False)
        except (aiohttp.ClientError, TimeoutError) as further:
            log_failure(further)


def _sharer(arrival: Arrival) -> str | None:
    """Who may share a private answer: whoever asked, where there is somebody to share it with."""
    return None if is_direct(arrival.place.channel) else arrival.person.user


def _now() -> datetime:
    return datetime.now(UTC)
