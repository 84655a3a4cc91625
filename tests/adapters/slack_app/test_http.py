"""Signed HTTP: what Slack signed is answered as over a socket, and once; what it did not sign is refused unread."""

import asyncio
import io
import json
import logging
import socket
import time
from typing import get_args

import aiohttp
import pytest

from adapters.slack_app.http_server import HEALTH, MOST_BODY
from bot.line import Line
from bot.records import MemoryRecords
from knowledge.fault import Fault
from tests.adapters.slack_app.acting import keys
from tests.adapters.slack_app.over_http import address, over_http, replica
from tests.adapters.slack_app.test_answers import GUIDANCE, only_reply
from tests.adapters.slack_app.test_trouble import Kept, bot
from tests.bot.fake_base import BrokenBase
from tests.fakes.slack import Entry, HttpMode, SlackServer
from tests.fakes.slack.http_mode import Signing

pytestmark = pytest.mark.asyncio

FORM = "application/x-www-form-urlencoded"


def http(slack: SlackServer) -> HttpMode:
    """The way to the bot."""
    assert slack.http is not None
    return slack.http


@pytest.mark.parametrize("way", ["slash", "mention", "direct"])
async def test_a_question_is_answered(signed: SlackServer, way: str) -> None:
    if way == "slash":
        asked = await signed.slash("/capex", "meta")
    else:
        asked = await (signed.mention("meta") if way == "mention" else signed.direct_message("meta"))
    assert GUIDANCE in (await only_reply(signed, asked)).text
    assert asked.acks[0].status == 200


async def test_a_click_is_answered(signed: SlackServer) -> None:
    asked = await only_reply(signed, await signed.mention("capex"))
    shown = await signed.reply(await signed.click("ask:1", message=asked))
    assert shown.kind == "update"


async def test_an_edited_message_has_its_reply_updated(signed: SlackServer) -> None:
    asked = await signed.direct_message("meta")
    await only_reply(signed, asked)
    edited = await signed.edit_message(asked, "OpenAI loss 2026")
    assert (await only_reply(signed, edited)).kind == "update"


async def test_an_event_that_means_nothing_is_acknowledged(signed: SlackServer) -> None:
    told = await signed.event({"type": "reaction_added", "user": "U1", "event_ts": "1.0"})
    assert (await signed.acknowledged(told)).status == 200


async def test_slack_makes_sure_of_the_address(signed: SlackServer) -> None:
    assert (await http(signed).verify_url("prove it")).payload == {"challenge": "prove it"}


@pytest.mark.parametrize("signing", [one for one in get_args(Signing) if one != "valid"])
@pytest.mark.parametrize("way", ["slash", "mention"])
async def test_what_slack_did_not_sign_just_now_is_refused(signed: SlackServer, signing: Signing, way: str) -> None:
    http(signed).signing = signing
    asked = await (signed.slash("/capex", "meta") if way == "slash" else signed.mention("meta"))
    assert (await signed.acknowledged(asked)).status == 401
    await signed.quiet()
    assert signed.replies_to(asked) == []


@pytest.mark.parametrize(
    ("changed", "body"),
    [
        ({"X-Slack-Request-Timestamp": "9" * 5_000}, b"{}"),
        ({"X-Slack-Request-Timestamp": "-1"}, b"{}"),
        ({"X-Slack-Request-Timestamp": "\u0661\u0662"}, b"{}"),
        ({"X-Slack-Request-Timestamp": ""}, b"{}"),
        ({"X-Slack-Signature": "v0=\u00e9"}, b"{}"),
        ({"X-Slack-Signature": ""}, b"{}"),
        ({}, b"\xff\xfe"),
        ({}, b"no json"),
        ({}, b"[" * 100_000),
        ({}, b""),
    ],
    ids=[
        "endless time",
        "negative time",
        "time in other digits",
        "no time",
        "signature in other letters",
        "no signature",
        "no text",
        "no json",
        "deep json",
        "nothing",
    ],
)
async def test_what_would_break_a_reader_is_refused_unread(
    signed: SlackServer, changed: dict[str, str], body: bytes
) -> None:
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": str(int(time.time())),
        "X-Slack-Signature": "v0=" + "0" * 64,
    }
    assert (await http(signed).post(body, headers | changed)).status == 401


async def test_a_signature_of_another_body_is_refused(signed: SlackServer) -> None:
    headers = {"Content-Type": FORM, **http(signed).signed(b"command=%2Fcapex&text=meta")}
    assert (await http(signed).post(b"command=%2Fcapex&text=google", headers)).status == 401


async def test_a_body_that_is_too_large_is_refused(signed: SlackServer) -> None:
    body = b"a" * (MOST_BODY + 1)
    headers = {"Content-Type": FORM, **http(signed).signed(body)}
    async with (
        aiohttp.ClientSession() as session,
        session.post(http(signed).url, data=io.BytesIO(body), headers=headers) as answer,
    ):
        assert answer.status == 413


