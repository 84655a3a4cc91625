"""Who curates on Discord is for administrators to say, and what waits is for curators alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.adapters.discord_app.curation import Scene, curating, joined, whats
from tests.fakes.discord import DiscordServer
from tests.fakes.discord.world import MANAGE_GUILD, MEMBER

pytestmark = pytest.mark.asyncio
ADMINISTRATOR = 1 << 3


@pytest_asyncio.fixture
async def scene(server: DiscordServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    async with curating(server, filled, tmp_path) as found:
        yield found


async def test_an_administrator_names_a_curator_and_nobody_else_does(scene: Scene) -> None:
    server = scene.server
    ada, ben = server.add_user("Ada", permissions=MEMBER | ADMINISTRATOR), server.add_user("Ben")
    manager = server.add_user("Mia", permissions=MEMBER | MANAGE_GUILD)
    for user in (ben, manager):
        assert "Only administrators" in (await scene.command("curators", user)).text
    picker = await scene.command("curators", ada)
    assert picker.ephemeral
    chosen = await server.select("curate:en", str(ben.id), message=picker, user=ada)
    await server.acknowledged(chosen)
    await server.settled()
    assert scene.records.curation.granted() == {f"discord::{ben.id}"}
    assert f"<@{ben.id}>" in picker.text
    assert picker.pings == []
    assert "In the article" in (await scene.command("review", ben)).text


async def test_in_several_servers_nobody_is_named_and_who_was_does_not_count(scene: Scene) -> None:
    server = scene.server
    ada, ben = server.add_user("Ada", permissions=MEMBER | ADMINISTRATOR), server.add_user("Ben")
    picker = await scene.command("curators", ada)
    await server.acknowledged(await server.select("curate:en", str(ben.id), message=picker, user=ada))
    await server.settled()
    await joined(scene)
    assert "Only administrators" in (await scene.command("curators", ada)).text
    assert "Only curators" in (await scene.command("review", ben)).text


async def test_where_others_read_along_nothing_that_waits_is_shown(scene: Scene) -> None:
    answer = await scene.server.reply(await scene.server.mention("review", user=scene.cora))
    assert whats(answer) == []
    assert "where only you see the answer" in answer.text
    ada = scene.server.add_user("Ada", permissions=MEMBER | MANAGE_GUILD)
    await scene.server.settled()
    await scene.server.reply(await scene.server.slash("capexbot settings", user=ada, change="channel public"))
    assert (await scene.command("review")).ephemeral
