"""What is offered while somebody types: questions, names, time zones, and what a channel follows.

A base or records that are away cost the choices, never the typing.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import discord

from adapters.desk import Desk
from adapters.discord_app.places import language_hint, person_of, place_of_interaction
from bot.completing import LONGEST, MOST, Completing
from bot.zone_names import zones_like
from knowledge.fault import Fault
from knowledge.folding import fold

_LOG = logging.getLogger("capex.discord")

Interaction = discord.Interaction[Any]


class Suggesting:
    """See `commands.Suggestions`."""

    def __init__(self, desk: Desk, completing: Callable[[], Completing]) -> None:
        """`completing` is of the base as it is."""
        self._desk = desk
        self._completing = completing

    async def questions(self, interaction: Interaction, typed: str) -> list[str]:
        """What a text may become that is a question."""
        language = language_hint(interaction.locale)
        return await _offered(lambda: self._completing().offered(typed, language))

    async def names(self, interaction: Interaction, typed: str) -> list[str]:
        """The names and metrics that a text may become."""
        language = language_hint(interaction.locale)
        return await _offered(lambda: self._completing().named(typed, language))

    async def zones(self, _: Interaction, typed: str) -> list[str]:
        """The time zones that a text may mean."""
        return await _offered(lambda: zones_like(typed))

    async def followed(self, interaction: Interaction, typed: str) -> list[str]:
        """What the channel follows, as far as it is called so."""
        person, place = person_of(interaction.user, interaction.guild_id), place_of_interaction(interaction)
        followed = await self._desk.followed(person, place, language_hint(interaction.locale))
        wanted = fold(typed)
        return [one for one in followed if wanted in fold(one) and len(one) <= LONGEST][:MOST]


async def _offered(find: Callable[[], list[str]]) -> list[str]:
    try:
        return await asyncio.to_thread(find)
    except Fault as fault:
        _LOG.warning("no suggestions", extra={"reason": str(fault)})
        return []
