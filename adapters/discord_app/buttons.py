"""What is pressed and chosen, by its id alone: for ever, after any restart, in any process.

A press is told to the client as an event of its own, so that it is answered, and its failure handled, where messages
and commands are.
"""

import re
from typing import Any, Self

import discord
from discord import ui

from adapters.discord_app.ids import ACT, ASK, DEED, DELETE, GRANT, Act, Deed, ask_id, delete_id, language_in
from adapters.discord_app.layout import LONGEST_LABEL
from knowledge.value import Language


class AskButton(ui.DynamicItem[ui.Button[Any]], template=ASK):
    """Asks its question as if the person had typed it."""

    def __init__(self, language: Language, ask: str, how: str, label: str) -> None:
        super().__init__(ui.Button(label=label, custom_id=ask_id(language, ask, how)))
        self._language, self._ask, self._how = language, ask, how

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button of an id, whichever process sent it."""
        return cls(language_in(match), match["ask"], match["how"], _label(item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client what is asked, and whether whoever presses is the only one to read the answer."""
        interaction.client.dispatch("capex_ask", interaction, self._ask, self._language, self._how == "start")


class DeleteButton(ui.DynamicItem[ui.Button[Any]], template=DELETE):
    """Takes a reply away, for the one who asked."""

    def __init__(self, asker: int, label: str) -> None:
        super().__init__(ui.Button(label=label, custom_id=delete_id(asker)))
        self._asker = asker

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button of an id, whichever process sent it."""
        return cls(int(match["asker"]), _label(item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client whose reply is to go."""
        interaction.client.dispatch("capex_delete", interaction, self._asker)


class ActButton(ui.DynamicItem[ui.Item[Any]], template=ACT):
    """Does something with an answer; it is a button, or the select from which somebody is picked."""

    def __init__(self, act: Act, item: ui.Item[Any]) -> None:
        super().__init__(item)
        self._act = act

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button of an id, whichever process sent it."""
        return cls(Act.matched(match), item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client what is to be done."""
        interaction.client.dispatch("capex_act", interaction, self._act)


class DeedButton(ui.DynamicItem[ui.Item[Any]], template=DEED):
    """Does something about a matter that waits for a curator."""

    def __init__(self, deed: Deed, item: ui.Item[Any]) -> None:
        super().__init__(item)
        self._deed = deed

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button of an id, whichever process sent it."""
        return cls(Deed.matched(match), item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client what is to be done."""
        interaction.client.dispatch("capex_deed", interaction, self._deed)


class GrantPicker(ui.DynamicItem[ui.Item[Any]], template=GRANT):
    """Picks who is to curate, or no more."""

    def __init__(self, language: Language, item: ui.Item[Any]) -> None:
        super().__init__(item)
        self._language = language

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The picker of an id, whichever process sent it."""
        return cls(language_in(match), item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client that somebody was picked."""
        interaction.client.dispatch("capex_grant", interaction, self._language)


def _label(item: ui.Item[Any]) -> str:
    label = item.label if isinstance(item, ui.Button) else None
    return (label or "…")[:LONGEST_LABEL]
