"""Buttons that outlive a restart: what a click means stands in the button's id, and nothing of it is remembered.

A view is stopped as soon as it is made: the library would keep it, and a task beside it, to wait for clicks, which the
buttons tell of by themselves. A click is told to the client as an event of its own, so that it is answered, and its
failure handled, where messages and commands are.
"""

import re
from typing import Any, Self

import discord
from discord import ui

from adapters.discord_app.message import LONGEST_LABEL, ask_id, message
from bot.reply import Reply
from bot.wording.phrases import phrase
from knowledge.value import Language


class AskButton(ui.DynamicItem[ui.Button[Any]], template=r"ask:(?P<language>en|de):(?P<ask>[\s\S]+)"):
    """Asks its question as if the person had typed it."""

    def __init__(self, language: Language, ask: str, label: str) -> None:
        super().__init__(ui.Button(label=label, custom_id=ask_id(language, ask), style=discord.ButtonStyle.secondary))
        self._language = language
        self._ask = ask

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button of an id, whichever process sent it."""
        return cls("de" if match["language"] == "de" else "en", match["ask"], _label(item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client what is asked."""
        interaction.client.dispatch("capex_ask", interaction, self._ask, self._language)


class DeleteButton(ui.DynamicItem[ui.Button[Any]], template=r"delete:(?P<asker>\d+)"):
    """Takes a reply away, for the one who asked."""

    def __init__(self, asker: int, label: str) -> None:
        super().__init__(ui.Button(label=label, custom_id=f"delete:{asker}", style=discord.ButtonStyle.secondary))
        self._asker = asker

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The button of an id, whichever process sent it."""
        return cls(int(match["asker"]), _label(item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client whose reply is to go."""
        interaction.client.dispatch("capex_delete", interaction, self._asker)


def shown(reply: Reply, asker: int | None) -> tuple[str, ui.View]:
    """The content and the buttons of a reply; with an `asker` also the button that deletes it."""
    made = message(reply)
    view = ui.View(timeout=None)
    for button in made.buttons:
        ask = button.id.split(":", 2)[2]
        view.add_item(AskButton(reply.language, ask, button.label))
    if asker is not None:
        view.add_item(DeleteButton(asker, phrase("delete", reply.language)))
    view.stop()
    return made.content, view


def _label(item: ui.Item[Any]) -> str:
    label = item.label if isinstance(item, ui.Button) else None
    return (label or "…")[:LONGEST_LABEL]
