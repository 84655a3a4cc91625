"""The payloads that Slack sends, field by field as the genuine SDKs parse them."""

import copy

from . import methods_chat
from .messages import Entry
from .values import Json
from .workspace import Channel, User, Workspace
from .world import World

TOKEN = "legacy-verification"  # noqa: S105  Slack's legacy field, of no use


class Payloads:
    """Builds payloads from a world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def slash(self, space: Workspace, user: User, channel: Channel, command: str, text: str) -> Json:
        """A slash command; everything is text, as in its form."""
        return {
            "token": TOKEN,
            "team_id": space.id,
            "team_domain": space.name,
            "channel_id": channel.id,
            "channel_name": channel.name,
            "user_id": user.id,
            "user_name": user.name,
            "command": command,
            "text": text,
            "api_app_id": space.app_id,
            "is_enterprise_install": "false",
            "trigger_id": self._world.ids.trigger(),
        }

    def event(self, space: Workspace, event: Json) -> Json:
        """An event in its envelope of the Events API."""
        grant = {"team_id": space.id, "user_id": space.bot_user.id, "is_bot": True, "is_enterprise_install": False}
        return {
            "token": TOKEN,
            "team_id": space.id,
            "context_team_id": space.id,
            "context_enterprise_id": None,
            "api_app_id": space.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": self._world.ids.new("Ev"),
            "event_time": int(self._world.clock.now()),
            "authorizations": [{"enterprise_id": None, **grant}],
            "is_ext_shared_channel": False,
            "event_context": "4-fake",
        }

    def said(self, space: Workspace, user: User, channel: Channel, text: str, thread: str | None) -> Json:
        """A person's message as events tell it, without its type of event."""
        ts = self._world.ids.ts()
        words = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
        event: Json = {
            "user": user.id,
            "text": text,
            "ts": ts,
            "event_ts": ts,
            "client_msg_id": self._world.ids.envelope(),
            "team": space.id,
            "channel": channel.id,
            "blocks": [{"type": "rich_text", "block_id": "b", "elements": [words]}],
        }
        return event | ({"thread_ts": thread} if thread else {})

    def interactive(self, space: Workspace, user: User, kind: str) -> Json:
        """What all interactive payloads have in common."""
        return {
            "type": kind,
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": space.id},
            "api_app_id": space.app_id,
            "token": TOKEN,
            "team": {"id": space.id, "domain": space.name},
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def on_message(self, space: Workspace, entry: Entry) -> Json:
        """Where a message with blocks stands; an ephemeral one is not told itself."""
        channel = space.channels[entry.channel]
        container = {
            "type": "message",
            "message_ts": entry.ts,
            "channel_id": entry.channel,
            "is_ephemeral": entry.to is not None,
        } | ({"thread_ts": entry.thread} if entry.thread else {})
        told: Json = {"container": container, "channel": {"id": channel.id, "name": channel.name}}
        if entry.to is None:
            told["message"] = copy.deepcopy(methods_chat.told(self._world, entry))
        return told


def action(block: Json, element: Json, value: str | None, action_ts: str) -> Json:
    """The action that a person took on an element."""
    kind = str(element["type"])
    done: Json = {
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "type": kind,
        "action_ts": action_ts,
    }
    if kind in {"button", "icon_button"}:
        return done | {"text": element.get("text"), "value": element.get("value")}
    if kind == "feedback_buttons":
        return done | {"value": value}
    return done | state(element, value)


def state(element: Json, value: str | None) -> Json:
    """The state of an input as `view.state` tells it."""
    kind = str(element["type"])
    if kind in {"users_select", "conversations_select", "channels_select"}:
        return {"type": kind, f"selected_{kind.removesuffix('s_select')}": value}
    if kind.endswith("select") or kind in {"radio_buttons", "overflow"}:
        many = kind.startswith("multi_")
        chosen = chosen_option(element, value) if value is not None else None
        return {
            "type": kind,
            **({"selected_options": [chosen] if chosen else []} if many else {"selected_option": chosen}),
        }
    if kind == "checkboxes":
        wanted = (value or "").split(",") if value else []
        return {"type": kind, "selected_options": [chosen_option(element, one) for one in wanted]}
    return {"type": kind, "value": value}


def chosen_option(element: Json, value: str) -> Json:
    """The option with a value; an external picker offers options of its own."""
    groups = element.get("option_groups") or [element]
    offered = [option for group in groups for option in group.get("options", [])]
    for option in offered:
        if option.get("value") == value:
            return dict(option)
    if offered:
        raise AssertionError(f"No option {value!r} among {[option.get('value') for option in offered]}")
    return {"text": {"type": "plain_text", "text": value}, "value": value}
