"""What the buttons under an answer do in Slack, through the genuine SDK: pages, quotes, sharing and opinions."""

from datetime import UTC, datetime

import pytest

from bot.answer import Found
from bot.line import Line
from bot.records import MemoryRecords
from bot.records.port_of_answers import Opinions
from tests.adapters.slack_app.acting import asked, keys, labels, said_to, started
from tests.adapters.slack_app.looks import Json, buttons, shown
from tests.adapters.slack_app.test_answers import only_reply
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio
GONE = "This answer is no longer at hand; please ask again."


async def turned(slack: SlackServer, view: Json, name: str) -> Json:
    """The page after a click on a button of a page."""
    before = len([call for call in slack.calls if call.method == "views.update"])
    await slack.click(name, view=view)
    await slack.called("views.update", before + 1)
    return slack.views[-1]


async def every_page(slack: SlackServer, view: Json, what: str) -> list[Json]:
    pages = [view]
    while "Next" in labels(pages[-1]):
        pages.append(await turned(slack, pages[-1], f"turn-{what}:next:en"))
    return pages


async def test_all_buttons_of_an_answer_have_one_short_key(bot: SlackServer) -> None:
    [key] = keys(await asked(bot))
    assert len(key) == 16


async def test_two_answers_have_two_keys(bot: SlackServer) -> None:
    assert keys(await asked(bot)) != keys(await asked(bot))


@pytest.mark.parametrize("text", ["samsung capex", "capex", "hi"])
async def test_under_what_shows_no_claim_stands_nothing_but_choices(bot: SlackServer, text: str) -> None:
    entry = await asked(bot, text)
    assert all(str(one["action_id"]).startswith("ask:") for one in buttons({"blocks": entry.blocks}))


async def test_more_opens_the_whole_answer_with_every_caution_in_full(bot: SlackServer, shipped: Line) -> None:
    reply = shipped.ask("meta", datetime.now(UTC).date()).reply
    entry = await asked(bot)
    await bot.click("more:en", message=entry)
    pages = await every_page(bot, await bot.opened(), "more")
    seen = "\n".join(map(shown, pages))
    assert reply.more
    for line in (*reply.lines, *reply.more):
        assert line.figure.removesuffix(".") in seen
        assert all(note.text in seen for note in line.notes)
    assert all(f"[{one.number}] {one.title}" in seen for one in reply.citations)


async def test_pages_are_turned_forth_and_back(bot: SlackServer) -> None:
    await bot.click("more:en", message=await asked(bot))
    first = await bot.opened()
    assert "Back" not in labels(first)
    words = shown(first)
    second = await turned(bot, first, "turn-more:next:en")
    assert shown(second) != words
    assert shown(await turned(bot, second, "turn-more:back:en")) == words


async def test_quotes_are_the_passages_of_the_claims_word_for_word(bot: SlackServer, shipped: Line) -> None:
    answer = shipped.ask("OpenAI loss 2026", datetime.now(UTC).date()).answer
    await bot.click("quotes:en", message=await asked(bot, "OpenAI loss 2026"))
    pages = await every_page(bot, await bot.opened(), "quotes")
    quoted = [
        part["elements"][0]["text"]
        for page in pages
        for block in page["blocks"]
        if block["type"] == "rich_text"
        for part in block["elements"]
        if part["type"] == "rich_text_quote"
    ]
    assert isinstance(answer, Found)
    entries = answer.entries
    assert {f"«{entry.claim.receipt.text}»" for entry in entries} <= set(quoted)
    assert all(entry.article.title in "".join(map(shown, pages)) for entry in entries)


async def test_a_button_works_in_another_process_that_has_the_records(
    slack: SlackServer, shipped: Line, records: MemoryRecords
) -> None:
    first, desk = await started(slack, shipped, records)
    entry = await asked(slack)
    await first.stop()
    await desk.finish()
    second, _ = await started(slack, shipped, records)
    await slack.click("quotes:en", message=entry)
    assert "Meta" in shown(await slack.opened())
    await second.stop()


