"""How a body becomes a message: the merge with what stood before, the limits, and what the platform makes of it."""

from typing import Any

from tests.fakes.discord.components import given_back
from tests.fakes.discord.errors import Problem, invalid_form, refused
from tests.fakes.discord.limits import mention_problems, message_problems
from tests.fakes.discord.mentions import named, pings
from tests.fakes.discord.state import State
from tests.fakes.discord.web import Call
from tests.fakes.discord.world import COMPONENTS_V2, EPHEMERAL, LOADING, SUPPRESS_EMBEDS, Message

MAY_BE_SET = SUPPRESS_EMBEDS | COMPONENTS_V2 | 1 << 12

Json = dict[str, Any]


def write(call: Call, message: Message, body: Json, *, prefix: tuple[str, ...] = ()) -> Message:
    """Make the message what the body says, or refuse and leave it as it was."""
    problems, attachments = _attached(call, message, body)
    flags = _flags(message, body)
    after = {
        key: body[key] if body.get(key) is not None else _before(message, body, key)
        for key in ("content", "embeds", "components")
    }
    names = {one["filename"] for one in attachments}
    whole = {**after, "flags": flags, **{key: body.get(key) for key in ("poll", "sticker_ids")}}
    problems += message_problems(whole, names)
    if problems:
        raise invalid_form(problem.under(*prefix) for problem in problems)
    if not (any(after.values()) or attachments or body.get("poll") or body.get("sticker_ids")):
        raise refused(50006)
    _check_pings(call, body)
    message.content, message.embeds = after["content"], after["embeds"]
    message.components = given_back(after["components"])
    message.flags, message.attachments = flags, attachments
    message.versions.append(body)
    message.files |= dict(call.files.values())
    message.mentions = named(message.text, call.server.users)
    replied = message.reference.author if message.reference and len(message.versions) == 1 else None
    message.pings = pings(message.text, body.get("allowed_mentions"), replied)
    return message


def _before(message: Message, body: Json, key: str) -> Any:
    """What a missing field leaves as it was, and null empties."""
    empty: Any = "" if key == "content" else []
    return empty if key in body else getattr(message, key)


def _flags(message: Message, body: Json) -> int:
    """Components V2 once set stays set; whether a message is private was decided when it was begun."""
    kept = message.flags & (EPHEMERAL | COMPONENTS_V2)
    asked = body.get("flags")
    if asked is None:
        return kept | (message.flags & MAY_BE_SET)
    return kept | (int(asked) & MAY_BE_SET)


def _attached(call: Call, message: Message, body: Json) -> tuple[list[Problem], list[Json]]:
    """The attachments afterwards: those kept by name, and the files of this call."""
    kept = {str(one["id"]): one for one in message.attachments}
    listed = body.get("attachments")
    if listed is None:
        listed = [*message.attachments, *({"id": number} for number in call.files)]
    problems, result = [], []
    for index, one in enumerate(listed):
        number = str(one["id"])
        if number in call.files:
            result.append(_uploaded(call.server, *call.files[number], one))
        elif number in kept:
            result.append(kept[number])
        else:
            problems.append(Problem(("attachments", index, "id"), "ATTACHMENT_NOT_FOUND", "No such attachment or file"))
    return problems, result


def _uploaded(server: State, filename: str, data: bytes, described: Json) -> Json:
    number = server.next_id()
    url = f"{server.http_url}/attachments/{number}/{filename}"
    form = {"id": str(number), "filename": filename, "size": len(data), "url": url, "proxy_url": url}
    return {**form, "description": described["description"]} if described.get("description") else form


def _check_pings(call: Call, body: Json) -> None:
    """Recorded, not refused: the platform itself has nothing against pings."""
    if call.server.mentions_ruled_out:
        for problem in mention_problems(body):
            call.server.violate(call.operation, str(problem), body)


def begun(server: State, message: Message) -> Message:
    """Let a message of the bot be seen by everything that lists messages."""
    server.messages.append(message)
    if message.delivery is not None:
        message.delivery.replies.append(message)
    return message


def shown(server: State, message: Message, event: str) -> None:
    """Tell the gateway, unless the message is for one person's eyes."""
    if not message.ephemeral:
        server.tell(event, message)


def edited(call: Call, message: Message, body: Json, *, prefix: tuple[str, ...] = ()) -> Message:
    """An edit; the first edit of a deferred answer is its arrival."""
    was_loading = message.loading
    write(call, message, body, prefix=prefix)
    message.flags &= ~LOADING
    if not was_loading:
        message.edited_at = call.server.clock.now()
    shown(call.server, message, "MESSAGE_UPDATE")
    return message


def deleted(server: State, message: Message) -> None:
    message.deleted = True
    if not message.ephemeral:
        server.tell_deleted(message)
