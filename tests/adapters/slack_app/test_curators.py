"""Who curates in Slack is for administrators to say."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.adapters.slack_app.curation import (
    Scene,
    curating,
    current,
    person,
    pick,
)
from tests.fakes.slack import SlackServer
from tests.fakes.slack.limits import objects

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def scene(slack: SlackServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    async with curating(slack, filled, tmp_path) as found:
        yield found


async def test_an_administrator_names_a_curator_and_nobody_else_does(scene: Scene) -> None:
    alice, ada = scene.slack.workspace.alice, scene.slack.workspace.add_user("ada", rank="is_admin")
    assert "Only administrators" in (await scene.command("curators", alice)).text
    picker = await scene.command("curators", ada)
    await pick(scene, picker, alice, alice)
    assert scene.records.curation.granted() == frozenset()
    await pick(scene, picker, alice, ada)
    assert scene.records.curation.granted() == {person(scene, alice).key}
    assert {"type": "user", "user_id": alice.id} in [
        one for _, one in objects(current(scene, picker).blocks, "") if one.get("type") == "user"
    ]
    assert "In the article" in (await scene.command("review", alice)).text
