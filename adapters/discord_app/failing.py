"""When something went wrong: a log line without anybody's words, and an apology without a traceback.

Where Discord itself refused because what should be answered is gone or closed to the bot, nothing more is sent: every
further refused call brings an address nearer to being banned.
"""

import logging
import traceback
from typing import Any

import discord
from discord.app_commands import CommandInvokeError

from adapters.apology import sorry
from adapters.discord_app.inbound import plain_question
from adapters.discord_app.message import said
from adapters.discord_app.places import language_hint
from adapters.discord_app.responding import whisper
from adapters.discord_app.view import view_of

_LOG = logging.getLogger("capex.discord")
_CLOSED = frozenset({401, 403, 404})
_ACKNOWLEDGED = 40060


async def apologise(subject: object, error: BaseException, event: str) -> None:
    """Log the error and say sorry to an interaction or a message, where that can still be heard."""
    cause = error.original if isinstance(error, CommandInvokeError) else error
    if _nobody_hears(cause):
        _LOG.warning("a reply did not arrive", extra={"event": event, **_described(cause)})
        return
    _LOG.error("a defect", extra={"event": event, **_described(cause)})
    try:
        await _say_sorry(subject)
    except discord.HTTPException as refusal:
        _LOG.warning("an apology did not arrive", extra={"event": event, **_described(refusal)})


def _nobody_hears(error: BaseException) -> bool:
    return isinstance(error, discord.HTTPException) and (error.status in _CLOSED or error.code == _ACKNOWLEDGED)


async def _say_sorry(subject: object) -> None:
    if isinstance(subject, discord.Interaction):
        await _answer_interaction(subject)
    elif isinstance(subject, discord.Message):
        await subject.channel.send(view=view_of(said(sorry(plain_question(subject.content)))))


async def _answer_interaction(interaction: discord.Interaction[Any]) -> None:
    typed = interaction.namespace.question  # None where nothing was, as with a press
    await whisper(interaction, sorry(typed or "", language_hint(interaction.locale)))


def _described(error: BaseException) -> dict[str, str | int]:
    """What failed and where; the error's own text may hold what somebody wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    code = {"code": error.code, "status": error.status} if isinstance(error, discord.HTTPException) else {}
    return {"error": type(error).__name__, "where": where, **code}
