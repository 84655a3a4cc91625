"""Digests and alerts on Discord: posted without anybody having asked, each with a nonce by which Discord knows it.

For some minutes a message that is sent twice is posted once; later, whether it stands there is looked up among the
bot's own messages. So only where the bot may not read them can it stay open whether a digest has arrived. The rest of
a digest goes into a thread of its own, or below it where the bot may open none.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
import discord

from adapters.discord_app.escaping import escape
from adapters.discord_app.responding import outgoing, refuses_components
from adapters.publishing import Leaving, NotSent, Refused, Unclear
from bot.people import Person, Place, Platform
from bot.reply import Reply
from knowledge.value import Language

_KNOWN_FOR: Final = timedelta(seconds=100)
"""How long Discord certainly knows a nonce."""

_LATEST: Final = 50
_HAS_THREAD: Final = 160004
_BUSY: Final = 429
_TROUBLE: Final = 500
_TROUBLES: Final = (discord.HTTPException, aiohttp.ClientError, TimeoutError, OSError)


class DiscordPublisher:
    """See `Publisher`. `client` is the one that is connected, None while there is none."""

    platform: Platform = "discord"

    def __init__(self, client: Callable[[], discord.Client | None]) -> None:
        self._client = client

    async def post(self, place: Place, reply: Reply, key: str, leaving: Leaving) -> str:
        """See `Publisher.post`."""
        try:
            channel = await self._channel(place)
            await leaving()
            sent = await _send(channel, reply, nonce=key)
        except _TROUBLES as error:
            raise _sorted(error) from None
        return str(sent.id)

    async def find(self, place: Place, reply: Reply, key: str, since: datetime) -> str | None:  # noqa: ARG002
        """See `Publisher.find`; while Discord knows the nonce, sending it again finds it."""
        if discord.utils.utcnow() < since + _KNOWN_FOR:
            return None
        try:
            channel = await self._channel(place)
            wanted = escape(reply.headline)
            async for message in channel.history(limit=_LATEST, after=since - timedelta(minutes=1), oldest_first=False):
                if message.author.id == self._connected().application_id and wanted in _words(message):
                    return str(message.id)
        except discord.Forbidden:
            raise Unclear("the bot may not read what it wrote") from None
        except _TROUBLES as error:
            raise NotSent(_why(error)) from None
        return None

    async def add(self, place: Place, message: str, reply: Reply) -> None:
        """See `Publisher.add`."""
        try:
            channel = await self._channel(place)
            if await self._opened(channel, message, reply):
                channel = self._connected().get_partial_messageable(int(message))
            await _send(channel, reply)
        except _TROUBLES as error:
            raise _sorted(error) from None

    async def tell(self, person: Person, place: Place, words: str, language: Language) -> None:  # noqa: ARG002
        """See `Publisher.tell`."""
        try:
            direct = await self._connected().create_dm(discord.Object(int(person.user)))
            named = "" if place.direct else f"<#{place.channel}> "
            await direct.send(named + escape(words))
        except _TROUBLES as error:
            raise _sorted(error) from None

    async def _channel(self, place: Place) -> discord.abc.Messageable:
        if place.direct:
            return await self._connected().create_dm(discord.Object(int(place.channel)))
        guild = int(place.workspace) if place.workspace else None
        return self._connected().get_partial_messageable(int(place.channel), guild_id=guild)

    @staticmethod
    async def _opened(channel: discord.abc.Messageable, message: str, reply: Reply) -> bool:
        """Whether there is a thread under the message; the first part of the rest opens it."""
        if not isinstance(channel, discord.PartialMessageable) or channel.guild is None:
            return False
        try:
            await channel.get_partial_message(int(message)).create_thread(name=reply.headline[:100])
        except discord.HTTPException as error:
            return error.code == _HAS_THREAD
        return True

    def _connected(self) -> discord.Client:
        client = self._client()
        if client is None or client.application_id is None:
            raise NotSent("Discord is not connected")
        return client


async def _send(channel: discord.abc.Messageable, reply: Reply, nonce: Any = None) -> discord.Message:
    """Post a reply, as its text alone where Discord refuses its components."""
    sent = outgoing(reply)
    try:
        return await channel.send(view=sent.view, nonce=nonce)
    except discord.HTTPException as error:
        if not refuses_components(error):
            raise
    return await channel.send(sent.content(), suppress_embeds=True, nonce=nonce)


def _words(message: discord.Message) -> str:
    """What a message says, as its text or in its components."""
    parts = [message.content]
    waiting: list[Any] = list(message.components)
    while waiting:
        component = waiting.pop(0)
        parts.append(getattr(component, "content", ""))
        waiting += getattr(component, "children", [])
    return "\n".join(part for part in parts if part)


def _sorted(error: BaseException) -> NotSent | Refused | Unclear:
    """What is certain after a call has failed for good."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return NotSent("Discord cannot be reached")
    if not isinstance(error, discord.HTTPException):
        return Unclear("the connection to Discord broke")
    if error.status == _BUSY:
        return NotSent("Discord is busy")
    return Unclear(_why(error)) if error.status >= _TROUBLE else Refused(_why(error))


def _why(error: BaseException) -> str:
    code = error.code if isinstance(error, discord.HTTPException) else ""
    return f"{type(error).__name__} {code}".strip()