async def test_a_follow_ups_button_is_of_what_it_followed(bot: SlackServer) -> None:
    await asked(bot, "meta capex 2024")
    entry = await asked(bot, "and microsoft?")
    await bot.click("more:en", message=entry)
    assert shown(await bot.opened()).startswith("Microsoft · capital expenditure · 2024")


async def test_a_private_answer_is_shared_with_its_askers_name(bot: SlackServer) -> None:
    entry = await asked(bot)
    click = await bot.click("share:en", message=entry)
    public = await said_to(bot, click)
    assert (public.kind, public.to, public.channel) == ("post", None, entry.channel)
    assert public.text.startswith("Asked and shared by alice:\nMeta · capital expenditure")
    assert shown({"blocks": public.blocks}).startswith("Asked and shared by alice:\nMeta")
    assert "Share in channel" not in labels({"blocks": public.blocks})


async def test_an_answer_is_shared_once(bot: SlackServer) -> None:
    entry = await asked(bot)
    await said_to(bot, await bot.click("share:en", message=entry))
    again = await said_to(bot, await bot.click("share:en", message=entry))
    assert (again.text, again.to) == ("This answer is shared already.", bot.workspace.alice.id)


async def test_only_the_asker_shares(bot: SlackServer) -> None:
    entry, other = await asked(bot), bot.workspace.add_user("mallory")
    told = await said_to(bot, await bot.click("share:en", message=entry, user=other))
    assert (told.text, told.to) == ("Only the person who asked can share this answer.", other.id)


async def test_a_hostile_name_is_text_in_what_is_shared(bot: SlackServer) -> None:
    user = bot.workspace.add_user("<!channel> *x*")
    entry = await only_reply(bot, await bot.slash("/capex", "meta", user=user))
    public = await said_to(bot, await bot.click("share:en", message=entry))
    assert public.text.startswith("Asked and shared by &lt;!channel&gt; *x*:")
    assert public.blocks[0]["elements"][0]["type"] == "plain_text"


async def test_nothing_is_shared_from_a_direct_message(bot: SlackServer) -> None:
    where = bot.workspace.direct(bot.workspace.alice)
    entry = await only_reply(bot, await bot.slash("/capex", "meta", channel=where))
    assert "Share in channel" not in labels({"blocks": entry.blocks})


async def test_what_was_shared_is_taken_back_where_the_bot_is_no_member(bot: SlackServer) -> None:
    entry = await asked(bot)
    public = await said_to(bot, await bot.click("share:en", message=entry))
    bot.faults.refuse("chat.delete", "not_in_channel")
    await bot.click("delete:en", message=public)
    await bot.called("chat.delete")
    await bot.quiet()
    assert bot.world.log.latest(public.channel, public.ts) is None


async def test_of_a_private_answer_the_last_opinion_counts_too(bot: SlackServer, records: MemoryRecords) -> None:
    entry = await asked(bot)
    for name in ("helpful:en", "unhelpful:en"):
        told = await said_to(bot, await bot.click(name, message=entry))
        assert (told.text, told.to) == ("Thanks for telling.", bot.workspace.alice.id)
    assert records.answers.opinions() == Opinions(0, 1)


async def test_a_click_that_is_told_twice_is_worked_on_once(bot: SlackServer) -> None:
    click = await bot.click("helpful:en", message=await asked(bot))
    await bot.redeliver(click)
    await bot.acknowledged(click, 2)
    await said_to(bot, click)


async def test_a_message_is_asked_about_and_answered_to_whoever_asks(bot: SlackServer) -> None:
    use = await bot.shortcut("ask_about_this", text="OpenAI loss 2026")
    told = await said_to(bot, use)
    assert (told.kind, told.to) == ("ephemeral", bot.workspace.alice.id)
    assert told.text.startswith("OpenAI")
    assert "Share in channel" in labels({"blocks": told.blocks})
