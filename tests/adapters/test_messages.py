"""What holds for a message and its reply on every platform, shown with a platform that only keeps what it is given."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from adapters.desk import Desk, Said
from adapters.messages import Messages, Written
from bot.conversation import Conversation
from bot.line import Line
from bot.people import Person, Place
from bot.records import MemoryRecords
from bot.reply import Reply
from knowledge.fault import Fault

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
DIRECT = Place(platform="slack", workspace="T1", channel="D1", direct=True)


class Page:
    """A place for replies; `gate` holds a reply back until it is set."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.acts: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def post(self, reply: Reply) -> str:
        await self.gate.wait()
        self.acts.append("post")
        self.shown.append(reply.headline)
        return str(len(self.shown) - 1)

    async def update(self, posted: str, reply: Reply) -> None:
        self.acts.append("update")
        self.shown[int(posted)] = reply.headline


class NoRecords(MemoryRecords):
    """Records of a database that is away."""

    def first_sight(self, delivery: str, at: datetime) -> bool:
        raise Fault(f"nothing can be written: {delivery} {at}")

    def answered(self, message: str, reply: str, at: datetime) -> None:
        raise Fault(f"nothing can be written: {message} {reply} {at}")

    def reply_to(self, message: str, at: datetime) -> str | None:
        raise Fault(f"nothing can be read: {message} {at}")


def messages(line: Line, records: MemoryRecords | None = None) -> Messages:
    return Messages(Desk(Conversation(line, records or MemoryRecords()), in_threads=False))


def new(text: str = "meta capex", delivery: str = "1", key: str = "message") -> Written:
    return Written(Said(text, ANNA, DIRECT, NOW, delivery), key)


def edit(text: str, seconds: int = 5, *, delivery: str = "2", may_be_first: bool = False) -> Written:
    said = Said(text, ANNA, DIRECT, NOW + timedelta(seconds=seconds), delivery)
    return Written(said, "message", edited=True, may_be_first=may_be_first)


async def test_a_message_has_one_reply_however_often_it_is_delivered(shipped: Line) -> None:
    page, answering = Page(), messages(shipped)
    for _ in range(3):
        await answering.answer(new(), page)
    assert page.acts == ["post"]


async def test_of_two_processes_that_share_records_one_answers(shipped: Line) -> None:
    page, records = Page(), MemoryRecords()
    await asyncio.gather(*(messages(shipped, records).answer(new(), page) for _ in range(2)))
    assert page.acts == ["post"]


@pytest.mark.parametrize(("seconds", "acts"), [(60, ["post", "update"]), (61, ["post"])])
async def test_an_edit_updates_the_reply_for_a_minute(shipped: Line, seconds: int, acts: list[str]) -> None:
    page, answering = Page(), messages(shipped)
    await answering.answer(new("meta capex"), page)
    await answering.answer(edit("samsung capex", seconds), page)
    assert page.acts == acts


async def test_an_edit_that_is_delivered_twice_updates_once(shipped: Line) -> None:
    page, answering = Page(), messages(shipped)
    await answering.answer(new(), page)
    for _ in range(2):
        await answering.answer(edit("microsoft capex"), page)
    assert page.acts == ["post", "update"]


async def test_an_edit_during_the_answer_has_the_last_word(shipped: Line) -> None:
    page, answering = Page(), messages(shipped)
    page.gate.clear()
    answer = asyncio.create_task(answering.answer(new("meta capex"), page))
    change = asyncio.create_task(answering.answer(edit("microsoft capex"), page))
    await asyncio.sleep(0)
    page.gate.set()
    await asyncio.gather(answer, change)
    assert page.acts == ["post", "update"]
    assert page.shown == ["Microsoft · capital expenditure"]


def counted(records: MemoryRecords) -> dict[str, int]:
    return {asked.gap.text: asked.count for asked in records.gaps(NOW + timedelta(minutes=1))}


async def test_a_message_counts_once_as_a_gap_however_often_it_is_delivered(shipped: Line) -> None:
    records = MemoryRecords()
    desk = Desk(Conversation(shipped, records), in_threads=False)
    for _ in range(2):
        await Messages(desk).answer(new("samsung capex"), Page())
    await desk.finish()
    assert counted(records) == {"samsung capex": 1}


async def test_an_edit_counts_only_where_it_asks_something_else_without_an_answer(shipped: Line) -> None:
    records, page = MemoryRecords(), Page()
    desk = Desk(Conversation(shipped, records), in_threads=False)
    answering = Messages(desk)
    await answering.answer(new("samsung capex"), page)
    for number, text in enumerate(("Samsung capex?", "meta capex", "nokia capex", "samsung capex")):
        await answering.answer(edit(text, delivery=f"edit {number}"), page)
        await desk.finish()
    assert counted(records) == {"samsung capex": 1, "nokia capex": 1}


async def test_the_same_question_in_two_messages_counts_twice(shipped: Line) -> None:
    records = MemoryRecords()
    desk = Desk(Conversation(shipped, records), in_threads=False)
    for key in ("1", "2"):
        await Messages(desk).answer(new("samsung capex", delivery=key, key=key), Page())
    await desk.finish()
    assert counted(records) == {"samsung capex": 2}


async def test_one_message_does_not_wait_for_another(shipped: Line) -> None:
    slow, quick, answering = Page(), Page(), messages(shipped)
    slow.gate.clear()
    waiting = asyncio.create_task(answering.answer(new(), slow))
    await answering.answer(new(delivery="3", key="another message"), quick)
    assert (slow.acts, quick.acts) == ([], ["post"])
    slow.gate.set()
    await waiting


@pytest.mark.parametrize(("may_be_first", "acts"), [(False, []), (True, ["post"])])
async def test_an_edit_of_a_message_without_a_reply(shipped: Line, may_be_first: bool, acts: list[str]) -> None:  # noqa: FBT001
    page = Page()
    await messages(shipped).answer(edit("meta capex", may_be_first=may_be_first), page)
    assert page.acts == acts


async def test_without_records_everything_new_is_answered(shipped: Line, caplog: pytest.LogCaptureFixture) -> None:
    page, answering = Page(), messages(shipped, NoRecords())
    await answering.answer(new(), page)
    await answering.answer(edit("microsoft capex"), page)
    assert page.acts == ["post"]
    assert {record.getMessage() for record in caplog.records} == {"the records could not be used"}
