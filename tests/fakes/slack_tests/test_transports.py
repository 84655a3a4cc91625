"""Each transport's own ways: sockets come, go, turn deaf; requests are signed, forged, stale."""

import pytest

from tests.fakes.slack import SlackServer
from tests.fakes.slack.http_mode import Signing
from tests.fakes.slack_tests.tiny_bot import over_sockets

pytestmark = pytest.mark.asyncio


async def test_envelopes_go_to_one_of_several_sockets(slack: SlackServer) -> None:
    async with over_sockets(slack, 2):
        for number in range(4):
            await slack.reply(await slack.slash("/capex", str(number)))
        assert [len(socket.envelopes) for socket in slack.sockets.open] == [2, 2]
        assert len(slack.messages) == 4


@pytest.mark.parametrize("reason", ["refresh_requested", "warning"])
@pytest.mark.usefixtures("socket_bot")
async def test_the_bot_reconnects_when_asked_to(slack: SlackServer, reason: str) -> None:
    await slack.sockets.disconnect(reason)
    await slack.connected(ever=2)
    assert (await slack.reply(await slack.slash("/capex", "meta"))).text == "You asked: meta"


@pytest.mark.usefixtures("socket_bot")
async def test_the_bot_reconnects_after_a_cut(slack: SlackServer) -> None:
    slack.sockets.drop()
    await slack.connected(ever=2)
    assert (await slack.reply(await slack.slash("/capex", "meta"))).text == "You asked: meta"


@pytest.mark.usefixtures("socket_bot")
async def test_pings_are_answered_both_ways(slack: SlackServer) -> None:
    await slack.sockets.ping()
    assert slack.sockets.open[0].pongs == 1
    assert slack.sockets.open[0].pings >= 1


@pytest.mark.usefixtures("socket_bot")
async def test_a_deaf_socket_stays_open_and_hears_nothing(slack: SlackServer) -> None:
    slack.sockets.open[0].deaf = True
    asked = await slack.mention("meta")
    await slack.sockets.ping()
    await slack.quiet()
    assert (asked.acks, slack.messages) == ([], [])


@pytest.mark.usefixtures("socket_bot")
async def test_a_mute_socket_is_given_up_by_the_bot(slack: SlackServer) -> None:
    slack.sockets.open[0].mute = True
    await slack.connected(ever=2)


@pytest.mark.usefixtures("socket_bot")
async def test_a_silent_socket_is_not_noticed_by_the_sdk(slack: SlackServer) -> None:
    [socket] = slack.sockets.open
    socket.silent = True
    asked, before = await slack.mention("meta"), socket.pings
    await slack.world.changes.until(lambda: socket.pings >= before + 6, lambda: f"{socket.pings} pings")
    assert (asked.acks, slack.sockets.ever) == ([], 1)


@pytest.mark.usefixtures("socket_bot")
async def test_after_a_failed_reconnection_the_sdk_goes_on_with_the_same_used_ticket(slack: SlackServer) -> None:
    slack.sockets.fail()
    await slack.sockets.disconnect()
    turned_away = slack.sockets.turned_away
    await slack.world.changes.until(lambda: slack.sockets.turned_away >= turned_away + 3, slack.seen)
    assert slack.sockets.ever == 1


@pytest.mark.usefixtures("socket_bot")
async def test_a_ticket_is_good_for_one_connection(slack: SlackServer) -> None:
    assert slack.sockets.ever == 1
    assert [call.answer["ok"] for call in slack.calls if call.method == "apps.connections.open"] == [True]


@pytest.mark.usefixtures("http_bot")
async def test_an_address_for_events_is_verified(slack: SlackServer) -> None:
    assert slack.http is not None
    answer = await slack.http.verify_url("a word")
    assert (answer.status, "a word" in answer.text) == (200, True)


@pytest.mark.parametrize(
    ("signing", "status"),
    [("forged", 401), ("stale", 401), ("future", 401), ("unsigned", 401), ("not_a_number", 500), ("valid", 200)],
)
@pytest.mark.usefixtures("http_bot")
async def test_a_bare_bot_judges_signatures_so(slack: SlackServer, signing: Signing, status: int) -> None:
    assert slack.http is not None
    slack.use_http(slack.http.url, signing=signing)
    ack = await slack.acknowledged(await slack.slash("/capex", "meta"))
    assert ack.status == status
    assert len(slack.messages) == (1 if status == 200 else 0)


@pytest.mark.usefixtures("http_bot")
async def test_a_request_can_be_sent_again_byte_for_byte(slack: SlackServer) -> None:
    assert slack.http is not None
    asked = await slack.mention("meta")
    await slack.reply(asked)
    await slack.http.resend(asked)
    await slack.replies(asked, 2)
    assert asked.attempts[0] is asked.attempts[1]
