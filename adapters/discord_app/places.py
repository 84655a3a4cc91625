"""Who speaks and where, from Discord's objects; nothing else of a person is taken over."""

from typing import Any

import discord

from bot.people import Person, Place
from knowledge.value import Language


def person_of(user: discord.abc.User, guild: int | None) -> Person:
    """The person who wrote or clicked in a server; None for a direct message."""
    return Person(platform="discord", workspace=_workspace(guild), user=str(user.id))


def place_of_message(message: discord.Message) -> Place:
    """Where a message stands."""
    direct = message.guild is None
    return _place(message.channel, message.channel.id, message.guild.id if message.guild else None, direct=direct)


def place_of_interaction(interaction: discord.Interaction[Any]) -> Place:
    """Where a command was given or a button clicked; a group of people is not direct."""
    channel = interaction.channel_id or 0
    return _place(interaction.channel, channel, interaction.guild_id, direct=interaction.context.dm_channel)


def language_hint(locale: discord.Locale) -> Language:
    """The language of a person's client: German, or English for all others."""
    return "de" if locale is discord.Locale.german else "en"


def channels_in(message: discord.Message) -> dict[int, str]:
    """The names of the channels that a message names."""
    return {channel.id: channel.name for channel in message.channel_mentions}


def _place(channel: object, number: int, guild: int | None, *, direct: bool) -> Place:
    if isinstance(channel, discord.Thread):
        home, thread = str(channel.parent_id), str(channel.id)
        return Place(platform="discord", workspace=_workspace(guild), channel=home, thread=thread)
    return Place(platform="discord", workspace=_workspace(guild), channel=str(number), direct=direct)


def _workspace(guild: int | None) -> str:
    return "" if guild is None else str(guild)
