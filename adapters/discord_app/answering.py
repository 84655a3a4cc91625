"""What was said on Discord, handed to the desk, and its reply handed back: the small handler between the translators.

A message is answered by a reply to it, a command inside its interaction: for the eyes of its person, or of everybody
where the channel is set so. What takes long is acknowledged for the same eyes, as far as it is known for whose by then.
"""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from typing import Any

import discord

from adapters.desk import Desk, Said
from adapters.discord_app.closed import Closed
from adapters.discord_app.footing import footing_in, footing_of
from adapters.discord_app.inbound import plain_question
from adapters.discord_app.looks import Looks
from adapters.discord_app.message import announcement
from adapters.discord_app.patience import Patience
from adapters.discord_app.places import (
    address_in,
    authority_for,
    authority_of,
    channels_in,
    language_hint,
    person_of,
    place_of_interaction,
    place_of_message,
    replied_to,
)
from adapters.discord_app.reply_place import DiscordReplyPlace
from adapters.discord_app.responding import outgoing, respond, tell_all, whisper
from adapters.messages import Messages, Written
from bot.people import Audience
from bot.reply import Reply
from bot.settling import Manner
from bot.verbs.grammar import verb_in, verb_word
from bot.verbs.privacy import is_for_one
from bot.wording.phrases import phrase
from knowledge.value import Language

Interaction = discord.Interaction[Any]
Answer = Coroutine[Any, Any, Reply | None]


class Answering:
    """Answers messages, commands and questions behind buttons from one desk."""

    def __init__(self, desk: Desk, closed: Closed) -> None:
        self._desk = desk
        self._patience = Patience()
        self._closed = closed
        self._messages = Messages(desk)
        self._looks = Looks()

    async def message(self, message: discord.Message) -> None:
        """Reply to a message."""
        key = _key(message)
        place = DiscordReplyPlace(message, self._closed, self._looks)
        await self._messages.answer(Written(_said(message, message.created_at, key), key), place)

    async def edited(self, message: discord.Message, at: datetime) -> None:
        """Update the reply to a message that its author changed at that moment."""
        key = _key(message)
        said = _said(message, at, f"{key}:{at.isoformat()}")
        place = DiscordReplyPlace(message, self._closed, self._looks)
        await self._messages.answer(Written(said, key, edited=True), place)

    async def ask(
        self, interaction: Interaction, text: str, language: Language | None = None, audience: Audience | None = None
    ) -> None:
        """Answer a command or a press; without an `audience` for whomever the channel's answers are."""
        said = self._said_in(interaction, plain_question(text), language, audience)
        await self._respond(interaction, said, audience, self._desk.answer)

    async def _respond(
        self, interaction: Interaction, said: Said, audience: Audience | None, desk: Callable[[Said], Answer]
    ) -> None:
        private, is_settled = True, False

        def acknowledge() -> Coroutine[Any, Any, object]:
            nonlocal is_settled
            is_settled = True
            return interaction.response.defer(ephemeral=private, thinking=True)

        async def answer() -> Reply | None:
            nonlocal private
            known = audience or await self._audience(said)
            if not is_settled:  # else Discord shows to the same eyes what follows
                private = known == "private"
            return await desk(said)

        reply = await self._patience.in_time(answer(), acknowledge)
        if reply is None:
            await self._say_nothing(interaction)
            return
        await self._give(interaction, reply, private=private, direct=said.place.direct)
        if reply.announcement:
            await tell_all(interaction, announcement(reply, interaction.user.id))

    async def ask_about(self, interaction: Interaction, message: discord.Message) -> None:
        """*Ask about this*: a message is the question; the answer is for the eyes of whoever asks."""
        text = plain_question(message.content, channels_in(message))
        if text:
            await self.ask(interaction, text, audience="private")
        else:
            await whisper(interaction, phrase("no_words", language_hint(interaction.locale)))

    async def check_this(self, interaction: Interaction, message: discord.Message) -> None:
        """*Check this*: whether what a message says is so, for the eyes of whoever wants to know."""
        lines = message.content.splitlines()
        text = "\n".join(plain_question(line, channels_in(message)) for line in lines)
        said = self._said_in(interaction, text, None, "private")
        await self._respond(interaction, said, "private", self._desk.check)

    async def add_this(self, interaction: Interaction, message: discord.Message) -> None:
        """*Add as article*: the first address in a message is suggested, or fetched where a curator wants it."""
        await self.ask(interaction, f"{verb_word('add', 'en')} {address_in(message)}".strip(), audience="private")

    async def delete(self, interaction: Interaction, asker: int) -> None:
        """Take the message of the button away, if the asker clicked."""
        if interaction.user.id != asker:
            await whisper(interaction, phrase("only_asker", language_hint(interaction.locale)))
            return
        await interaction.response.defer()
        await interaction.delete_original_response()

    async def _give(self, interaction: Interaction, reply: Reply, *, private: bool, direct: bool) -> None:
        person = interaction.user.id
        sharer = person if private and not direct else None
        await respond(interaction, outgoing(reply, None if private else person, sharer, self._looks), private=private)

    async def _audience(self, said: Said) -> Audience:
        """For whom the answers are where it was said."""
        return "private" if said.manner.aside else await self._desk.ledger.audience(said.place)

    async def _say_nothing(self, interaction: Interaction) -> None:
        """Leave an interaction to whoever answers it; one that nobody answers is closed, or Discord shows a failure."""
        person = person_of(interaction.user, interaction.guild_id)
        if not self._desk.allowance.is_used_up(person, interaction.created_at):
            return
        if not interaction.response.is_done():
            await interaction.response.defer(ephemeral=True)
        if interaction.type is discord.InteractionType.application_command:
            await interaction.delete_original_response()

    @staticmethod
    def _said_in(interaction: Interaction, text: str, language: Language | None, audience: Audience | None) -> Said:
        person, place = person_of(interaction.user, interaction.guild_id), place_of_interaction(interaction)
        hint, aside = language_hint(interaction.locale), audience == "private" or place.direct
        if verb_in(text) is None:  # a question, which needs nobody's say
            manner = Manner(language, hint, aside=aside)
        else:
            aside = aside or (audience is None and is_for_one(text))
            authority, footing = authority_for(text, interaction), footing_in(interaction)
            manner = Manner(language, hint, authority, footing=footing, aside=aside)
        return Said(text, person, place, interaction.created_at, delivery_of(interaction), manner)


def delivery_of(interaction: Interaction) -> str:
    """An interaction by a name that no other has, and that it has again when it is told again."""
    return f"discord:interaction:{interaction.id}"


def _said(message: discord.Message, at: datetime, delivery: str) -> Said:
    text = plain_question(message.content, channels_in(message))
    person = person_of(message.author, message.guild.id if message.guild else None)
    hint = language_hint(message.guild.preferred_locale) if message.guild else None
    aside = message.guild is None
    manner = Manner(hint=hint, after=replied_to(message), aside=aside)
    if verb_in(text):
        manner = replace(manner, authority=authority_of(message.author), footing=footing_of(message))
    return Said(text, person, place_of_message(message), at, delivery, manner)


def _key(message: discord.Message) -> str:
    return f"discord:message:{message.id}"
