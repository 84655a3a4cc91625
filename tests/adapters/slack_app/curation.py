"""A bot in Slack whose curator is Cora, and what tests of curation do over and over."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from adapters.articles.fetcher import Fetcher
from adapters.articles.networks import Networks
from adapters.attending import Attending
from adapters.desk import Desk
from adapters.errands import Errands
from adapters.slack_app import SlackPlatform
from adapters.slack_app.patience import Patience
from bot.conversation import Conversation
from bot.curation.counter import Counter
from bot.curation.office import Office
from bot.curation.roles import Roles
from bot.line import Line
from bot.people import Person
from bot.records import MemoryRecords
from bot.settings import Settings
from knowledge.store import Store
from tests.adapters.slack_app.looks import Json, buttons
from tests.adapters.slack_app.test_answers import only_reply
from tests.curated import opened_copy
from tests.fakes.slack import Entry, SlackServer, User
from tests.fakes.slack.timing import PATIENCE


class Scene(NamedTuple):
    """A bot whose curator is Cora, and what it stands on."""

    slack: SlackServer
    store: Store
    records: MemoryRecords
    line: Line
    attending: Attending
    platform: SlackPlatform
    cora: User

    async def command(self, text: str, user: User | None = None) -> Entry:
        """The answer to a command, by Cora if nobody is named."""
        return await only_reply(self.slack, await self.slack.slash("/capex", text, user=user or self.cora))

    async def round(self) -> None:
        """What the bot does by itself every few seconds."""
        await self.attending.round([self.platform])
        await self.slack.quiet()

    def waiting(self) -> list[str]:
        """The proposed claims."""
        return [claim.id for claim, _ in self.store.claims("proposed")]

    def told(self, user: User) -> list[str]:
        """What was posted in somebody's direct messages."""
        return [one.text for one in self.slack.messages if one.channel == self.slack.workspace.direct(user).id]


@asynccontextmanager
async def curating(slack: SlackServer, filled: Path, folder: Path) -> AsyncIterator[Scene]:
    """A bot that is connected, over a base with claims that wait."""
    cora = slack.workspace.add_user("cora")
    records = MemoryRecords()
    with opened_copy(filled, folder) as store:
        line = Line(store)
        named = Person(platform="slack", workspace=slack.workspace.id, user=cora.id)
        counter = Counter(Office(store, records), Roles([named], records, lambda: True), records, line.names)
        desk = Desk(Conversation(line, records, counter), in_threads=False)
        platform = SlackPlatform(desk, Settings.from_environment(slack.environment), patience=Patience(pace=0))
        await platform.start()
        await slack.connected()
        fetcher = Fetcher(Networks(["127.0.0.1/32"]))
        attending = Attending(Errands(store, records, fetcher), records)
        yield Scene(slack, store, records, line, attending, platform, cora)
        await platform.stop()
        await desk.finish()


def person(scene: Scene, user: User) -> Person:
    return Person(platform="slack", workspace=scene.slack.workspace.id, user=user.id)


def names(entry: Entry) -> list[str]:
    """The actions of the buttons of a message."""
    return [str(one["action_id"]) for one in buttons({"blocks": entry.blocks})]


def filled_in(view: Json) -> dict[str, str]:
    """What a form is filled with when it opens."""
    shown = {block["block_id"]: block["element"] for block in view["blocks"]}
    values = {
        name: one.get("initial_value") or one.get("initial_option", {}).get("value") for name, one in shown.items()
    }
    return {name: str(value) for name, value in values.items() if value}


async def press(scene: Scene, entry: Entry, name: str, user: User | None = None) -> None:
    """Decide something; wait for what comes of it."""
    before = len(scene.slack.messages)
    await scene.slack.acknowledged(await scene.slack.click(name, message=entry, user=user or scene.cora))
    await come(scene, before)


async def send(scene: Scene, view: Json, given: dict[str, str]) -> None:
    """Send a form off; wait for what comes of it."""
    before = len(scene.slack.messages)
    await scene.slack.acknowledged(await scene.slack.submit_view(view, given))
    await come(scene, before)


async def pick(scene: Scene, picker: Entry, chosen: User, user: User) -> None:
    """Pick who is to curate; wait for what comes of it."""
    before = len(scene.slack.messages)
    await scene.slack.acknowledged(await scene.slack.click("curate:en", chosen.id, message=picker, user=user))
    await come(scene, before)


async def come(scene: Scene, before: int) -> None:
    """Wait until there are more messages than before, and no more come."""
    slack = scene.slack
    await slack.world.changes.until(lambda: len(slack.messages) > before, slack.seen, PATIENCE)
    await slack.quiet()


def current(scene: Scene, entry: Entry) -> Entry:
    """The message as it stands now."""
    return next(one for one in reversed(scene.slack.messages) if one.ts == entry.ts)
