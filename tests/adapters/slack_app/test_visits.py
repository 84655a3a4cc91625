"""Around questions: the Home of a person, the agent's suggestions, the welcome in a channel."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from adapters.desk import Desk
from adapters.slack_app import SlackPlatform
from adapters.slack_app.home import home_view
from bot.conversation import Conversation
from bot.line import Line
from bot.people import Person
from bot.records import MemoryRecords, Records
from bot.settings import Settings
from knowledge.fault import Fault
from tests.adapters.slack_app.test_answers import only_reply
from tests.bot.fake_base import BrokenBase, FakeBase
from tests.bot.samples import ARTICLES, VOCABULARY, billions, claim
from tests.contract.hostile import FLAVOURS
from tests.fakes.slack import SlackServer
from tests.fakes.slack.blocks import characters, problems_of
from tests.fakes.slack.limits import objects

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ALICE = Person(platform="slack", workspace="T1", user="U1")


async def home(slack: SlackServer, user: str | None = None, count: int = 1) -> dict[str, Any]:
    """The Home of a person, once it was published so often."""
    await slack.called("views.publish", count)
    found = slack.home(user or slack.workspace.alice.id)
    assert found is not None
    return found


def words(view: dict[str, Any]) -> str:
    return "\n".join(str(one["text"]) for _, one in objects(view["blocks"], "") if isinstance(one.get("text"), str))


def questions(view: dict[str, Any]) -> list[str]:
    return [one["value"] for _, one in objects(view["blocks"], "") if str(one.get("action_id")).startswith("start:")]


class TestHome:
    async def test_it_shows_what_is_covered_and_how_to_ask(self, connected: SlackServer) -> None:
        await connected.open_home()
        shown = words(await home(connected))
        for part in ("376 claims on 38 names.", "Meta", "AI investment 17", "Yingwei erreicht", "/capex coverage"):
            assert part in shown

    async def test_its_questions_are_answered_by_direct_message(self, connected: SlackServer) -> None:
        await connected.open_home()
        view = await home(connected)
        where = connected.workspace.direct(connected.workspace.alice)
        for number, question in enumerate(questions(view), 1):
            click = await connected.click(f"start:{number}", question, view=view)
            reply = await only_reply(connected, click)
            assert (reply.channel, reply.via) == (where.id, "chat.postMessage")
            assert "[1]" in reply.text, question

    async def test_what_is_asked_there_can_be_built_on_in_the_messages(self, connected: SlackServer) -> None:
        await connected.open_home()
        view = await home(connected)
        await connected.reply(await connected.click("start:1", view=view))
        await connected.quiet()
        assert (await only_reply(connected, await connected.direct_message("and microsoft?"))).text.startswith("Micro")

    async def test_a_click_that_is_told_twice_is_answered_once(self, connected: SlackServer) -> None:
        await connected.open_home()
        click = await connected.click("start:1", view=await home(connected))
        await connected.redeliver(click)
        await connected.acknowledged(click, 2)
        await only_reply(connected, click)

    async def test_it_speaks_the_language_of_the_client(self, connected: SlackServer) -> None:
        dora = connected.workspace.add_user("dora", locale="de-DE")
        await connected.open_home(user=dora)
        assert "376 Aussagen zu 38 Namen." in words(await home(connected, dora.id))

    async def test_a_language_chosen_there_counts_and_redraws_it(self, connected: SlackServer) -> None:
        await connected.open_home()
        await connected.click("home:language", "de", view=await home(connected))
        after = await home(connected, count=2)
        [select] = [one for _, one in objects(after["blocks"], "") if one.get("type") == "static_select"]
        assert select["initial_option"]["value"] == "de"
        assert "376 Aussagen zu 38 Namen." in words(after)
        assert after["private_metadata"] == connected.workspace.direct(connected.workspace.alice).id
        assert (await only_reply(connected, await connected.direct_message("meta"))).text.startswith("Meta · Inv")

    async def test_a_language_set_by_command_redraws_it(self, connected: SlackServer) -> None:
        await connected.open_home()
        await home(connected)
        await connected.slash("/capex", "settings language de")
        assert "376 Aussagen zu 38 Namen." in words(await home(connected, count=2))

    async def test_questions_of_a_home_that_knows_no_channel_are_answered_all_the_same(
        self, connected: SlackServer
    ) -> None:
        await connected.slash("/capex", "settings language en")
        view = await home(connected)
        assert view["private_metadata"] == ""
        reply = await connected.reply(await connected.click("start:1", view=view))
        assert reply.channel == connected.workspace.direct(connected.workspace.alice).id

    async def test_a_workspace_without_a_home_is_answered_as_ever(self, connected: SlackServer) -> None:
        connected.faults.refuse("views.publish", "not_enabled")
        await connected.open_home()
        await connected.called("views.publish")
        await only_reply(connected, await connected.direct_message("meta"))

    async def test_a_base_at_fault_is_told(self, slack: SlackServer) -> None:
        desk = Desk(Conversation(Line(BrokenBase(Fault("/srv/base.db is gone"))), MemoryRecords()), in_threads=False)
        platform = SlackPlatform(desk, Settings.from_environment(slack.environment))
        await platform.start()
        await slack.open_home()
        shown = words(await home(slack))
        await platform.stop()
        assert "The knowledge base cannot be used just now" in shown
        assert "/srv" not in shown

    @pytest.mark.parametrize("flavour", FLAVOURS)
    async def test_hostile_names_are_only_words_in_it(self, flavour: str) -> None:
        view = home_view(overview(hostile(FLAVOURS[flavour] * 20)), "D1")
        assert problems_of(view["blocks"], "/view/blocks", "home") == []
        assert [one for _, one in objects(view["blocks"], "") if one.get("type") == "mrkdwn"] == []
        links = [one["url"] for _, one in objects(view["blocks"], "") if "url" in one]
        assert all(link.startswith("https://paper.example/") for link in links)

    async def test_a_large_base_keeps_the_limits(self, shipped: Line) -> None:
        view = home_view(overview(shipped), "D1")
        assert problems_of(view["blocks"], "/view/blocks", "home") == []
        assert len(view["blocks"]) < 100
        assert characters(view["blocks"]) < 12_000


class TestAgentView:
    async def test_questions_that_work_are_suggested_where_the_messages_open(self, connected: SlackServer) -> None:
        await connected.open_home(tab="messages")
        await connected.called("assistant.threads.setSuggestedPrompts")
        [suggested] = connected.world.statuses
        assert suggested["thread"] is None
        assert suggested["channel"] == connected.workspace.direct(connected.workspace.alice).id
        for prompt in suggested["prompts"]:
            answer = await only_reply(connected, await connected.direct_message(prompt["message"]))
            assert "[1]" in answer.text
        assert connected.home(connected.workspace.alice.id) is None

    async def test_an_app_that_is_no_agent_is_answered_as_ever(self, connected: SlackServer) -> None:
        connected.faults.refuse("assistant.threads.setSuggestedPrompts", "not_allowed_token_type")
        await connected.open_home(tab="messages")
        await connected.called("assistant.threads.setSuggestedPrompts")
        await only_reply(connected, await connected.direct_message("meta"))


class TestWelcome:
    async def test_the_bot_says_hello_where_it_comes_to(self, connected: SlackServer) -> None:
        channel = connected.workspace.add_channel("new", with_bot=False)
        reply = await only_reply(connected, await connected.invite(channel=channel))
        assert (reply.channel, reply.thread, reply.to) == (channel.id, None, None)
        assert reply.text.startswith("Hello, I answer questions about AI spending")
        assert len(questions({"blocks": reply.blocks})) == 3

    async def test_its_questions_work_as_text_and_as_buttons_for_the_clicker_alone(
        self, connected: SlackServer
    ) -> None:
        channel = connected.workspace.add_channel("new", with_bot=False)
        welcome = await only_reply(connected, await connected.invite(channel=channel))
        asks = [line.removeprefix("→ ") for line in welcome.text.split("\n") if line.startswith("→ ")]
        assert asks == questions({"blocks": welcome.blocks})
        for number, ask in enumerate(asks, 1):
            answer = await only_reply(connected, await connected.click(f"start:{number}", ask, message=welcome))
            assert (answer.kind, answer.to) == ("ephemeral", connected.workspace.alice.id)
            assert "[1]" in answer.text
            assert "[1]" in (await only_reply(connected, await connected.mention(ask))).text
        latest = connected.world.log.latest(welcome.channel, welcome.ts)
        assert latest is not None
        assert latest.kind == "post"

    async def test_it_is_said_once_however_often_it_is_told(self, connected: SlackServer) -> None:
        channel = connected.workspace.add_channel("new", with_bot=False)
        joined = await connected.invite(channel=channel)
        await connected.redeliver(joined)
        await connected.acknowledged(joined, 2)
        await only_reply(connected, joined)

    async def test_it_is_said_by_one_of_two_processes(self, slack: SlackServer, shipped: Line) -> None:
        records: Records = MemoryRecords()
        desks = [Desk(Conversation(shipped, records), in_threads=False) for _ in range(2)]
        platforms = [SlackPlatform(desk, Settings.from_environment(slack.environment)) for desk in desks]
        for platform in platforms:
            await platform.start()
        await slack.connected(2)
        channel = slack.workspace.add_channel("new", with_bot=False)
        joined = await slack.invite(channel=channel)
        await slack.redeliver(joined)  # the next one in turn hears of it
        await slack.acknowledged(joined, 2)
        await only_reply(slack, joined)
        for platform in platforms:
            await platform.stop()

    async def test_it_speaks_the_language_of_who_invited(self, connected: SlackServer) -> None:
        dora = connected.workspace.add_user("dora", locale="de-DE")
        channel = connected.workspace.add_channel("neu", with_bot=False)
        reply = await only_reply(connected, await connected.invite(channel=channel, by=dora))
        assert reply.text.startswith("Hallo, ich beantworte Fragen zu KI-Ausgaben")

    async def test_nobody_else_is_welcomed(self, connected: SlackServer) -> None:
        bob = connected.workspace.add_user("bob")
        joined = await connected.invite(bob, channel=connected.workspace.general)
        await connected.acknowledged(joined)
        await connected.quiet()
        assert connected.replies_to(joined) == []


@pytest_asyncio.fixture(autouse=True)
async def nothing_left(slack: SlackServer) -> AsyncIterator[None]:
    """No modal is opened by a visit."""
    yield
    assert slack.views == []


def overview(line: Line) -> Any:
    return Conversation(line, MemoryRecords()).overview(ALICE, NOW, "en")


def hostile(text: str) -> Line:
    articles = {
        key: one.model_copy(update={"title": text, "publisher": text, "url": "https://paper.example/a"})
        for key, one in ARTICLES.items()
    }
    names = VOCABULARY.subjects[0].name.model_copy(update={"en": text})
    subject = VOCABULARY.subjects[0].model_copy(update={"name": names})
    words_of = VOCABULARY.model_copy(update={"subjects": (subject, *VOCABULARY.subjects[1:])})
    return Line(FakeBase([claim("one", billions(1))], articles, words_of))
