"""The stage: every door of every platform open at once, each scene played there once, however many tests look at it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from adapters.slack_app import SlackPlatform
from adapters.slack_app.http_server import EVENTS
from adapters.slack_app.patience import Patience
from bot.brief import brief
from bot.conversation import Conversation
from bot.line import Line
from bot.records import Records
from bot.reply import Reply
from bot.settings import Settings
from tests.contract.bases import DAY, House
from tests.contract.discord_doors import DiscordDoor
from tests.contract.door import Door, Visit
from tests.contract.scenes import Base, Scene
from tests.contract.shown import Shown
from tests.contract.slack_doors import SlackDoor
from tests.contract.terminal_doors import TerminalDoor
from tests.fakes.discord import DiscordServer
from tests.fakes.slack import SlackServer


@dataclass(frozen=True, slots=True)
class Played:
    """A scene at a door: what was seen of the bot, and the rules it broke meanwhile."""

    replies: list[Shown]
    breaches: list[str]

    @property
    def reply(self) -> Shown:
        """The reply, where there is one."""
        assert len(self.replies) == 1, f"{len(self.replies)} replies"
        return self.replies[0]


class Stage:
    """The doors, the house behind them, and the desks that all but the terminal lead to."""

    def __init__(self, house: House, doors: Mapping[str, Door], desks: Sequence[Desk]) -> None:
        self._house = house
        self._desks = desks
        self._doors = doors
        self._played: dict[tuple[str, str], Played] = {}
        self._whole: dict[tuple[str, str | None], Reply] = {}

    async def play(self, door: str, scene: Scene) -> Played:
        """The scene at the door; the first time it is asked for, it happens."""
        key = door, scene.name
        if key not in self._played:
            way_in = self._doors[door]
            before = len(way_in.breaches())
            visit = way_in.enter()
            with self._house.open(scene.base):
                for text in scene.before:
                    await visit.say(text)
                replies = await visit.say(scene.text, scene.way)
            self._played[key] = Played(replies, way_in.breaches()[before:])
        return self._played[key]

    def enter(self, door: str) -> Visit:
        """Begin a conversation over the base that is on."""
        return self._doors[door].enter()

    async def recorded(self) -> None:
        """Wait until all is recorded that was said up to now."""
        for desk in self._desks:
            await desk.finish()

    async def say(self, door: str, *texts: tuple[Base, str]) -> list[Shown]:
        """The last replies of one conversation, each of its texts said over a base."""
        visit = self._doors[door].enter()
        replies: list[Shown] = []
        for base, text in texts:
            with self._house.open(base):
                replies = await visit.say(text)
        return replies

    async def take(self, door: str, scene: Scene) -> tuple[str, list[Shown]]:
        """The last choice that a scene's reply offers, and what is seen when it is taken."""
        visit = self._doors[door].enter()
        with self._house.open(scene.base):
            [offer] = await visit.say(scene.text)
            return offer.choices[-1], await visit.take(offer.choices[-1])

    def due(self, scene: Scene, text: str | None = None) -> Reply:
        """What the line answers to the scene's text, or another, in the short form that every platform has to show."""
        return brief(self.whole(scene, text))

    def whole(self, scene: Scene, text: str | None = None) -> Reply:
        """The same with nothing shortened."""
        key = scene.name, text
        if key not in self._whole:
            with self._house.open(scene.base):
                last = None
                for before in scene.before:
                    last = self._house.ask(before, DAY).question
                self._whole[key] = self._house.ask(scene.text if text is None else text, DAY, last=last).reply
        return self._whole[key]


@asynccontextmanager
async def on_stage(house: House, records: Records) -> AsyncIterator[Stage]:
    """A Slack for each way to the bot and a Discord, and one bot on each, with the same records."""
    async with SlackServer() as slack, SlackServer() as calling, DiscordServer() as discord:
        discord.mentions_ruled_out = True
        settings = Settings.from_environment({**slack.environment, **discord.environment})
        signed = Settings.from_environment({**calling.http_environment, "CAPEX_HTTP_PORT": "0"})
        desks = _desk(house, records), _desk(house, records), _desk(house, records)
        at_once = Patience(pace=0)  # the pace of a channel has tests of its own
        over_http = SlackPlatform(desks[2], signed, patience=at_once)
        slack_house = SlackPlatform(desks[0], settings, patience=at_once)
        platforms = slack_house, DiscordPlatform(desks[1], house, settings), over_http
        for platform in platforms:
            await platform.start()
        try:
            calling.use_http(f"http://127.0.0.1:{over_http.port}{EVENTS}")
            await slack.connected()
            await discord.connected()
            await discord.synced()
            yield Stage(house, _doors(house, records, (slack, calling), discord), desks)
        finally:
            for platform in platforms:
                await platform.stop()


def _desk(line: Line, records: Records) -> Desk:
    return Desk(Conversation(line, records), in_threads=False)


def _doors(
    house: House, records: Records, slacks: tuple[SlackServer, SlackServer], discord: DiscordServer
) -> dict[str, Door]:
    slack, calling = slacks
    return {
        "terminal": TerminalDoor(house, records),
        "slack-slash": SlackDoor(slack, "slash"),
        "slack-mention": SlackDoor(slack, "mention"),
        "slack-direct": SlackDoor(slack, "direct"),
        "slack-http-slash": SlackDoor(calling, "slash"),
        "slack-http-mention": SlackDoor(calling, "mention"),
        "discord-slash": DiscordDoor(discord, "slash"),
        "discord-mention": DiscordDoor(discord, "mention"),
        "discord-direct": DiscordDoor(discord, "direct"),
    }
