"""The welcome in a server that the bot has come to: once, in the channel that Discord has for such messages.

Where there is none, or the bot may not write there, nothing is said: a welcome is no answer to anybody.
"""

import logging
from typing import Final

import discord

from adapters.desk import Desk
from adapters.discord_app.message import message
from adapters.discord_app.places import language_hint
from adapters.discord_app.view import view_of
from bot.people import Person
from bot.verbs.welcome import welcome

_LOG: Final = logging.getLogger("capex.discord")


class Visits:
    """Says hello."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def joined(self, guild: discord.Guild) -> None:
        """Somebody has added the bot to a server."""
        channel, now = guild.system_channel, discord.utils.utcnow()
        if channel is None or not _may_write(channel, guild.me):
            return
        if not await self._desk.ledger.is_new(f"discord:welcome:{guild.id}", now):
            return
        bot = Person(platform="discord", workspace=str(guild.id), user=str(guild.me.id))
        overview = await self._desk.overview(bot, now, language_hint(guild.preferred_locale))
        if overview is None:
            return
        try:
            await channel.send(view=view_of(message(welcome(overview.help), how="start")))
        except discord.HTTPException as refusal:
            _LOG.warning("a welcome did not arrive", extra={"code": refusal.code, "status": refusal.status})


def _may_write(channel: discord.TextChannel, bot: discord.Member) -> bool:
    allowed = channel.permissions_for(bot)
    return allowed.view_channel and allowed.send_messages
