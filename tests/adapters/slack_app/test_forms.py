"""What is sent off in Slack's modals: a comparison is posted where the answer stands, a report is kept."""

from datetime import UTC, datetime

import pytest

from bot.people import Person
from bot.records import MemoryRecords
from tests.adapters.slack_app.acting import asked, said_to
from tests.adapters.slack_app.looks import Json, shown
from tests.adapters.slack_app.test_answers import only_reply
from tests.fakes.slack import Delivery, Entry, SlackServer

pytestmark = pytest.mark.asyncio
FIGURES = "OpenAI loss 2026"


async def opened(slack: SlackServer, name: str, entry: Entry) -> Json:
    """The modal that a button opens."""
    await slack.click(name, message=entry)
    return await slack.opened()


async def offered(slack: SlackServer, view: Json, typed: str) -> list[str]:
    """The values that a picker offers."""
    ack = await slack.acknowledged(await slack.suggest("other:en", typed, view=view))
    assert ack.payload is not None
    return [str(option["value"]) for option in ack.payload["options"]]


async def closed(slack: SlackServer, sent: Delivery) -> None:
    """The form is taken and nothing else happens."""
    await slack.acknowledged(sent)
    await slack.quiet()


async def test_the_picker_offers_who_has_claims_without_whom_was_asked_about(bot: SlackServer) -> None:
    found = await offered(bot, await opened(bot, "compare:en", await asked(bot, "meta capex")), "")
    assert {"microsoft", "amazon"} <= set(found[:10])
    assert "meta" not in found
    assert len(found) <= 100


@pytest.mark.parametrize("typed", ["micr", "Microsft", "MSFT", "mircosoft"])
async def test_the_picker_finds_a_name_by_its_beginning_and_in_spite_of_typos(bot: SlackServer, typed: str) -> None:
    assert (await offered(bot, await opened(bot, "compare:en", await asked(bot)), typed))[0] == "microsoft"


async def test_the_picker_offers_nobody_where_nobody_is_meant(bot: SlackServer) -> None:
    assert await offered(bot, await opened(bot, "compare:en", await asked(bot)), "samsung") == []


async def test_a_comparison_of_a_private_answer_is_private(bot: SlackServer) -> None:
    entry = await asked(bot, "meta capex")
    await bot.click("compare:en", message=entry)
    view = await bot.opened()
    before = len(bot.messages)
    await closed(bot, await bot.submit_view(view, {"other:en": "microsoft"}))
    [told] = bot.messages[before:]
    assert (told.kind, told.to) == ("ephemeral", bot.workspace.alice.id)
    assert told.text.startswith("Meta vs Microsoft · capital expenditure")
    assert bot.views == []


async def test_a_comparison_of_a_public_answer_stands_in_its_thread(bot: SlackServer) -> None:
    mention = await bot.mention("meta capex")
    view = await opened(bot, "compare:en", await only_reply(bot, mention))
    before = len(bot.messages)
    await closed(bot, await bot.submit_view(view, {"other:en": "microsoft"}))
    [told] = bot.messages[before:]
    assert (told.kind, told.to, told.thread) == ("post", None, mention.ts)
    assert told.text.startswith("Meta vs Microsoft")


async def test_a_comparison_can_be_compared_further(bot: SlackServer) -> None:
    mention = await bot.mention("meta capex")
    view = await opened(bot, "compare:en", await only_reply(bot, mention))
    await closed(bot, await bot.submit_view(view, {"other:en": "microsoft"}))
    view = await opened(bot, "compare:en", bot.messages[-1])
    await closed(bot, await bot.submit_view(view, {"other:en": "amazon"}))
    assert bot.messages[-1].text.startswith("Meta vs Microsoft vs Amazon")


async def test_a_form_that_is_told_twice_is_worked_on_once(bot: SlackServer) -> None:
    view = await opened(bot, "compare:en", await asked(bot))
    before = len(bot.messages)
    sent = await bot.submit_view(view, {"other:en": "microsoft"})
    await bot.redeliver(sent)
    await bot.acknowledged(sent, 2)
    await bot.quiet()
    assert len(bot.messages) == before + 1


async def test_a_wrong_figure_is_kept_with_who_says_so_and_thanked_for(
    bot: SlackServer, records: MemoryRecords
) -> None:
    view = await opened(bot, "wrong:en", await asked(bot, FIGURES))
    [which] = [block["element"] for block in view["blocks"] if block["block_id"] == "which"]
    claim = which["options"][0]["value"]
    sent = await bot.submit_view(view, {"which": claim, "why": "It was 14,\n says cfo@example.com."})
    ack = await bot.acknowledged(sent)
    assert ack.payload is not None
    assert ack.payload["view"]["blocks"][0]["text"]["text"].startswith("Thanks.")
    [report] = records.reports.reports(datetime.now(UTC))
    assert (report.claim, report.reason, report.question) == (claim, "It was 14, says ***", FIGURES)
    assert report.by == Person(platform="slack", workspace=bot.workspace.id, user=bot.workspace.alice.id)


async def test_every_claim_that_is_shown_can_be_called_wrong(bot: SlackServer) -> None:
    view = await opened(bot, "wrong:en", await asked(bot, FIGURES))
    [which] = [block["element"] for block in view["blocks"] if block["block_id"] == "which"]
    words = [option["text"]["text"] for option in which["options"]]
    assert len(words) == len({option["value"] for option in which["options"]})
    assert all("OpenAI" in one or "loss" in one for one in words)


async def test_a_modal_stays_within_its_language(bot: SlackServer) -> None:
    entry = await only_reply(bot, await bot.slash("/capex", "Investitionsausgaben von Meta"))
    await bot.click("quotes:de", message=entry)
    view = await bot.opened()
    assert (view["title"]["text"], view["close"]["text"]) == ("Zitate", "Schließen")
    assert "Ist" in shown(view)


async def test_the_reports_form_is_thanked_for_once_though_told_twice(bot: SlackServer, records: MemoryRecords) -> None:
    view = await opened(bot, "wrong:en", await asked(bot, FIGURES))
    [which] = [block["element"] for block in view["blocks"] if block["block_id"] == "which"]
    sent = await bot.submit_view(view, {"which": which["options"][0]["value"], "why": "no"})
    await bot.redeliver(sent)
    await bot.acknowledged(sent, 2)
    assert len(records.reports.reports(datetime.now(UTC))) == 1


async def test_what_is_asked_after_a_comparison_builds_on_it(bot: SlackServer) -> None:
    mention = await bot.mention("meta capex")
    view = await opened(bot, "compare:en", await only_reply(bot, mention))
    await closed(bot, await bot.submit_view(view, {"other:en": "microsoft"}))
    told = await said_to(bot, await bot.mention("and in 2024?", thread=mention.ts))
    assert told.text.startswith("Meta vs Microsoft · capital expenditure · 2024")
