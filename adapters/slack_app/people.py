"""What Slack knows of a person, as far as it changes an answer: the language of the client, and who may set a channel.

Nobody waits long for either. A language that does not come in time, or that Slack does not tell, is none, and is asked
for again later; a right that cannot be made sure of is `unknown`, and never taken for granted.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Final

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack_app.arrivals import Arrival
from adapters.slack_app.refusals import OUTSIDE, TROUBLES, code_of
from bot.people import Place
from bot.schedule import zone_named
from bot.settling import Manner
from bot.verbs.grammar import ORDERS, curating_in, verb_in
from bot.verbs.ordering import Footing, Rank
from bot.verbs.settings import Authority
from bot.verbs.wishes import wish_in
from knowledge.value import Language

Json = dict[str, Any]

_PATIENCE: Final = 1.0
"""Seconds; a command has three in all."""
_KNOWN_FOR: Final = 3600.0
_MOST_KNOWN: Final = 10_000
_GUEST: Final = ("is_restricted", "is_ultra_restricted", "is_stranger", "is_bot", "deleted")
_ADMIN: Final = ("is_admin", "is_owner", "is_primary_owner")


class People:
    """Asks Slack, and remembers languages for an hour."""

    def __init__(self, client: AsyncWebClient, now: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._now = now
        self._languages: dict[str, tuple[float, Language | None]] = {}

    async def manner(self, arrival: Arrival) -> Manner:
        """How a text came."""
        hint = await self.language(arrival.person.user)
        authority, footing = await self._authority_for(arrival), await self._footing_for(arrival)
        aside = arrival.place.direct or not arrival.ts
        return Manner(hint=hint, authority=authority, footing=footing, aside=aside)

    async def language(self, user: str) -> Language | None:
        """The language of a person's client: German, or English for all others; None where it is not told."""
        asked, language = self._languages.get(user, (None, None))
        if asked is not None and self._now() - asked < _KNOWN_FOR:
            return language
        if len(self._languages) >= _MOST_KNOWN:
            self._languages.clear()
        locale = ((await self._user(user)) or {}).get("locale")
        found: Language | None = None if not locale else "de" if locale.lower().startswith("de") else "en"
        self._languages[user] = self._now(), found
        return found

    async def authority(self, user: str, workspace: str, channel: str) -> Authority:
        """Whether a person may set who sees the answers in a channel: admins and its creator, and never a guest."""
        rank = _rank(await self._user(user), workspace)
        if rank == "member":
            rank = _of_channel(user, await self._channel(channel))
        return "unknown" if rank == "unknown" else "allowed" if rank in {"admin", "creator"} else "refused"

    async def footing(self, user: str, place: Place) -> Footing:
        """What decides about orders: what the person is there, the person's zone, and whether the bot is there."""
        if place.direct:
            return Footing(zone=_zone(await self._user(user)), present=True)
        known, channel = await asyncio.gather(self._user(user), self._channel(place.channel))
        rank = _rank(known, place.workspace)
        if rank == "member":
            rank = _of_channel(user, channel)
        return Footing(rank=rank, zone=_zone(known), present=channel.get("is_member") if channel else None)

    async def _footing_for(self, arrival: Arrival) -> Footing:
        typed = verb_in(arrival.text)
        if typed is None or typed.verb not in ORDERS:
            return Footing()
        return await self.footing(arrival.person.user, arrival.place)

    async def administers(self, user: str, workspace: str) -> Authority:
        """Whether a person administers the workspace."""
        known = await self._user(user)
        if known is None:
            return "unknown"
        is_guest = any(known.get(mark) for mark in _GUEST) or known.get("team_id", workspace) != workspace
        return "allowed" if not is_guest and any(known.get(mark) for mark in _ADMIN) else "refused"

    async def _authority_for(self, arrival: Arrival) -> Authority:
        """The right that a text needs; who only looks needs none."""
        typed = curating_in(arrival.text)
        if typed and typed.verb == "curators":
            return await self.administers(arrival.person.user, arrival.person.workspace)
        wish = wish_in(arrival.text)
        if arrival.place.direct or wish is None:
            return "none"
        if wish.setting != "channel" or not wish.value:
            return "refused" if wish.setting != "channel" else "allowed"
        return await self.authority(arrival.person.user, arrival.person.workspace, arrival.place.channel)

    async def _user(self, user: str) -> Json | None:
        try:
            async with asyncio.timeout(_PATIENCE):
                answer = await self._client.users_info(user=user, include_locale=True)
        except TROUBLES:
            return None
        return dict(answer["user"])

    async def _channel(self, channel: str) -> Json | None:
        """What Slack tells of a channel, or that the bot is not in it: it sees no private one from outside."""
        try:
            async with asyncio.timeout(_PATIENCE):
                answer = await self._client.conversations_info(channel=channel)
        except TROUBLES as error:
            return {"is_member": False} if code_of(error) in OUTSIDE else None
        return dict(answer["channel"])


def _rank(known: Json | None, workspace: str) -> Rank:
    """What a person is in a workspace."""
    if known is None:
        return "unknown"
    if any(known.get(mark) for mark in _GUEST) or known.get("team_id", workspace) != workspace:
        return "guest"
    return "admin" if any(known.get(mark) for mark in _ADMIN) else "member"


def _of_channel(user: str, channel: Json | None) -> Rank:
    """What a member is to a channel; one that nobody is told to have made may be anybody's."""
    creator = (channel or {}).get("creator")
    return "unknown" if not creator else "creator" if creator == user else "member"


def _zone(known: Json | None) -> str | None:
    return zone_named(str((known or {}).get("tz") or ""))
