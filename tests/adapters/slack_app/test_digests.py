"""Digests in Slack: ordered where they are wanted, by whom the channel lets order."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.line import Line
from tests.adapters.slack_app.ordering import Bot, admin, command, ordering
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def bot(slack: SlackServer, shipped: Line) -> AsyncIterator[Bot]:
    async with ordering(slack, shipped) as found:
        yield found


async def test_an_admin_orders_all_are_told_and_the_digest_comes_on_its_day(bot: Bot) -> None:
    ada = admin(bot)
    reply, announced = await command(bot, "digest on 09:00 daily meta", ada)
    assert (reply.to, "every day at 09:00 (Europe/Berlin)" in reply.text) == (ada.id, True)
    assert (announced.to, announced.text) == (None, f"Digest: every day at 09:00 (Europe/Berlin) (<@{ada.id}>)")
    assert bot.posts() == []
    await bot.comes_due()
    digest, *rest = bot.posts()
    assert (digest.channel, digest.thread) == (bot.place.channel, None)
    assert "Meta · capital expenditure · 2024 guidance: US$35–40 bn" in digest.text
    assert {one.thread for one in rest} == {digest.ts}


@pytest.mark.parametrize(
    ("rank", "text"),
    [("", "Only admins and the creator of this channel can order here"), ("is_restricted", "Only admins")],
)
async def test_nobody_else_does(bot: Bot, rank: str, text: str) -> None:
    bot.slack.workspace.general.creator = admin(bot).id
    user = bot.slack.workspace.add_user("ben", rank=rank)
    [reply] = await command(bot, "digest on", user)
    assert (reply.to, text in reply.text) == (user.id, True)
    assert bot.records.digests.subscriptions() == ()


async def test_who_made_the_channel_does(bot: Bot) -> None:
    alice = bot.slack.workspace.alice
    bot.slack.workspace.general.creator = alice.id
    await command(bot, "digest on", alice)
    [order] = bot.records.digests.subscriptions()
    assert order.by.user == alice.id


async def test_where_the_bot_is_not_it_asks_to_be_invited(bot: Bot) -> None:
    elsewhere = bot.slack.workspace.add_channel("elsewhere", with_bot=False)
    hidden = bot.slack.workspace.add_channel("hidden", private=True, with_bot=False)
    for channel in (elsewhere, hidden):
        [reply] = await command(bot, "digest on", admin(bot), channel)
        assert "invite me first" in reply.text
    assert bot.records.digests.subscriptions() == ()


async def test_a_preview_is_for_its_asker_also_where_answers_are_for_all(bot: Bot) -> None:
    ada = admin(bot)
    await command(bot, "settings channel public", ada)
    [reply] = await command(bot, "digest preview", ada)
    assert (reply.to, "AI spending · " in reply.text) == (ada.id, True)


async def test_a_preview_is_not_shown_in_answer_to_a_mention(bot: Bot) -> None:
    reply = await bot.slack.reply(await bot.slack.mention("digest preview"))
    assert reply.text.endswith("Type /capex digest preview: then only you see it.")


async def test_the_digest_of_now_comes_at_the_next_round_and_once(bot: Bot) -> None:
    ada = admin(bot)
    await command(bot, "digest on 09:00 daily", ada)
    await command(bot, "digest now", ada)
    await bot.passes(timedelta(seconds=2))
    assert len([one for one in bot.posts() if not one.thread]) == 1
    [reply] = await command(bot, "digest now", ada)
    assert "already" in reply.text


async def test_a_direct_message_has_a_digest_of_its_own_however_it_is_ordered(bot: Bot) -> None:
    alice = bot.slack.workspace.alice
    direct = bot.slack.workspace.direct(alice)
    await command(bot, "digest on 09:00 daily", alice, direct)
    shown = await bot.slack.reply(await bot.slack.direct_message("digest", user=alice))
    assert "every day at 09:00" in shown.text
    await bot.comes_due()
    posts = [one for one in bot.posts() if one.text.startswith("AI spending") and not one.thread]
    assert [one.channel for one in posts] == [direct.id]


async def test_a_workspace_that_removes_the_bot_gets_nothing_more(bot: Bot) -> None:
    await command(bot, "digest on", admin(bot))
    await bot.slack.event({"type": "app_uninstalled", "event_ts": bot.slack.world.ids.ts()})
    await bot.slack.quiet()
    assert bot.records.digests.subscriptions() == ()


async def test_an_admin_opens_it_to_members_never_to_guests_and_closes_it(bot: Bot) -> None:
    ada, space = admin(bot), bot.slack.workspace
    space.general.creator = ada.id
    ben, guest = space.add_user("ben"), space.add_user("gus", rank="is_restricted")
    _, opened = await command(bot, "digest open", ada)
    assert (opened.to, "every member can order" in opened.text) == (None, True)
    [refused] = await command(bot, "digest on", guest)
    assert (refused.to, "Only admins" in refused.text) == (guest.id, True)
    _, announced = await command(bot, "digest on 09:00", ben)
    assert f"(<@{ben.id}>)" in announced.text
    _, closed = await command(bot, "digest close", ada)
    assert "only admins and the creator" in closed.text
    [refused] = await command(bot, "digest off", ben)
    assert "Only admins" in refused.text
    [order] = bot.records.digests.subscriptions()
    assert (order.standing, order.by.user) == ("on", ben.id)


@pytest.mark.parametrize("act", ["open", "close"])
async def test_not_even_who_made_the_channel_opens_it(bot: Bot, act: str) -> None:
    alice = bot.slack.workspace.alice
    bot.slack.workspace.general.creator = alice.id
    [reply] = await command(bot, f"digest {act}", alice)
    assert (reply.to, "Only admins can change that." in reply.text) == (alice.id, True)
    assert bot.records.orderers(bot.place) == "admins"


async def test_a_guest_may_not_even_in_an_own_channel(bot: Bot) -> None:
    guest = bot.slack.workspace.add_user("gus", rank="is_ultra_restricted")
    bot.slack.workspace.general.creator = guest.id
    [reply] = await command(bot, "digest on", guest)
    assert "Only admins" in reply.text
    assert bot.records.digests.subscriptions() == ()


async def test_where_slack_does_not_tell_who_somebody_is_nothing_is_ordered(bot: Bot) -> None:
    bot.slack.faults.refuse("users.info", "user_not_found", times=9)
    [reply] = await command(bot, "digest on 09:00 Europe/Berlin", bot.slack.workspace.alice)
    assert "could not find out whether you may" in reply.text
    assert bot.records.digests.subscriptions() == ()


async def test_a_mention_orders_too_and_is_answered_for_all(bot: Bot) -> None:
    ada = admin(bot)
    reply = await bot.slack.reply(await bot.slack.mention("digest on 09:00 daily", user=ada))
    assert (reply.to, "every day at 09:00" in reply.text) == (None, True)
    [order] = bot.records.digests.subscriptions()
    assert order.by.user == ada.id


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("digest on 25:00", "25:00 is no time of day; write it as 09:00."),
        ("digest on Wien", "Wien is no time zone; did you mean Europe/Vienna?"),
        ("digest on zorp", "Nothing is known here under zorp, so nothing changes."),
    ],
)
async def test_what_is_wrong_is_one_sentence_and_changes_nothing(bot: Bot, text: str, sentence: str) -> None:
    [reply] = await command(bot, text, admin(bot))
    assert sentence in reply.text
    assert bot.records.digests.subscriptions() == ()


async def test_the_end_is_told_to_all_and_nothing_more_comes(bot: Bot) -> None:
    ada = admin(bot)
    await command(bot, "digest on 09:00 daily", ada)
    _, announced = await command(bot, "digest off", ada)
    assert announced.text == f"Digest: There are no more digests in this channel. (<@{ada.id}>)"
    await bot.passes(timedelta(days=2))
    assert bot.posts() == []


async def test_what_is_ordered_is_shown_to_who_asks_also_where_answers_are_for_all(bot: Bot) -> None:
    ada, alice = admin(bot), bot.slack.workspace.alice
    await command(bot, "settings channel public", ada)
    await command(bot, "digest on 09:00 daily", ada)
    for text in ("digest", "digest show", "follows"):
        [reply] = await command(bot, text, alice)
        assert reply.to == alice.id


async def test_german_clients_see_german(bot: Bot) -> None:
    dora = bot.slack.workspace.add_user("dora", rank="is_admin", locale="de-DE")
    reply, announced = await command(bot, "digest on 09:00 daily", dora)
    assert "jeden Tag um 09:00" in reply.text
    assert announced.text.startswith("Überblick: jeden Tag um 09:00")
    [order] = bot.records.digests.subscriptions()
    assert order.language == "de"
