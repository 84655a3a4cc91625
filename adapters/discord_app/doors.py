"""What the commands need of whoever answers them, and what they have in common."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import discord
from discord import app_commands

Interaction = discord.Interaction[Any]
Choices = list[app_commands.Choice[str]]


class Doors(Protocol):
    """What comes of a command."""

    async def asked(self, interaction: Interaction, text: str) -> None:
        """A text was said."""

    async def asked_about(self, interaction: Interaction, message: discord.Message) -> None:
        """A message is the question."""

    async def asked_to_check(self, interaction: Interaction, message: discord.Message) -> None:
        """What a message says is to be checked."""

    async def asked_to_add(self, interaction: Interaction, message: discord.Message) -> None:
        """The page that a message links to is wanted as an article."""


class Suggestions(Protocol):
    """What is offered while an option is typed, best first, as much as Discord shows."""

    async def questions(self, interaction: Interaction, typed: str) -> list[str]:
        """What a text may become that is a question."""

    async def names(self, interaction: Interaction, typed: str) -> list[str]:
        """The names and metrics that a text may become."""

    async def zones(self, interaction: Interaction, typed: str) -> list[str]:
        """The time zones that a text may mean."""

    async def followed(self, interaction: Interaction, typed: str) -> list[str]:
        """What the channel follows, as far as it is called so."""


def completing(suggest: Callable[[Interaction, str], Awaitable[list[str]]]) -> Any:
    """The completion of an option by what is suggested."""

    async def complete(interaction: Interaction, typed: str) -> Choices:
        return [app_commands.Choice(name=one, value=one) for one in await suggest(interaction, typed)]

    return complete
