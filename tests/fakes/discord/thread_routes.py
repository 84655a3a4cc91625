"""Threads that a bot opens under a message: their channel has the message's id."""

from typing import Any

from tests.fakes.discord.channel_routes import found_message, reached
from tests.fakes.discord.errors import ApiError, refused
from tests.fakes.discord.payloads import channel_form
from tests.fakes.discord.web import Call, Handler
from tests.fakes.discord.world import THREAD, Channel

CREATE_PUBLIC_THREADS = 1 << 35


def open_thread(call: Call) -> dict[str, Any]:
    place, message, server = reached(call), found_message(call), call.server
    if not place.bot_permissions & CREATE_PUBLIC_THREADS:
        raise refused(50013)
    if any(one.id == message.id for one in server.channels):
        raise ApiError(400, 160004, "A thread has already been created for this message")
    thread = Channel(message.id, call.body["name"], THREAD, place.guild, place, bot_permissions=place.bot_permissions)
    server.channels.append(thread)
    return channel_form(thread)


THREAD_ROUTES: dict[str, Handler] = {"POST /channels/{channel_id}/messages/{message_id}/threads": open_thread}
