"""The agent view: status, title and suggested prompts of a conversation, and answers that grow while written."""

from . import methods_chat
from .asked import Asked
from .blocks import MOST_CHARACTERS
from .content import Content
from .values import Breach, Json, Refusal
from .workspace import Channel
from .world import World

MOST_PROMPTS = 4


def set_status(world: World, asked: Asked) -> Json:
    """assistant.threads.setStatus and agents.sessions.setStatus; an empty status takes it away."""
    channel = _channel(asked)
    if "status" not in asked.args:
        raise Breach("invalid_arguments", "missing required field: status [json-pointer:/status]")
    if asked.method.startswith("assistant."):
        asked.need("thread_ts")
    return _kept(world, asked, channel, status=asked.args["status"])


def set_title(world: World, asked: Asked) -> Json:
    """assistant.threads.setTitle and agents.sessions.rename."""
    return _kept(world, asked, _channel(asked), title=str(asked.need("title")))


def set_prompts(world: World, asked: Asked) -> Json:
    """assistant.threads.setSuggestedPrompts."""
    channel = _channel(asked)
    prompts = asked.structure("prompts")
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= MOST_PROMPTS:
        raise Breach("invalid_arguments", f"between 1 and {MOST_PROMPTS} items [json-pointer:/prompts]")
    for index, prompt in enumerate(prompts):
        if not isinstance(prompt, dict) or not (prompt.get("title") and prompt.get("message")):
            raise Breach("invalid_arguments", f"needs title and message [json-pointer:/prompts/{index}]")
    return _kept(world, asked, channel, prompts=prompts)


def start_stream(world: World, asked: Asked) -> Json:
    """chat.startStream, always in a thread."""
    channel = methods_chat.place(asked)
    asked.need("thread_ts")
    thread = methods_chat.thread_in(world, asked, channel)
    said = Content(_words(asked), [])
    more = {"thread": thread, "team": asked.workspace.id, "body": asked.args}
    entry = world.show("post", channel.id, said, asked.method, **more)
    return {"ok": True, "channel": channel.id, "ts": entry.ts}


def append_stream(world: World, asked: Asked) -> Json:
    """chat.appendStream."""
    return _grown(world, asked, _words(asked), last=False)


def stop_stream(world: World, asked: Asked) -> Json:
    """chat.stopStream, where blocks may follow the text."""
    return _grown(world, asked, _words(asked), last=True)


def _grown(world: World, asked: Asked, words: str, *, last: bool) -> Json:
    channel = methods_chat.place(asked)
    before = methods_chat.own(world, asked, channel, "message_not_owned_by_app")
    if before.via not in {"chat.startStream", "chat.appendStream"}:
        raise Refusal("message_not_in_streaming_state")
    fields: Json = {"text": before.text + words}
    if last and asked.args.get("blocks"):
        fields["blocks"] = asked.args["blocks"]
    said = world.content(asked.method, fields) if last or fields["text"] else Content("", [])
    more = {"ts": before.ts, "thread": before.thread, "team": asked.workspace.id, "body": asked.args}
    world.show("update", channel.id, said, asked.method, **more)
    return {"ok": True, "channel": channel.id, "ts": before.ts}


def _words(asked: Asked) -> str:
    words = str(asked.args.get("markdown_text") or "")
    for chunk in asked.args.get("chunks") or []:
        words += str(chunk.get("text", "")) if chunk.get("type") == "markdown_text" else ""
    if len(words) > MOST_CHARACTERS:
        raise Breach("msg_too_long")
    return words


def _channel(asked: Asked) -> Channel:
    found = asked.workspace.channels.get(str(asked.need("channel_id")))
    if found is None:
        raise Refusal("channel_not_found")
    return found


def _kept(world: World, asked: Asked, channel: Channel, **said: object) -> Json:
    world.statuses.append(
        {"method": asked.method, "channel": channel.id, "thread": asked.args.get("thread_ts"), **said}
    )
    world.changes.tell()
    return {"ok": True}


METHODS = {
    "assistant.threads.setStatus": set_status,
    "assistant.threads.setTitle": set_title,
    "assistant.threads.setSuggestedPrompts": set_prompts,
    "agents.sessions.setStatus": set_status,
    "agents.sessions.rename": set_title,
    "chat.startStream": start_stream,
    "chat.appendStream": append_stream,
    "chat.stopStream": stop_stream,
}
