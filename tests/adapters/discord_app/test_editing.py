"""Edits on Discord: a claim is changed in forms of five fields, and only to what its article proves."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord_app.deciding import FORMS
from bot.curation.fields import FIELDS
from tests.adapters.discord_app.curation import Scene, curating, fields, filled_in, whats
from tests.fakes.discord import DiscordServer

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def scene(server: DiscordServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    async with curating(server, filled, tmp_path) as found:
        yield found


async def test_all_parts_of_a_claim_can_be_edited_in_forms_that_discord_takes(scene: Scene) -> None:
    card = await scene.command("review")
    forms = [await scene.press(card, what) for what in FORMS]
    assert [name for form in forms for name in fields(form)] == [name for names in FORMS.values() for name in names]
    assert {name for form in forms for name in fields(form)} == set(FIELDS)
    assert [bool(form.modal) and len(fields(form)) <= 5 for form in forms] == [True] * 4


async def test_an_edit_is_kept_and_shown_in_its_place(scene: Scene) -> None:
    card = await scene.command("review")
    form = await scene.press(card, "edit_standing")
    assert filled_in(form)["period"] == "in 2025"
    await scene.send(form, **(filled_in(form) | {"status": ["plan"]}))
    assert card.text.startswith("### Proposed claim · Meta")
    assert "✓ Changed." in card.text
    assert {claim.status for claim, _ in scene.store.claims("proposed") if claim.subject == "meta"} == {"plan"}
    await scene.press(card, "approve")
    assert len(scene.waiting()) == 2


async def test_an_edit_that_the_article_does_not_prove_is_refused_with_what_was_typed(scene: Scene) -> None:
    card = await scene.command("review")
    form = await scene.press(card, "edit_words")
    number = scene.store.change_number()
    sent = await scene.send(form, **(filled_in(form) | {"statement_en": "Meta spends $99 billion."}))
    [refusal] = sent.replies
    assert refusal.ephemeral
    assert "does not pass the proof" in refusal.text
    assert "Sentence in English: Meta spends $99 billion." in refusal.text
    assert scene.store.change_number() == number
    assert whats(card)


async def test_the_longest_refusal_fits_a_message(scene: Scene) -> None:
    card = await scene.command("review")
    form = await scene.press(card, "edit_figure")
    sent = await scene.send(form, **(filled_in(form) | {"quote": "*" * 4_000}))
    [refusal] = sent.replies
    assert "word for word" in refusal.text or "That was not done" in refusal.text
