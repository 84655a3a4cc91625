"""What became of something, told to whoever handed it in: a direct message that nobody asked for at that moment.

Many people take no direct messages from bots. That is theirs to decide: it is noted without their name, counts as told,
and is not tried again, as many refused calls get an address banned.
"""

import logging
from typing import Final

import aiohttp
import discord

from adapters.discord_app.responding import outgoing, refuses_components
from bot.people import Person
from bot.reply import Reply

_LOG: Final = logging.getLogger("capex.discord")
_BUSY: Final = 429
_TROUBLE: Final = 500


async def told(client: discord.Client, person: Person, reply: Reply) -> bool:
    """Whether nothing is left to be told to the person, who was reached or cannot be."""
    if not person.user.isdecimal():  # somebody who wanted to be forgotten
        return True
    try:
        channel = await client.create_dm(discord.Object(int(person.user)))
        await _send(channel, reply)
    except discord.HTTPException as refusal:
        if refusal.status == _BUSY or refusal.status >= _TROUBLE:
            return False
        _LOG.info("somebody takes no direct message", extra={"code": refusal.code, "status": refusal.status})
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False
    return True


async def _send(channel: discord.DMChannel, reply: Reply) -> None:
    sent = outgoing(reply)
    try:
        await channel.send(view=sent.view)
    except discord.HTTPException as error:
        if not refuses_components(error):
            raise
        await channel.send(sent.content(), suppress_embeds=True)
