"""Every trouble that Slack can make has its end: an answer where it can stand, never twice in a channel, never silence
where somebody could be told."""

import asyncio
import html
import logging
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from adapters.slack_app import SlackPlatform
from adapters.slack_app.apologising import Apologies
from adapters.slack_app.recipients import Asker, Click
from adapters.slack_app.refusals import TROUBLES
from adapters.slack_app.sending import Sender, web_client, web_session
from bot.line import Line
from bot.people import Place
from tests.adapters.slack_app.looks import shown
from tests.adapters.slack_app.test_answers import GUIDANCE, only_reply
from tests.adapters.slack_app.troubles import CLICKS, ELSEWHERE, ENDS, POST, POSTS, URL, Trouble, fate_of
from tests.adapters.slack_app.wires import WIRES, Hourglass
from tests.fakes.slack import Delivery, Entry, SlackServer

pytestmark = pytest.mark.asyncio


@pytest.fixture
def hourglass() -> Hourglass:
    return Hourglass()


@pytest_asyncio.fixture(params=WIRES)
async def platform(
    request: pytest.FixtureRequest, slack: SlackServer, shipped: Line, hourglass: Hourglass
) -> AsyncIterator[SlackPlatform]:
    """The bot on each wire."""
    async with WIRES[request.param](slack, shipped, hourglass.patience) as found:
        yield found


@pytest.fixture
def wired(slack: SlackServer, platform: SlackPlatform) -> SlackServer:
    """A Slack with a bot."""
    assert platform.name == "slack"
    return slack


async def settled(slack: SlackServer, asked: Delivery, trouble: Trouble) -> list[Entry]:
    """All that became visible after something was asked, when it has come to its end."""
    begin = len(slack.messages)
    await slack.acknowledged(asked)
    await slack.world.changes.until(lambda: len(slack.messages) >= begin + len(trouble.fates), slack.seen)
    await slack.quiet(0.3)
    return slack.messages


def codes(caplog: pytest.LogCaptureFixture) -> set[str]:
    """Slack's words for what went wrong, in the bot's log."""
    ours = [one for one in caplog.records if one.name == "capex.slack" and one.levelno >= logging.WARNING]
    return {vars(one)["code"] for one in ours if "code" in vars(one)}


