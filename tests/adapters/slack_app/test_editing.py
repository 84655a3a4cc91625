"""Edits in Slack: a claim is changed in a form that stays open until what it says is proved."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.adapters.slack_app.curation import Scene, curating, current, filled_in, press, send
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def scene(slack: SlackServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    async with curating(slack, filled, tmp_path) as found:
        yield found


async def test_an_edit_is_kept_and_shown_in_its_place(scene: Scene) -> None:
    card = await scene.command("review")
    await scene.slack.click("decide-edit:en", message=card, user=scene.cora)
    view = await scene.slack.opened()
    given = filled_in(view) | {"status": "plan"}
    await send(scene, view, given)
    assert "plan" in current(scene, card).text
    assert {claim.status for claim, _ in scene.store.claims("proposed") if claim.subject == "meta"} == {"plan"}
    await press(scene, current(scene, card), "decide-approve:en")
    assert len(scene.waiting()) == 2


async def test_an_edit_that_the_article_does_not_prove_stays_open_and_says_why(scene: Scene) -> None:
    card = await scene.command("review")
    await scene.slack.click("decide-edit:en", message=card, user=scene.cora)
    view = await scene.slack.opened()
    given = filled_in(view) | {"statement_en": "Meta spends $99 billion."}
    number = scene.store.change_number()
    ack = await scene.slack.acknowledged(await scene.slack.submit_view(view, given))
    assert ack.payload
    assert ack.payload["response_action"] == "errors"
    assert "does not pass the proof" in str(ack.payload["errors"])
    assert scene.store.change_number() == number
