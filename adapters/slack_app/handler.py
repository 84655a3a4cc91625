"""What the bot does with each thing that Slack tells: hand the text to the desk, put the reply where it belongs.

A command is answered inside its acknowledgement. Everything else is acknowledged at once and answered by work of its
own, so that a slow Slack never makes it tell the same again; what it tells again all the same is known by its id.
"""

import asyncio
import logging
import traceback
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any
from weakref import WeakValueDictionary

import aiohttp
from slack_bolt.async_app import AsyncAck
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError

from adapters.desk import Desk
from adapters.slack_app.arrivals import Arrival, asker_of, clicker, of_choice, of_command, of_event
from adapters.slack_app.blocks import message
from adapters.slack_app.elements import Json
from adapters.slack_app.labels import label
from adapters.slack_app.sending import Sender
from adapters.slack_app.under_way import UnderWay
from bot.people import Place
from knowledge.fault import Fault
from knowledge.value import Language

_LOG = logging.getLogger("capex.slack")
_SORRY = {"text": label("sorry", "en")}


class Handler:
    """Answers one workspace."""

    def __init__(self, desk: Desk, sender: Sender, bot_user: str, under_way: UnderWay) -> None:
        self._desk = desk
        self._sender = sender
        self._bot_user = bot_user
        self._under_way = under_way
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def command(self, ack: AsyncAck, command: Json) -> None:
        """`/capex …`: the answer for the asker's eyes."""
        arrival, at = of_command(command, self._bot_user), _now()
        if not await self._desk.is_new(arrival.delivery, at):
            await ack()
            return
        content = message(await self._desk.answer(arrival.said(at)))
        await ack(response_type="ephemeral", unfurl_links=False, unfurl_media=False, **content)

    async def event(self, body: Json) -> None:
        """A mention or a direct message, new or edited; anything else is left alone."""
        arrival = of_event(body, self._bot_user)
        if arrival:
            place = arrival.place
            self._under_way.start(self._in_turn(arrival), lambda error: self._sorry_at(place, error))

    async def choice(self, ack: AsyncAck, body: Json) -> None:
        """A click on a choice: its answer in place of the message."""
        await ack()
        self._clicked(body, self._choose(body))

    async def delete(self, ack: AsyncAck, body: Json) -> None:
        """A click on the delete button, which only the asker's works."""
        await ack()
        self._clicked(body, self._delete(body))

    async def defect(self, error: Exception, body: Json) -> BoltResponse:
        """Whatever went wrong before the acknowledgement: one sentence to the person, the place of it to the log."""
        _log(error)
        content = {"response_type": "ephemeral", **_SORRY} if "command" in body else ""
        return BoltResponse(status=200, body=content)

    async def _in_turn(self, arrival: Arrival) -> None:
        """An edit waits until the message itself has its reply."""
        async with self._turns.setdefault(arrival.message, asyncio.Lock()):
            await self._message(arrival)

    async def _message(self, arrival: Arrival) -> None:
        at = _now()
        earlier = await self._earlier(arrival, at) if arrival.edited else None
        if arrival.edited and not earlier and not arrival.may_be_first(at):
            return
        if not await self._desk.is_new(arrival.delivery, at):
            return
        content = message(await self._desk.answer(arrival.said(at)), asker=arrival.person.user)
        if earlier:
            await self._sender.update(arrival.place, earlier, content)
        else:
            await self._keep(arrival, await self._sender.post(arrival.place, content), at)

    async def _choose(self, body: Json) -> None:
        arrival, at = of_choice(body), _now()
        if not await self._desk.is_new(arrival.delivery, at):
            return
        reply = await self._desk.answer(arrival.said(at))
        content = message(reply, asker=asker_of(body.get("message", {})))
        await self._sender.respond(body["response_url"], content, replace=True)

    async def _delete(self, body: Json) -> None:
        action, container = body["actions"][0], body["container"]
        if action["value"] == clicker(body).user:
            await self._sender.delete(container["channel_id"], container["message_ts"])
            return
        language: Language = "de" if action["action_id"] == "delete:de" else "en"
        await self._sender.respond(body["response_url"], {"text": label("only_asker", language)}, replace=False)

    def _clicked(self, body: Json, work: Coroutine[Any, Any, None]) -> None:
        self._under_way.start(work, lambda error: self._sorry_to(body["response_url"], error))

    async def _earlier(self, arrival: Arrival, at: datetime) -> str | None:
        """The reply that was given to the message within the last minute."""
        try:
            return await asyncio.to_thread(self._desk.records.reply_to, arrival.message, at)
        except Fault as fault:
            _LOG.warning("an earlier reply could not be looked up", extra={"reason": str(fault)})
            return None

    async def _keep(self, arrival: Arrival, reply: str, at: datetime) -> None:
        try:
            await asyncio.to_thread(self._desk.records.answered, arrival.message, reply, at)
        except Fault as fault:
            _LOG.warning("a reply could not be recorded", extra={"reason": str(fault)})

    async def _sorry_at(self, place: Place, error: BaseException) -> None:
        _log(error)
        try:
            await self._sender.post(place, _SORRY)
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as further:
            _log(further)

    async def _sorry_to(self, address: str, error: BaseException) -> None:
        _log(error)
        try:
            await self._sender.respond(address, _SORRY, replace=False)
        except (aiohttp.ClientError, TimeoutError) as further:
            _log(further)


def _now() -> datetime:
    return datetime.now(UTC)


def _log(error: BaseException) -> None:
    """Log what went wrong and where, without the words of the error: they may be the question's."""
    where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    code = str(error.response["error"]) if isinstance(error, SlackApiError) else ""
    _LOG.error("an answer failed", extra={"defect": type(error).__name__, "code": code, "where": where[-5:]})
