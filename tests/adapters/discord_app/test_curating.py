"""Curation on Discord: suggest, review, approve, edit, reject, name curators, and hear what became of it."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import pytest_asyncio

from adapters.articles.fetcher import Fetcher
from adapters.articles.networks import Networks
from adapters.attending import Attending
from adapters.collecting import read_claims, taken_in
from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from adapters.discord_app.deciding import FORMS
from adapters.discord_app.ids import Deed
from adapters.errands import Errands
from bot.conversation import Conversation
from bot.curation.counter import Counter
from bot.curation.fields import FIELDS
from bot.curation.found import FoundArticle
from bot.curation.matters import LONGEST_NAME, Matter
from bot.curation.office import Office
from bot.curation.roles import Roles
from bot.line import Line
from bot.people import Person
from bot.places import shipped_corpus
from bot.records import MemoryRecords
from bot.report import Report
from knowledge.store import Store
from tests.adapters.articles.hostile import ok, serving
from tests.adapters.discord_app.acting import deed_id, ids, told
from tests.adapters.discord_app.conftest import running, settings_for
from tests.adapters.slack_app.test_curating import PAGE
from tests.fakes.discord import Delivery, DiscordServer, Message, User, refusal
from tests.fakes.discord.components import TEXT_INPUT, walk
from tests.fakes.discord.world import MANAGE_GUILD, MEMBER

pytestmark = pytest.mark.asyncio
ADMINISTRATOR = 1 << 3
NOW = datetime(2026, 11, 21, tzinfo=UTC)
OTHERWISE = FoundArticle(
    title="Analysts differ",
    text="Analysts differ\n\nMeta expects capital expenditures of $80 billion to $90 billion in 2025.\n",
    language="en",
    published=date(2025, 4, 30),
    url="https://other.example/meta",
    publisher="Other",
)


class Scene(NamedTuple):
    """A bot whose curator is Cora, and what it stands on."""

    server: DiscordServer
    store: Store
    records: MemoryRecords
    line: Line
    platform: DiscordPlatform
    attending: Attending
    cora: User

    async def command(self, text: str, user: User | None = None, **values: str) -> Message:
        """The answer to a command of the group, by Cora if nobody is named."""
        return await told(
            self.server, await self.server.slash(f"capexbot {text}", user=user or self.cora, options=values)
        )

    async def ask(self, question: str) -> Message:
        """The answer to somebody's question."""
        return await told(self.server, await self.server.slash("capex", question=question))

    async def press(self, card: Message, what: str, user: User | None = None) -> Delivery:
        """A press on a button of a matter, acknowledged."""
        before = len(card.versions)
        press = await self.server.click(deed_id(card, what), message=card, user=user or self.cora)
        await self._come(press, lambda: len(card.versions) > before)
        return press

    async def send(self, form: Delivery, **values: Any) -> Delivery:
        """A form that was filled in, sent off."""
        assert form.message
        card, before = form.message, len(form.message.versions)
        sent = await self.server.submit_modal(form, **values)
        await self._come(sent, lambda: len(card.versions) > before)
        return sent

    async def _come(self, act: Delivery, is_changed: Callable[[], bool]) -> None:
        """Wait until an act has come to a form, another message, or a change of the one it was done on."""
        await self.server.acknowledged(act)
        await self.server.until(lambda: act.modal or act.replies or is_changed(), f"what comes of {act}")
        await self.server.settled()

    async def round(self) -> None:
        """What the bot does by itself every few seconds."""
        await self.attending.round([self.platform])
        await self.server.settled()
        opened = [one for one in self.server.integer_ids if one == "POST /users/@me/channels"]
        for one in opened:  # the library's own way to open a direct message
            self.server.integer_ids.remove(one)

    def waiting(self) -> list[str]:
        """The proposed claims."""
        return [claim.id for claim, _ in self.store.claims("proposed")]

    def told(self, user: User) -> list[str]:
        """What was said in somebody's direct messages."""
        return [one.text for one in self.server.messages if one.channel is self.server.direct(user)]

    def person(self, user: User) -> Person:
        """Somebody in the server."""
        return Person(platform="discord", workspace=str(self.server.guild.id), user=str(user.id))


class Bot(NamedTuple):
    """A process of the bot: its platform, and what it does by itself."""

    platform: DiscordPlatform
    attending: Attending


@asynccontextmanager
async def started(
    server: DiscordServer, store: Store, line: Line, records: MemoryRecords, cora: User
) -> AsyncIterator[Bot]:
    """A bot that is connected, for which Cora curates."""
    named = Person(platform="discord", workspace=str(server.guild.id), user=str(cora.id))
    platforms: list[DiscordPlatform] = []
    roles = Roles([named], records, lambda: [one.workspaces for one in platforms] == [1])
    desk = Desk(
        Conversation(line, records, Counter(Office(store, records), roles, records, line.names)), in_threads=False
    )
    platforms.append(DiscordPlatform(desk, line, settings_for(server)))
    async with running(platforms[0]) as platform:
        await server.connected()
        yield Bot(platform, Attending(Errands(store, records, Fetcher(Networks(["127.0.0.1/32"]))), records))
    await desk.finish()


@pytest_asyncio.fixture
async def scene(server: DiscordServer, filled: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    path = tmp_path / "base.db"
    shutil.copy(filled, path)
    cora, records = server.add_user("Cora"), MemoryRecords()
    with Store(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
        line = Line(store)
        line.warm()
        async with started(server, store, line, records, cora) as bot:
            yield Scene(server, store, records, line, bot.platform, bot.attending, cora)


def whats(message: Message) -> list[str]:
    """What can be done about the matter of a message."""
    return [deed.what for one in ids(message) if (deed := Deed.of(one))]


def fields(form: Delivery) -> dict[str, Any]:
    """The fields of a form by their ids."""
    assert form.modal is not None
    return {str(one["custom_id"]): one for _, one in walk(form.modal["components"]) if one.get("custom_id")}


def filled_in(form: Delivery) -> dict[str, Any]:
    """What a form is filled with when it opens, as the client sends it."""
    given: dict[str, Any] = {}
    for name, field in fields(form).items():
        if field["type"] == TEXT_INPUT:
            given[name] = field.get("value") or ""
        else:
            given[name] = [option["value"] for option in field["options"] if option.get("default")]
    return given


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
    path = tmp_path / "base.db"
    shutil.copy(filled, path)
    cora, records = server.add_user("Cora"), MemoryRecords()
    with Store(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
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


async def report(scene: Scene, user: User) -> None:
    """Somebody has said in German that a figure is wrong."""
    wrong = Report(
        claim="meta-capex-2024-expected-unnamed",
        reason="too low",
        question="meta",
        language="de",
        by=scene.person(user),
        at=datetime.now(UTC) - timedelta(days=1),
    )
    scene.records.reports.report("r1", wrong)


async def joined(scene: Scene) -> None:
    """The bot has come to another server too."""
    scene.server.add_guild("Elsewhere")
    await scene.server.until(lambda: scene.platform.workspaces == 2, "the other server")
