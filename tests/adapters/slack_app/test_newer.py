"""Slack's own block for feedback: where it may stand, what a click on it does, and what stands there without it."""

import pytest

from adapters.slack_app.newer import newer
from bot.records import MemoryRecords
from bot.records.port_of_answers import Opinions
from tests.adapters.slack_app.acting import asked, keys, labels, said_to
from tests.adapters.slack_app.looks import complaints, element_types
from tests.adapters.slack_app.test_answers import only_reply
from tests.fakes.slack import Entry, SlackServer

pytestmark = pytest.mark.asyncio
THUMBS = {"👍", "👎"}


def feedback(entry: Entry) -> list[str]:
    """The values of an answer's feedback buttons."""
    return [
        one[name]["value"]
        for block in entry.blocks
        if block["type"] == "context_actions"
        for one in block["elements"]
        for name in ("positive_button", "negative_button")
    ]


async def test_a_posted_answer_has_slacks_own_feedback_buttons(bot: SlackServer) -> None:
    entry = await only_reply(bot, await bot.mention("meta"))
    [key] = {value.partition(" ")[0] for value in feedback(entry)}
    assert feedback(entry) == [f"{key} helpful", f"{key} unhelpful"]
    assert THUMBS.isdisjoint(labels({"blocks": entry.blocks}))
    assert complaints({"text": entry.text, "blocks": entry.blocks}) == []


async def test_of_each_person_the_last_opinion_counts(bot: SlackServer, records: MemoryRecords) -> None:
    entry = await only_reply(bot, await bot.mention("meta"))
    good, bad = feedback(entry)
    for value in (good, bad, good):
        told = await said_to(bot, await bot.click("opinion:en", value, message=entry))
        assert (told.text, told.to) == ("Thanks for telling.", bot.workspace.alice.id)
    ben = bot.workspace.add_user("ben")
    await said_to(bot, await bot.click("opinion:en", bad, message=entry, user=ben))
    assert records.answers.opinions() == Opinions(1, 1)


async def test_where_it_is_refused_the_older_form_stands_there_and_it_is_not_tried_again(bot: SlackServer) -> None:
    bot.refuse_blocks("context_actions")
    for _ in range(2):
        entry = await only_reply(bot, await bot.mention("meta"))
        assert set(labels({"blocks": entry.blocks})) >= THUMBS
    posts = [call for call in bot.calls if call.method == "chat.postMessage"]
    assert ["context_actions" in element_types({"blocks": call.args["blocks"]}) for call in posts] == [
        True,
        False,
        False,
    ]


async def test_a_private_answer_keeps_the_older_form_as_its_refusal_would_be_seen_by_nobody(bot: SlackServer) -> None:
    entry = await asked(bot)
    assert feedback(entry) == []
    assert len(keys(entry)) == 1


async def test_what_has_no_thumbs_stays_as_it_is(bot: SlackServer) -> None:
    entry = await only_reply(bot, await bot.mention("samsung capex"))
    content = {"text": entry.text, "blocks": entry.blocks}
    assert newer(content) == content
