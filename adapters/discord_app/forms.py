"""What was typed and sent off in a form: whom to compare with, and which figure is wrong.

A typed name counts where it is somebody's name or means one alone; else those whom it may mean are offered, as a figure
of the wrong company would look right.
"""

from typing import Any

import discord

from adapters.desk import Desk
from adapters.discord_app.answering import delivery_of
from adapters.discord_app.ids import Act
from adapters.discord_app.modals import chosen_figure, given, guesses
from adapters.discord_app.places import data_of, person_of
from adapters.discord_app.pressing import Pressing
from adapters.discord_app.responding import whisper
from adapters.revisits import Refused
from bot.comparing import Other
from bot.revisiting import Wrong
from bot.wording.phrases import phrase
from knowledge.folding import fold

Interaction = discord.Interaction[Any]


class Forms:
    """Works on forms."""

    def __init__(self, desk: Desk, pressing: Pressing) -> None:
        self._desk = desk
        self._pressing = pressing

    async def sent_off(self, interaction: Interaction, act: Act) -> None:
        """Do what a form says, unless it was done already."""
        await self._pressing.once(interaction, self._compare if act.act == "compare" else self._report, act)

    async def _compare(self, interaction: Interaction, act: Act) -> None:
        private = interaction.message is None or interaction.message.flags.ephemeral
        chosen, typed = given(data_of(interaction), "other"), given(data_of(interaction), "name")
        if not (chosen or typed.strip()):
            raise Refused(phrase("compare_name_one", act.language))
        others = () if chosen else await self._meant(interaction, act, typed)
        if chosen or len(others) == 1:
            other = chosen or others[0].subject
            await self._pressing.compared(interaction, act, other, private=private)
        else:
            await interaction.response.send_message(view=guesses(act, others, private=private), ephemeral=True)

    async def _meant(self, interaction: Interaction, act: Act, typed: str) -> tuple[Other, ...]:
        """Those whom a typed name may mean: one, where it is a whole name; raises Refused where it means nobody."""
        at = interaction.created_at
        others = await self._desk.revisit(lambda again: again.others(act.key, typed, at), act.language)
        if not others:
            raise Refused(phrase("compare_nobody", act.language, f"“{typed.strip()}”"))
        whole = [other for other in others if fold(other.name) == fold(typed)]
        return tuple(whole[:1]) or others

    async def _report(self, interaction: Interaction, act: Act) -> None:
        claim = chosen_figure(data_of(interaction))
        if not claim:
            raise Refused(phrase("wrong_name_one", act.language))
        person = person_of(interaction.user, interaction.guild_id)
        wrong = Wrong(delivery_of(interaction), claim, given(data_of(interaction), "why"), person)
        await self._desk.revisit(lambda again: again.report(act.key, wrong, interaction.created_at), act.language)
        await whisper(interaction, phrase("wrong_thanks", act.language))
