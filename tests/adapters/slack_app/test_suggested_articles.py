"""Articles that people in Slack suggest: fetched when a curator wants them, and told of to whoever gave them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.curation.office import Office
from tests.adapters.articles.hostile import ok, serving
from tests.adapters.slack_app.acting import said_to
from tests.adapters.slack_app.curation import Scene, curating, current, person, press
from tests.adapters.slack_app.test_answers import only_reply
from tests.curated import PAGE
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def scene(slack: SlackServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    async with curating(slack, filled, tmp_path) as found:
        yield found


async def test_a_suggestion_is_fetched_only_when_a_curator_accepts_it_and_its_giver_is_told(scene: Scene) -> None:
    alice = scene.slack.workspace.alice
    with serving({"/": ok(PAGE)}) as server:
        suggested = await scene.command(f"add {server.address()}", alice)
        assert "A curator will decide" in suggested.text
        await scene.round()
        assert server.paths == []
        card = await scene.command("review")
        assert card.text.startswith(f"Suggested article · {server.address()}")
        await press(scene, card, "decide-accept:en")
        await scene.round()
    assert "Amazon on capex" in {article.title for article in scene.store.articles()}
    assert any("Amazon on capex" in text for text in scene.told(alice))
    await scene.round()
    assert len(scene.told(alice)) == 1


async def test_a_curators_own_article_is_fetched_at_once_and_leads_to_an_answer(scene: Scene) -> None:
    with serving({"/": ok(PAGE)}) as server:
        told = await scene.command(f"add {server.address()}")
        assert "It is being fetched" in told.text
        await scene.round()
    [message] = [one for one in scene.slack.messages if "Amazon on capex" in one.text]
    assert "Claims proposed: 1" in message.text
    key = next(
        claim.id for claim, _ in scene.store.claims("proposed") if claim.metric == "capex" and claim.subject == "amazon"
    )
    office = Office(scene.store, scene.records)
    card = await scene.command("review")
    while key not in str(card.blocks):
        await press(scene, card, "decide-skip:en")
        card = current(scene, card)
    await press(scene, card, "decide-approve:en")
    assert key not in {one.about for one in office.waiting(datetime.now(UTC))}
    assert "US$24.3 bn" in (await scene.command("amazon capex Q1 2025", scene.slack.workspace.alice)).text


async def test_an_article_that_cannot_be_had_is_told_with_its_reason(scene: Scene) -> None:
    await scene.command("add http://127.0.0.1:1/")
    await scene.round()
    assert any("could not be read" in text for text in scene.told(scene.cora))


async def test_the_shortcut_suggests_the_page_that_a_message_links_to(scene: Scene) -> None:
    alice = scene.slack.workspace.alice
    sent = await scene.slack.shortcut(
        "add_as_article", text="look: <https://paper.example/a?b=1&amp;c|here>", user=alice
    )
    assert "A curator will decide" in (await said_to(scene.slack, sent)).text
    [one] = scene.records.curation.suggestions(datetime.now(UTC))
    assert (one.url, one.by) == ("https://paper.example/a?b=1&c", person(scene, alice))
    sent = await scene.slack.shortcut("add_as_article", text="no link", user=alice)
    assert "Give its address" in (await said_to(scene.slack, sent)).text


async def test_a_mention_with_an_address_suggests_it_too(scene: Scene) -> None:
    mention = await scene.slack.mention("add <https://paper.example/b>")
    assert "A curator will decide" in (await only_reply(scene.slack, mention)).text
    assert [one.url for one in scene.records.curation.suggestions(datetime.now(UTC))] == ["https://paper.example/b"]
