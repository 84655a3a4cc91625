"""A clock, a platform that does what a test wants, and rounds that a test lets pass."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from adapters.publishing import Leaving, Pace, Publisher, Rounds, Unclear
from bot.names import Names
from bot.people import Person, Place, Platform
from bot.plain import plain_text
from bot.publishing.composing import Composing
from bot.records import Records
from bot.reply import Reply
from bot.schedule import DAILY, Schedule
from bot.subscription import Subscription
from knowledge.store import PutClaim, Store
from knowledge.value import Language
from tests.knowledge.store.sample import claim, write_corpus

MORNING = datetime(2026, 11, 20, 8, tzinfo=UTC)
"""Nine o'clock in Berlin, a Friday."""

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
PLACE = Place(platform="slack", workspace="T1", channel="C1")
CHANNEL = "slack:T1:C1"
ANNA = Person(platform="slack", workspace="T1", user="U1")
ORDER = Subscription(
    place=PLACE, by=ANNA, schedule=Schedule(at=time(9), zone="Europe/Berlin", days=DAILY), language="en"
)


class Died(BaseException):
    """The process ends here; what is under way is gone."""


@dataclass
class FakePlatform(Publisher):
    """Keeps what is posted. `before` and `after` happen around the next post, in the process that posts it."""

    platform: Platform = "slack"
    remembers: bool = False
    posts: list[tuple[str, Reply]] = field(default_factory=list)
    threads: list[tuple[str, Reply]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    connecting: Iterator[BaseException | None] = field(default_factory=lambda: iter(()))
    before: Iterator[Exception | BaseException | None] = field(default_factory=lambda: iter(()))
    after: Iterator[Exception | BaseException | None] = field(default_factory=lambda: iter(()))
    in_private: Iterator[Exception | None] = field(default_factory=lambda: iter(()))
    keys: dict[str, str] = field(default_factory=dict)

    async def post(self, place: Place, reply: Reply, key: str, leaving: Leaving) -> str:
        _happen(self.connecting)
        await leaving()
        _happen(self.before)
        if not (self.remembers and key in self.keys):
            self.posts.append((place.channel, reply))
            self.keys[key] = f"m{len(self.posts)}"
        _happen(self.after)
        return self.keys[key]

    async def find(self, place: Place, reply: Reply, key: str, since: datetime) -> str | None:  # noqa: ARG002
        if not self.remembers:
            raise Unclear("this platform cannot tell")
        return self.keys.get(key)

    async def add(self, place: Place, message: str, reply: Reply) -> None:  # noqa: ARG002
        self.threads.append((message, reply))

    async def tell(self, person: Person, place: Place, words: str, language: Language) -> None:  # noqa: ARG002
        _happen(self.in_private)
        self.told.append((person.user, words))

    @property
    def texts(self) -> list[str]:
        """What stands in the channels."""
        return [plain_text(reply) for _, reply in self.posts]


def _happen(trouble: Iterator[Exception | BaseException | None]) -> None:
    error = next(trouble, None)
    if error is not None:
        raise error


@dataclass
class Stage:
    """A base, records, a platform, and a clock that only a test moves."""

    store: Store
    records: Records
    platform: FakePlatform
    now: datetime = MORNING - HOUR
    pace: Pace = field(default_factory=Pace)

    def __post_init__(self) -> None:
        self.rounds = self.process()

    def process(self) -> Rounds:
        """A process that has just started."""
        vocabulary = Names(self.store.vocabulary())
        composing = Composing(self.store, lambda: vocabulary, self.records.digests)
        publishers: dict[Platform, Publisher] = {self.platform.platform: self.platform}
        return Rounds(self.records.digests, self.store, composing, publishers, now=lambda: self.now, pace=self.pace)

    def order(self, order: Subscription = ORDER, **changes: object) -> Subscription:
        """A channel orders a digest, told from what is new now."""
        made = replace(order, **({"since": self.store.change_number()} | changes))  # type: ignore[arg-type]
        self.records.digests.subscribe(made, made.schedule.next(self.now).at)
        return made

    def news(self, *keys: str, **fields: Any) -> None:
        """Claims come in."""
        self.store.write("anna", [PutClaim(claim(key, **fields)) for key in keys], self.now)

    async def pass_to(self, moment: datetime) -> None:
        """It is another time; two rounds pass."""
        self.now = moment
        for _ in range(2):
            await self.rounds.round()
            await self.rounds.finish()

    def restart(self) -> None:
        """Another process takes the place of this one."""
        self.rounds = self.process()


def made(url: str, folder: Path, records: Records, platform: FakePlatform) -> Stage:
    """A stage over a small base."""
    return Stage(Store(url, corpus=write_corpus(folder / "corpus")), records, platform)
