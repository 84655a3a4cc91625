"""At the desk one reply is given for a delivery, and nothing that may take its time runs where the events do."""

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from adapters.desk import Desk, Said
from bot.allowance import Allowance
from bot.conversation import Conversation
from bot.gap import Gap
from bot.line import Asked, Line
from bot.people import Audience, Person, Place
from bot.question import Question
from bot.records import MemoryRecords
from bot.settling import Manner
from knowledge.fault import Fault
from knowledge.store import Store
from knowledge.value import Language
from tests.bot.fake_base import BrokenBase

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
DIRECT = Place(platform="slack", workspace="T1", channel="D1", direct=True)
WAIT = 10.0


def said(text: str = "meta capex", delivery: str = "1") -> Said:
    return Said(text, ANNA, DIRECT, NOW, delivery)


def limited(line: Line, most: int = 1, records: MemoryRecords | None = None) -> Desk:
    """A desk at which each person may ask so much in a minute."""
    return Desk(Conversation(line, records or MemoryRecords()), in_threads=False, allowance=Allowance(most))


class Watched(MemoryRecords):
    """Records that know which thread asked them for the last question."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_by: list[int] = []

    def last_question(self, place: Place, person: Person, at: datetime) -> Question | None:
        self.asked_by.append(threading.get_ident())
        return super().last_question(place, person, at)


class Late(MemoryRecords):
    """Records that see a delivery only when its answer has been worked out."""

    def __init__(self, worked_out: threading.Event) -> None:
        super().__init__()
        self._worked_out = worked_out

    def first_sight(self, delivery: str, at: datetime) -> bool:
        assert self._worked_out.wait(WAIT), "the answer waits for the records"
        return super().first_sight(delivery, at)


class Telling(Line):
    """A line that tells when it has answered."""

    def __init__(self, store: Store, worked_out: threading.Event) -> None:
        super().__init__(store)
        self._worked_out = worked_out

    def ask(
        self,
        text: str,
        on: date,
        language: Language | None = None,
        last: Question | None = None,
        spoken: Language | None = None,
    ) -> Asked:
        asked = super().ask(text, on, language, last, spoken)
        self._worked_out.set()
        return asked


class Full(MemoryRecords):
    """Records that have no room for a gap."""

    def missed(self, gap: Gap, at: datetime) -> None:
        raise Fault(f"the disk is full: {gap} {at}")


async def test_an_answer_is_worked_out_while_the_delivery_is_recorded_elsewhere(shipped_store: Store) -> None:
    worked_out = threading.Event()
    desk = Desk(Conversation(Telling(shipped_store, worked_out), Late(worked_out)), in_threads=True)
    assert await desk.answer(said())
    await desk.finish()


@pytest.mark.parametrize("in_threads", [True, False])
async def test_of_a_delivery_that_comes_twice_at_once_one_has_a_reply(shipped: Line, in_threads: bool) -> None:  # noqa: FBT001
    desk = Desk(Conversation(shipped, MemoryRecords()), in_threads=in_threads)
    replies = await asyncio.gather(desk.answer(said()), desk.answer(said()))
    await desk.finish()
    assert [reply is None for reply in replies].count(True) == 1


async def test_a_delivery_that_was_answered_leaves_no_question_behind(shipped: Line) -> None:
    records = MemoryRecords()
    desk = Desk(Conversation(shipped, records), in_threads=False)
    await desk.answer(said("meta capex"))
    await desk.answer(said("microsoft capex"))
    await desk.finish()
    last = records.last_question(DIRECT, ANNA, NOW)
    assert last is not None
    assert last.subjects == ("meta",)


async def test_a_defect_is_raised_for_the_first_delivery_only() -> None:
    desk = Desk(Conversation(Line(BrokenBase(RuntimeError("a defect"))), MemoryRecords()), in_threads=False)
    with pytest.raises(RuntimeError, match="a defect"):
        await desk.answer(said())
    assert await desk.answer(said()) is None


async def test_a_remote_base_is_not_asked_for_the_last_question_where_events_run(shipped: Line) -> None:
    records = Watched()
    desk = Desk(Conversation(shipped, records), in_threads=True)
    await desk.answer(said())
    await desk.finish()
    assert records.asked_by
    assert threading.get_ident() not in records.asked_by


@pytest.mark.parametrize("text", ["samsung capex", "meta headcount"])
async def test_a_question_without_an_answer_is_counted_as_a_gap(shipped: Line, text: str) -> None:
    records = MemoryRecords()
    desk = Desk(Conversation(shipped, records), in_threads=False)
    await desk.answer(said(text, "1"))
    await desk.answer(said(text, "2"))
    await desk.finish()
    assert [(asked.gap.text, asked.count, asked.last) for asked in records.gaps(NOW)] == [(text, 2, NOW)]


async def test_a_question_with_an_answer_is_no_gap(shipped: Line) -> None:
    records = MemoryRecords()
    desk = Desk(Conversation(shipped, records), in_threads=False)
    await desk.answer(said("meta capex"))
    await desk.finish()
    assert records.gaps(NOW) == ()


async def test_a_gap_that_cannot_be_recorded_costs_no_answer_and_is_logged(
    shipped: Line, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk(Conversation(shipped, Full()), in_threads=False)
    reply = await desk.answer(said("samsung capex"))
    await desk.finish()
    assert reply is not None
    assert reply.outcome == "not_found"
    assert [record.getMessage() for record in caplog.records] == ["a question could not be recorded"]


@pytest.mark.parametrize(
    ("text", "headline", "why"),
    [
        ("what does meta spend?", "One moment, please", "I answer 1 questions a minute for each person"),
        ("Was gibt Meta aus?", "Einen Moment, bitte", "Ich beantworte 1 Fragen pro Minute und Person"),
    ],
)
async def test_who_asks_too_much_is_told_once_in_their_language(
    shipped: Line, text: str, headline: str, why: str
) -> None:
    desk = limited(shipped)
    await desk.answer(said(delivery="0"))
    replies = [await desk.answer(said(text, str(number))) for number in range(1, 4)]
    await desk.finish()
    assert [reply.headline for reply in replies if reply] == [headline]
    assert replies[0]
    assert replies[0].notes[0].text.startswith(why)


async def test_many_questions_at_once_are_counted_one_by_one(shipped: Line) -> None:
    desk = limited(shipped, 5)
    replies = await asyncio.gather(*(desk.answer(said(delivery=str(number))) for number in range(20)))
    await desk.finish()
    assert [reply.outcome for reply in replies if reply] == ["found"] * 5 + ["not_found"]


async def test_a_question_that_is_told_again_counts_once(shipped: Line) -> None:
    desk = limited(shipped, 2)
    for _ in range(5):
        await desk.answer(said(delivery="1"))
    assert await desk.answer(said(delivery="2"))
    await desk.finish()


async def test_the_sentence_itself_is_not_said_twice_to_what_is_told_twice(shipped: Line) -> None:
    desk = limited(shipped)
    replies = [await desk.answer(said(delivery=one)) for one in ("1", "2", "2", "3")]
    await desk.finish()
    assert [bool(reply) for reply in replies] == [True, True, False, False]


async def test_what_is_not_answered_is_not_asked_of_the_base(shipped: Line) -> None:
    records = Watched()
    desk = limited(shipped, 1, records)
    for number in range(3):
        await desk.answer(said(delivery=str(number)))
    await desk.finish()
    assert len(records.asked_by) == 1


class Unwritable(MemoryRecords):
    """Records that take no setting."""

    def prefer(self, person: Person, language: Language | None, at: datetime) -> None:
        raise Fault(f"the disk is full: {person} {language} {at}")


async def test_a_setting_is_kept_when_its_reply_is_given(shipped: Line) -> None:
    records = MemoryRecords()
    desk = Desk(Conversation(shipped, records), in_threads=False)
    assert await desk.answer(said("settings language de"))
    assert records.preferred(ANNA) == "de"


async def test_a_setting_that_cannot_be_kept_is_not_said_to_be(shipped: Line) -> None:
    desk = Desk(Conversation(shipped, Unwritable()), in_threads=False)
    reply = await desk.answer(said("settings language en"))
    assert reply is not None
    assert [note.text for note in reply.notes] == ["This could not be stored just now; please try again later."]


async def test_a_setting_that_is_told_again_after_another_changes_nothing(shipped: Line) -> None:
    records = MemoryRecords()
    desk = Desk(Conversation(shipped, records), in_threads=False)
    await desk.answer(said("settings language de", "1"))
    await desk.answer(said("settings language en", "2"))
    assert await desk.answer(said("settings language de", "1")) is None
    assert records.preferred(ANNA) == "en"


async def test_a_base_that_is_at_fault_has_no_overview(shipped: Line) -> None:
    broken = Desk(Conversation(Line(BrokenBase(Fault("gone"))), MemoryRecords()), in_threads=False)
    assert await broken.overview(ANNA, NOW) is None
    assert await Desk(Conversation(shipped, MemoryRecords()), in_threads=True).overview(ANNA, NOW)


class NoSettings(MemoryRecords):
    """Records whose settings cannot be read."""

    def audience(self, place: Place) -> Audience:
        raise Fault(f"nothing can be read of {place.channel}")


async def test_a_channel_whose_setting_cannot_be_looked_up_is_private(shipped: Line) -> None:
    records = NoSettings()
    records.show_to(DIRECT, "public", NOW)
    assert await limited(shipped, records=records).ledger.audience(DIRECT) == "private"


async def test_a_channel_is_as_it_was_set(shipped: Line) -> None:
    records = MemoryRecords()
    records.show_to(DIRECT, "public", NOW)
    assert await limited(shipped, records=records).ledger.audience(DIRECT) == "public"


async def test_a_reply_goes_on_from_the_answer_that_it_replies_to(shipped: Line) -> None:
    desk = limited(shipped, most=9)
    first = await desk.answer(said("microsoft capex 2024"))
    await desk.finish()
    await desk.answer(said("nvidia", delivery="2"))
    await desk.finish()
    assert first is not None
    assert first.under is not None
    reply = await desk.answer(replace(said("and meta?", delivery="3"), manner=Manner(after=first.under.key)))
    assert reply is not None
    assert reply.headline == "Meta · capital expenditure · 2024"


async def test_a_reply_to_an_answer_that_is_gone_goes_on_from_the_last_question(shipped: Line) -> None:
    desk = limited(shipped, most=9)
    await desk.answer(said("microsoft capex 2024"))
    await desk.finish()
    reply = await desk.answer(replace(said("and meta?", delivery="2"), manner=Manner(after="gone")))
    assert reply is not None
    assert reply.headline == "Meta · capital expenditure · 2024"
