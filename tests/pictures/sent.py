"""What each platform is sent for a reply, by the adapters' own translators.

A command (`/capex …`) is answered for its asker's eyes; anything else is a mention, whose answer the asker can delete.
What stands under an answer is drawn with it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from adapters.discord_app.message import message as discord_message
from adapters.discord_app.view import view_of
from adapters.slack_app.blocks import message as slack_message
from bot.line import Line
from bot.reply import Reply
from bot.under import under
from tests.pictures.discord import discord_html
from tests.pictures.forms import Json
from tests.pictures.slack import slack_html

_COMMAND = "/capex"
_KEY = "k" * 16
_SLACK_ASKER = "U070000000A"
_DISCORD_ASKER = 1


class Sent(NamedTuple):
    """A message on its way to a platform, and its HTML."""

    platform: str
    json: Json
    html: str
    private: bool


def sent(line: Line, asked: str, on: date) -> tuple[Sent, ...]:
    """The messages that answer a question asked on a day, one for each platform."""
    private = asked.startswith(_COMMAND)
    found = line.ask(asked.removeprefix(_COMMAND).strip(), on)
    reply = replace(found.reply, under=under(_KEY, found.answer, found.reply))
    asker, sharer = (None, _SLACK_ASKER) if private else (_SLACK_ASKER, None)
    slack = slack_message(reply, asker=asker, sharer=sharer)
    discord = _in_discord(reply, private=private)
    drawn: tuple[tuple[str, Json, Callable[[Json], str]], ...] = (
        ("slack", slack, slack_html),
        ("discord", discord, discord_html),
    )
    return tuple(Sent(platform, json, html(json), private) for platform, json, html in drawn)


def _in_discord(reply: Reply, *, private: bool) -> Json:
    asker, sharer = (None, _DISCORD_ASKER) if private else (_DISCORD_ASKER, None)
    view = view_of(discord_message(reply, asker=asker, sharer=sharer))
    return {"components": view.to_components()}  # type: ignore[no-untyped-call]
