"""People write: commands, mentions, private messages, and second thoughts. Each verb returns the delivery it causes."""

from typing import Any

from .delivery import Delivery
from .stage import Stage
from .workspace import Channel, User, Workspace


class Writing(Stage):
    """The verbs of writing."""

    async def slash(
        self,
        command: str,
        text: str = "",
        *,
        user: User | None = None,
        channel: Channel | None = None,
        workspace: Workspace | None = None,
    ) -> Delivery:
        """Type a slash command."""
        space, who, where = self._scene(user, channel, workspace)
        payload = self._payloads.slash(space, who, where, command, text)
        delivery = self._delivery("slash_commands", payload, space, who, where)
        payload["response_url"] = self._response_url(delivery, None)
        return await self._send(delivery)

    async def mention(
        self,
        text: str,
        *,
        user: User | None = None,
        channel: Channel | None = None,
        thread: str | None = None,
        workspace: Workspace | None = None,
    ) -> Delivery:
        """Write `@capexbot text` in a channel; a `{bot}` in the text stands for the mention elsewhere."""
        space, who, where = self._scene(user, channel, workspace)
        bot = f"<@{space.bot_user.id}>"
        words = text.replace("{bot}", bot) if "{bot}" in text else f"{bot} {text}"
        said = self._payloads.said(space, who, where, words, thread)
        return await self.event({"type": "app_mention", **said}, user=who, channel=where, workspace=space)

    async def direct_message(
        self, text: str, *, user: User | None = None, thread: str | None = None, workspace: Workspace | None = None
    ) -> Delivery:
        """Write to the bot in private."""
        space, who, _ = self._scene(user, None, workspace)
        where = space.direct(who)
        return await self.message(text, user=who, channel=where, thread=thread, workspace=space)

    async def open_home(self, *, user: User | None = None, tab: str = "home") -> Delivery:
        """Look at the app: at its Home, or at the messages with it."""
        who = user or self.workspace.alice
        where = self.workspace.direct(who)
        event = {"type": "app_home_opened", "user": who.id, "channel": where.id, "tab": tab}
        return await self.event({**event, "event_ts": self.world.ids.ts()}, user=who, channel=where)

    async def invite(self, user: User | None = None, *, channel: Channel, by: User | None = None) -> Delivery:
        """Somebody is added to a channel: the bot, if nobody is named."""
        who = user or self.workspace.bot_user
        channel.members.add(who.id)
        joined = {"type": "member_joined_channel", "user": who.id, "channel": channel.id, "channel_type": "C"}
        inviter = {"inviter": (by or self.workspace.alice).id, "event_ts": self.world.ids.ts()}
        return await self.event({**joined, "team": self.workspace.id, **inviter}, user=who, channel=channel)

    async def message(
        self,
        text: str,
        *,
        user: User | None = None,
        channel: Channel | None = None,
        thread: str | None = None,
        workspace: Workspace | None = None,
        **fields: Any,
    ) -> Delivery:
        """Write something that mentions nobody; `bot_id=` or `subtype=` make it another bot's or a special one."""
        space, who, where = self._scene(user, channel, workspace)
        said = self._payloads.said(space, who, where, text, thread)
        event = {"type": "message", **said, "channel_type": where.kind, **fields}
        return await self.event(event, user=who, channel=where, workspace=space)

    async def edit_message(self, delivery: Delivery, text: str, *, changed: bool | None = None) -> Delivery:
        """Edit a message: a mention comes again as `app_mention` with `edited`, another as `message_changed`."""
        space = self.world.workspaces[delivery.team]
        who, where = space.users[delivery.user], space.channels[str(delivery.channel)]
        before = self.world.log.of_a_person(where.id, str(delivery.ts))
        if before is None:
            raise AssertionError(f"{delivery} is no message")
        mention = before["type"] == "app_mention"
        words = f"<@{space.bot_user.id}> {text}" if mention and "<@" not in text else text
        now = self.world.ids.ts()
        after = {**before, "text": words, "edited": {"user": who.id, "ts": now}}
        if not (changed if changed is not None else not mention):
            return await self.event({**after, "event_ts": now}, user=who, channel=where, workspace=space)
        inner = {key: value for key, value in after.items() if key not in {"event_ts", "channel"}} | {"type": "message"}
        event = {
            "type": "message",
            "subtype": "message_changed",
            "channel": where.id,
            "channel_type": where.kind,
            "message": inner,
            "previous_message": {**inner, "text": before["text"]},
            "ts": now,
            "event_ts": now,
        }
        self.world.log.heard(where.id, str(delivery.ts), after)
        found = self._delivery("events_api", self._payloads.event(space, event), space, who, where)
        found.ts, found.thread = delivery.ts, delivery.thread
        return await self._send(found)
