"""A bot in a process of its own, which knows the server by its environment only."""

import asyncio
import os
import sys

import pytest

from tests.fakes.discord import DiscordServer

BOT = """
import os, warnings
warnings.simplefilter("ignore")
import discord, yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

Route.BASE = os.environ["CAPEX_DISCORD_API_URL"]
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["CAPEX_DISCORD_GATEWAY_URL"])

class Bot(discord.AutoShardedClient):
    async def on_message(self, message):
        if not message.author.bot:
            await message.channel.send("from afar")

Bot(intents=discord.Intents(guilds=True, dm_messages=True)).run(os.environ["DISCORD_TOKEN"], log_handler=None)
"""


@pytest.mark.asyncio
async def test_a_process_comes_and_answers(server: DiscordServer) -> None:
    environment = {**os.environ, **server.environment}
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", BOT, env=environment)
    try:
        await server.connected(deadline=20)
        assert (await server.reply(await server.direct_message("hello"))).content == "from afar"
    finally:
        process.terminate()
        await process.wait()
    assert not server.violations
