"""Whatever keeps a button from doing what it is for is told to its clicker in one sentence."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from bot.line import Line
from bot.names import Names
from bot.records import MemoryRecords
from bot.records.port_of_answers import ANSWER_FOR
from knowledge.fault import Fault
from knowledge.store import Store
from tests.adapters.slack_app.acting import asked, said_to, started
from tests.adapters.slack_app.looks import Json
from tests.fakes.slack import Entry, SlackServer

pytestmark = pytest.mark.asyncio
EVERY = ["more:en", "quotes:en", "compare:en", "wrong:en", "helpful:en", "unhelpful:en", "share:en"]
OF_THE_BASE = ["more:en", "quotes:en", "wrong:en", "share:en", "compare:en"]
MODALS = ["more:en", "quotes:en", "compare:en", "wrong:en"]
GONE = "This answer is no longer at hand; please ask again."
AWAY = "The knowledge base cannot be used just now; please ask again later. The bot's log has the reason."
SORRY = "Sorry, something went wrong here; please ask again later."
SLOW = "That took too long for Slack; please click once more."


class Fickle(Line):
    """A line whose base goes away when there is trouble."""

    trouble: Exception | None = None

    def names(self) -> Names:
        if self.trouble:
            raise self.trouble
        return super().names()


@pytest.fixture
def line(shipped_store: Store) -> Fickle:
    return Fickle(shipped_store)


@pytest_asyncio.fixture
async def fickle(slack: SlackServer, line: Fickle, records: MemoryRecords) -> AsyncIterator[SlackServer]:
    """A bot over that line."""
    platform, desk = await started(slack, line, records)
    yield slack
    await platform.stop()
    await desk.finish()


async def told(slack: SlackServer, name: str, entry: Entry) -> str:
    """What the clicker, and nobody else, is told."""
    said = await said_to(slack, await slack.click(name, message=entry))
    assert said.to == slack.workspace.alice.id
    assert slack.views == []
    return said.text


async def complaint(slack: SlackServer) -> tuple[Json, str]:
    """The form to say that a figure is wrong, and the first figure in it."""
    await slack.click("wrong:en", message=await asked(slack))
    view = await slack.opened()
    [which] = [block["element"] for block in view["blocks"] if block["block_id"] == "which"]
    return view, str(which["options"][0]["value"])


async def sentence_for(slack: SlackServer, view: Json, which: str) -> str:
    """What takes the place of the form when it is sent off."""
    ack = await slack.acknowledged(await slack.submit_view(view, {"which": which, "why": "no"}))
    assert ack.payload is not None
    return str(ack.payload["view"]["blocks"][0]["text"]["text"])


@pytest.mark.parametrize("name", EVERY)
async def test_an_answer_that_is_too_old_is_gone(bot: SlackServer, records: MemoryRecords, name: str) -> None:
    entry = await asked(bot)
    records.answers.clean_up(datetime.now(UTC) + ANSWER_FOR + timedelta(seconds=1))
    assert await told(bot, name, entry) == GONE


async def test_a_report_on_an_answer_that_is_gone_is_refused_in_its_form(
    bot: SlackServer, records: MemoryRecords
) -> None:
    view, which = await complaint(bot)
    records.answers.clean_up(datetime.now(UTC) + ANSWER_FOR + timedelta(seconds=1))
    assert await sentence_for(bot, view, which) == GONE
    assert records.reports.reports(datetime.now(UTC)) == ()


async def test_a_comparison_with_an_answer_that_is_gone_is_refused(bot: SlackServer, records: MemoryRecords) -> None:
    await bot.click("compare:en", message=await asked(bot))
    view = await bot.opened()
    records.answers.clean_up(datetime.now(UTC) + ANSWER_FOR + timedelta(seconds=1))
    before = len(bot.messages)
    await bot.acknowledged(await bot.submit_view(view, {"other:en": "google"}))
    await bot.quiet()
    assert [(said.text, said.to) for said in bot.messages[before:]] == [(GONE, bot.workspace.alice.id)]


@pytest.mark.parametrize("name", OF_THE_BASE)
async def test_that_the_base_is_away_is_told_without_its_reason(
    fickle: SlackServer, line: Fickle, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    entry = await asked(fickle)
    line.trouble = Fault("the base /srv/base.db is away")
    assert await told(fickle, name, entry) == AWAY
    assert [vars(one)["reason"] for one in caplog.records if "reason" in vars(one)] == ["the base /srv/base.db is away"]


async def test_a_picker_offers_nobody_while_the_base_is_away(fickle: SlackServer, line: Fickle) -> None:
    await fickle.click("compare:en", message=await asked(fickle))
    view = await fickle.opened()
    line.trouble = Fault("away")
    ack = await fickle.acknowledged(await fickle.suggest("other:en", "micro", view=view))
    assert ack.payload == {"options": []}


@pytest.mark.parametrize("name", OF_THE_BASE)
async def test_a_defect_is_apologised_for_and_logged_without_words(
    fickle: SlackServer, line: Fickle, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    entry = await asked(fickle)
    line.trouble = ZeroDivisionError("meta and its secrets")
    assert await told(fickle, name, entry) == SORRY
    assert [vars(one)["defect"] for one in caplog.records if "defect" in vars(one)] == ["ZeroDivisionError"]
    assert "secrets" not in caplog.text


class Broken(MemoryRecords):
    """Records with a defect where reports are kept."""

    def __init__(self, trouble: Exception) -> None:
        super().__init__()
        self._trouble = trouble
        self.reports.report = self._fail  # type: ignore[method-assign]

    def _fail(self, ident: str, report: object) -> None:
        raise self._trouble from LookupError(ident, report)


@pytest.mark.parametrize(
    ("trouble", "sentence"), [(Fault("the disk is full"), AWAY), (ZeroDivisionError("a defect"), SORRY)]
)
async def test_a_report_that_cannot_be_kept_is_not_thanked_for(
    slack: SlackServer, shipped: Line, trouble: Exception, sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    platform, _ = await started(slack, shipped, Broken(trouble))
    assert await sentence_for(slack, *await complaint(slack)) == sentence
    await platform.stop()


@pytest.mark.parametrize("name", MODALS)
async def test_a_trigger_that_has_expired_is_told_to_click_again(bot: SlackServer, name: str) -> None:
    entry = await asked(bot)
    bot.faults.refuse("views.open", "expired_trigger_id")
    assert await told(bot, name, entry) == SLOW


@pytest.mark.parametrize("name", MODALS)
async def test_any_other_refusal_is_apologised_for(bot: SlackServer, name: str) -> None:
    entry = await asked(bot)
    bot.faults.refuse("views.open", "fatal_error")
    assert await told(bot, name, entry) == SORRY


async def test_a_modal_whose_opening_was_not_confirmed_is_opened_once(bot: SlackServer) -> None:
    bot.faults.fail("views.open", status=503, after=True)
    await bot.click("quotes:en", message=await asked(bot))
    await bot.called("views.open", 2)
    await bot.quiet()
    assert len(bot.views) == 1
    bot.violations.clear()  # that the trigger was used twice is what the lost answer makes of it


@pytest.mark.parametrize("error", ["not_found", "hash_conflict"])
async def test_a_page_of_a_modal_that_is_closed_or_changed_is_nobodys_trouble(bot: SlackServer, error: str) -> None:
    await bot.click("more:en", message=await asked(bot))
    view = await bot.opened()
    before = len(bot.messages)
    bot.faults.refuse("views.update", error)
    await bot.click("turn-more:next:en", view=view)
    await bot.called("views.update")
    await bot.quiet()
    assert len(bot.messages) == before


async def test_what_slack_does_not_take_is_not_said_to_be_shared(bot: SlackServer) -> None:
    entry = await asked(bot)
    bot.faults.fail("response_url", status=404)
    assert await told(bot, "share:en", entry) == SORRY
