"""The commands the bot has registered, globally and in guilds, and how often it did."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord.command_limits import CHAT, kind_of

Json = dict[str, Any]
MAY_BE_NULL = frozenset({"default_member_permissions", "contexts", "name_localizations", "description_localizations"})


@dataclass(frozen=True)
class Sync:
    """One PUT of a whole list, as it was sent."""

    guild_id: int | None
    sent: list[Json]


@dataclass
class CommandBook:
    """`scopes` hold what is registered now (None: everywhere); `syncs` every list that was put."""

    next_id: Callable[[], int]
    scopes: dict[int | None, list[Json]] = field(default_factory=dict)
    syncs: list[Sync] = field(default_factory=list)

    def put(self, guild_id: int | None, application_id: int, sent: list[Json]) -> list[Json]:
        """Replace a scope; a command of the same type and name keeps its id."""
        self.syncs.append(Sync(guild_id, sent))
        known = {(one["type"], one["name"]): one for one in self.of(guild_id)}
        listed = [self._registered(one, known.get((kind_of(one), one["name"]))) for one in sent]
        extra = {"application_id": str(application_id), **({} if guild_id is None else {"guild_id": str(guild_id)})}
        self.scopes[guild_id] = [{**one, **extra} for one in listed]
        return self.of(guild_id)

    def of(self, guild_id: int | None = None) -> list[Json]:
        return self.scopes.get(guild_id, [])

    def reachable(self, guild_id: int | None) -> list[Json]:
        """What a person finds in a guild; its own commands come before those of everywhere."""
        own = self.of(guild_id) if guild_id is not None else []
        return [*own, *self.of(None)]

    def _registered(self, sent: Json, before: Json | None) -> Json:
        permissions = sent.get("default_member_permissions")
        return {
            "integration_types": [0],
            "contexts": None,
            "nsfw": False,
            **_without_nulls(sent),
            "id": str(self.next_id()) if before is None else before["id"],
            "version": str(self.next_id()),
            "type": kind_of(sent),
            "description": sent.get("description") or "" if kind_of(sent) == CHAT else "",
            "default_member_permissions": None if permissions is None else str(permissions),
        }


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(one) for key, one in value.items() if one is not None or key in MAY_BE_NULL}
    return [_without_nulls(one) for one in value] if isinstance(value, list) else value
