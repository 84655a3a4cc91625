"""The gateway's ways: shards, resumes, invalid sessions, refusals, intents."""

import asyncio
from typing import Any

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.fakes.discord import DiscordServer
from tests.fakes.discord.gateway import MESSAGE_CONTENT
from tests.fakes.discord.genuine import pointed_at
from tests.fakes.test_discord.tiny_bot import TinyBot, running

pytestmark = pytest.mark.asyncio


async def test_the_library_is_left_as_it_was(server: DiscordServer) -> None:
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    with pointed_at(server):
        assert server.http_url == Route.BASE
    assert before == (Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY)


async def test_a_bot_becomes_ready(server: DiscordServer, bot: TinyBot) -> None:
    await bot.wait_until_ready()
    assert bot.user
    assert (bot.user.id, bot.application_id) == (server.bot.id, server.bot.id)
    assert [one.name for one in bot.guilds] == ["Team"]
    assert bot.get_channel(server.channel.id)
    assert [one.beats for one in server.gateway.sockets] == [1]


async def test_a_place_that_comes_later(server: DiscordServer, bot: TinyBot) -> None:
    await bot.wait_until_ready()
    guild = server.add_guild("Second")
    await server.reply(await server.mention("meta?", channel=guild.channels[0]))
    assert {one.name for one in bot.guilds} == {"Team", "Second"}


async def test_several_shards_each_hear_their_guilds() -> None:
    async with DiscordServer(shards=2) as server:
        guilds = [server.add_guild(f"On {shard}", shard=shard) for shard in (0, 1)]
        async with running(server, sync=True) as bot:
            assert sorted(one["shard"] for one in server.gateway.identifies) == [[0, 2], [1, 2]]
            for guild in guilds:
                await server.reply(await server.slash("capex", question="meta", guild=guild))
            await server.reply(await server.direct_message("meta"))
            assert sorted(bot.shards) == [0, 1]
        assert not server.violations


async def test_a_reconnect_resumes_and_replays(server: DiscordServer, bot: TinyBot) -> None:
    await server.reply(await server.mention("said before"))
    server.gateway.reconnect()
    await server.until(lambda: not server.gateway.connected, "the client to leave")
    said = await server.mention("said while away")
    assert "said while away" in (await server.reply(said)).content
    assert len(server.gateway.identifies) == len(server.gateway.resumes) == 1
    assert server.gateway.paths == ["/gateway/", "/resume/"]
    assert bot.wishes.heard == [f"{server.bot.mention} said {when}" for when in ("before", "while away")]


@pytest.mark.parametrize("resumable", [True, False])
async def test_an_invalid_session(server: DiscordServer, bot: TinyBot, resumable: bool) -> None:  # noqa: FBT001 - a case
    server.gateway.invalidate(resumable=resumable)
    await server.until(lambda: server.gateway.resumes or len(server.gateway.identifies) == 2, "another start")
    await server.connected()
    assert len(server.gateway.resumes) == resumable
    await server.reply(await server.mention("meta?"))
    assert len(bot.wishes.heard) == 1


@pytest.mark.parametrize("how", ["cut", "close"])
async def test_a_lost_connection_is_resumed(server: DiscordServer, bot: TinyBot, how: str) -> None:
    _ = server.gateway.cut() if how == "cut" else server.gateway.close(4000)  # type: ignore[func-returns-value]
    await server.until(lambda: server.gateway.resumes, "a resume")
    await server.reply(await server.mention("meta?"))
    assert len(bot.wishes.heard) == 1


async def start(server: DiscordServer, token: str, intents: discord.Intents) -> None:
    with pointed_at(server):
        async with TinyBot(intents) as bot:
            await asyncio.wait_for(bot.start(token), 5)


async def test_a_session_is_refused_on_demand(server: DiscordServer) -> None:
    server.gateway.refuse.append(4004)
    with pytest.raises(discord.ConnectionClosed) as closed:
        await start(server, server.token, discord.Intents(guilds=True))
    assert closed.value.code == 4004


async def test_privileged_intents_must_be_switched_on(server: DiscordServer) -> None:
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await start(server, server.token, discord.Intents(guilds=True, message_content=True))


async def test_a_wrong_token(server: DiscordServer) -> None:
    with pytest.raises(discord.LoginFailure):
        await start(server, "wrong", discord.Intents(guilds=True))


async def test_the_message_content_intent_shows_everything() -> None:
    async with DiscordServer(privileged=MESSAGE_CONTENT) as server:
        intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
        async with running(server, intents=intents) as bot:
            await server.say("among ourselves")
            await server.direct_message("not subscribed to")
            await server.settled()
            assert bot.wishes.heard == ["among ourselves"]


async def test_a_reply_without_ping_is_no_mention(server: DiscordServer, bot: TinyBot) -> None:
    first = await server.reply(await server.mention("meta?"))
    await server.reply_to_bot("and 2025?", first, ping=False)
    await server.settled()
    assert bot.wishes.heard[1:] == [""]


async def test_two_processes_hear_the_same(server: DiscordServer, bot: TinyBot) -> None:
    async with running(server, sync=False) as second:
        await server.connected(2)
        said = await server.mention("meta?")
        await server.reply(said, 2)
        assert bot.wishes.heard == second.wishes.heard == [f"{server.bot.mention} meta?"]
        asked = await server.slash("figures sources")
        await server.until(lambda: len(server.refusals) == 1, "the second acknowledgement's refusal")
        assert server.refusals[0].answer["code"] == 40060
        assert len(server.replies_to(asked)) == 1


async def test_an_id_carries_its_time(server: DiscordServer, bot: TinyBot) -> None:
    server.clock.advance(3600)
    asked = await server.slash("figures sources")
    assert abs(discord.utils.snowflake_time(asked.id).timestamp() - server.clock.now()) < 60
    assert bot.user


async def test_a_silent_server_is_noticed() -> None:
    async with DiscordServer() as server:
        server.gateway.heartbeat_ms = 50
        server.gateway.silent = True
        options: dict[str, Any] = {"heartbeat_timeout": 0.2}
        async with running(server, **options):
            await server.until(lambda: server.gateway.resumes, "a resume")


async def test_a_process_of_its_own_is_told_where_to_go(server: DiscordServer) -> None:
    assert server.environment == {
        "DISCORD_TOKEN": server.token,
        "CAPEX_DISCORD_API_URL": f"http://127.0.0.1:{server.port}/api/v10",
        "CAPEX_DISCORD_GATEWAY_URL": f"ws://127.0.0.1:{server.port}/gateway/",
    }