async def test_what_is_refused_is_logged_without_its_words(
    signed: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    http(signed).signing = "forged"
    await signed.acknowledged(await signed.slash("/capex", "zebra"))
    [told] = [record for record in caplog.records if "SLACK_SIGNING_SECRET" in record.getMessage()]
    assert "zebra" not in str(vars(told))


@pytest.mark.parametrize("way", ["slash", "mention"])
async def test_what_somebody_sends_again_is_answered_once(signed: SlackServer, way: str) -> None:
    asked = await (signed.slash("/capex", "meta") if way == "slash" else signed.mention("meta"))
    await only_reply(signed, asked)
    await http(signed).resend(asked)
    assert (await signed.acknowledged(asked, 2)).status == 200
    await signed.quiet()
    assert len(signed.replies_to(asked)) == 1


@pytest.mark.parametrize("way", ["slash", "mention"])
async def test_of_replicas_one_answers(slack: SlackServer, shipped: Line, way: str) -> None:
    records = MemoryRecords()
    async with over_http(slack, shipped, records), over_http(slack, shipped, records) as other:
        asked = await (slack.slash("/capex", "meta") if way == "slash" else slack.mention("meta"))
        await only_reply(slack, asked)
        slack.use_http(address(other))
        await slack.redeliver(asked)
        await slack.acknowledged(asked, 2)
        await slack.quiet()
        assert len(slack.replies_to(asked)) == 1


async def test_a_click_at_another_replica_is_answered(slack: SlackServer, shipped: Line) -> None:
    records = MemoryRecords()
    async with over_http(slack, shipped, records) as one, over_http(slack, shipped, records):
        offer = await only_reply(slack, await slack.mention("capex"))
        slack.use_http(address(one))
        await slack.reply(await slack.click("ask:1", message=offer))


async def test_a_balancer_is_told_that_the_bot_answers(slack: SlackServer, shipped: Line) -> None:
    async with (
        over_http(slack, shipped) as platform,
        aiohttp.ClientSession() as session,
        session.get(address(platform, HEALTH)) as health,
    ):
        assert (health.status, await health.json()) == (200, {"status": "ok"})


async def test_nothing_else_is_there(slack: SlackServer, shipped: Line) -> None:
    async with over_http(slack, shipped) as platform, aiohttp.ClientSession() as session:
        for path in ("/", "/slack/install", "/slack/oauth_redirect"):
            async with session.get(address(platform, path)) as page:
                assert page.status == 404


async def test_stopping_finishes_what_is_under_way_and_takes_nothing_new(slack: SlackServer, shipped: Line) -> None:
    platform = replica(slack, shipped)
    await platform.start()
    slack.use_http(address(platform))
    held = slack.faults.hold("chat.postMessage")
    asked = await slack.mention("meta")
    await slack.acknowledged(asked)
    stopping = asyncio.create_task(platform.stop())
    await slack.quiet(0.1)
    late = await slack.mention("microsoft")
    assert (await slack.acknowledged(late)).status == 0
    held.release()
    await stopping
    assert len(slack.replies_to(asked)) == 1
    async with over_http(slack, shipped):
        await slack.redeliver(late)
        await only_reply(slack, late)


async def test_a_port_that_is_taken_is_told(slack: SlackServer, shipped: Line) -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:  # noqa: S104 - as the bot listens
        port = taken.getsockname()[1]
        with pytest.raises(Fault, match=rf"^CAPEX_HTTP_PORT {port} cannot be listened at: address already in use$"):
            await bot(slack, shipped, **slack.http_environment, SLACK_APP_TOKEN="", CAPEX_HTTP_PORT=str(port)).start()


async def test_a_blank_secret_is_told(slack: SlackServer, shipped: Line) -> None:
    with pytest.raises(Fault, match=r"^SLACK_SIGNING_SECRET is blank: "):
        await replica(slack, shipped, settings={**slack.http_environment, "SLACK_SIGNING_SECRET": " "}).start()


async def test_a_wrong_token_is_told_with_what_to_do(slack: SlackServer, shipped: Line) -> None:
    with pytest.raises(Fault, match=r"^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\): "):
        await replica(slack, shipped, settings={**slack.http_environment, "SLACK_BOT_TOKEN": "xoxb-1"}).start()


async def test_a_defect_is_apologised_for(slack: SlackServer) -> None:
    async with over_http(slack, Line(BrokenBase(RuntimeError("a defect")))):
        assert (await only_reply(slack, await slack.slash("/capex", "meta"))).text.startswith("Sorry, ")


async def test_nobodys_words_are_logged_at_any_level(slack: SlackServer, shipped: Line) -> None:
    logged = Kept()
    logging.root.addHandler(logged)
    logging.root.setLevel(logging.DEBUG)
    try:
        async with over_http(slack, shipped):
            await only_reply(slack, await slack.slash("/capex", "meta zebra"))
            await only_reply(slack, await slack.mention("meta zebra"))
    finally:
        logging.root.setLevel(logging.WARNING)
        logging.root.removeHandler(logged)
    secrets = ("zebra", slack.bot_token, slack.signing_secret)
    assert not [line for line in logged.lines if any(secret in line for secret in secrets)]


async def test_where_both_ways_are_set_the_socket_is_taken_and_that_is_said(
    slack: SlackServer, shipped: Line, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    platform = bot(slack, shipped, **slack.http_environment)
    await platform.start()
    await slack.connected()
    assert platform.port is None
    await only_reply(slack, await slack.mention("meta"))
    await platform.stop()
    assert [record.getMessage() for record in caplog.records if "connected by" in record.getMessage()] == [
        "Slack is connected by Socket Mode, for one workspace; not used: SLACK_SIGNING_SECRET"
    ]


async def test_an_answer_over_http_is_what_it_is_over_a_socket(slack: SlackServer, shipped: Line) -> None:
    platform = bot(slack, shipped)
    await platform.start()
    await slack.connected()
    by_socket = await only_reply(slack, await slack.slash("/capex", "meta"))
    await platform.stop()
    async with over_http(slack, shipped):
        by_http = await only_reply(slack, await slack.slash("/capex", "meta"))
    assert by_http.text == by_socket.text
    assert unnamed(by_http) == unnamed(by_socket)


def unnamed(entry: Entry) -> str:
    """The blocks of an answer without the names that Slack gives them, and without the answer's own key."""
    blocks = json.dumps([{key: value for key, value in block.items() if key != "block_id"} for block in entry.blocks])
    for key in keys(entry):
        blocks = blocks.replace(key, "key")
    return blocks
