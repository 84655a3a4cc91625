"""A person who asks too much in Slack is told once, whatever the door, and others are answered as ever."""

import pytest

from adapters.desk import Desk
from adapters.slack_app import SlackPlatform
from bot.allowance import Allowance
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords
from bot.settings import Settings
from tests.adapters.slack_app.test_answers import GUIDANCE, only_reply, silence
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio


async def test_all_doors_count_together_and_the_sentence_is_said_once(slack: SlackServer, shipped: Line) -> None:
    desk = Desk(Conversation(shipped, MemoryRecords()), in_threads=False, allowance=Allowance(2))
    platform = SlackPlatform(desk, Settings.from_environment(slack.environment))
    await platform.start()
    asked = await only_reply(slack, await slack.mention("capex"))
    await only_reply(slack, await slack.slash("/capex", "meta"))
    told = await only_reply(slack, await slack.direct_message("meta"))
    for silent in (
        await slack.slash("/capex", "meta"),
        await slack.mention("meta"),
        await slack.click("ask:1", message=asked),
    ):
        await silence(slack, silent)
    bob = slack.workspace.add_user("bob")
    other = await only_reply(slack, await slack.slash("/capex", "meta", user=bob))
    await platform.stop()
    await desk.finish()
    assert told.text.startswith("One moment, please")
    assert "I answer 2 questions a minute for each person" in told.text
    assert GUIDANCE in other.text
