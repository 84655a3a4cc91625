"""Articles that people on Discord suggest: fetched when a curator wants them, and told of to whoever gave them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord_app.deciding import FORMS
from tests.adapters.articles.hostile import ok, serving
from tests.adapters.discord_app.acting import told
from tests.adapters.discord_app.curation import Scene, curating, whats
from tests.curated import PAGE
from tests.fakes.discord import DiscordServer

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def scene(server: DiscordServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    async with curating(server, filled, tmp_path) as found:
        yield found


async def test_a_suggestion_is_fetched_only_when_a_curator_accepts_it_and_its_giver_is_told(scene: Scene) -> None:
    ada = scene.server.person
    with serving({"/": ok(PAGE)}) as page:
        suggested = await scene.command("add", ada, address=page.address())
        assert suggested.ephemeral
        assert "A curator will decide" in suggested.text
        await scene.round()
        assert page.paths == []
        card = await scene.command("review")
        assert card.text.startswith("### Suggested article")
        await scene.press(card, "accept")
        await scene.round()
    assert "Amazon on capex" in {article.title for article in scene.store.articles()}
    assert any("Amazon on capex" in text for text in scene.told(ada))
    await scene.round()
    assert len(scene.told(ada)) == 1


async def test_the_button_under_the_message_about_ones_own_article_opens_the_review(scene: Scene) -> None:
    with serving({"/": ok(PAGE)}) as page:
        assert "It is being fetched" in (await scene.command("add", address=page.address())).text
        await scene.round()
    [message] = [one for one in scene.server.messages if one.channel is scene.server.direct(scene.cora)]
    assert "Claims proposed: 1" in message.text
    card = await told(scene.server, await scene.server.click("ask:en:review", message=message, user=scene.cora))
    assert whats(card) == ["approve", "reject", "skip", *FORMS]


async def test_the_menu_suggests_the_page_that_a_message_links_to(scene: Scene) -> None:
    said = await scene.server.say("look: [here](<https://paper.example/a_(b)?c=1>), nice!")
    assert said.message
    told_ = await told(scene.server, await scene.server.context_menu("Add as article", said.message))
    assert told_.ephemeral
    assert "A curator will decide" in told_.text
    [one] = scene.records.curation.suggestions(datetime.now(UTC))
    assert (one.url, one.by) == ("https://paper.example/a_(b)?c=1", scene.person(scene.server.person))
    said = await scene.server.say("no link")
    assert said.message
    told_ = await told(scene.server, await scene.server.context_menu("Add as article", said.message))
    assert "Give its address" in told_.text
