"""Who speaks and where, from Discord's objects; nothing else of a person is taken over."""

from collections.abc import Iterable, Mapping
from typing import Any

import discord

from adapters.discord_app.ids import Act
from adapters.discord_app.inbound import first_address
from bot.people import Person, Place
from bot.verbs.grammar import curating_in
from bot.verbs.settings import Authority
from knowledge.value import Language


def person_of(user: discord.abc.User, guild: int | None) -> Person:
    """The person who wrote or clicked in a server; None for a direct message."""
    return Person(platform="discord", workspace=_workspace(guild), user=str(user.id))


def place_of_message(message: discord.Message) -> Place:
    """Where a message stands."""
    workspace, channel = _workspace(message.guild.id if message.guild else None), message.channel
    if isinstance(channel, discord.Thread):
        home, thread = str(channel.parent_id), str(channel.id)
        return Place(platform="discord", workspace=workspace, channel=home, thread=thread)
    return Place(platform="discord", workspace=workspace, channel=str(channel.id), direct=message.guild is None)


def place_of_interaction(interaction: discord.Interaction[Any]) -> Place:
    """Where a command was given or a button pressed; a group of people is not direct.

    A thread is not a place of its own here, as what was answered to one person is nobody else's to build on.
    """
    channel = interaction.channel
    home = channel.parent_id if isinstance(channel, discord.Thread) else interaction.channel_id
    workspace, direct = _workspace(interaction.guild_id), interaction.context.dm_channel
    return Place(platform="discord", workspace=workspace, channel=str(home or 0), direct=direct)


def authority_in(interaction: discord.Interaction[Any]) -> Authority:
    """Whether somebody may set a channel: where the bot is in the server, whoever may manage the server."""
    if interaction.guild_id is None or not interaction.is_guild_integration():
        return "none"
    return "allowed" if interaction.permissions.manage_guild else "no_manager"


def authority_for(text: str, interaction: discord.Interaction[Any]) -> Authority:
    """The right that a text needs: to say who curates is for whoever administers the server."""
    typed = curating_in(text)
    return administers(interaction) if typed and typed.verb == "curators" else authority_in(interaction)


def administers(interaction: discord.Interaction[Any]) -> Authority:
    """Whether somebody administers the server that the bot is in."""
    if interaction.guild_id is None or not interaction.is_guild_integration():
        return "none"
    return "allowed" if interaction.permissions.administrator else "refused"


def authority_of(author: discord.abc.User) -> Authority:
    """The same of who wrote a message."""
    if not isinstance(author, discord.Member):
        return "none"
    return "allowed" if author.guild_permissions.manage_guild else "no_manager"


def replied_to(message: discord.Message) -> str:
    """The key of the answer that a message replies to; empty where it replies to none of the bot's."""
    asked = message.reference.resolved if message.reference else None
    if not isinstance(asked, discord.Message) or not asked.author.bot:
        return ""
    acts = (Act.of(str(getattr(one, "custom_id", None) or "")) for one in _components(asked.components))
    return next((act.key for act in acts if act), "")


def _components(components: Iterable[Any]) -> Iterable[Any]:
    for one in components:
        yield one
        yield from _components(getattr(one, "children", ()))


def data_of(interaction: discord.Interaction[Any]) -> Mapping[str, Any]:
    """What was chosen or typed, as Discord tells it."""
    return {**(interaction.data or {})}


def language_hint(locale: discord.Locale) -> Language:
    """The language of a person's client: German, or English for all others."""
    return "de" if locale is discord.Locale.german else "en"


def channels_in(message: discord.Message) -> dict[int, str]:
    """The names of the channels that a message names."""
    return {channel.id: channel.name for channel in message.channel_mentions}


def address_in(message: discord.Message) -> str:
    """The first address of the web in a message: in its words, else that of a page it shows; empty without one."""
    return first_address(message.content) or next((one.url for one in message.embeds if one.url), "")


def _workspace(guild: int | None) -> str:
    return "" if guild is None else str(guild)
