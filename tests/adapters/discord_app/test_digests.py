"""Digests on Discord from the command to the post: ordered where they are wanted, by whom the channel lets order."""

from collections.abc import AsyncIterator
from datetime import time, timedelta
from typing import Any

import pytest
import pytest_asyncio

from bot.line import Line
from bot.schedule import DAILY
from bot.subscription import Interest
from tests.fakes.discord import DiscordServer
from tests.fakes.discord.world import MANAGE_GUILD, MEMBER, SEND_IN_THREADS, SEND_MESSAGES, VIEW_CHANNEL

from .ordering import Ordering, ordering

pytestmark = pytest.mark.asyncio
MAY_NOT = "Only members with the permission Manage Channels can order here"
NO_PLACE = "I cannot write in this channel; invite me first"


@pytest_asyncio.fixture
async def bot(server: DiscordServer, shipped: Line) -> AsyncIterator[Ordering]:
    async with ordering(server, shipped) as found:
        yield found


async def test_a_manager_orders_all_are_told_and_the_digest_comes_at_its_time(bot: Ordering) -> None:
    [zone] = await bot.offered("digest", action="on", at="09:00", zone="Wien")
    details: dict[str, Any] = {"at": "09:00", "zone": zone, "days": "daily", "about": "meta", "quiet_days": "silent"}
    reply, announced = await bot.command("digest", action="on", **details)
    assert (reply.ephemeral, announced.ephemeral) == (True, False)
    assert "every day at 09:00 (Europe/Vienna)" in reply.text.replace("\\", "")
    assert announced.text.replace("\\", "") == f"Digest: every day at 09:00 (Europe/Vienna) (<@{bot.manager.id}>)"
    assert (announced.channel, announced.pings, bot.posts()) == (bot.server.channel, [], [])
    [order] = bot.records.digests.subscriptions()
    assert (order.place, order.by, order.on_empty_days) == (bot.place, bot.person(bot.manager), False)
    assert (order.schedule.at, order.schedule.days, order.on) == (time(9), DAILY, Interest(subjects=("meta",)))
    await bot.comes_due()
    digest, *rest = bot.posts()
    assert digest.text.startswith("### AI spending · ")
    assert "**US$35–40 bn** · Meta · capital expenditure · 2024 guidance" in digest.text
    assert rest  # below it, as the bot may open no thread
    posted = len(bot.posts())
    await bot.passes(order.schedule.next(bot.now).at - bot.now)
    assert len(bot.posts()) == posted


@pytest.mark.parametrize("permissions", [MEMBER, MEMBER | MANAGE_GUILD])
async def test_who_may_not_manage_channels_is_told_who_may(bot: Ordering, permissions: int) -> None:
    user = bot.server.add_user("Ben", permissions=permissions)
    assert MAY_NOT in await bot.said("digest", user, zone="Europe/Berlin")
    assert MAY_NOT in await bot.said("follow", user, what="meta")
    assert "Manage Channels can change that" in await bot.said("digest", user, action="open")
    assert bot.records.digests.subscriptions() == ()
    assert bot.records.digests.follows(bot.place.key.rstrip(":")) == ()


async def test_where_a_manager_opens_it_members_order_until_it_is_closed(bot: Ordering) -> None:
    ben = bot.server.person
    _, opened = await bot.command("digest", action="open")
    assert "every member can order" in opened.text
    _, announced = await bot.command("digest", ben, at="9 Uhr", zone="Europe/Berlin")
    assert f"(<@{ben.id}>)" in announced.text
    _, closed = await bot.command("digest", action="close")
    assert "only members with the permission Manage Channels order" in closed.text
    assert MAY_NOT in await bot.said("digest", ben, action="off")
    [order] = bot.records.digests.subscriptions()
    assert (order.standing, order.by) == ("on", bot.person(ben))


@pytest.mark.parametrize("lacking", [SEND_MESSAGES, VIEW_CHANNEL])
async def test_where_the_bot_cannot_write_it_asks_to_be_invited(bot: Ordering, lacking: int) -> None:
    closed = bot.server.add_channel("closed")
    closed.bot_permissions = MEMBER & ~lacking
    assert NO_PLACE in await bot.said("digest", channel=closed, zone="Europe/Berlin")
    assert NO_PLACE in await bot.said("follow", channel=closed, what="meta")
    assert bot.records.digests.subscriptions() == ()


async def test_in_a_thread_it_has_to_write_there_and_orders_for_the_channel(bot: Ordering) -> None:
    thread = bot.server.add_thread("on Meta")
    thread.bot_permissions = MEMBER & ~SEND_IN_THREADS
    assert NO_PLACE in await bot.said("digest", channel=thread, zone="Europe/Berlin")
    thread.bot_permissions = MEMBER
    await bot.said("digest", channel=thread, zone="Europe/Berlin")
    [order] = bot.records.digests.subscriptions()
    assert order.place == bot.place
    [announced] = bot.posts()
    assert announced.text.startswith("Digest: Monday to Friday at 09:00")


