"""What Discord tells of a person and of the bot in a channel, as far as it decides who may order there.

Whoever may manage the channel is an admin there. With a command Discord tells the permissions of both. With a message
it tells none; they are worked out from the roles and channels that every bot is told, and where these are not known
(yet), neither is the person's rank. Discord tells nobody's time zone.
"""

from typing import Any

import discord

from bot.verbs.ordering import Footing, Rank


def footing_in(interaction: discord.Interaction[Any]) -> Footing:
    """That of who gave a command or pressed a button."""
    if interaction.context.dm_channel:
        return Footing(present=True)
    if interaction.guild_id is None:
        return Footing(rank="admin", present=False)  # a group of people: all are equal, and no bot can be there
    rank = _rank(interaction.permissions)
    if not interaction.is_guild_integration():  # only a person has brought the bot here
        return Footing(rank=rank, present=False)
    in_thread = isinstance(interaction.channel, discord.Thread)
    return Footing(rank=rank, present=_can_write(interaction.app_permissions, in_thread=in_thread))


def footing_of(message: discord.Message) -> Footing:
    """That of who wrote a message."""
    guild, channel, author = message.guild, message.channel, message.author
    if guild is None:
        return Footing(present=True)
    if guild.unavailable or not isinstance(author, discord.Member):
        return Footing()
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return Footing()
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return Footing()
    in_thread = isinstance(channel, discord.Thread)
    own = channel.permissions_for(guild.me)
    return Footing(rank=_rank(channel.permissions_for(author)), present=_can_write(own, in_thread=in_thread))


def _rank(permissions: discord.Permissions) -> Rank:
    return "admin" if permissions.manage_channels or permissions.administrator else "member"


def _can_write(own: discord.Permissions, *, in_thread: bool) -> bool:
    """Whether the bot can post in the channel; in a thread, whose orders are its channel's, there too."""
    if own.administrator:
        return True
    return own.view_channel and own.send_messages and (own.send_messages_in_threads or not in_thread)
