"""Where the reply to a message stands on Discord: below it in its channel, pointing at it."""

from typing import Any

import discord

from adapters.discord_app.buttons import shown
from bot.reply import Reply


class DiscordReplyPlace:
    """See `adapters.messages.ReplyPlace`. A reply is known by its message's id, and its asker may delete it."""

    def __init__(self, asked: discord.Message) -> None:
        self._asked = asked

    async def post(self, reply: Reply) -> str:
        """Post the reply; its id."""
        content, view = shown(reply, self._asked.author.id)
        sent = await self._asked.channel.send(
            content,
            view=view,
            reference=_Reference(self._asked),
            nonce=self._asked.id,
            suppress_embeds=True,
        )
        return str(sent.id)

    async def update(self, posted: str, reply: Reply) -> None:
        """Put the reply in place of the one with this id."""
        content, view = shown(reply, self._asked.author.id)
        if not isinstance(self._asked.channel, discord.GroupChannel):  # which no bot is ever in
            await self._asked.channel.get_partial_message(int(posted)).edit(content=content, view=view)


class _Reference(discord.MessageReference):
    """A reply's message, its ids as the strings that Discord's description asks for; a deleted one does no harm."""

    def __init__(self, message: discord.Message) -> None:
        guild = message.guild.id if message.guild else None
        super().__init__(message_id=message.id, channel_id=message.channel.id, guild_id=guild, fail_if_not_exists=False)

    def to_dict(self) -> Any:
        """The wire form."""
        return {key: str(value) if key.endswith("_id") else value for key, value in super().to_dict().items()}

    to_message_reference_dict = to_dict
