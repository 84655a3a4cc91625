"""Where the reply to a message stands on Discord: below it in its channel, pointing at it.

Where the bot may not write, the asker is given the answer as a direct message.
"""

import logging
from typing import Any, Final

import discord

from adapters.discord_app.closed import Closed
from adapters.discord_app.looks import Looks
from adapters.discord_app.message import announcement, explained, message
from adapters.discord_app.responding import Outgoing, outgoing, refuses_components
from adapters.discord_app.view import view_of
from bot.reply import Reply
from bot.wording.phrases import phrase

_LOG: Final = logging.getLogger("capex.discord")


class DiscordReplyPlace:
    """See `adapters.messages.ReplyPlace`. A reply is known by its message's id, and its asker may delete it."""

    def __init__(self, asked: discord.Message, closed: Closed, looks: Looks) -> None:
        self._asked = asked
        self._closed = closed
        self._looks = looks
        self._place = asked.guild.id if asked.guild else None, asked.channel.id

    async def post(self, reply: Reply) -> str | None:
        """Post the reply; its id, None where it could not stand there."""
        if self._place in self._closed:
            await self._give(reply)
            return None
        try:
            posted = await self._send(outgoing(reply, asker=self._asked.author.id, looks=self._looks))
        except (discord.Forbidden, discord.NotFound) as refusal:
            self._closed.note(self._place, refusal.code)
            await self._give(reply)
            return None
        await self._announce(reply)
        return str(posted.id)

    async def update(self, posted: str, reply: Reply) -> None:
        """Put the reply in place of the one with this id."""
        sent = outgoing(reply, asker=self._asked.author.id, looks=self._looks)
        if not isinstance(self._asked.channel, discord.GroupChannel):  # which no bot is ever in
            earlier = self._asked.channel.get_partial_message(int(posted))
            await earlier.edit(content=None, view=sent.view)

    async def _send(self, sent: Outgoing) -> discord.Message:
        channel, asked = self._asked.channel, self._asked
        try:
            return await channel.send(view=sent.view, reference=_Reference(asked), nonce=asked.id)
        except discord.HTTPException as error:
            if not refuses_components(error):
                raise
        return await channel.send(sent.content(), reference=_Reference(asked), nonce=asked.id, suppress_embeds=True)

    async def _give(self, reply: Reply) -> None:
        """Give the asker what cannot stand where it belongs."""
        if self._asked.guild is None:  # it was a direct message that was refused
            return
        layout = explained(message(reply), phrase("written_here", reply.language))
        try:
            await self._asked.author.send(view=view_of(layout))
        except discord.HTTPException as refusal:
            _LOG.warning("an answer did not reach its asker", extra={"code": refusal.code, "status": refusal.status})

    async def _announce(self, reply: Reply) -> None:
        """Tell the channel what was said in one of its threads."""
        channel = self._asked.channel
        if (
            reply.announcement
            and isinstance(channel, discord.Thread)
            and isinstance(channel.parent, discord.TextChannel)
        ):
            await channel.parent.send(view=view_of(announcement(reply, self._asked.author.id)))


class _Reference(discord.MessageReference):
    """A reply's message, its ids as the strings that Discord's description asks for; a deleted one does no harm."""

    def __init__(self, message: discord.Message) -> None:
        guild = message.guild.id if message.guild else None
        super().__init__(message_id=message.id, channel_id=message.channel.id, guild_id=guild, fail_if_not_exists=False)

    def to_dict(self) -> Any:
        """The wire form."""
        return {key: str(value) if key.endswith("_id") else value for key, value in super().to_dict().items()}

    to_message_reference_dict = to_dict
