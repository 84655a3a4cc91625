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
from adapters.slack_app.refusals import TROUBLES
from bot.settling import Manner
from bot.verbs.grammar import curating_in
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
        hint, authority = await asyncio.gather(self.language(arrival.person.user), self._authority_for(arrival))
        return Manner(hint=hint, authority=authority)

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
        known = await self._user(user)
        if known is None:
            return "unknown"
        if any(known.get(mark) for mark in _GUEST) or known.get("team_id", workspace) != workspace:
            return "refused"
        if any(known.get(mark) for mark in _ADMIN):
            return "allowed"
        creator = await self._creator(channel)
        if creator is None:
            return "unknown"
        return "allowed" if creator == user else "refused"

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

    async def _creator(self, channel: str) -> str | None:
        """Who made the channel; the bot sees no private one that it is not in."""
        try:
            async with asyncio.timeout(_PATIENCE):
                answer = await self._client.conversations_info(channel=channel)
        except TROUBLES:
            return None
        return str(answer["channel"].get("creator") or "") or None
