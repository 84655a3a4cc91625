"""Bad days: lateness, second answers, dead tokens, limits of rate, refusals, cut connections."""

import asyncio

import aiohttp
import discord
import pytest

from tests.fakes.discord import DiscordServer, connection_cut, held, rate_limited, refusal, server_error
from tests.fakes.test_discord.tiny_bot import TinyBot

pytestmark = pytest.mark.asyncio

SEND = "POST /channels/{channel_id}/messages"
CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback"
ORIGINAL = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original"


def codes(bot: TinyBot) -> list[int]:
    return [one.code for one in bot.wishes.faults if isinstance(one, discord.HTTPException)]


async def test_an_acknowledgement_after_three_seconds(server: DiscordServer, bot: TinyBot) -> None:
    asked = await server.slash("late")
    server.clock.advance(3.1)
    bot.wishes.gate.set()
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert codes(bot) == [10062]
    assert server.replies_to(asked) == []


async def test_a_second_acknowledgement(server: DiscordServer, bot: TinyBot) -> None:
    bot.wishes.gate.set()
    asked = await server.slash("late", twice="yes")
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert codes(bot) == [40060]
    assert [one.content for one in server.replies_to(asked)] == ["at last"]
    assert [one.answer["code"] for one in server.refusals] == [40060]


async def test_a_token_lives_a_quarter_of_an_hour(server: DiscordServer, bot: TinyBot) -> None:
    gate = asyncio.Event()
    server.fail(CALLBACK, held(gate))
    await server.slash("words", length=3)
    server.fail("POST /webhooks/{webhook_id}/{webhook_token}", held(bot.wishes.gate))
    server.clock.ahead -= 15 * 60
    gate.set()
    await server.called(CALLBACK)
    server.clock.advance(2 * 15 * 60 + 1)
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert codes(bot) == [50027]


async def test_a_webhook_before_its_acknowledgement(server: DiscordServer, bot: TinyBot) -> None:
    asked = await server.slash("late")
    hook = discord.Webhook.partial(server.bot.id, asked.token, client=bot)
    with pytest.raises(discord.NotFound, match="10015"):
        await hook.edit_message(asked.id, content="early")


async def test_files_arrive_with_their_message(server: DiscordServer, bot: TinyBot) -> None:
    asked = await server.slash("words", length=3)
    first, second = await server.reply(asked), await server.reply(asked, 2)
    assert (first.content, first.ephemeral, second.content) == ("xxx", True, "with a picture")
    assert second.files == {"chart.png": b"not really a picture"}
    assert second.attachments[0]["description"] == "A chart"
    assert codes(bot) == []
    assert not server.violations


async def test_a_limit_of_rate_is_waited_for(server: DiscordServer, bot: TinyBot) -> None:
    server.fail(SEND, rate_limited(0.01), times=2)
    assert bot.user
    await server.reply(await server.mention("meta?"))
    assert [one.status for one in server.exchanges if one.operation == SEND] == [429, 429, 200]


async def test_a_ban_at_the_edge_is_not_waited_for(server: DiscordServer, bot: TinyBot) -> None:
    server.fail(SEND, rate_limited(via=False))
    await server.mention("meta?")
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert [one.status for one in server.exchanges if one.operation == SEND] == [429]


@pytest.mark.parametrize("code", [50001, 50013, 10003, 10008])
async def test_a_refusal_reaches_the_bot(server: DiscordServer, bot: TinyBot, code: int) -> None:
    server.fail(SEND, refusal(code))
    await server.mention("meta?")
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert codes(bot) == [code]
    assert server.messages == []
    assert not server.violations


async def test_a_missing_permission_of_the_place(server: DiscordServer, bot: TinyBot) -> None:
    server.channel.bot_permissions &= ~(1 << 11)
    await server.mention("meta?")
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert codes(bot) == [50013]


async def test_a_server_error(server: DiscordServer, bot: TinyBot) -> None:
    server.fail(SEND, server_error(503))
    await server.mention("meta?")
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert isinstance(bot.wishes.faults[0], discord.DiscordServerError)


@pytest.mark.parametrize("afterwards", [False, True])
async def test_a_cut_connection(server: DiscordServer, bot: TinyBot, afterwards: bool) -> None:  # noqa: FBT001 - a case
    server.fail(SEND, connection_cut(afterwards=afterwards))
    await server.mention("meta?")
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert isinstance(bot.wishes.faults[0], aiohttp.ClientConnectionError)
    assert len(server.messages) == afterwards


async def test_a_nonce_is_sent_once(server: DiscordServer, bot: TinyBot) -> None:
    channel = bot.get_partial_messageable(server.channel.id)
    first, second = await channel.send("digest", nonce="day-1"), await channel.send("digest", nonce="day-1")
    assert first.id == second.id
    server.clock.advance(600)
    assert (await channel.send("digest", nonce="day-1")).id != first.id


async def test_messages_of_the_bot_are_read_changed_and_removed(server: DiscordServer, bot: TinyBot) -> None:
    channel = bot.get_partial_messageable(server.channel.id)
    async with channel.typing():
        sent = await channel.send("first")
    await (await channel.fetch_message(sent.id)).edit(content="second")
    assert [one.content async for one in channel.history()] == ["second"]
    await sent.delete()
    with pytest.raises(discord.NotFound, match="10008"):
        await channel.fetch_message(sent.id)
    said = (await server.say("not the bot's")).message
    assert said
    assert (await channel.fetch_message(said.id)).content == ""
    with pytest.raises(discord.Forbidden, match="50005"):
        await channel.get_partial_message(said.id).edit(content="mine")
    with pytest.raises(discord.Forbidden, match="50013"):
        await channel.get_partial_message(said.id).delete()
    with pytest.raises(discord.NotFound, match="10003"):
        await bot.fetch_channel(7)
    assert server.typing == [server.channel]
    assert (server.messages[0].deleted, len(server.messages[0].versions)) == (True, 2)
    assert not server.violations


async def test_a_direct_message_can_be_begun_by_the_bot(server: DiscordServer, bot: TinyBot) -> None:
    direct = await bot.create_dm(discord.Object(server.person.id))
    await direct.send("good morning")
    assert server.messages[0].channel is server.direct()


async def test_the_application_and_its_owner(server: DiscordServer, bot: TinyBot) -> None:
    told = await bot.application_info()
    assert (told.id, told.owner.id) == (server.bot.id, server.owner.id)
    assert not server.violations


async def test_a_wait_fails_with_what_was_seen(server: DiscordServer, bot: TinyBot) -> None:
    said = await server.say(f"{bot.user} is not named by this")
    with pytest.raises(
        AssertionError, match=r"in vain for reply 1 to MESSAGE_CREATE by Ada(?s:.*)GET /api/v10/users/@me"
    ):
        await server.reply(said, deadline=0.05)
