"""What was said on Discord, handed to the desk, and its reply handed back: the small handler between the translators.

A message is answered by a reply to it, a command inside its interaction. Each delivery is answered once. One message's
answer and its later edits run one after another, so that the last edit has the last word.
"""

import asyncio
import logging
from datetime import datetime
from typing import Any
from weakref import WeakValueDictionary

import discord

from adapters.desk import Desk, Said
from adapters.discord_app.buttons import view_of
from adapters.discord_app.inbound import plain_question
from adapters.discord_app.message import message as message_of
from adapters.discord_app.places import channels_in, person_of, place_of_interaction, place_of_message
from bot.reply import Reply
from knowledge.fault import Fault
from knowledge.value import Language

_LOG = logging.getLogger("capex.discord")
_THINK_AFTER = 1.5
"""Seconds after which a command is acknowledged first; Discord waits for three."""

_NOT_YOURS = {
    "en": "Only the person who asked can delete this.",
    "de": "Das kann nur löschen, wer gefragt hat.",
}


class Answering:
    """Answers messages, commands and clicks from one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def message(self, message: discord.Message) -> None:
        """Reply to a message, once."""
        async with self._turn(message):
            if not await self._desk.is_new(_key(message), message.created_at):
                return
            reply = await self._desk.answer(_said(message, message.created_at))
            content, view = _shown(reply, message.author.id)
            sent = await message.channel.send(
                content,
                view=view,
                reference=_Reference(message),
                nonce=message.id,
                suppress_embeds=True,
            )
            await self._keep(message, sent)

    async def edited(self, message: discord.Message) -> None:
        """Update the reply to a message that its author changed within a minute."""
        async with self._turn(message):
            at = message.edited_at or message.created_at
            number = await self._reply_to(message, at)
            if number is None or isinstance(message.channel, discord.GroupChannel):
                return
            reply = await self._desk.answer(_said(message, at))
            content, view = _shown(reply, message.author.id)
            await message.channel.get_partial_message(number).edit(content=content, view=view)

    async def ask(
        self, interaction: discord.Interaction[Any], text: str, language: Language | None = None, *, private: bool
    ) -> None:
        """Answer a command or a click, visible to everybody or to its person only."""
        work = asyncio.create_task(self._answer(interaction, text, language))
        done, _ = await asyncio.wait({work}, timeout=_THINK_AFTER)
        if not done:
            await interaction.response.defer(ephemeral=private, thinking=True)
        reply = await work
        if reply is None:
            return
        content, view = _shown(reply, None if private else interaction.user.id)
        if interaction.response.is_done():
            await interaction.edit_original_response(content=content, view=view)
        else:
            await interaction.response.send_message(content, view=view, ephemeral=private, suppress_embeds=True)

    async def delete(self, interaction: discord.Interaction[Any], asker: int, language: Language) -> None:
        """Take the message of the button away, if the asker clicked."""
        if interaction.user.id != asker:
            await interaction.response.send_message(_NOT_YOURS[language], ephemeral=True)
            return
        await interaction.response.defer()
        await interaction.delete_original_response()

    def _turn(self, message: discord.Message) -> asyncio.Lock:
        return self._turns.setdefault(message.id, asyncio.Lock())

    async def _answer(
        self, interaction: discord.Interaction[Any], text: str, language: Language | None
    ) -> Reply | None:
        delivery, at = f"discord:interaction:{interaction.id}", interaction.created_at
        if not await self._desk.is_new(delivery, at):
            return None
        person, place = person_of(interaction.user, interaction.guild_id), place_of_interaction(interaction)
        return await self._desk.answer(Said(plain_question(text), person, place, at, delivery, language))

    async def _keep(self, message: discord.Message, sent: discord.Message) -> None:
        try:
            at = message.created_at
            await asyncio.to_thread(self._desk.records.answered, _key(message), str(sent.id), at)
        except Fault as fault:
            _LOG.warning("a reply could not be recorded", extra={"reason": str(fault)})

    async def _reply_to(self, message: discord.Message, at: datetime) -> int | None:
        try:
            reply = await asyncio.to_thread(self._desk.records.reply_to, _key(message), at)
        except Fault as fault:
            _LOG.warning("a reply could not be looked up", extra={"reason": str(fault)})
            return None
        return int(reply) if reply else None


class _Reference(discord.MessageReference):
    """A reply's message, its ids as the strings that Discord's description asks for; a deleted one does no harm."""

    def __init__(self, message: discord.Message) -> None:
        guild = message.guild.id if message.guild else None
        super().__init__(message_id=message.id, channel_id=message.channel.id, guild_id=guild, fail_if_not_exists=False)

    def to_dict(self) -> Any:
        """The wire form."""
        return {key: str(value) if key.endswith("_id") else value for key, value in super().to_dict().items()}

    to_message_reference_dict = to_dict


def _said(message: discord.Message, at: datetime) -> Said:
    text = plain_question(message.content, channels_in(message))
    person = person_of(message.author, message.guild.id if message.guild else None)
    return Said(text, person, place_of_message(message), at, _key(message))


def _key(message: discord.Message) -> str:
    return f"discord:message:{message.id}"


def _shown(reply: Reply, asker: int | None) -> tuple[str, discord.ui.View]:
    made = message_of(reply)
    return made.content, view_of(made.buttons, reply.language, asker)
