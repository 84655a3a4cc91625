"""Answers to interactions: one acknowledgement within three seconds, then the token's webhook for fifteen minutes."""

from collections.abc import Callable
from typing import Any

from tests.fakes.discord.command_limits import choice_problems
from tests.fakes.discord.components import walk
from tests.fakes.discord.deliveries import (
    ACKNOWLEDGE_WITHIN,
    AUTOCOMPLETE,
    CHOICES,
    COMPONENT,
    DEFER,
    DEFER_UPDATE,
    MODAL,
    OPEN_MODAL,
    REPLY,
    TOKEN_LIVES,
    UPDATE,
    Delivery,
)
from tests.fakes.discord.errors import Problem, invalid_form, refused
from tests.fakes.discord.limits import custom_id_problems
from tests.fakes.discord.payloads import message_form
from tests.fakes.discord.web import Call, Handler
from tests.fakes.discord.world import EPHEMERAL, LOADING, Message
from tests.fakes.discord.writing import begun, deleted, edited, shown, write

Json = dict[str, Any]


def callback(call: Call) -> Json | None:
    """The acknowledgement: it can come once, in time, and must fit the kind of interaction."""
    delivery = call.server.deliveries.interaction(call.params["interaction_token"])
    took = call.at - delivery.at if delivery else 0.0
    if delivery is None or delivery.id != call.id("interaction_id"):
        raise refused(10062)
    if delivery.callback is not None:
        raise refused(40060)
    if took > ACKNOWLEDGE_WITHIN:
        raise refused(10062)
    kind = int(call.body["type"])
    if kind not in _fitting(delivery):
        words = f"A callback of type {kind} does not fit this interaction"
        raise invalid_form([Problem(("type",), "INTERACTION_CALLBACK_TYPE_INVALID", words)])
    message = ACKNOWLEDGED[kind](call, delivery, call.body.get("data") or {})
    delivery.callback, delivery.took = kind, took
    return _answer(delivery, kind, message) if call.query.get("with_response") in ("1", "true") else None


def _fitting(delivery: Delivery) -> set[int]:
    if delivery.kind == AUTOCOMPLETE:
        return {CHOICES}
    allowed = {REPLY, DEFER}
    if delivery.kind != MODAL:
        allowed.add(OPEN_MODAL)
    if delivery.message is not None and delivery.kind in (COMPONENT, MODAL):
        allowed |= {DEFER_UPDATE, UPDATE}
    return allowed


def _answer(delivery: Delivery, kind: int, message: Message | None) -> Json:
    interaction: Json = {"id": str(delivery.id), "type": delivery.kind}
    if message is None:
        return {"interaction": interaction}
    interaction |= {
        "response_message_id": str(message.id),
        "response_message_loading": message.loading,
        "response_message_ephemeral": message.ephemeral,
    }
    resource = {"type": REPLY if kind == DEFER else kind, "message": message_form(message, read_by=None)}
    return {"interaction": interaction, **({} if kind == DEFER_UPDATE else {"resource": resource})}


def _new(call: Call, delivery: Delivery, flags: int) -> Message:
    server = call.server
    private = flags & EPHEMERAL
    return Message(
        server.next_id(),
        delivery.channel,
        server.bot,
        server.clock.now(),
        flags=private,
        hidden_from_all_but=delivery.user if private else None,
        delivery=delivery,
        webhook=True,
    )


def _replied(call: Call, delivery: Delivery, data: Json) -> Message:
    delivery.original = write(call, _new(call, delivery, int(data.get("flags") or 0)), data, prefix=("data",))
    shown(call.server, begun(call.server, delivery.original), "MESSAGE_CREATE")
    return delivery.original


def _deferred(call: Call, delivery: Delivery, data: Json) -> Message:
    delivery.original = _new(call, delivery, int(data.get("flags") or 0))
    delivery.original.flags |= LOADING
    return begun(call.server, delivery.original)


def _update_deferred(_: Call, delivery: Delivery, __: Json) -> Message | None:
    delivery.original = delivery.message
    return delivery.original


def _updated(call: Call, delivery: Delivery, data: Json) -> Message:
    assert delivery.message is not None
    delivery.original = edited(call, delivery.message, data, prefix=("data",))
    return delivery.original


def _completed(_: Call, delivery: Delivery, data: Json) -> None:
    choices: list[Json] = data.get("choices") or []
    problems = list(choice_problems(choices))
    if problems:
        raise invalid_form(problem.under("data") for problem in problems)
    delivery.choices = choices


def _opened(_: Call, delivery: Delivery, data: Json) -> None:
    problems = list(custom_id_problems(data["components"]))
    problems += [
        Problem((*path, "custom_id"), "BASE_TYPE_REQUIRED", "This field is required")
        for path, one in walk(data["components"])
        if one["type"] == 4 and not one.get("custom_id")
    ]
    if problems:
        raise invalid_form(problem.under("data") for problem in problems)
    delivery.modal = data


ACKNOWLEDGED: dict[int, Callable[[Call, Delivery, Json], Message | None]] = {
    REPLY: _replied,
    DEFER: _deferred,
    DEFER_UPDATE: _update_deferred,
    UPDATE: _updated,
    CHOICES: _completed,
    OPEN_MODAL: _opened,
}


def _token(call: Call) -> Delivery:
    """The interaction of the webhook: unknown before its acknowledgement, void after fifteen minutes."""
    delivery = call.server.deliveries.interaction(call.params["webhook_token"])
    if delivery is None or delivery.callback is None or call.id("webhook_id") != call.server.bot.id:
        raise refused(10015)
    if call.server.clock.now() - delivery.at > TOKEN_LIVES:
        raise refused(50027)
    return delivery


def follow_up(call: Call) -> Json | None:
    """One more message; the first one after a deferral is the deferred answer itself."""
    delivery, server = _token(call), call.server
    if delivery.callback == DEFER and delivery.original is not None and delivery.original.loading:
        message = edited(call, delivery.original, call.body)
    else:
        message = write(call, _new(call, delivery, int(call.body.get("flags") or 0)), call.body)
        shown(server, begun(server, message), "MESSAGE_CREATE")
    return message_form(message, read_by=None) if call.query.get("wait") in ("1", "true") else None


def _one(call: Call) -> Message:
    delivery = _token(call)
    wanted = call.params.get("message_id", "@original")
    if wanted == "@original":
        message = delivery.original
    else:
        message = next((one for one in (*delivery.replies, delivery.message) if one and str(one.id) == wanted), None)
    if message is None or message.deleted:
        raise refused(10008)
    return message


def read(call: Call) -> Json:
    return message_form(_one(call), read_by=None)


def edit(call: Call) -> Json:
    return message_form(edited(call, _one(call), call.body), read_by=None)


def delete(call: Call) -> None:
    deleted(call.server, _one(call))


HOOK = "/webhooks/{webhook_id}/{webhook_token}"
INTERACTION_ROUTES: dict[str, Handler] = {
    "POST /interactions/{interaction_id}/{interaction_token}/callback": callback,
    f"POST {HOOK}": follow_up,
    f"GET {HOOK}/messages/@original": read,
    f"PATCH {HOOK}/messages/@original": edit,
    f"DELETE {HOOK}/messages/@original": delete,
    f"GET {HOOK}/messages/{{message_id}}": read,
    f"PATCH {HOOK}/messages/{{message_id}}": edit,
    f"DELETE {HOOK}/messages/{{message_id}}": delete,
}
