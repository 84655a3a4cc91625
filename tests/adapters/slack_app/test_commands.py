"""Commands over HTTP are answered whichever way they take, and what goes wrong is told as over a socket."""

import pytest

from bot.line import Line
from knowledge.fault import Fault
from tests.adapters.slack_app.over_http import over_http
from tests.adapters.slack_app.test_answers import GUIDANCE, only_reply
from tests.adapters.slack_app.test_http import FORM, http
from tests.adapters.slack_app.test_trouble import SORRY, SORRY_IN_GERMAN
from tests.bot.fake_base import BrokenBase
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize("text", ["meta payload=1", "meta ssl_check=1", "meta & command=/other", "meta %2Fcapex"])
async def test_what_is_asked_may_look_like_another_request(signed: SlackServer, text: str) -> None:
    asked = await signed.slash("/capex", text)
    assert (await only_reply(signed, asked)).kind == "ephemeral"
    assert asked.acks[0].status == 200


async def test_a_command_of_a_staging_app_is_answered(signed: SlackServer) -> None:
    assert GUIDANCE in (await only_reply(signed, await signed.slash("/capex-staging", "meta"))).text


@pytest.mark.parametrize(
    ("question", "apology"), [("meta", SORRY), ("Wie hoch ist der Nettogewinn von Meta?", SORRY_IN_GERMAN)]
)
async def test_a_defect_is_apologised_for(slack: SlackServer, question: str, apology: str) -> None:
    async with over_http(slack, Line(BrokenBase(RuntimeError("a defect")))):
        asked = await slack.slash("/capex", question)
        assert (await only_reply(slack, asked)).text == apology
        assert asked.acks[0].status == 200


async def test_a_base_that_is_away_is_told(slack: SlackServer) -> None:
    async with over_http(slack, Line(BrokenBase(Fault("the base /srv/base.db is away")))):
        text = (await only_reply(slack, await slack.slash("/capex", "meta"))).text
    assert "The knowledge base cannot be used just now" in text


@pytest.mark.parametrize(
    ("body", "status"), [(b"ssl_check=1&token=legacy", 200), (b"command=%2Fother&team_id=T1", 404), (b"text=meta", 404)]
)
async def test_a_form_that_is_no_command_of_ours_is_left_to_bolt(signed: SlackServer, body: bytes, status: int) -> None:
    answer = await http(signed).post(body, {"Content-Type": FORM, **http(signed).signed(body)})
    assert answer.status == status
    assert GUIDANCE not in answer.text
