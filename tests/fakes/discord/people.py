"""The vocabulary of tests: what people do. Each act is handed to the bot and returned as a delivery.

Defaults: `server.person` acts in `server.channel`; another guild means its first channel.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakes.discord import choosing
from tests.fakes.discord.command_limits import CHAT, MESSAGE_MENU
from tests.fakes.discord.components import USER_SELECT
from tests.fakes.discord.deliveries import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Delivery
from tests.fakes.discord.interaction_form import context_of, installation_of, interaction_form, metadata_of
from tests.fakes.discord.payloads import member_form, message_form, user_form
from tests.fakes.discord.talk import Talk
from tests.fakes.discord.world import Channel, Guild, Message, User

Json = dict[str, Any]


@dataclass(frozen=True)
class Scene:
    """Who acts where, in which language of the client."""

    user: User
    channel: Channel
    locale: str | None


class People(Talk):
    """Commands, menus and controls; talking is in `Talk`."""

    async def slash(  # noqa: PLR0913 - a command has a place, a person and values
        self,
        command: str,
        /,
        *,
        user: User | None = None,
        channel: Channel | None = None,
        guild: Guild | None = None,
        locale: str | None = None,
        options: Mapping[str, Any] | None = None,
        **values: Any,
    ) -> Delivery:
        """`/capex question:meta` is `slash("capex", question="meta")`, a sub-command `slash("capex compare", …)`."""
        scene = self._scene(user, channel, guild, locale)
        data = self._command_data(scene, command, {**(options or {}), **values})
        return self._interact(COMMAND, scene, data)

    async def autocomplete(  # noqa: PLR0913 - a command has a place, a person and values
        self,
        command: str,
        /,
        *,
        user: User | None = None,
        channel: Channel | None = None,
        guild: Guild | None = None,
        locale: str | None = None,
        deadline: float = 3.0,
        **values: Any,
    ) -> list[Json]:
        """The choices offered while the last of the given options is being typed."""
        scene = self._scene(user, channel, guild, locale)
        data = self._command_data(scene, command, values, focused=list(values)[-1])
        delivery = self._interact(AUTOCOMPLETE, scene, data)
        await self.until(lambda: delivery.choices is not None, f"choices for {values}", deadline)
        return delivery.choices or []

    async def context_menu(
        self, name: str, message: Message, *, user: User | None = None, locale: str | None = None
    ) -> Delivery:
        """A message's menu; the message's words come along whatever the intents are."""
        scene = self._scene(user, message.channel, None, locale)
        command = self._allowed(scene, MESSAGE_MENU, name)
        resolved = {"messages": {str(message.id): message_form(message, read_by=None)}}
        target = {"target_id": str(message.id), "resolved": resolved}
        data = {"id": command["id"], "name": name, "type": MESSAGE_MENU, **target}
        return self._interact(COMMAND, scene, data, message, target_message_id=str(message.id))

    async def click(
        self,
        custom_id: str | None = None,
        *,
        message: Message,
        label: str | None = None,
        user: User | None = None,
        locale: str | None = None,
    ) -> Delivery:
        """Press a button of a message, named by its custom id or its label."""
        scene = self._scene(user, message.channel, None, locale)
        button = choosing.control(message, scene.user, custom_id, label)
        data = {"custom_id": button["custom_id"], "component_type": button["type"], "id": button["id"]}
        return self._interact(COMPONENT, scene, data, message, interacted_message_id=str(message.id))

    async def select(
        self,
        custom_id: str | None = None,
        *values: str,
        message: Message,
        placeholder: str | None = None,
        user: User | None = None,
        locale: str | None = None,
    ) -> Delivery:
        """Choose values in a select of a message."""
        scene = self._scene(user, message.channel, None, locale)
        select = choosing.control(message, scene.user, custom_id, placeholder)
        chosen = choosing.selected(select, list(values))
        data = {
            "custom_id": select["custom_id"],
            "component_type": select["type"],
            "id": select["id"],
            "values": chosen,
        }
        if select["type"] == USER_SELECT:
            data["resolved"] = self._people_of(chosen)
        return self._interact(COMPONENT, scene, data, message, interacted_message_id=str(message.id))

    async def submit_modal(self, opener: Delivery, /, *, locale: str | None = None, **values: Any) -> Delivery:
        """Send the form that an interaction opened, its fields named by their custom ids."""
        assert opener.modal is not None, f"{opener} opened no modal"
        scene = Scene(opener.user, opener.channel, locale)
        data = {"custom_id": opener.modal["custom_id"], "components": choosing.filled_in(opener.modal, values)}
        source = opener.message if opener.kind == COMPONENT else None
        return self._interact(MODAL, scene, data, source, triggering_interaction_metadata=opener.metadata)

    def _people_of(self, chosen: list[str]) -> Json:
        """Those who were picked, as users and as members without them."""
        there = [one for one in self.users if str(one.id) in chosen]
        assert len(there) == len(chosen), f"nobody is {set(chosen) - {str(one.id) for one in there}}"
        users = {str(one.id): user_form(one) for one in there}
        members = {str(one.id): {**member_form(one), "permissions": str(one.permissions)} for one in there}
        return {"users": users, "members": members}

    def _scene(self, user: User | None, channel: Channel | None, guild: Guild | None, locale: str | None) -> Scene:
        place = channel or (guild.channels[0] if guild else self.channel)
        return Scene(user or self.person, place, locale)

    def _allowed(self, scene: Scene, kind: int, name: str) -> Json:
        guild = scene.channel.guild
        command = choosing.command(self.commands, guild.id if guild and guild.with_bot else None, kind, name)
        context, installed = context_of(scene.channel), installation_of(scene.channel)
        choosing.allowed(command, context=context, installed=installed, user=scene.user, in_guild=guild is not None)
        return command

    def _command_data(self, scene: Scene, words: str, values: Mapping[str, Any], focused: str | None = None) -> Json:
        name, *path = words.split()
        command = self._allowed(scene, CHAT, name)
        chosen = choosing.options(command, path, values, focused)
        data = {"id": command["id"], "name": name, "type": CHAT, "options": chosen}
        return {**data, "guild_id": command["guild_id"]} if "guild_id" in command else data

    def _interact(
        self, kind: int, scene: Scene, data: Json, message: Message | None = None, **metadata: Any
    ) -> Delivery:
        number = self.next_id()
        delivery = Delivery(number, "INTERACTION_CREATE", scene.user, scene.channel, self.clock.now(), kind)
        delivery.message, delivery.token = message, f"interaction-{number}"
        delivery.metadata = metadata_of(delivery, **metadata)
        delivery.data = interaction_form(delivery, self.bot.id, data, scene.locale)
        return self.hand_over(delivery)