async def told(caplog: pytest.LogCaptureFixture, code: str) -> None:
    """Wait until a word of Slack's stands in the log, which is written after what became visible."""
    async with asyncio.timeout(5):
        while code not in codes(caplog):  # noqa: ASYNC110 - a log tells nobody that it has grown
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("trouble", POSTS, ids=str)
async def test_an_answer_comes_to_its_end(
    wired: SlackServer, hourglass: Hourglass, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    trouble.begin(wired)
    asked = await wired.mention("meta")
    entries = await settled(wired, asked, trouble)
    assert [fate_of(entry, wired) for entry in entries] == list(trouble.fates)
    assert [entry for entry in entries if GUIDANCE not in entry.text] == [] or "an apology" in trouble.fates
    if trouble.code is not None:
        await told(caplog, trouble.code)
    assert codes(caplog) == (set() if trouble.code is None else {trouble.code})
    assert tuple(hourglass.pauses[: len(trouble.pauses)]) == trouble.pauses


@pytest.mark.parametrize("trouble", POSTS, ids=str)
async def test_no_try_is_made_that_is_of_no_use(wired: SlackServer, trouble: Trouble) -> None:
    trouble.begin(wired)
    await settled(wired, await wired.mention("meta"), trouble)
    private = "in private" in trouble.fates
    assert len([call for call in wired.calls if call.method == POST]) == trouble.tries + private


async def test_a_slack_that_does_not_answer_is_not_asked_twice_to_post(wired: SlackServer) -> None:
    held = wired.faults.hold(POST, times=1)
    asked = await wired.mention("meta")
    reply = await only_reply(wired, asked)
    held.release()
    assert fate_of(reply, wired) == "for its asker alone"
    assert GUIDANCE in reply.text


@pytest.mark.parametrize("trouble", CLICKS, ids=str)
async def test_the_answer_to_a_click_comes_to_its_end(
    wired: SlackServer, hourglass: Hourglass, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    asked = await only_reply(wired, await wired.mention("capex"))
    trouble.begin(wired)
    click = await wired.click("ask:2", message=asked)
    _, *entries = await settled(wired, click, trouble)
    assert [fate_of(entry, wired) for entry in entries] == list(trouble.fates)
    assert [entry for entry in entries if entry.ts != asked.ts or not entry.text.startswith("Microsoft")] == []
    assert codes(caplog) == (set() if trouble.code is None else {trouble.code})
    assert tuple(hourglass.pauses) == trouble.pauses


@pytest.mark.parametrize("why", ["expired", "used up"])
async def test_a_click_whose_address_is_of_no_use_is_answered_in_place_all_the_same(
    wired: SlackServer, why: str
) -> None:
    asked = await only_reply(wired, await wired.mention("capex"))
    spoil(wired, why)
    chosen = await only_reply(wired, await wired.click("ask:2", message=asked))
    assert (chosen.kind, chosen.ts, chosen.via) == ("update", asked.ts, "chat.update")
    assert chosen.text.startswith("Microsoft")


@pytest.mark.parametrize("why", ["expired", "used up"])
async def test_a_click_on_a_private_answer_is_answered_in_private_all_the_same(wired: SlackServer, why: str) -> None:
    asked = await wired.reply(await wired.slash("/capex", "capex"))
    spoil(wired, why)
    chosen = await only_reply(wired, await wired.click("ask:2", message=asked))
    assert (chosen.kind, chosen.to, chosen.via) == ("ephemeral", wired.workspace.alice.id, "chat.postEphemeral")
    assert chosen.text.startswith("Microsoft")


def spoil(slack: SlackServer, why: str) -> None:
    """Make the next answer to a response address be refused, as Slack words it."""
    slack.faults.garble(
        URL, "expired_url" if why == "expired" else '{"ok":false,"error":"used_url"}', "text/plain", status=404
    )


async def test_buttons_that_slack_takes_stay_when_it_refuses_other_blocks(wired: SlackServer) -> None:
    wired.refuse_blocks("rich_text")
    asked = await only_reply(wired, await wired.mention("capex"))
    assert {block["type"] for block in asked.blocks} == {"section", "actions"}
    chosen = await only_reply(wired, await wired.click("ask:2", message=asked))
    assert chosen.text.startswith("Microsoft")


async def test_a_plain_rendering_says_all_and_nothing_in_it_is_alive(wired: SlackServer) -> None:
    wired.refuse_blocks("rich_text")
    reply = await only_reply(wired, await wired.mention("S&amp;P 500"))
    texts = [block["text"] for block in reply.blocks if block["type"] == "section"]
    assert {text["type"] for text in texts} == {"plain_text"}
    assert "".join(text["text"] for text in texts) == html.unescape(reply.text)
    assert "S&P 500" in texts[0]["text"]


async def test_an_answer_that_comes_in_private_says_why(wired: SlackServer) -> None:
    wired.faults.refuse(POST, "restricted_action")
    await wired.mention("meta")
    await wired.called(POST, 2)
    [private] = wired.messages
    assert private.text.startswith(ELSEWHERE)
    assert ELSEWHERE in shown({"blocks": private.blocks})


async def test_an_answer_that_is_nowhere_taken_is_logged_and_no_more(
    wired: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    wired.faults.refuse(POST, "not_in_channel", times=9)
    await wired.mention("meta")
    await wired.called(POST, 2)
    await wired.quiet()
    assert len(wired.calls) == len([call for call in wired.calls if call.method != POST]) + 2
    assert wired.messages == []
    assert "an answer did not reach its asker" in caplog.messages


@pytest.mark.parametrize("code", ENDS)
async def test_a_workspace_that_ends_the_bots_access_is_said_once_and_left_alone(
    wired: SlackServer, platform: SlackPlatform, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    wired.faults.refuse(POST, code, times=9)
    await wired.mention("meta")
    fault = await platform.lost()
    for text in ("meta", "microsoft"):
        await wired.acknowledged(await wired.mention(text))
    await wired.quiet()
    assert str(fault).startswith(f"Slack has ended the bot's access ({code}): ")
    assert [one.getMessage() for one in caplog.records if one.name == "capex.slack"] == [str(fault)]
    assert len([call for call in wired.calls if call.method == POST]) == 1


@pytest.mark.parametrize("code", ["message_not_found", "cant_update_message", "edit_window_closed"])
async def test_an_edit_of_a_reply_that_is_gone_is_let_be(
    wired: SlackServer, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    asked = await wired.mention("meta")
    await only_reply(wired, asked)
    wired.faults.refuse("chat.update", code)
    await wired.edit_message(asked, "microsoft")
    await wired.called("chat.update")
    await wired.quiet()
    assert [entry.kind for entry in wired.messages] == ["post"]
    assert codes(caplog) == set()


async def test_an_update_may_be_tried_again_whatever_happened(wired: SlackServer) -> None:
    asked = await wired.mention("meta")
    await only_reply(wired, asked)
    wired.faults.cut("chat.update", after=True)
    edited = await wired.edit_message(asked, "microsoft")
    await wired.called("chat.update", 2)
    await wired.quiet()
    assert [entry.kind for entry in wired.replies_to(edited)] == ["update", "update"]


async def test_an_edit_is_shown_to_its_asker_where_the_reply_cannot_be_changed(wired: SlackServer) -> None:
    asked = await wired.mention("meta")
    await only_reply(wired, asked)
    wired.faults.fail("chat.update", times=9)
    edited = await wired.edit_message(asked, "microsoft")
    assert (await wired.reply(edited)).kind == "ephemeral"


async def test_a_modal_that_came_too_late_is_told_to_who_clicked(slack: SlackServer, hourglass: Hourglass) -> None:
    alice, general = slack.workspace.alice, slack.workspace.general
    async with web_session(hourglass.patience) as session:
        client = web_client(slack.bot_token, slack.api_url, session, hourglass.patience)
        place = Place(platform="slack", workspace=slack.workspace.id, channel=general.id)
        click = Click(Asker(alice.id, "de"), place, None)
        slack.faults.refuse("views.open", "expired_trigger_id")
        try:
            await client.views_open(trigger_id="1.2", view={"type": "modal"})
        except TROUBLES as error:
            await Apologies(Sender(client)).to(f"{slack.root}/response/none", click, "sorry", error)
    [told] = slack.messages
    assert (told.to, told.text) == (alice.id, "Das hat für Slack zu lange gedauert; bitte klicke noch einmal.")


async def test_a_client_waits_no_longer_than_its_bounds(slack: SlackServer, hourglass: Hourglass) -> None:
    slack.faults.rate_limit("auth.test", retry_after=20, times=9)
    async with web_session(hourglass.patience) as session:
        client = web_client(slack.bot_token, slack.api_url, session, hourglass.patience)
        with pytest.raises(TROUBLES):
            await client.auth_test()
    assert hourglass.pauses == [20.0]


async def test_a_slack_that_is_not_there_is_tried_again(hourglass: Hourglass) -> None:
    async with web_session(hourglass.patience) as session:
        client = web_client("xoxb-any", "http://127.0.0.1:9/api/", session, hourglass.patience)
        with pytest.raises(aiohttp.ClientConnectorError):
            await client.chat_postMessage(channel="C1", text="x")
    assert hourglass.pauses == [0.5, 1.0]
