"""Messages in channels: what the bot says of itself, outside an interaction."""

from typing import Any

from tests.fakes.discord.errors import Problem, invalid_form, refused
from tests.fakes.discord.gateway import MESSAGE_CONTENT
from tests.fakes.discord.payloads import channel_form, message_form
from tests.fakes.discord.web import Call, Handler
from tests.fakes.discord.world import DIRECT, SEND_MESSAGES, Channel, Message
from tests.fakes.discord.writing import begun, deleted, edited, shown, write

NONCES_LIVE = 5 * 60

Json = dict[str, Any]


def reached(call: Call) -> Channel:
    """The channel of the call, if there is one and the bot may look into it."""
    found = next((one for one in call.server.channels if one.id == call.id("channel_id")), None)
    if found is None:
        raise refused(10003)
    if not call.server.within_reach(found):
        raise refused(50001)
    return found


def found_message(call: Call) -> Message:
    channel, wanted = reached(call), call.id("message_id")
    for message in (*call.server.history, *call.server.messages):
        if message.id == wanted and message.channel is channel and not message.deleted and not message.ephemeral:
            return message
    raise refused(10008)


def channel(call: Call) -> Json:
    return channel_form(reached(call))


def typing(call: Call) -> None:
    call.server.typing.append(reached(call))


def send(call: Call) -> Json:
    place, server = reached(call), call.server
    if not place.bot_permissions & SEND_MESSAGES:
        raise refused(50013)
    again = _same_nonce(call, place)
    if again is not None:
        return message_form(again, read_by=None)
    message = Message(server.next_id(), place, server.bot, server.clock.now(), reference=_reference(call))
    write(call, message, call.body)
    message.delivery = server.deliveries.answered_by(message)
    begun(server, message)
    shown(server, message, "MESSAGE_CREATE")
    return message_form(message, read_by=None)


def _same_nonce(call: Call, place: Channel) -> Message | None:
    """With `enforce_nonce` the message that already has this nonce is the answer, for some minutes."""
    if not call.body.get("enforce_nonce") or call.body.get("nonce") is None:
        return None
    for message in reversed(call.server.messages):
        young = call.server.clock.now() - message.at < NONCES_LIVE
        if young and message.channel is place and (message.versions or [{}])[0].get("nonce") == call.body["nonce"]:
            return message
    return None


def _reference(call: Call) -> Message | None:
    asked = call.body.get("message_reference")
    if not asked:
        return None
    wanted = int(asked["message_id"])
    for message in (*call.server.history, *call.server.messages):
        if message.id == wanted and not message.deleted:
            return message
    if asked.get("fail_if_not_exists", True):
        raise invalid_form([Problem(("message_reference",), "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message")])
    return None


def read(call: Call) -> Json:
    all_content = bool(call.server.gateway.privileged & MESSAGE_CONTENT)
    return message_form(found_message(call), read_by=call.server.bot, all_content=all_content)


def read_all(call: Call) -> list[Json]:
    place, server = reached(call), call.server
    all_content = bool(server.gateway.privileged & MESSAGE_CONTENT)
    there = [one for one in (*server.history, *server.messages) if one.channel is place and not one.deleted]
    latest = sorted((one for one in there if not one.ephemeral), key=lambda one: one.id, reverse=True)
    listed = latest[: int(call.query.get("limit", "50"))]
    return [message_form(one, read_by=server.bot, all_content=all_content) for one in listed]


def edit(call: Call) -> Json:
    message = found_message(call)
    if message.author is not call.server.bot:
        raise refused(50005)
    return message_form(edited(call, message, call.body), read_by=None)


def delete(call: Call) -> None:
    message = found_message(call)
    if message.author is not call.server.bot:
        raise refused(50003 if message.channel.kind == DIRECT else 50013)
    deleted(call.server, message)


CHANNEL_ROUTES: dict[str, Handler] = {
    "GET /channels/{channel_id}": channel,
    "POST /channels/{channel_id}/typing": typing,
    "POST /channels/{channel_id}/messages": send,
    "GET /channels/{channel_id}/messages": read_all,
    "GET /channels/{channel_id}/messages/{message_id}": read,
    "PATCH /channels/{channel_id}/messages/{message_id}": edit,
    "DELETE /channels/{channel_id}/messages/{message_id}": delete,
}
