"""Local servers of both platforms, as tests of killed processes need them: trouble on order, and what stands there."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Final, Protocol

from bot.people import Person, Place, Platform
from tests.fakes.discord import DiscordServer, connection_cut, held
from tests.fakes.slack import SlackServer

_HEADLINE: Final = "AI spending · "
_SENT: Final = "POST /channels/{channel_id}/messages"


class World(Protocol):
    """A platform's local server, as the kills need it."""

    platform: Platform
    can_tell: bool

    @property
    def environment(self) -> Mapping[str, str]:
        """What a process needs to come here."""

    def channel(self, number: int) -> tuple[Place, Person]:
        """A new channel, and a person who orders there."""

    def hold(self) -> Callable[[], None]:
        """From now on the next message waits for its answer until this is called."""

    def cut(self) -> None:
        """The next message arrives and its answer is lost."""

    def digests(self, place: Place) -> int:
        """How many digests stand in a channel."""

    def told(self, person: Person, place: Place) -> int:
        """How often a person was told about a channel."""

    def broken(self) -> list[str]:
        """The rules that were broken."""


class SlackWorld:
    """See `World`."""

    platform: Platform = "slack"
    can_tell = False

    def __init__(self, server: SlackServer) -> None:
        self._server = server
        self.environment = server.environment

    def channel(self, number: int) -> tuple[Place, Person]:
        space = self._server.workspace
        channel, user = space.add_channel(f"c{number}"), space.add_user(f"u{number}")
        place = Place(platform="slack", workspace=space.id, channel=channel.id)
        return place, Person(platform="slack", workspace=space.id, user=user.id)

    def hold(self) -> Callable[[], None]:
        return self._server.faults.hold("chat.postMessage", times=1).release

    def cut(self) -> None:
        self._server.faults.cut("chat.postMessage", after=True)

    def digests(self, place: Place) -> int:
        posts = [one for one in self._server.messages if one.via == "chat.postMessage" and one.channel == place.channel]
        return sum(not one.thread and one.text.startswith(_HEADLINE) for one in posts)

    def told(self, person: Person, place: Place) -> int:
        space = self._server.workspace
        direct = space.direct(space.users[person.user]).id
        return sum(one.channel == direct and place.channel in one.text for one in self._server.messages)

    def broken(self) -> list[str]:
        return [str(one) for one in self._server.violations]


class DiscordWorld:
    """See `World`."""

    platform: Platform = "discord"
    can_tell = True

    def __init__(self, server: DiscordServer) -> None:
        self._server = server
        self.environment = server.environment

    def channel(self, number: int) -> tuple[Place, Person]:
        channel = self._server.add_channel(f"c{number}", self._server.guild)
        user = self._server.add_user(f"u{number}")
        guild = str(self._server.guild.id)
        place = Place(platform="discord", workspace=guild, channel=str(channel.id))
        return place, Person(platform="discord", workspace=guild, user=str(user.id))

    def hold(self) -> Callable[[], None]:
        gate = asyncio.Event()
        self._server.faults.order(_SENT, held(gate))
        return gate.set

    def cut(self) -> None:
        self._server.faults.order(_SENT, connection_cut(afterwards=True))

    def digests(self, place: Place) -> int:
        here = (one for one in self._server.messages if str(one.channel.id) == place.channel and not one.deleted)
        return sum(_HEADLINE in one.text and "the rest" not in one.text for one in here)

    def told(self, person: Person, place: Place) -> int:  # noqa: ARG002 - each channel has one person
        direct = (one for one in self._server.messages if str(one.channel.id) != place.channel)
        return sum(place.channel in one.text for one in direct)

    def broken(self) -> list[str]:
        return [str(one) for one in self._server.violations]


@asynccontextmanager
async def slack_world() -> AsyncIterator[World]:
    async with SlackServer() as server:
        yield SlackWorld(server)


@asynccontextmanager
async def discord_world() -> AsyncIterator[World]:
    async with DiscordServer() as server:
        yield DiscordWorld(server)
