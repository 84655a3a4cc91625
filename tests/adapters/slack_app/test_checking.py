"""*Check this* in Slack: the verdict on a message, for whoever wants to know, with what any answer has."""

import pytest

from tests.adapters.slack_app.acting import labels, said_to
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio
TRUE = "Alphabet's advertising revenue was $64.6 billion in Q2 2024"


async def test_a_message_is_checked_for_whoever_wants_to_know(bot: SlackServer) -> None:
    told = await said_to(bot, await bot.shortcut("check_this", text=f"I read that {TRUE}."))
    assert (told.kind, told.to) == ("ephemeral", bot.workspace.alice.id)
    assert told.text.startswith("Supported")
    assert "US$64.6 bn" in told.text
    assert {"Compare…", "Quotes", "Wrong figure?", "Share in channel"} <= set(labels({"blocks": told.blocks}))


async def test_a_wrong_figure_is_contradicted_with_what_is_known(bot: SlackServer) -> None:
    told = await said_to(bot, await bot.shortcut("check_this", text=TRUE.replace("64.6", "99.9")))
    assert told.text.startswith("Contradicted")
    assert "US$64.6 bn" in told.text


async def test_the_quotes_of_a_verdict_are_a_click_away(bot: SlackServer) -> None:
    told = await said_to(bot, await bot.shortcut("check_this", text=TRUE))
    await bot.click("quotes:en", message=told)
    assert "64,6" in str(await bot.opened())


async def test_a_message_that_would_be_a_question_is_checked_all_the_same(bot: SlackServer) -> None:
    told = await said_to(bot, await bot.shortcut("check_this", text="meta capex"))
    assert "No figure of a firm was read" in told.text


async def test_it_is_told_once_however_often_slack_tells_of_it(bot: SlackServer) -> None:
    use = await bot.shortcut("check_this", text=TRUE)
    await bot.redeliver(use)
    await bot.acknowledged(use, 2)
    await said_to(bot, use)
