"""Review on Discord: what waits is shown to curators alone, and decided once."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.collecting import read_claims, taken_in
from adapters.discord_app.deciding import FORMS
from adapters.discord_app.ids import Deed
from bot.curation.found import FoundArticle
from bot.curation.matters import LONGEST_NAME, Matter
from bot.curation.office import Office
from bot.line import Line
from bot.people import Person
from bot.records import MemoryRecords
from tests.adapters.discord_app.acting import deed_id, told
from tests.adapters.discord_app.curation import (
    NOW,
    Scene,
    curating,
    started,
    whats,
)
from tests.curated import opened_copy
from tests.fakes.discord import DiscordServer

pytestmark = pytest.mark.asyncio
OTHERWISE = FoundArticle(
    title="Analysts differ",
    text="Analysts differ\n\nMeta expects capital expenditures of $80 billion to $90 billion in 2025.\n",
    language="en",
    published=date(2025, 4, 30),
    url="https://other.example/meta",
    publisher="Other",
)


@pytest_asyncio.fixture
async def scene(server: DiscordServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    async with curating(server, filled, tmp_path) as found:
        yield found


async def test_a_curator_is_shown_what_waits_with_what_can_be_decided(scene: Scene) -> None:
    card = await scene.command("review")
    assert (card.ephemeral, card.hidden_from_all_but) == (True, scene.cora)
    assert "«Meta expects capital expenditures of $64 billion to $72 billion in 2025.»" in card.text
    assert whats(card) == ["approve", "reject", "skip", *FORMS]


async def test_an_approved_claim_answers_at_once_and_the_next_one_is_shown(scene: Scene) -> None:
    first, *rest = [one.about for one in Office(scene.store, scene.records).waiting(datetime.now(UTC))]
    card = await scene.command("review")
    await scene.press(card, "approve")
    assert set(scene.waiting()) == set(rest)
    assert card.text.startswith("### Proposed claim · Alphabet")
    assert "✓ Approved; it answers from now on." in card.text
    assert "US$64–72 bn" in (await scene.ask("meta capex 2025")).text
    assert scene.store.history("claim", first)[-1].who == scene.person(scene.cora).key


async def test_what_a_claim_would_disagree_with_stands_on_its_card_before_it_is_approved(scene: Scene) -> None:
    await scene.press(await scene.command("review"), "approve")
    taken = taken_in(OTHERWISE, scene.store, "terminal:ann", NOW)
    [other] = read_claims(taken.article.id, scene.store, "terminal:ann", NOW).claims
    card = await scene.command("review")
    while other.id not in str(card.components):
        await scene.press(card, "skip")
    assert "≠ Conflict" in card.text
    assert "It disagrees with what the base says: meta-capex-2025" in card.text
    assert "US$64–72 bn" in card.text
    assert "US$80–90 bn" in card.text
    await scene.press(card, "approve")
    answer = await scene.ask("meta capex 2025")
    assert "US$64–72 bn" in answer.text
    assert "US$80–90 bn" in answer.text


async def test_who_is_no_curator_is_told_so_alone_and_decides_nothing(scene: Scene) -> None:
    refused = await scene.command("review", scene.server.person)
    assert (refused.ephemeral, whats(refused)) == (True, [])
    assert "Only curators review claims" in refused.text
    card = await scene.server.reply(await scene.server.direct_message("review", user=scene.cora))
    before = scene.waiting()
    stranger = scene.server.add_user("Stranger")
    for what in ("approve", "reject", "edit_figure"):
        press = await scene.press(card, what, stranger)
        assert press.modal is None
        assert [(one.ephemeral, "Only curators" in one.text) for one in press.replies] == [(True, True)]
    assert scene.waiting() == before


async def test_a_rejection_asks_for_its_reason_and_keeps_it(scene: Scene) -> None:
    card = await scene.command("review")
    form = await scene.press(card, "reject")
    await scene.send(form, why="no AI in it")
    retired = [claim.retired for claim, _ in scene.store.claims("retired") if claim.subject == "meta"]
    assert "no AI in it" in [one.reason for one in retired if one]
    assert "✓ Rejected: no AI in it" in card.text


async def test_a_press_on_something_older_is_refused_with_its_reason(scene: Scene) -> None:
    card, other = await scene.command("review"), await scene.command("review")
    await scene.press(card, "approve")
    before = scene.waiting()
    press = await scene.press(other, "approve")
    assert scene.waiting() == before
    assert ["is decided already, or not known" in one.text.replace("\\", "") for one in press.replies] == [True]


async def test_a_press_that_is_told_twice_decides_once(scene: Scene) -> None:
    card = await scene.command("review")
    press = await scene.press(card, "approve")
    await scene.server.redeliver(press)
    await scene.server.settled()
    assert len(scene.waiting()) == 2
    assert not scene.server.refusals


async def test_skipping_shows_the_next_and_decides_nothing(scene: Scene) -> None:
    card = await scene.command("review")
    await scene.press(card, "skip")
    assert card.text.startswith("### Proposed claim · Alphabet")
    assert len(scene.waiting()) == 3


async def test_buttons_and_open_forms_of_another_process_work_in_this_one(
    server: DiscordServer, filled: Path, tmp_path: Path
) -> None:
    cora, records = server.add_user("Cora"), MemoryRecords()
    with opened_copy(filled, tmp_path) as store:
        line = Line(store)
        async with started(server, store, line, records, cora):
            card = await told(server, await server.slash("capexbot review", user=cora))
            form = await server.click(deed_id(card, "reject"), message=card, user=cora)
            await server.acknowledged(form)
        async with started(server, store, line, records, cora) as bot:
            scene = Scene(server, store, records, line, bot.platform, bot.attending, cora)
            await scene.send(form, why="too old")
            assert "✓ Rejected: too old" in card.text
            await scene.press(card, "approve")
            assert len(scene.waiting()) == 1


async def test_a_matter_with_the_longest_name_has_buttons_that_discord_takes() -> None:
    matter = Matter(kind="claim", ident="claim:" + "x" * 80, about="x" * 80)
    assert len(matter.name) <= LONGEST_NAME
    assert matter.is_named(matter.name)
    for what in ("close_gap", *FORMS):
        deed = Deed(what, "de", matter.name, "f" * 12)
        assert len(deed.id) <= 100
        assert Deed.of(deed.id) == deed


async def test_german_is_answered_in_german(scene: Scene) -> None:
    dora = scene.server.add_user("Dora", locale="de")
    scene.records.curation.grant(Person(platform="discord", workspace="", user=str(dora.id)), scene.person(dora), NOW)
    card = await scene.command("review", dora)
    assert card.text.startswith("### Vorgeschlagene Aussage")
    form = await scene.press(card, "edit_figure", dora)
    assert form.modal
    assert form.modal["title"] == "Aussage ändern"
    assert "Betrag, wie im Zitat gedruckt" in str(form.modal)


async def test_a_gap_and_an_empty_queue_are_told(scene: Scene) -> None:
    await scene.ask("samsung capex")
    await scene.server.settled()
    card = await scene.command("review")
    for _ in range(3):
        await scene.press(card, "approve")
    assert card.text.startswith("### Asked without an answer")
    await scene.press(card, "close_gap")
    assert "Nothing waits for a curator." in card.text
    assert whats(card) == []
