"""Whom a text names and whom it would ping: the ground on which hostile text is judged."""

import re
from collections.abc import Iterable
from typing import Any

from tests.fakes.discord.world import User

USER = re.compile(r"<@!?(\d+)>")
ROLE = re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(?:everyone|here)\b")


def named(text: str, users: Iterable[User]) -> list[User]:
    """The users a text mentions, each once."""
    ids = {int(found) for found in USER.findall(text)}
    return [user for user in users if user.id in ids]


def pings(text: str, allowed: dict[str, Any] | None, replied_to: User | None) -> list[str]:
    """Who is pinged by a text under `allowed_mentions`; without the field everybody named is."""
    rules: dict[str, Any] = (
        {"parse": ["users", "roles", "everyone"], "replied_user": True} if allowed is None else allowed
    )
    parse, users = rules.get("parse") or [], map(str, rules.get("users") or [])
    roles = set(map(str, rules.get("roles") or []))
    listed = set(users)
    found = [f"user {one}" for one in USER.findall(text) if "users" in parse or one in listed]
    found += [f"role {one}" for one in ROLE.findall(text) if "roles" in parse or one in roles]
    found += EVERYONE.findall(text) if "everyone" in parse else []
    return [*found, f"user {replied_to.id}"] if replied_to is not None and rules.get("replied_user") else found
