"""What was said on Discord, handed to the desk, and its reply handed back: the small handler between the translators.

A message is answered by a reply to it, a command inside its interaction.
"""

import asyncio
from datetime import datetime
from typing import Any

import discord

from adapters.desk import Desk, Said
from adapters.discord_app.buttons import shown
from adapters.discord_app.inbound import plain_question
from adapters.discord_app.places import channels_in, language_hint, person_of, place_of_interaction, place_of_message
from adapters.discord_app.reply_place import DiscordReplyPlace
from adapters.messages import Messages, Written
from bot.reply import Reply
from bot.settling import Manner
from bot.wording.phrases import phrase
from knowledge.value import Language

_THINK_AFTER = 1.5
"""Seconds after which a command is acknowledged first; Discord waits for three."""


class Answering:
    """Answers messages, commands and clicks from one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._messages = Messages(desk)

    async def message(self, message: discord.Message) -> None:
        """Reply to a message."""
        key = _key(message)
        await self._messages.answer(Written(_said(message, message.created_at, key), key), DiscordReplyPlace(message))

    async def edited(self, message: discord.Message, at: datetime) -> None:
        """Update the reply to a message that its author changed at that moment."""
        key = _key(message)
        said = _said(message, at, f"{key}:{at.isoformat()}")
        await self._messages.answer(Written(said, key, edited=True), DiscordReplyPlace(message))

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
            await self._say_nothing(interaction)
            return
        content, view = shown(reply, None if private else interaction.user.id)
        if interaction.response.is_done():
            await interaction.edit_original_response(content=content, view=view)
        else:
            await interaction.response.send_message(content, view=view, ephemeral=private, suppress_embeds=True)

    async def _say_nothing(self, interaction: discord.Interaction[Any]) -> None:
        """Leave an interaction to whoever answers it; one that nobody answers is closed, or Discord shows a failure."""
        person = person_of(interaction.user, interaction.guild_id)
        if not self._desk.allowance.is_used_up(person, interaction.created_at):
            return
        if not interaction.response.is_done():
            await interaction.response.defer(ephemeral=True)
        if interaction.type is discord.InteractionType.application_command:
            await interaction.delete_original_response()

    async def delete(self, interaction: discord.Interaction[Any], asker: int, language: Language) -> None:
        """Take the message of the button away, if the asker clicked."""
        if interaction.user.id != asker:
            await interaction.response.send_message(phrase("only_asker", language), ephemeral=True)
            return
        await interaction.response.defer()
        await interaction.delete_original_response()

    async def _answer(
        self, interaction: discord.Interaction[Any], text: str, language: Language | None
    ) -> Reply | None:
        person, place = person_of(interaction.user, interaction.guild_id), place_of_interaction(interaction)
        delivery, at = f"discord:interaction:{interaction.id}", interaction.created_at
        hint = language_hint(interaction.locale)
        return await self._desk.answer(Said(plain_question(text), person, place, at, delivery, Manner(language, hint)))


def _said(message: discord.Message, at: datetime, delivery: str) -> Said:
    text = plain_question(message.content, channels_in(message))
    person = person_of(message.author, message.guild.id if message.guild else None)
    return Said(text, person, place_of_message(message), at, delivery)


def _key(message: discord.Message) -> str:
    return f"discord:message:{message.id}"
