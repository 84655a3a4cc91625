"""A workspace: its people, its channels and the app's bot user in it."""

from dataclasses import dataclass, field

from .ids import Ids
from .values import Json

RANKS = ("is_admin", "is_owner", "is_primary_owner", "is_restricted", "is_ultra_restricted")


@dataclass(slots=True)
class User:
    """A person or a bot of the workspace; `rank` sets a person apart, as `is_admin` or as `is_restricted`, a guest."""

    id: str
    name: str
    locale: str = "en-US"
    is_bot: bool = False
    rank: str = ""
    team: str = ""

    def told(self, team: str) -> Json:
        """The user as `users.info` tells it."""
        profile = {"real_name": self.name.title(), "display_name": self.name, "team": team}
        return {
            "id": self.id,
            "team_id": self.team or team,
            "name": self.name,
            "real_name": self.name.title(),
            "locale": self.locale,
            "tz": "Europe/Berlin",
            "tz_offset": 3600,
            "deleted": False,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "profile": profile,
            **{rank: rank == self.rank for rank in RANKS},
        }


@dataclass(slots=True)
class Channel:
    """A public channel (`channel`), a private one (`group`) or a direct message (`im`)."""

    id: str
    name: str
    kind: str = "channel"
    members: set[str] = field(default_factory=set)
    archived: bool = False
    creator: str = ""

    def told(self, bot_user: str) -> Json:
        """The channel as `conversations.info` tells it."""
        return {
            "id": self.id,
            "name": self.name,
            "is_channel": self.kind == "channel",
            "is_group": self.kind == "group",
            "is_im": self.kind == "im",
            "is_private": self.kind != "channel",
            "is_archived": self.archived,
            "creator": self.creator,
            "is_member": bot_user in self.members,
            "num_members": len(self.members),
        }


class Workspace:
    """One team in which the app is installed, with a person `alice` and a channel `general` to begin with."""

    def __init__(self, ids: Ids, app_id: str, name: str = "capex") -> None:
        self._ids = ids
        self.id = ids.new("T")
        self.app_id = app_id
        self.name = name
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.bot_user = self.add_user("capexbot", is_bot=True)
        self.bot_id = ids.new("B")
        self.alice = self.add_user("alice")
        self.general = self.add_channel("general")

    def add_user(self, name: str, *, locale: str = "en-US", is_bot: bool = False, rank: str = "") -> User:
        """A further person; already a member of no channel."""
        user = User(self._ids.new("U"), name, locale, is_bot, rank)
        self.users[user.id] = user
        return user

    def add_channel(self, name: str, *, private: bool = False, with_bot: bool = True) -> Channel:
        """A further channel with everybody in it; the bot only if wanted."""
        members = {user.id for user in self.users.values() if with_bot or user is not self.bot_user}
        channel = Channel(self._ids.new("C"), name, "group" if private else "channel", members)
        self.channels[channel.id] = channel
        return channel

    def direct(self, user: User) -> Channel:
        """The direct message channel between a person and the bot."""
        wanted = {user.id, self.bot_user.id}
        for channel in self.channels.values():
            if channel.kind == "im" and channel.members == wanted:
                return channel
        channel = Channel(self._ids.new("D"), "directmessage", "im", wanted)
        self.channels[channel.id] = channel
        return channel
