"""What the buttons under an answer do: show pages, open a form, share, take an opinion; each press once.

What cannot be done is told in one sentence to the person alone. A form has to be opened at once, as Discord takes no
acknowledgement before it: where that takes long, the person is asked to press again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final, TypeVar

import discord

from adapters.desk import Desk, Said
from adapters.discord_app.answering import delivery_of
from adapters.discord_app.ids import PRIVATE, Act
from adapters.discord_app.layout import Layout
from adapters.discord_app.message import content, message, shared
from adapters.discord_app.modals import complaint, picker
from adapters.discord_app.pages import page, pages_of_answer, pages_of_proofs
from adapters.discord_app.patience import Patience
from adapters.discord_app.places import data_of, person_of, place_of_interaction
from adapters.discord_app.responding import Outgoing, outgoing, respond, turn, whisper
from adapters.discord_app.view import view_of
from adapters.revisits import Refused
from bot.revisiting import Revisiting
from bot.settling import Manner
from bot.wording.phrases import phrase
from knowledge.value import Language

_FORM_WITHIN: Final = 2.0
"""Seconds until a form has to be opened; Discord waits for three."""

Interaction = discord.Interaction[Any]
Work = Callable[[Interaction, Act], Awaitable[None]]
T = TypeVar("T")


class Pressing:
    """Works on presses."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._patience = Patience()
        self._does: dict[str, Work] = {
            "more": self._open,
            "quotes": self._open,
            "turn-more": self._turn,
            "turn-quotes": self._turn,
            "compare": self._compare,
            "wrong": self._wrong,
            "helpful": self._judge,
            "unhelpful": self._judge,
            "share": self._share,
            "pick": self._pick,
        }

    async def press(self, interaction: Interaction, act: Act) -> None:
        """Do what a button says, unless it was done already."""
        await self.once(interaction, self._does[act.act], act)

    async def once(self, interaction: Interaction, work: Callable[[Interaction, T], Awaitable[None]], act: T) -> None:
        """Do the work where this process is the first to see the interaction."""
        if not await self._desk.ledger.is_new(delivery_of(interaction), interaction.created_at):
            return
        try:
            await work(interaction, act)
        except Refused as refused:
            await whisper(interaction, str(refused))

    async def compared(self, interaction: Interaction, act: Act, other: str, *, private: bool) -> None:
        """Answer with a comparison, as visibly as the answer that is compared."""
        person, place = person_of(interaction.user, interaction.guild_id), place_of_interaction(interaction)
        manner = Manner(language=act.language)
        asked = Said("", person, place, interaction.created_at, delivery_of(interaction), manner)
        work = self._desk.compare(act.key, other, asked, act.language)
        reply = await self._patience.in_time(work, lambda: interaction.response.defer(ephemeral=private, thinking=True))
        sharer = interaction.user.id if private and not interaction.context.dm_channel else None
        asker = None if private else interaction.user.id
        await respond(interaction, outgoing(reply, asker=asker, sharer=sharer), private=private)

    async def _open(self, interaction: Interaction, act: Act) -> None:
        defer = interaction.response.defer
        layout = await self._patience.in_time(self._page(act, 0), lambda: defer(ephemeral=True, thinking=True))
        sent = Outgoing(view_of(layout), partial(phrase, "cannot_show", act.language))
        await respond(interaction, sent, private=True)

    async def _turn(self, interaction: Interaction, act: Act) -> None:
        opened = Act(act.act.removeprefix("turn-"), act.language, act.key)
        layout = await self._patience.in_time(self._page(opened, int(act.rest or 0)), interaction.response.defer)
        await turn(interaction, layout)

    async def _page(self, opened: Act, number: int) -> Layout:
        """Page `number` of the answer as the base has it now."""

        def pages(again: Revisiting) -> Layout:
            at = discord.utils.utcnow()
            if opened.act == "more":
                return page(pages_of_answer(again.whole(opened.key, at)), number, opened)
            return page(pages_of_proofs(again.proofs(opened.key, at)), number, opened)

        return await self._desk.revisit(pages, opened.language)

    async def _compare(self, interaction: Interaction, act: Act) -> None:
        asked = self._desk.revisit(lambda again: again.others(act.key, "", interaction.created_at), act.language)
        others = await self.soon(asked, act.language)
        await interaction.response.send_modal(picker(act, others))

    async def _wrong(self, interaction: Interaction, act: Act) -> None:
        asked = self._desk.revisit(lambda again: again.figures(act.key, interaction.created_at), act.language)
        figures = await self.soon(asked, act.language)
        await interaction.response.send_modal(complaint(act, figures))

    async def _pick(self, interaction: Interaction, act: Act) -> None:
        [other] = data_of(interaction).get("values", ())
        await self.compared(interaction, act, other, private=act.rest == PRIVATE)

    async def _judge(self, interaction: Interaction, act: Act) -> None:
        person, helpful = person_of(interaction.user, interaction.guild_id), act.act == "helpful"

        def judge(again: Revisiting) -> None:
            again.judge(act.key, person, interaction.created_at, helpful=helpful)

        await self._desk.revisit(judge, act.language)
        await whisper(interaction, phrase("thanks", act.language))

    async def _share(self, interaction: Interaction, act: Act) -> None:
        if act.rest != str(interaction.user.id):
            raise Refused(phrase("only_asker_shares", act.language))
        reply = await self._desk.revisit(lambda again: again.share(act.key, interaction.created_at), act.language)
        if reply is None:
            raise Refused(phrase("shared_already", act.language))
        name = interaction.user.display_name
        layout = shared(message(reply, asker=interaction.user.id), name, reply.language)
        await respond(interaction, Outgoing(view_of(layout), partial(content, reply)), private=False)

    async def soon(self, work: Awaitable[T], language: Language) -> T:
        """What the work gives, where that is soon enough to open a form."""
        try:
            async with asyncio.timeout(_FORM_WITHIN):
                return await work
        except TimeoutError:
            raise Refused(phrase("took_too_long", language)) from None
