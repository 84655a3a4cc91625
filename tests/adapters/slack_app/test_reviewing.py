"""Review in Slack: what waits is shown to curators alone, and decided once."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.curation.office import Office
from bot.report import Report
from tests.adapters.slack_app.curation import Scene, curating, current, names, person, press, send
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def scene(slack: SlackServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    async with curating(slack, filled, tmp_path) as found:
        yield found


async def test_a_curator_is_shown_what_waits_with_what_can_be_decided(scene: Scene) -> None:
    card = await scene.command("review")
    assert card.to == scene.cora.id
    assert "«Meta expects capital expenditures of $64 billion to $72 billion in 2025.»" in card.text
    assert names(card) == ["decide-approve:en", "decide-edit:en", "decide-reject:en", "decide-skip:en"]


async def test_an_approved_claim_answers_at_once_and_the_next_one_is_shown(scene: Scene) -> None:
    first, *rest = [one.about for one in Office(scene.store, scene.records).waiting(datetime.now(UTC))]
    card = await scene.command("review")
    await press(scene, card, "decide-approve:en")
    assert set(scene.waiting()) == set(rest)
    after = current(scene, card)
    assert after.text.startswith("Proposed claim · Alphabet")
    assert "✓ Approved; it answers from now on." in after.text
    assert "US$64–72 bn" in (await scene.command("meta capex 2025", scene.slack.workspace.alice)).text
    assert scene.store.history("claim", first)[-1].who == person(scene, scene.cora).key


async def test_who_is_no_curator_neither_sees_nor_decides(scene: Scene) -> None:
    alice = scene.slack.workspace.alice
    refused = await scene.command("review", alice)
    assert "Only curators review claims" in refused.text
    assert names(refused) == []
    card = await scene.command("review")
    before = scene.waiting()
    await press(scene, card, "decide-approve:en", alice)
    assert scene.waiting() == before


async def test_a_rejection_asks_for_its_reason_and_keeps_it(scene: Scene) -> None:
    card = await scene.command("review")
    await scene.slack.click("decide-reject:en", message=card, user=scene.cora)
    view = await scene.slack.opened()
    await send(scene, view, {"why": "no AI in it"})
    retired = [claim for claim, _ in scene.store.claims("retired") if claim.subject == "meta" and claim.retired]
    assert [claim.retired.reason for claim in retired if claim.retired] == ["no AI in it"]
    assert "✓ Rejected: no AI in it" in current(scene, card).text


async def test_a_press_on_something_older_is_refused_with_its_reason(scene: Scene) -> None:
    card = await scene.command("review")
    other = await scene.command("review")
    await press(scene, card, "decide-approve:en")
    before = scene.waiting()
    await press(scene, other, "decide-approve:en")
    assert scene.waiting() == before
    assert "is decided already, or not known" in scene.slack.messages[-1].text


async def test_skipping_shows_the_next_and_decides_nothing(scene: Scene) -> None:
    card = await scene.command("review")
    await press(scene, card, "decide-skip:en")
    assert current(scene, card).text.startswith("Proposed claim · Alphabet")
    assert len(scene.waiting()) == 3


async def test_who_reported_a_wrong_figure_hears_that_it_stands_or_was_retired(scene: Scene) -> None:
    alice = scene.slack.workspace.alice
    wrong = Report(
        claim="meta-capex-2024-expected-unnamed",
        reason="too low",
        question="meta",
        language="de",
        by=person(scene, alice),
        at=datetime.now(UTC) - timedelta(days=1),
    )
    scene.records.reports.report("r1", wrong)
    card = await scene.command("review")
    assert "too low" in card.text
    assert names(card) == ["decide-edit:en", "decide-retire:en", "decide-stands:en", "decide-skip:en"]
    await scene.slack.click("decide-retire:en", message=card, user=scene.cora)
    view = await scene.slack.opened()
    await send(scene, view, {"why": "überholt"})
    await scene.round()
    [told] = scene.told(alice)
    assert "antwortet nicht mehr" in told
    assert "überholt" in told


async def test_german_is_answered_in_german(scene: Scene) -> None:
    card = await scene.command("freigabe")
    assert card.text.startswith("Vorgeschlagene Aussage")
    assert "decide-approve:de" in names(card)


async def test_what_waits_is_for_the_curators_eyes_also_where_answers_are_for_everybody(scene: Scene) -> None:
    ada = scene.slack.workspace.add_user("ada", rank="is_admin")
    await scene.slack.acknowledged(await scene.slack.slash("/capex", "settings channel public", user=ada))
    await scene.slack.quiet()
    assert (await scene.command("review")).to == scene.cora.id
    assert (await scene.command("meta capex")).to is None
