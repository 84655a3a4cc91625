"""How an answer to an interaction goes out: within three seconds or after an acknowledgement, and never not at all.

An answer that takes longer is announced first. Where Discord refuses the components of a message, its text goes out
alone; that loses buttons and no word.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any, Final, NamedTuple, TypeVar

import discord
from discord import ui

from adapters.discord_app.layout import Layout
from adapters.discord_app.looks import Looks
from adapters.discord_app.message import content, message, said
from adapters.discord_app.view import view_of
from bot.reply import Reply

_INVALID_FORM: Final = 50035
_LOG: Final = logging.getLogger("capex.discord")

Interaction = discord.Interaction[Any]
T = TypeVar("T")


class Outgoing(NamedTuple):
    """A message, and what makes the text that goes out in its place where Discord takes no components."""

    view: ui.LayoutView
    content: Callable[[], str]


def outgoing(reply: Reply, asker: int | None = None, sharer: int | None = None, looks: Looks | None = None) -> Outgoing:
    """A reply on its way; `looks` are those of what may have been answered before."""
    view = looks.view(reply, asker, sharer) if looks else view_of(message(reply, asker, sharer))
    return Outgoing(view, partial(content, reply))


async def respond(interaction: Interaction, sent: Outgoing, *, private: bool) -> None:
    """Answer, for the eyes of one person or of everybody; after an acknowledgement in its place."""
    try:
        if interaction.response.is_done():
            await interaction.edit_original_response(view=sent.view)
        else:
            await interaction.response.send_message(view=sent.view, ephemeral=private)
    except discord.HTTPException as error:
        if not refuses_components(error):
            raise
        await _plainly(interaction, sent.content(), private=private)


async def turn(interaction: Interaction, layout: Layout) -> None:
    """Put a page in place of the one that was turned."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view_of(layout))
    else:
        await interaction.response.edit_message(view=view_of(layout))


async def whisper(interaction: Interaction, sentence: str) -> None:
    """Tell one sentence to the person alone."""
    view = view_of(said(sentence))
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)


async def tell_all(interaction: Interaction, layout: Layout) -> None:
    """Tell everybody something besides what was answered; from a thread the channel, whose affair it is."""
    channel = interaction.channel
    parent = channel.parent if isinstance(channel, discord.Thread) else None
    if isinstance(parent, discord.TextChannel):
        try:
            await parent.send(view=view_of(layout))
        except discord.Forbidden:
            _LOG.warning("a channel is told in its thread, as the bot may not write there")
        else:
            return
    await interaction.followup.send(view=view_of(layout), ephemeral=False)


def refuses_components(error: discord.HTTPException) -> bool:
    """Whether Discord does not take the form of a message."""
    if error.code != _INVALID_FORM:
        return False
    _LOG.error("a message is sent without components, as Discord refuses them", extra={"status": error.status})
    return True


async def _plainly(interaction: Interaction, text: str, *, private: bool) -> None:
    if interaction.response.is_done():
        await interaction.edit_original_response(content=text)
    else:
        await interaction.response.send_message(text, ephemeral=private, suppress_embeds=True)