async def test_where_only_a_person_brought_the_bot_nothing_is_ordered(bot: Ordering) -> None:
    elsewhere = bot.server.add_guild("Elsewhere", with_bot=False)
    group = bot.server.add_group("friends", bot.manager, bot.server.person)
    for channel in (elsewhere.channels[0], group):
        assert NO_PLACE in await bot.said("digest", channel=channel, zone="Europe/Berlin")
    assert MAY_NOT in await bot.said("digest", bot.server.person, channel=elsewhere.channels[0], zone="Europe/Berlin")
    assert bot.records.digests.subscriptions() == ()


async def test_to_look_is_for_the_askers_eyes_also_where_answers_are_for_all(bot: Ordering) -> None:
    await bot.server.reply(await bot.server.slash("capexbot settings", user=bot.server.owner, change="channel public"))
    await bot.server.settled()
    await bot.command("digest", zone="Europe/Berlin")
    assert "Monday to Friday at 09:00" in await bot.said("digest", bot.server.person)
    assert "Monday to Friday at 09:00" in await bot.said("digest", bot.server.person, action="show")
    assert "AI spending · " in await bot.said("digest", bot.server.person, action="preview")
    assert "Nothing is followed here." in await bot.said("follows", bot.server.person)


async def test_todays_comes_now_and_the_end_is_told(bot: Ordering) -> None:
    await bot.command("digest", zone="Europe/Berlin", days="daily")
    assert "comes now" in await bot.said("digest", action="now")
    await bot.passes(timedelta(seconds=2))
    assert "AI spending · " in bot.posts()[0].text
    _, ended = await bot.command("digest", action="off")
    assert "There are no more digests in this channel." in ended.text


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"at": "09:00"}, "Name your time zone too"),
        ({"at": "25:00", "zone": "UTC"}, "25:00 is no time of day; write it as 09:00."),
        ({"at": "meta", "zone": "UTC"}, "meta is no time of day; write it as 09:00."),
        ({"zone": "new york"}, "new york is no time zone; did you mean America/New_York?"),
        ({"zone": "the moon"}, "the moon is no time zone; write one as Europe/Berlin."),
        ({"zone": "UTC", "about": "zorp"}, "Nothing is known here under zorp, so nothing changes."),
        ({"action": "off", "at": "09:00"}, "go with the action that orders a digest; nothing changes."),
    ],
)
async def test_what_is_wrong_is_one_sentence_and_changes_nothing(
    bot: Ordering, options: dict[str, Any], sentence: str
) -> None:
    assert sentence in await bot.said("digest", **options)
    assert bot.records.digests.subscriptions() == ()


async def test_a_direct_message_has_a_digest_of_its_own(bot: Ordering) -> None:
    ada = bot.server.person
    direct = bot.server.direct(ada)
    assert "every day at 09:00" in await bot.said("digest", ada, direct, zone="Europe/Berlin", days="daily")
    await bot.comes_due()
    assert "AI spending · " in bot.posts(direct)[0].text


async def test_german_clients_see_german(bot: Ordering) -> None:
    dora = bot.server.add_user("Dora", locale="de", permissions=bot.manager.permissions)
    assert "Uhrzeit; schreib sie wie 09:00" in await bot.said("digest", dora, at="25:00", zone="UTC")
    assert "gehören zur Aktion Bestellen" in await bot.said("digest", dora, action="off", at="09:00")
    details: dict[str, Any] = {"at": "09:00", "zone": "Europe/Berlin", "days": "daily", "quiet_days": "silent"}
    reply, announced = await bot.command("digest", dora, action="on", **details)
    assert "jeden Tag um 09:00" in reply.text
    assert announced.text.startswith("Überblick: jeden Tag um 09:00")
    [order] = bot.records.digests.subscriptions()
    assert order.language == "de"
    emil = bot.server.add_user("Emil", locale="de")
    assert "Hier bestellt nur, wer Kanäle verwalten darf" in await bot.said("digest", emil, action="off")


async def test_names_and_zones_are_offered_while_they_are_typed(bot: Ordering) -> None:
    assert (await bot.offered("digest", zone=""))[0] == "Europe/Berlin"
    assert await bot.offered("digest", zone="new y") == ["America/New_York"]
    assert "meta, Microsoft" in await bot.offered("digest", about="meta, micr")
    assert "meta Investitionsausgaben" in await bot.offered("digest", about="meta inv", locale="de")
