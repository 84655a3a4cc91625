"""Orders in messages: what somebody may and where the bot can write is worked out from roles and channels."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.line import Line
from tests.fakes.discord import Channel, DiscordServer, User
from tests.fakes.discord.world import MANAGE_CHANNELS, MEMBER, SEND_IN_THREADS, SEND_MESSAGES

from .ordering import OPENED, Ordering, ordering

pytestmark = pytest.mark.asyncio
ORDER = "digest on 09:00 Europe/Berlin"


@pytest_asyncio.fixture
async def bot(server: DiscordServer, shipped: Line) -> AsyncIterator[Ordering]:
    async with ordering(server, shipped) as found:
        server.add_role("moderators", MANAGE_CHANNELS, found.manager)
        await server.settled()
        yield found


async def said(bot: Ordering, text: str, user: User, channel: Channel | None = None) -> str:
    """The reply to a mention."""
    delivery = await bot.server.mention(text, user=user, channel=channel)
    await bot.server.reply(delivery)
    await bot.server.settled()
    return bot.server.replies_to(delivery)[0].text.replace("\\", "")


async def test_whose_role_lets_manage_channels_orders(bot: Ordering) -> None:
    assert "Monday to Friday at 09:00 (Europe/Berlin)" in await said(bot, ORDER, bot.manager)
    [order] = bot.records.digests.subscriptions()
    assert order.by == bot.person(bot.manager)


async def test_nobody_else_does_unless_it_is_open_to_members(bot: Ordering) -> None:
    assert "with the permission Manage Channels can order here" in await said(bot, ORDER, bot.server.person)
    assert bot.records.digests.subscriptions() == ()
    await said(bot, "digest open", bot.manager)
    await said(bot, ORDER, bot.server.person)
    assert len(bot.records.digests.subscriptions()) == 1


async def test_who_owns_the_server_orders(bot: Ordering) -> None:
    await said(bot, ORDER, bot.server.owner)
    assert len(bot.records.digests.subscriptions()) == 1


async def test_what_is_ordered_in_a_thread_is_told_in_its_channel(bot: Ordering) -> None:
    thread = bot.server.add_thread("on Meta")
    await said(bot, ORDER, bot.manager, thread)
    [order] = bot.records.digests.subscriptions()
    assert order.place == bot.place
    [announced] = [one for one in bot.server.messages if one.channel is bot.server.channel]
    assert announced.text.startswith("Digest: Monday to Friday at 09:00")


async def test_where_the_bot_cannot_write_its_asker_is_told_in_private(bot: Ordering) -> None:
    closed, direct = bot.server.add_channel("closed"), bot.server.direct(bot.manager)
    closed.bot_permissions = MEMBER & ~SEND_MESSAGES
    bot.server.change_channel(closed)
    await bot.server.mention(ORDER, user=bot.manager, channel=closed)
    await bot.server.until(lambda: bot.server.messages, "a direct message")
    [told] = bot.server.messages
    assert told.channel is direct
    assert "invite me first" in told.text
    assert bot.records.digests.subscriptions() == ()
    bot.server.integer_ids.remove(OPENED)  # the library's own way


async def test_in_a_thread_the_bot_has_to_write_there(bot: Ordering) -> None:
    closed = bot.server.add_channel("closed to threads")
    closed.bot_permissions = MEMBER & ~SEND_IN_THREADS
    bot.server.change_channel(closed)
    thread = bot.server.add_thread("on Meta", closed)
    assert "invite me first" in await said(bot, ORDER, bot.manager, thread)
    assert bot.records.digests.subscriptions() == ()


async def test_where_a_channel_is_not_known_yet_the_commands_are_named(bot: Ordering) -> None:
    told = await said(bot, ORDER, bot.manager, bot.server.add_untold_channel("new"))
    assert "use /capexbot digest or /capexbot follow" in told
    assert bot.records.digests.subscriptions() == ()
