"""What the bot does with each thing that Slack tells: hand the text to the desk, put the reply where it belongs.

A command is answered inside its acknowledgement. Everything else is acknowledged at once and answered by work of its
own, so that a slow Slack never makes it tell the same again; what it tells again all the same is known by its id.
"""

import logging
import traceback
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
from adapters.slack_app.arrivals import Arrival, asker_of, clicker, of_choice, of_command, of_event
from adapters.slack_app.blocks import message
from adapters.slack_app.elements import Json
from adapters.slack_app.reply_place import SlackReplyPlace
from adapters.slack_app.sending import Sender
from adapters.slack_app.under_way import UnderWay
from bot.wording.phrases import phrase
from knowledge.fault import Fault
from knowledge.value import Language

_LOG = logging.getLogger("capex.slack")


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
            self._under_way.start(work, lambda error: self._sorry_at(arrival, error))

    async def choice(self, ack: AsyncAck, body: Json) -> None:
        """A click on a choice: its answer in place of the message."""
        await ack()
        arrival = of_choice(body)
        self._clicked(body, self._choose(body, arrival), sorry(arrival.text))

    async def delete(self, ack: AsyncAck, body: Json) -> None:
        """A click on the delete button, which only the asker's works."""
        await ack()
        language: Language = "de" if body["actions"][0]["action_id"] == "delete:de" else "en"
        self._clicked(body, self._delete(body, language), sorry("", language))

    @staticmethod
    async def defect(error: Exception, body: Json) -> BoltResponse:
        """Whatever went wrong before the acknowledgement: one sentence to the person, the place of it to the log.

        An event that could not be looked at, as the records are away, is not acknowledged: Slack tells it again.
        """
        _log(error)
        if isinstance(error, Fault) and "event" in body:
            return BoltResponse(status=503)
        content = {"response_type": "ephemeral", "text": sorry(body.get("text") or "")} if "command" in body else ""
        return BoltResponse(status=200, body=content)

    async def _choose(self, body: Json, arrival: Arrival) -> None:
        reply = await self._desk.answer(arrival.said(_now()))
        if reply:
            content = message(reply, asker=asker_of(body.get("message", {})))
            await self._sender.respond(body["response_url"], content, replace=True)

    async def _delete(self, body: Json, language: Language) -> None:
        action, container = body["actions"][0], body["container"]
        if action["value"] == clicker(body).user:
            await self._sender.delete(container["channel_id"], container["message_ts"])
            return
        await self._sender.respond(body["response_url"], {"text": phrase("only_asker", language)}, replace=False)

    def _clicked(self, body: Json, work: Coroutine[Any, Any, None], words: str) -> None:
        self._under_way.start(work, lambda error: self._sorry_to(body["response_url"], words, error))

    async def _sorry_at(self, arrival: Arrival, error: BaseException) -> None:
        _log(error)
        try:
            await self._sender.post(arrival.place, {"text": sorry(arrival.text)})
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as further:
            _log(further)

    async def _sorry_to(self, address: str, words: str, error: BaseException) -> None:
        _log(error)
        try:
            await self._sender.respond(address, {"text": words}, replace=False)
        except (aiohttp.ClientError, TimeoutError) as further:
            _log(further)


def _now() -> datetime:
    return datetime.now(UTC)


def _log(error: BaseException) -> None:
    """Log what went wrong and where, without the words of the error: they may be the question's."""
    where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    code = str(error.response["error"]) if isinstance(error, SlackApiError) else ""
    _LOG.error("an answer failed", extra={"defect": type(error).__name__, "code": code, "where": where[-5:]})
