"""Follows in Slack from the command to the alert: a channel is told when something new is known."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.line import Line
from knowledge.store import Store
from tests.adapters.slack_app.ordering import Bot, admin, command, ordering
from tests.curated import approve_all, opened_copy
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio
RESTED = timedelta(minutes=6)


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Store:
    """A base with claims that wait for a curator."""
    return opened_copy(filled, tmp_path)


@pytest_asyncio.fixture
async def bot(slack: SlackServer, store: Store) -> AsyncIterator[Bot]:
    with store:
        line = Line(store)
        line.warm()
        async with ordering(slack, line) as found:
            yield found


async def test_what_is_followed_is_told_once_when_it_is_known(bot: Bot, store: Store) -> None:
    ada = admin(bot)
    reply, announced = await command(bot, "follow meta capex", ada)
    assert (reply.to, announced.to) == (ada.id, None)
    assert announced.text == f"Follows: I tell news on these here: Meta · capital expenditure (<@{ada.id}>)"
    approve_all(store, bot.now)
    await bot.passes(timedelta(seconds=2))
    await bot.passes(RESTED)
    [alert] = bot.posts()
    assert alert.text.startswith("News on Meta · capital expenditure")
    assert ("US$64–72 bn" in alert.text, "Amazon" in alert.text) == (True, False)
    await bot.passes(RESTED)
    assert bot.posts() == [alert]


async def test_what_is_followed_no_more_is_told_no_more(bot: Bot, store: Store) -> None:
    ada = admin(bot)
    await command(bot, "follow meta capex", ada)
    [listed] = await command(bot, "follows", bot.slack.workspace.alice)
    assert (listed.to, "Meta · capital expenditure" in listed.text) == (bot.slack.workspace.alice.id, True)
    _, announced = await command(bot, "unfollow meta capex", ada)
    assert announced.text == f"Follows: Nothing is followed here. (<@{ada.id}>)"
    approve_all(store, bot.now)
    await bot.passes(timedelta(seconds=2))
    await bot.passes(RESTED)
    assert bot.posts() == []


@pytest.mark.parametrize("verb", ["follow", "unfollow"])
async def test_who_may_not_order_may_not_change_what_is_followed(bot: Bot, verb: str) -> None:
    ada = admin(bot)
    bot.slack.workspace.general.creator = ada.id
    await command(bot, "follow meta", ada)
    [reply] = await command(bot, f"{verb} meta", bot.slack.workspace.alice)
    assert "Only admins and the creator" in reply.text
    assert [one.by.user for one in bot.records.digests.all_follows()] == [ada.id]


async def test_where_the_bot_is_not_it_asks_to_be_invited(bot: Bot) -> None:
    elsewhere = bot.slack.workspace.add_channel("elsewhere", with_bot=False)
    [reply] = await command(bot, "follow meta", admin(bot), elsewhere)
    assert "invite me first" in reply.text
    assert bot.records.digests.all_follows() == ()
