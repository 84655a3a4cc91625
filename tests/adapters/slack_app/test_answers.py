"""Whoever asks the bot in Slack gets one answer, where it was asked; whoever does not ask it gets none."""

import pytest

from tests.adapters.slack_app.looks import buttons, shown
from tests.fakes.slack import Delivery, Entry, SlackServer

pytestmark = pytest.mark.asyncio
GUIDANCE = "2024 guidance: US$35–40 bn, Meta, about 25 Apr 2024 [1]"
SOURCE = "[1] Meta erhöht Infrastrukturinvestitionen in KI (German, from the Danish), about 25 Apr 2024"


async def only_reply(slack: SlackServer, delivery: Delivery) -> Entry:
    """The one reply to a delivery, after all is quiet."""
    await slack.reply(delivery)
    await slack.quiet()
    [entry] = slack.replies_to(delivery)
    return entry


async def silence(slack: SlackServer, delivery: Delivery) -> None:
    """The delivery is acknowledged and nothing is said."""
    await slack.acknowledged(delivery)
    await slack.quiet()
    assert slack.replies_to(delivery) == []


async def test_a_command_is_answered_inside_its_acknowledgement(connected: SlackServer) -> None:
    ack = await connected.acknowledged(await connected.slash("/capex", "meta"))
    assert ack.payload is not None
    assert ack.payload["response_type"] == "ephemeral"
    assert GUIDANCE in ack.payload["text"]
    assert GUIDANCE in shown(ack.payload)
    assert SOURCE in shown(ack.payload)
    assert not ack.payload["unfurl_links"]
    assert not ack.payload["unfurl_media"]
    named = [one["text"]["text"] for one in buttons(ack.payload)]
    assert "Share in channel" in named
    assert "Delete" not in named


async def test_a_mention_is_answered_in_its_thread(connected: SlackServer) -> None:
    asked = await connected.mention("meta")
    reply = await only_reply(connected, asked)
    assert (reply.channel, reply.thread, reply.to) == (connected.workspace.general.id, asked.ts, None)
    assert GUIDANCE in reply.text
    assert reply.body["unfurl_links"] in {False, "0", "false"}
    assert reply.body["unfurl_media"] in {False, "0", "false"}


async def test_a_mention_in_a_thread_builds_on_the_question_before(connected: SlackServer) -> None:
    first = await connected.mention("meta capex 2024")
    await only_reply(connected, first)
    second = await connected.mention("and microsoft?", thread=first.ts)
    reply = await only_reply(connected, second)
    assert reply.thread == first.ts
    assert reply.text.startswith("Microsoft")


async def test_a_direct_message_is_answered_beside_it(connected: SlackServer) -> None:
    asked = await connected.direct_message("Investitionsausgaben von Meta")
    reply = await only_reply(connected, asked)
    assert reply.thread is None
    assert reply.channel == connected.workspace.direct(connected.workspace.alice).id
    assert reply.text.startswith("Meta · Investitionsausgaben")
    named = [one["text"]["text"] for one in buttons({"blocks": reply.blocks})]
    assert named == ["Mehr", "Zitate", "Vergleichen…", "Zahl falsch?", "Löschen"]


async def test_a_thread_of_a_direct_message_stays_one(connected: SlackServer) -> None:
    first = await connected.direct_message("meta")
    await only_reply(connected, first)
    second = await connected.direct_message("microsoft", thread=first.ts)
    assert (await only_reply(connected, second)).thread == first.ts


@pytest.mark.parametrize("text", ["hi", "", "   "])
async def test_a_greeting_and_nothing_at_all_give_help(connected: SlackServer, text: str) -> None:
    reply = await only_reply(connected, await connected.mention(text))
    assert reply.text.startswith("Ask about AI spending")


async def test_what_slack_encodes_is_decoded(connected: SlackServer) -> None:
    reply = await only_reply(connected, await connected.mention("S&amp;P 500 <@U1>"))
    assert reply.text.startswith("S&amp;P 500")


async def test_hostile_text_comes_back_dead(connected: SlackServer) -> None:
    reply = await only_reply(
        connected, await connected.mention("&lt;!channel&gt; *meta* &lt;https://evil.example|x&gt;")
    )
    assert "<" not in reply.text


async def test_a_redelivered_event_is_answered_once(connected: SlackServer) -> None:
    asked = await connected.mention("meta")
    await connected.redeliver(asked)
    await connected.acknowledged(asked, 2)
    await only_reply(connected, asked)


async def test_a_redelivered_command_is_answered_once(connected: SlackServer) -> None:
    asked = await connected.slash("/capex", "meta")
    await connected.acknowledged(asked)
    await connected.redeliver(asked)
    assert (await connected.acknowledged(asked, 2)).payload is None
    await only_reply(connected, asked)


async def test_another_bot_is_not_answered(connected: SlackServer) -> None:
    where = connected.workspace.direct(connected.workspace.alice)
    await silence(connected, await connected.message("meta", channel=where, bot_id="B0OTHER"))


async def test_a_mention_by_another_bot_is_not_answered(connected: SlackServer) -> None:
    event = {"type": "app_mention", "bot_id": "B0OTHER", "user": "U0OTHER", "text": "meta", "ts": "1795296326.000001"}
    channel = {"channel": connected.workspace.general.id}
    await silence(connected, await connected.event(event | channel))


async def test_the_bot_does_not_answer_itself(connected: SlackServer) -> None:
    space = connected.workspace
    await silence(connected, await connected.message("meta", user=space.bot_user, channel=space.direct(space.alice)))


@pytest.mark.parametrize("subtype", ["channel_join", "channel_topic", "bot_message", "message_deleted"])
async def test_messages_that_nobody_wrote_are_not_answered(connected: SlackServer, subtype: str) -> None:
    where = connected.workspace.direct(connected.workspace.alice)
    await silence(connected, await connected.message("meta", channel=where, subtype=subtype))


async def test_a_message_in_a_channel_that_does_not_mention_the_bot_is_not_answered(connected: SlackServer) -> None:
    await silence(connected, await connected.message("meta"))


@pytest.mark.parametrize("kind", ["reaction_added", "channel_created", "member_left_channel"])
async def test_other_events_are_acknowledged_and_left_alone(connected: SlackServer, kind: str) -> None:
    event = {"type": kind, "user": connected.workspace.alice.id, "channel": {"id": "C1"}}
    await silence(connected, await connected.event(event))
