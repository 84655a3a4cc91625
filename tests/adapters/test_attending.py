"""What the bot does by itself: a round that fails is logged and followed by another, and what is told is told once."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest

from adapters.articles.fetcher import Fetcher
from adapters.attending import Attending
from adapters.errands import MOST_TRIES, Errands
from bot.people import Person, Platform
from bot.records import MemoryRecords
from bot.records.memory_curation import MemoryCuration
from bot.records.port_of_curation import ERRAND_FOR
from bot.reply import Reply
from bot.suggestion import Outcome, Suggestion
from bot.wording.curating import said
from knowledge.fault import Fault
from knowledge.store import Store
from knowledge.value import Language

pytestmark = pytest.mark.asyncio
NOW = datetime.now(UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
STANDS = Outcome(
    ident="report:1", verdict="stands", who="terminal:ann", at=NOW, person=ANNA, about="x", words="so it is"
)


class Messenger:
    """A platform that takes what it is told after it has refused, or failed, some times."""

    name = "slack"

    def __init__(self, *before: bool | Exception) -> None:
        self.told: list[tuple[Person, str]] = []
        self.enough = asyncio.Event()
        self._before = list(before)

    async def tell(self, person: Person, reply: Reply) -> bool:
        """As the platforms do."""
        first = self._before.pop(0) if self._before else True
        if isinstance(first, Exception):
            raise first
        if first:
            self.told.append((person, " ".join(note.text for note in reply.notes)))
            self.enough.set()
        return first


class Away(MemoryCuration):
    """Records that cannot be used the first time."""

    asked = 0

    def untold(self, platform: Platform) -> tuple[Outcome, ...]:
        """As the records do."""
        self.asked += 1
        if self.asked == 1:
            raise Fault("the records are away")
        return super().untold(platform)


def attending(store: Store, records: MemoryRecords) -> Attending:
    return Attending(Errands(store, records, Fetcher()), records, every=0.01)


async def test_an_outcome_is_told_once_to_whom_it_concerns(shipped_store: Store) -> None:
    records, messenger = MemoryRecords(), Messenger()
    records.curation.settle(STANDS)
    for _ in range(3):
        await attending(shipped_store, records).round([messenger, object()])
    assert messenger.told == [(ANNA, "The figure that you reported stands: x so it is")]


async def test_what_could_not_be_told_is_told_in_a_later_round(shipped_store: Store) -> None:
    records, messenger = MemoryRecords(), Messenger(False, True)  # noqa: FBT003 - what it answers
    records.curation.settle(STANDS)
    for _ in range(3):
        await attending(shipped_store, records).round([messenger])
    assert len(messenger.told) == 1


async def test_records_that_are_away_cost_one_round(shipped_store: Store, caplog: pytest.LogCaptureFixture) -> None:
    records, messenger = MemoryRecords(), Messenger()
    records.curation = Away()
    records.curation.settle(STANDS)
    with caplog.at_level(logging.WARNING, "capex.curation"):
        going = asyncio.create_task(attending(shipped_store, records).go_on([messenger]))
        async with asyncio.timeout(30):
            await messenger.enough.wait()
        going.cancel()
        await asyncio.wait({going})
    assert "a round for the curators failed" in caplog.text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "'127.0.0.1' is not on the public internet (127.0.0.1); nothing is fetched from there"),
        ("de", "„127.0.0.1“ liegt nicht im öffentlichen Internet (127.0.0.1); von dort wird nichts abgerufen"),
    ],
)
async def test_an_address_that_cannot_be_had_is_an_outcome_in_the_language_of_its_giver(
    shipped_store: Store, language: Language, words: str
) -> None:
    records = MemoryRecords()
    wanted = Suggestion(
        ident="article:1", url="http://127.0.0.1:1/", by=ANNA, language=language, at=NOW, accepted="terminal:ann"
    )
    records.curation.suggest(wanted)
    number = shipped_store.change_number()
    outcome = Errands(shipped_store, records, Fetcher()).run(NOW)
    assert outcome
    assert (outcome.verdict, outcome.person, outcome.who) == ("failed", ANNA, "terminal:ann")
    assert outcome.words == words
    assert Errands(shipped_store, records, Fetcher()).run(NOW) is None
    assert shipped_store.change_number() == number


def broken(host: str, port: int) -> list[str]:
    """Something with a mistake in it, in place of what looks up names."""
    raise ZeroDivisionError(host, port)


async def test_what_meets_a_defect_each_time_is_given_up_and_its_giver_is_told(shipped_store: Store) -> None:
    records, messenger = MemoryRecords(), Messenger()
    wanted = Suggestion(
        ident="article:1", url="https://paper.example/a", by=ANNA, language="de", at=NOW, accepted="terminal:ann"
    )
    records.curation.suggest(wanted)
    errands = Errands(shipped_store, records, Fetcher(resolving=broken))
    later = [NOW + number * (ERRAND_FOR + timedelta(seconds=1)) for number in range(MOST_TRIES + 2)]
    for at in later[:MOST_TRIES]:
        with pytest.raises(ZeroDivisionError):
            errands.run(at)
    outcome = errands.run(later[MOST_TRIES])
    assert outcome
    assert (outcome.verdict, outcome.person, outcome.about) == ("failed", ANNA, "https://paper.example/a")
    assert errands.run(later[MOST_TRIES + 1]) is None
    await attending(shipped_store, records).round([messenger])
    assert [words for _, words in messenger.told] == [
        f"Der Artikel ließ sich nicht lesen: {wanted.url} {said('gave_up', 'de', MOST_TRIES)}"
    ]
