"""What goes wrong is told in a sentence, to the person or to who runs the bot, and what was begun is finished."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from adapters.desk import Desk
from adapters.slack_app import SlackPlatform
from adapters.slack_app.patience import Patience
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords
from bot.settings import Settings
from knowledge.fault import Fault
from tests.adapters.slack_app.test_answers import GUIDANCE, only_reply
from tests.adapters.slack_app.wires import over_sockets
from tests.bot.fake_base import BrokenBase
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio
SORRY = "Sorry, something went wrong here; please ask again later."
SORRY_IN_GERMAN = "Entschuldigung, hier ist etwas schiefgegangen; bitte frage später noch einmal."


class Kept(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.getMessage()} {vars(record)}")


def bot(slack: SlackServer, line: Line, **settings: str) -> SlackPlatform:
    environment = slack.environment | settings
    return SlackPlatform(
        Desk(Conversation(line, MemoryRecords()), in_threads=False), Settings.from_environment(environment)
    )


@asynccontextmanager
async def broken(slack: SlackServer, trouble: Exception) -> AsyncIterator[None]:
    """A bot over a broken base."""
    platform = bot(slack, Line(BrokenBase(trouble)))
    await platform.start()
    await slack.connected()
    yield
    await platform.stop()


@pytest.mark.parametrize("way", ["slash", "mention"])
async def test_that_the_base_failed_is_told_and_why_is_logged(
    slack: SlackServer, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with broken(slack, Fault("the base /srv/base.db is away")):
        asked = await (slack.slash("/capex", "meta") if way == "slash" else slack.mention("meta"))
        text = (await only_reply(slack, asked)).text
    assert "The knowledge base cannot be used just now" in text
    assert "/srv/base.db" not in text
    assert [vars(one)["reason"] for one in caplog.records if "reason" in vars(one)] == ["the base /srv/base.db is away"]


@pytest.mark.parametrize("way", ["slash", "mention", "direct"])
async def test_a_defect_is_apologised_for_and_logged_without_the_question(
    slack: SlackServer, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with broken(slack, RuntimeError("cannot read zebra")):
        if way == "slash":
            asked = await slack.slash("/capex", "zebra")
        else:
            asked = await (slack.mention("zebra") if way == "mention" else slack.direct_message("zebra"))
        assert (await only_reply(slack, asked)).text == SORRY
    ours = [record for record in caplog.records if record.name.startswith("capex")]
    assert any(getattr(record, "defect", "") == "RuntimeError" for record in ours)
    assert not any("zebra" in str(vars(record)) for record in ours)


@pytest.mark.parametrize("way", ["slash", "mention", "direct"])
async def test_an_apology_is_in_the_language_of_the_question(slack: SlackServer, way: str) -> None:
    question = "Wie hoch ist der Nettogewinn von Meta?"
    async with broken(slack, RuntimeError("a defect")):
        if way == "slash":
            asked = await slack.slash("/capex", question)
        else:
            asked = await (slack.mention(question) if way == "mention" else slack.direct_message(question))
        assert (await only_reply(slack, asked)).text == SORRY_IN_GERMAN


async def test_a_fault_of_the_base_is_told_in_the_language_of_the_question(slack: SlackServer) -> None:
    async with broken(slack, Fault("The base is away")):
        reply = await only_reply(slack, await slack.mention("Was gibt Meta aus?"))
    assert reply.text.startswith("Entschuldigung, das geht gerade nicht")


async def test_nobodys_words_are_logged_at_any_level(slack: SlackServer, shipped: Line) -> None:
    logged = Kept()
    logging.root.addHandler(logged)
    logging.root.setLevel(logging.DEBUG)
    platform = bot(slack, shipped)
    try:
        await platform.start()
        await only_reply(slack, await slack.slash("/capex", "meta zebra"))
        await only_reply(slack, await slack.mention("meta zebra"))
        await only_reply(slack, await slack.direct_message("zebra"))
        await slack.message("zebra")
        await platform.stop()
    finally:
        logging.root.setLevel(logging.WARNING)
        logging.root.removeHandler(logged)
    assert not [line for line in logged.lines if "zebra" in line or slack.bot_token in line]


async def test_connecting_leaves_the_bots_own_logs_as_they_are(connected: SlackServer) -> None:
    await only_reply(connected, await connected.mention("meta"))
    for name in ("capex", "capex.slack", "capex.desk", "capex.serve"):
        assert logging.getLogger(name).level == logging.NOTSET


async def test_a_defect_after_a_click_is_apologised_for_to_the_clicker(slack: SlackServer, shipped: Line) -> None:
    before = bot(slack, shipped)
    await before.start()
    asked = await only_reply(slack, await slack.mention("capex"))
    await before.stop()
    async with broken(slack, RuntimeError("a defect")):
        told = await only_reply(slack, await slack.click("ask:1", message=asked))
    assert (told.kind, told.to, told.text) == ("ephemeral", slack.workspace.alice.id, SORRY)


async def test_a_busy_slack_is_asked_again_and_told_once(connected: SlackServer) -> None:
    connected.faults.rate_limit("chat.postMessage", retry_after=1)
    asked = await connected.mention("meta")
    assert (await connected.acknowledged(asked)).after < 1
    assert GUIDANCE in (await only_reply(connected, asked)).text


async def test_a_slack_with_trouble_of_its_own_is_asked_again(connected: SlackServer) -> None:
    connected.faults.fail("chat.postMessage", status=503)
    assert GUIDANCE in (await only_reply(connected, await connected.mention("meta"))).text


async def test_a_channel_that_refuses_the_bot_is_logged(
    connected: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    outside = connected.workspace.add_channel("outside", with_bot=False)
    await connected.mention("meta", channel=outside)
    await connected.called("chat.postMessage", 2)
    await connected.quiet()
    assert {getattr(record, "code", None) for record in caplog.records if record.name == "capex.slack"} == {
        "not_in_channel"
    }


@pytest.mark.parametrize(("token", "kind"), [("SLACK_BOT_TOKEN", "xoxb-"), ("SLACK_APP_TOKEN", "xapp-")])
async def test_a_wrong_token_is_told_with_what_to_do(slack: SlackServer, shipped: Line, token: str, kind: str) -> None:
    with pytest.raises(Fault, match=rf"^Slack refuses {token} \(invalid_auth\): .*{kind}"):
        await bot(slack, shipped, **{token: "xoxb-wrong"}).start()


async def test_a_bot_token_in_the_place_of_the_app_token_is_told(slack: SlackServer, shipped: Line) -> None:
    with pytest.raises(Fault, match="Slack refuses SLACK_APP_TOKEN"):
        await bot(slack, shipped, SLACK_APP_TOKEN=slack.bot_token).start()
    slack.violations.clear()


async def test_a_slack_that_is_not_there_is_told(slack: SlackServer, shipped: Line) -> None:
    away = "http://127.0.0.1:9/api/"
    with pytest.raises(Fault, match=f"^Slack cannot be reached at {away}$"):
        await bot(slack, shipped, CAPEX_SLACK_API_URL=away).start()


async def test_variables_of_an_oauth_app_change_nothing(
    slack: SlackServer, shipped: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.1")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "secret")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-other")
    platform = bot(slack, shipped)
    await platform.start()
    await only_reply(slack, await slack.mention("meta"))
    await platform.stop()


@pytest.mark.parametrize("reason", ["refresh_requested", "warning"])
async def test_a_connection_that_slack_renews_goes_on_answering(connected: SlackServer, reason: str) -> None:
    await connected.sockets.disconnect(reason)
    await connected.connected(ever=2)
    await only_reply(connected, await connected.mention("meta"))


async def test_stopping_finishes_what_is_under_way(slack: SlackServer, shipped: Line) -> None:
    platform = bot(slack, shipped)
    await platform.start()
    held = slack.faults.hold("chat.postMessage")
    asked = await slack.mention("meta")
    await slack.acknowledged(asked)
    stopping = asyncio.create_task(platform.stop())
    await slack.quiet(0.1)
    assert slack.replies_to(asked) == []
    held.release()
    await stopping
    assert len(slack.replies_to(asked)) == 1
    assert slack.sockets.open == []


async def test_what_slack_does_not_take_in_time_is_given_up_and_counted(
    slack: SlackServer, shipped: Line, caplog: pytest.LogCaptureFixture
) -> None:
    async with over_sockets(slack, shipped, Patience(finish_within=0.05)):
        slack.faults.hold("chat.postMessage")
        for text in ("meta", "microsoft"):
            await slack.acknowledged(await slack.mention(text))
        await slack.quiet()
    counts = [vars(one)["count"] for one in caplog.records if one.getMessage() == "what was under way is given up"]
    assert counts == [2]
    assert slack.sockets.open == []


async def test_what_comes_while_stopping_is_left_for_another(slack: SlackServer, shipped: Line) -> None:
    platform = bot(slack, shipped)
    await platform.start()
    held = slack.faults.hold("chat.postMessage")
    await slack.acknowledged(await slack.mention("meta"))
    stopping = asyncio.create_task(platform.stop())
    await asyncio.sleep(0)
    late = await slack.mention("microsoft")
    await slack.quiet(0.1)
    assert late.acks == []
    held.release()
    await stopping
    other = bot(slack, shipped)
    await other.start()
    await slack.redeliver(late)
    await only_reply(slack, late)
    await other.stop()


async def test_stopping_without_having_started_is_nothing(slack: SlackServer, shipped: Line) -> None:
    await bot(slack, shipped).stop()
    assert slack.calls == []
