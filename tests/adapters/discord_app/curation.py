"""A bot on Discord whose curator is Cora, and what tests of curation do over and over."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from adapters.articles.fetcher import Fetcher
from adapters.articles.networks import Networks
from adapters.attending import Attending
from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from adapters.discord_app.ids import Deed
from adapters.errands import Errands
from bot.conversation import Conversation
from bot.curation.counter import Counter
from bot.curation.office import Office
from bot.curation.roles import Roles
from bot.line import Line
from bot.people import Person
from bot.records import MemoryRecords
from bot.report import Report
from knowledge.store import Store
from tests.adapters.discord_app.acting import deed_id, ids, told
from tests.adapters.discord_app.conftest import running, settings_for
from tests.curated import opened_copy
from tests.fakes.discord import Delivery, DiscordServer, Message, User
from tests.fakes.discord.components import TEXT_INPUT, walk

NOW = datetime(2026, 11, 21, tzinfo=UTC)


class Scene(NamedTuple):
    """A bot whose curator is Cora, and what it stands on."""

    server: DiscordServer
    store: Store
    records: MemoryRecords
    line: Line
    platform: DiscordPlatform
    attending: Attending
    cora: User

    async def command(self, text: str, user: User | None = None, **values: str) -> Message:
        """The answer to a command of the group, by Cora if nobody is named."""
        return await told(
            self.server, await self.server.slash(f"capexbot {text}", user=user or self.cora, options=values)
        )

    async def ask(self, question: str) -> Message:
        """The answer to somebody's question."""
        return await told(self.server, await self.server.slash("capex", question=question))

    async def press(self, card: Message, what: str, user: User | None = None) -> Delivery:
        """A press on a button of a matter, acknowledged."""
        before = len(card.versions)
        press = await self.server.click(deed_id(card, what), message=card, user=user or self.cora)
        await self._come(press, lambda: len(card.versions) > before)
        return press

    async def send(self, form: Delivery, **values: Any) -> Delivery:
        """A form that was filled in, sent off."""
        assert form.message
        card, before = form.message, len(form.message.versions)
        sent = await self.server.submit_modal(form, **values)
        await self._come(sent, lambda: len(card.versions) > before)
        return sent

    async def _come(self, act: Delivery, is_changed: Callable[[], bool]) -> None:
        """Wait until an act has come to a form, another message, or a change of the one it was done on."""
        await self.server.acknowledged(act)
        await self.server.until(lambda: act.modal or act.replies or is_changed(), f"what comes of {act}")
        await self.server.settled()

    async def round(self) -> None:
        """What the bot does by itself every few seconds."""
        await self.attending.round([self.platform])
        await self.server.settled()
        opened = [one for one in self.server.integer_ids if one == "POST /users/@me/channels"]
        for one in opened:  # the library's own way to open a direct message
            self.server.integer_ids.remove(one)

    def waiting(self) -> list[str]:
        """The proposed claims."""
        return [claim.id for claim, _ in self.store.claims("proposed")]

    def told(self, user: User) -> list[str]:
        """What was said in somebody's direct messages."""
        return [one.text for one in self.server.messages if one.channel is self.server.direct(user)]

    def person(self, user: User) -> Person:
        """Somebody in the server."""
        return Person(platform="discord", workspace=str(self.server.guild.id), user=str(user.id))


class Bot(NamedTuple):
    """A process of the bot: its platform, and what it does by itself."""

    platform: DiscordPlatform
    attending: Attending


@asynccontextmanager
async def started(
    server: DiscordServer, store: Store, line: Line, records: MemoryRecords, cora: User
) -> AsyncIterator[Bot]:
    """A bot that is connected, for which Cora curates."""
    named = Person(platform="discord", workspace=str(server.guild.id), user=str(cora.id))
    platforms: list[DiscordPlatform] = []
    roles = Roles([named], records, lambda: [one.workspaces for one in platforms] == [1])
    desk = Desk(
        Conversation(line, records, Counter(Office(store, records), roles, records, line.names)), in_threads=False
    )
    platforms.append(DiscordPlatform(desk, line, settings_for(server)))
    async with running(platforms[0]) as platform:
        await server.connected()
        yield Bot(platform, Attending(Errands(store, records, Fetcher(Networks(["127.0.0.1/32"]))), records))
    await desk.finish()


@asynccontextmanager
async def curating(server: DiscordServer, filled: Path, folder: Path) -> AsyncIterator[Scene]:
    """A bot that is connected, over a base with claims that wait."""
    cora, records = server.add_user("Cora"), MemoryRecords()
    with opened_copy(filled, folder) as store:
        line = Line(store)
        line.warm()
        async with started(server, store, line, records, cora) as bot:
            yield Scene(server, store, records, line, bot.platform, bot.attending, cora)


def whats(message: Message) -> list[str]:
    """What can be done about the matter of a message."""
    return [deed.what for one in ids(message) if (deed := Deed.of(one))]


def fields(form: Delivery) -> dict[str, Any]:
    """The fields of a form by their ids."""
    assert form.modal is not None
    return {str(one["custom_id"]): one for _, one in walk(form.modal["components"]) if one.get("custom_id")}


def filled_in(form: Delivery) -> dict[str, Any]:
    """What a form is filled with when it opens, as the client sends it."""
    given: dict[str, Any] = {}
    for name, field in fields(form).items():
        if field["type"] == TEXT_INPUT:
            given[name] = field.get("value") or ""
        else:
            given[name] = [option["value"] for option in field["options"] if option.get("default")]
    return given


async def report(scene: Scene, user: User) -> None:
    """Somebody has said in German that a figure is wrong."""
    wrong = Report(
        claim="meta-capex-2024-expected-unnamed",
        reason="too low",
        question="meta",
        language="de",
        by=scene.person(user),
        at=datetime.now(UTC) - timedelta(days=1),
    )
    scene.records.reports.report("r1", wrong)


async def joined(scene: Scene) -> None:
    """The bot has come to another server too."""
    scene.server.add_guild("Elsewhere")
    await scene.server.until(lambda: scene.platform.workspaces == 2, "the other server")
