"""People press buttons, choose, and fill in modals. Each verb returns the delivery it causes.

Nobody can click what is not there: an act on a missing button fails the test at once.
"""

from . import payloads
from .blocks import elements
from .delivery import Delivery
from .messages import Entry
from .methods_views import public
from .stage import Stage
from .values import Json
from .workspace import Channel, User, Workspace


class Hands(Stage):
    """The verbs of interaction."""

    async def click(
        self,
        action_id: str,
        value: str | None = None,
        *,
        message: Entry | None = None,
        view: Json | None = None,
        user: User | None = None,
    ) -> Delivery:
        """Press a button or choose from a menu, in a message or a view; `value` tells apart or chooses."""
        space, who = self._who(message, view, user)
        block, element = _found(message.blocks if message else (view or {})["blocks"], action_id, value)
        payload, delivery = self._interaction("block_actions", space, who, message, view)
        payload["actions"] = [payloads.action(block, element, value, self.world.ids.ts())]
        payload["state"] = {"values": {}}
        payload["trigger_id"] = self.world.ids.trigger()
        if message:
            payload["response_url"] = self._response_url(delivery, message.ts)
        return await self._send(delivery)

    async def suggest(
        self,
        action_id: str,
        typed: str,
        *,
        message: Entry | None = None,
        view: Json | None = None,
        user: User | None = None,
    ) -> Delivery:
        """Type into an external picker; its options are the payload of the acknowledgement."""
        space, who = self._who(message, view, user)
        block, element = _found(message.blocks if message else (view or {})["blocks"], action_id, None)
        payload, delivery = self._interaction("block_suggestion", space, who, message, view)
        payload |= {"action_id": element["action_id"], "block_id": block["block_id"], "value": typed}
        return await self._send(delivery)

    async def submit_view(self, view: Json, values: dict[str, str] | None = None) -> Delivery:
        """Send a modal off with what was typed, by action id."""
        space = self.world.workspaces[view["team_id"]]
        who = space.users[view["user"]]
        given = dict(values or {})
        filled: Json = {}
        for block, element in elements(view["blocks"]):
            if block["type"] == "input":
                typed = given.pop(element["action_id"], None)
                filled.setdefault(block["block_id"], {})[element["action_id"]] = payloads.state(element, typed)
        if given:
            raise AssertionError(f"No inputs {sorted(given)}; there are {filled}")
        payload, delivery = self._interaction("view_submission", space, who, None, view)
        payload["view"]["state"] = {"values": filled}
        payload |= {"trigger_id": self.world.ids.trigger(), "response_urls": []}
        return await self._send(delivery)

    async def close_view(self, view: Json) -> Delivery:
        """Close a modal that asked to be told of it."""
        space = self.world.workspaces[view["team_id"]]
        payload, delivery = self._interaction("view_closed", space, space.users[view["user"]], None, view)
        payload["is_cleared"] = False
        self.world.views.pop(view["id"], None)
        return await self._send(delivery)

    async def shortcut(
        self, callback_id: str, *, text: str, user: User | None = None, channel: Channel | None = None
    ) -> Delivery:
        """Use a message shortcut on a message with some text."""
        space, who, where = self._scene(user, channel, None)
        said = self._payloads.said(space, who, where, text, None)
        self.world.log.heard(where.id, said["ts"], said)
        payload = self._payloads.interactive(space, who, "message_action")
        delivery = self._delivery("interactive", payload, space, who, where)
        delivery.ts = said["ts"]
        told = {"id": where.id, "name": where.name}
        payload |= {
            "callback_id": callback_id,
            "channel": told,
            "message": {"type": "message", **said},
            "message_ts": said["ts"],
        }
        payload |= {"trigger_id": self.world.ids.trigger(), "action_ts": self.world.ids.ts()}
        payload["response_url"] = self._response_url(delivery, None)
        return await self._send(delivery)

    def _who(self, message: Entry | None, view: Json | None, user: User | None) -> tuple[Workspace, User]:
        team = message.team if message else (view or {})["team_id"]
        space = self.world.workspaces[team]
        reader = (message.to if message else None) or (view or {}).get("user")
        return space, user or (space.users[reader] if reader else space.alice)

    def _interaction(
        self, kind: str, space: Workspace, who: User, message: Entry | None, view: Json | None
    ) -> tuple[Json, Delivery]:
        payload = self._payloads.interactive(space, who, kind)
        if message:
            payload |= self._payloads.on_message(space, message)
        elif view:
            told = public(view)
            payload |= {"view": {**told}, "container": {"type": "view", "view_id": view["id"]}}
        where = space.channels[message.channel] if message else space.direct(who)
        delivery = self._delivery("interactive", payload, space, who, where)
        if message:
            delivery.ts, delivery.thread = message.ts, message.thread
        return payload, delivery


def _found(blocks: list[Json], action_id: str, value: str | None) -> tuple[Json, Json]:
    """The element with an action id; with several, the one that carries the value."""
    fitting = [pair for pair in elements(blocks) if pair[1]["action_id"] == action_id]
    exact = [pair for pair in fitting if value is None or pair[1].get("value") in {None, value}]
    if not exact:
        there = [(element["action_id"], element.get("value")) for _, element in elements(blocks)]
        raise AssertionError(f"Nothing with action id {action_id!r} and value {value!r}; there are {there}")
    return exact[0]
