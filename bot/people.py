"""Who speaks and where: every stored id is one of these, and nothing else of a person is kept."""

from dataclasses import dataclass
from typing import Literal, cast, get_args

Platform = Literal["terminal", "slack", "discord"]

Audience = Literal["private", "public"]
"""Who sees the answer to a command: who gave it, or everybody in the channel."""

Orderers = Literal["admins", "members"]
"""Who may order in a channel: admins and its creator, or every member; never guests."""


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """A Slack team or a Discord server; the keys of its people and places begin with its own and a colon."""

    platform: Platform
    id: str

    @property
    def key(self) -> str:
        """The workspace as one string, unique over platforms."""
        return f"{self.platform}:{self.id}"


@dataclass(frozen=True, kw_only=True)
class Person:
    """A user of a workspace (Slack team, Discord server; empty for a Discord direct message) on a platform."""

    platform: Platform
    workspace: str
    user: str

    @property
    def key(self) -> str:
        """The person as one string, unique over platforms."""
        return f"{self.platform}:{self.workspace}:{self.user}"


def person_of(key: str) -> Person:
    """The person whose `key` this is; raises ValueError where it is nobody's."""
    platform, _, rest = key.partition(":")
    workspace, _, user = rest.rpartition(":")
    if platform not in get_args(Platform) or not user:
        raise ValueError(f"'{key}' names nobody")
    return Person(platform=cast("Platform", platform), workspace=workspace, user=user)


def person_of_role(person: Person) -> Person:
    """The person as a role knows them: in Discord the same in every server and in direct messages."""
    if person.platform != "discord":
        return person
    return Person(platform="discord", workspace="", user=person.user)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A channel, or a thread in it, of a workspace. `direct` says that only one person speaks there with the bot."""

    platform: Platform
    workspace: str
    channel: str
    thread: str | None = None
    direct: bool = False

    @property
    def key(self) -> str:
        """The place as one string, unique over platforms."""
        return f"{self.platform}:{self.workspace}:{self.channel}:{self.thread or ''}"
