"""Digests on Discord: known by their nonce, found again later, and what each refusal means."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from adapters.discord_app.publishing import DiscordPublisher
from adapters.publishing import NotSent, Refused, Unclear
from bot.line import Line
from bot.people import Person, Place
from bot.reply import Line as ReplyLine
from bot.reply import Reply
from tests.adapters.discord_app.conftest import platform_for, running
from tests.fakes.discord import DiscordServer, connection_cut, refusal, server_error
from tests.fakes.discord.world import DIRECT, MEMBER

pytestmark = pytest.mark.asyncio
REPLY = Reply(
    outcome="found", language="en", headline="AI spending · *today*", lines=(ReplyLine(label="a", figure="US$1 bn"),)
)
SEND = "POST /channels/{channel_id}/messages"
THREADS = 1 << 35


async def nothing() -> None:
    """Nothing is done before it leaves."""


@pytest_asyncio.fixture
async def publisher(server: DiscordServer, shipped: Line) -> AsyncIterator[DiscordPublisher]:
    async with running(platform_for(server, shipped)) as platform:
        await server.connected()
        yield platform.publisher


def place(server: DiscordServer) -> Place:
    return Place(platform="discord", workspace=str(server.guild.id), channel=str(server.channel.id))


async def test_the_same_key_is_posted_once(server: DiscordServer, publisher: DiscordPublisher) -> None:
    first = await publisher.post(place(server), REPLY, "key", nothing)
    again = await publisher.post(place(server), REPLY, "key", nothing)
    assert (first, len(server.messages)) == (again, 1)
    assert await publisher.post(place(server), REPLY, "other", nothing) != first


async def test_soon_after_nothing_has_to_be_found_as_the_key_is_known(
    server: DiscordServer, publisher: DiscordPublisher
) -> None:
    await publisher.post(place(server), REPLY, "key", nothing)
    assert await publisher.find(place(server), REPLY, "key", datetime.now(UTC)) is None


async def test_later_it_is_found_among_the_bots_own_messages(
    server: DiscordServer, publisher: DiscordPublisher
) -> None:
    long_ago = datetime.now(UTC) - timedelta(hours=1)
    assert await publisher.find(place(server), REPLY, "key", long_ago) is None
    posted = await publisher.post(place(server), REPLY, "key", nothing)
    assert await publisher.find(place(server), REPLY, "key", long_ago) == posted


async def test_where_it_may_not_read_that_stays_open(server: DiscordServer, publisher: DiscordPublisher) -> None:
    server.faults.order("GET /channels/{channel_id}/messages", refusal(50001))
    with pytest.raises(Unclear):
        await publisher.find(place(server), REPLY, "key", datetime.now(UTC) - timedelta(hours=1))


@pytest.mark.parametrize("code", [50001, 50013, 10003])
async def test_a_channel_that_refuses_refuses_for_good(
    server: DiscordServer, publisher: DiscordPublisher, code: int
) -> None:
    server.faults.order(SEND, refusal(code))
    with pytest.raises(Refused, match=str(code)):
        await publisher.post(place(server), REPLY, "key", nothing)


async def test_trouble_that_lasts_may_have_taken_it(server: DiscordServer, publisher: DiscordPublisher) -> None:
    server.faults.order(SEND, server_error(503))
    with pytest.raises(Unclear):
        await publisher.post(place(server), REPLY, "key", nothing)


async def test_a_line_that_breaks_may_have_carried_it(server: DiscordServer, publisher: DiscordPublisher) -> None:
    server.faults.order(SEND, connection_cut(afterwards=True))
    with pytest.raises(Unclear):
        await publisher.post(place(server), REPLY, "key", nothing)
    await publisher.post(place(server), REPLY, "key", nothing)
    assert len(server.messages) == 1


async def test_without_a_connection_nothing_is_sent() -> None:
    with pytest.raises(NotSent):
        await DiscordPublisher(lambda: None).post(
            Place(platform="discord", workspace="1", channel="2"), REPLY, "k", nothing
        )


async def test_the_rest_stands_in_one_thread_of_its_own(server: DiscordServer, publisher: DiscordPublisher) -> None:
    server.channel.bot_permissions = MEMBER | THREADS
    posted = await publisher.post(place(server), REPLY, "key", nothing)
    for _ in range(2):
        await publisher.add(place(server), posted, REPLY)
    assert [str(message.channel.id) for message in server.messages] == [str(server.channel.id), posted, posted]


async def test_where_it_may_open_none_the_rest_stands_below(server: DiscordServer, publisher: DiscordPublisher) -> None:
    posted = await publisher.post(place(server), REPLY, "key", nothing)
    await publisher.add(place(server), posted, REPLY)
    assert [message.channel for message in server.messages] == [server.channel] * 2


async def test_a_person_is_told_in_private_with_the_channel(server: DiscordServer, publisher: DiscordPublisher) -> None:
    person = Person(platform="discord", workspace=str(server.guild.id), user=str(server.person.id))
    await publisher.tell(person, place(server), "Words @everyone.", "en")
    [message] = server.messages
    server.integer_ids.clear()  # the library's own way to open a direct message
    assert (message.channel.kind, message.content.startswith(f"<#{server.channel.id}> Words")) == (DIRECT, True)
