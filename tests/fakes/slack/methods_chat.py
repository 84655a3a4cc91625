"""`chat.*` and `reactions.add`: what a bot can say, change and take back, and where."""

from .asked import Asked
from .content import MOST_UPDATED, Content
from .ids import TIMESTAMP
from .messages import Entry
from .values import Breach, Json, Refusal
from .workspace import Channel
from .world import World

NOTHING = Content("", [])


def place(asked: Asked) -> Channel:
    """The channel in which a bot may post, given by its id or by a person's."""
    wanted = str(asked.need("channel"))
    space = asked.workspace
    if wanted in space.users:
        return space.direct(space.users[wanted])
    named = (one for one in space.channels.values() if wanted in {one.id, f"#{one.name}"})
    channel = next(named, None)
    hidden = channel is not None and channel.kind == "group" and space.bot_user.id not in channel.members
    if channel is None or hidden:
        raise Refusal("channel_not_found")
    if channel.archived:
        raise Refusal("is_archived")
    if space.bot_user.id not in channel.members:
        raise Refusal("not_in_channel")
    return channel


def thread_in(world: World, asked: Asked, channel: Channel) -> str | None:
    """The thread in which a message goes, which must have a first message."""
    thread = asked.args.get("thread_ts")
    if thread in (None, ""):
        return None
    if not isinstance(thread, str) or not TIMESTAMP.fullmatch(thread):
        raise Breach("invalid_thread_ts", f"{thread!r} is no timestamp")
    if not world.log.exists(channel.id, thread):
        raise Breach("thread_not_found", f"no message {thread} in {channel.id}")
    return thread


def told(world: World, entry: Entry) -> Json:
    """A message as Slack tells it in answers and payloads."""
    space = world.workspaces[entry.team]
    message: Json = {
        "type": "message",
        "subtype": "bot_message" if entry.to else None,
        "user": space.bot_user.id,
        "bot_id": space.bot_id,
        "app_id": space.app_id,
        "team": space.id,
        "ts": entry.ts,
        "text": entry.text,
        "blocks": entry.blocks,
        "thread_ts": entry.thread,
    }
    return {key: value for key, value in message.items() if value is not None}


def post(world: World, asked: Asked) -> Json:
    """chat.postMessage."""
    channel = place(asked)
    thread = thread_in(world, asked, channel)
    said = world.content(asked.method, asked.args)
    entry = world.show("post", channel.id, said, asked.method, thread=thread, team=asked.workspace.id, body=asked.args)
    return {"ok": True, "channel": channel.id, "ts": entry.ts, "message": told(world, entry), **_warned(said)}


def post_ephemeral(world: World, asked: Asked) -> Json:
    """chat.postEphemeral."""
    channel = place(asked)
    user = str(asked.need("user"))
    if user not in channel.members:
        raise Refusal("user_not_in_channel")
    thread = thread_in(world, asked, channel)
    said = world.content(asked.method, asked.args)
    more = {"thread": thread, "to": user, "team": asked.workspace.id, "body": asked.args}
    entry = world.show("ephemeral", channel.id, said, asked.method, **more)
    return {"ok": True, "message_ts": entry.ts, **_warned(said)}


def own(world: World, asked: Asked, channel: Channel, error: str) -> Entry:
    """The bot's own message that a call names."""
    ts = str(asked.need("ts"))
    if world.log.of_a_person(channel.id, ts):
        raise Refusal(error)
    entry = world.log.latest(channel.id, ts)
    if entry is None or entry.to is not None:
        raise Refusal("message_not_found")
    return entry


def update(world: World, asked: Asked) -> Json:
    """chat.update: text and blocks are replaced together."""
    channel = place(asked)
    before = own(world, asked, channel, "cant_update_message")
    said = world.content(asked.method, asked.args, MOST_UPDATED)
    more = {"ts": before.ts, "thread": before.thread, "team": asked.workspace.id, "body": asked.args}
    entry = world.show("update", channel.id, said, asked.method, **more)
    answer = {"ok": True, "channel": channel.id, "ts": entry.ts, "text": entry.text}
    return {**answer, "message": told(world, entry), **_warned(said)}


def delete(world: World, asked: Asked) -> Json:
    """chat.delete."""
    channel = place(asked)
    before = own(world, asked, channel, "cant_delete_message")
    more = {"ts": before.ts, "thread": before.thread, "team": asked.workspace.id, "body": asked.args}
    world.show("delete", channel.id, NOTHING, asked.method, **more)
    return {"ok": True, "channel": channel.id, "ts": before.ts}


def permalink(world: World, asked: Asked) -> Json:
    """chat.getPermalink."""
    channel = place(asked)
    ts = str(asked.need("message_ts"))
    if not world.log.exists(channel.id, ts):
        raise Refusal("message_not_found")
    link = f"https://{asked.workspace.name}.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"ok": True, "channel": channel.id, "permalink": link}


def react(world: World, asked: Asked) -> Json:
    """reactions.add."""
    channel = place(asked)
    ts, name = str(asked.need("timestamp")), str(asked.need("name"))
    if not world.log.exists(channel.id, ts):
        raise Refusal("message_not_found")
    if not name.replace("_", "").replace("-", "").replace("+", "").isalnum():
        raise Breach("invalid_name")
    if (channel.id, ts, name) in world.reactions:
        raise Refusal("already_reacted")
    world.reactions.add((channel.id, ts, name))
    world.changes.tell()
    return {"ok": True}


def _warned(said: Content) -> Json:
    return (
        {"warning": said.warnings[0], "response_metadata": {"warnings": list(said.warnings)}} if said.warnings else {}
    )


METHODS = {
    "chat.postMessage": post,
    "chat.postEphemeral": post_ephemeral,
    "chat.update": update,
    "chat.delete": delete,
    "chat.getPermalink": permalink,
    "reactions.add": react,
}
