"""Curation in Slack: suggest, review, approve, edit, reject, name curators, and hear what became of it."""

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
import pytest_asyncio

from adapters.articles.fetcher import Fetcher
from adapters.articles.networks import Networks
from adapters.attending import Attending
from adapters.desk import Desk
from adapters.errands import Errands
from adapters.slack_app import SlackPlatform
from adapters.slack_app.patience import Patience
from bot.conversation import Conversation
from bot.curation.counter import Counter
from bot.curation.office import Office
from bot.curation.roles import Roles
from bot.line import Line
from bot.people import Person
from bot.places import shipped_corpus
from bot.records import MemoryRecords
from bot.report import Report
from bot.settings import Settings
from knowledge.store import Store
from tests.adapters.articles.hostile import ok, serving
from tests.adapters.slack_app.acting import said_to
from tests.adapters.slack_app.looks import Json, buttons
from tests.adapters.slack_app.test_answers import only_reply
from tests.fakes.slack import Entry, SlackServer, User
from tests.fakes.slack.limits import objects
from tests.fakes.slack.timing import PATIENCE

pytestmark = pytest.mark.asyncio
PAGE = (
    "<html lang=en><head><title>Amazon on capex</title><meta property='article:published_time' content='2025-05-01'>"
    "</head><body><article><h1>Amazon on capex</h1><p>Amazon reported capital expenditure of $24.3 billion in the "
    "first quarter of 2025. "
    + "The company spoke at length about its data centres and warehouses on that day. " * 12
    + "</p></article></body></html>"
)


class Scene(NamedTuple):
    """A bot whose curator is Cora, and what it stands on."""

    slack: SlackServer
    store: Store
    records: MemoryRecords
    line: Line
    attending: Attending
    platform: SlackPlatform
    cora: User

    async def command(self, text: str, user: User | None = None) -> Entry:
        """The answer to a command, by Cora if nobody is named."""
        return await only_reply(self.slack, await self.slack.slash("/capex", text, user=user or self.cora))

    async def round(self) -> None:
        """What the bot does by itself every few seconds."""
        await self.attending.round([self.platform])
        await self.slack.quiet()

    def waiting(self) -> list[str]:
        """The proposed claims."""
        return [claim.id for claim, _ in self.store.claims("proposed")]

    def told(self, user: User) -> list[str]:
        """What was posted in somebody's direct messages."""
        return [one.text for one in self.slack.messages if one.channel == self.slack.workspace.direct(user).id]


@pytest_asyncio.fixture
async def scene(slack: SlackServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    path = tmp_path / "base.db"
    shutil.copy(filled, path)
    cora = slack.workspace.add_user("cora")
    records = MemoryRecords()
    with Store(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
        line = Line(store)
        named = Person(platform="slack", workspace=slack.workspace.id, user=cora.id)
        counter = Counter(Office(store, records), Roles([named], records, lambda: True), records, line.names)
        desk = Desk(Conversation(line, records, counter), in_threads=False)
        platform = SlackPlatform(desk, Settings.from_environment(slack.environment), patience=Patience(pace=0))
        await platform.start()
        await slack.connected()
        fetcher = Fetcher(Networks(["127.0.0.1/32"]))
        attending = Attending(Errands(store, records, fetcher), records)
        yield Scene(slack, store, records, line, attending, platform, cora)
        await platform.stop()
        await desk.finish()


def person(scene: Scene, user: User) -> Person:
    return Person(platform="slack", workspace=scene.slack.workspace.id, user=user.id)


def names(entry: Entry) -> list[str]:
    """The actions of the buttons of a message."""
    return [str(one["action_id"]) for one in buttons({"blocks": entry.blocks})]


def filled_in(view: Json) -> dict[str, str]:
    """What a form is filled with when it opens."""
    shown = {block["block_id"]: block["element"] for block in view["blocks"]}
    values = {
        name: one.get("initial_value") or one.get("initial_option", {}).get("value") for name, one in shown.items()
    }
    return {name: str(value) for name, value in values.items() if value}


async def press(scene: Scene, entry: Entry, name: str, user: User | None = None) -> None:
    """Decide something; wait for what comes of it."""
    before = len(scene.slack.messages)
    await scene.slack.acknowledged(await scene.slack.click(name, message=entry, user=user or scene.cora))
    await come(scene, before)


async def send(scene: Scene, view: Json, given: dict[str, str]) -> None:
    """Send a form off; wait for what comes of it."""
    before = len(scene.slack.messages)
    await scene.slack.acknowledged(await scene.slack.submit_view(view, given))
    await come(scene, before)


async def pick(scene: Scene, picker: Entry, chosen: User, user: User) -> None:
    """Pick who is to curate; wait for what comes of it."""
    before = len(scene.slack.messages)
    await scene.slack.acknowledged(await scene.slack.click("curate:en", chosen.id, message=picker, user=user))
    await come(scene, before)


async def come(scene: Scene, before: int) -> None:
    """Wait until there are more messages than before, and no more come."""
    slack = scene.slack
    await slack.world.changes.until(lambda: len(slack.messages) > before, slack.seen, PATIENCE)
    await slack.quiet()


def current(scene: Scene, entry: Entry) -> Entry:
    """The message as it stands now."""
    return next(one for one in reversed(scene.slack.messages) if one.ts == entry.ts)


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
