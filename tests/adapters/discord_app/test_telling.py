"""What becomes of a report is told on Discord to whoever made it, once and in private."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord_app.deciding import FORMS
from tests.adapters.discord_app.curation import Scene, curating, report, whats
from tests.fakes.discord import DiscordServer, refusal

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def scene(server: DiscordServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    async with curating(server, filled, tmp_path) as found:
        yield found


async def test_who_takes_no_direct_messages_is_left_alone(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    await report(scene, scene.server.person)
    card = await scene.command("review")
    await scene.send(await scene.press(card, "stands"), why="so it is")
    scene.server.fail("POST /channels/{channel_id}/messages", refusal(50007), times=9)
    with caplog.at_level("INFO", "capex.discord"):
        for _ in range(3):
            await scene.round()
    noted = [record for record in caplog.records if record.message == "somebody takes no direct message"]
    assert [(record.levelname, record.__dict__["code"]) for record in noted] == [("INFO", 50007)]
    assert str(scene.server.person.id) not in caplog.text
    assert scene.records.curation.untold("discord") == ()


async def test_what_could_not_be_told_for_trouble_is_told_in_a_later_round(scene: Scene) -> None:
    await report(scene, scene.server.person)
    card = await scene.command("review")
    await scene.send(await scene.press(card, "stands"), why="so it is")
    await scene.platform.stop()
    await scene.round()
    assert scene.told(scene.server.person) == []
    await scene.platform.start()
    await scene.server.connected()
    await scene.round()
    assert ["so it is" in text for text in scene.told(scene.server.person)] == [True]


async def test_who_reported_a_wrong_figure_hears_in_their_language_that_it_was_retired(scene: Scene) -> None:
    await report(scene, scene.server.person)
    card = await scene.command("review")
    assert "too low" in card.text
    assert whats(card) == ["retire", "stands", "skip", *FORMS]
    await scene.send(await scene.press(card, "retire"), why="überholt")
    await scene.round()
    [message] = scene.told(scene.server.person)
    assert "antwortet nicht mehr" in message
    assert "überholt" in message
