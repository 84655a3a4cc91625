"""What people do reaches a genuine bot, and what it says is found again: over sockets and over HTTP alike."""

import pytest
from slack_sdk.errors import SlackApiError

from tests.fakes.slack import SlackServer
from tests.fakes.slack_tests.tiny_bot import TinyBot

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]


async def test_a_command_is_answered_in_its_acknowledgement(slack: SlackServer) -> None:
    asked = await slack.slash("/capex", "meta &amp; co")
    reply = await slack.reply(asked)
    ack = await slack.acknowledged(asked)
    assert (reply.kind, reply.text, reply.to, reply.via) == ("ephemeral", "You asked: meta &amp; co", asked.user, "ack")
    assert ack.payload is not None
    assert not ack.late
    assert slack.messages == [reply]
    assert slack.violations == []


async def test_a_mention_is_answered_in_its_thread(slack: SlackServer) -> None:
    asked = await slack.mention("meta")
    reply = await slack.reply(asked)
    assert (reply.kind, reply.channel, reply.thread, reply.text) == ("post", slack.workspace.general.id, asked.ts, "35")
    assert [block["type"] for block in reply.blocks] == ["section", "actions"]
    assert reply.to is None


async def test_a_follow_up_in_the_thread_is_told_from_the_first_question(slack: SlackServer) -> None:
    first = await slack.mention("meta")
    await slack.reply(first)
    second = await slack.mention("and google?", thread=first.ts)
    reply = await slack.reply(second)
    assert reply.thread == first.ts
    assert slack.replies_to(first) == [slack.messages[0]]


async def test_a_direct_message_is_answered_in_private(slack: SlackServer) -> None:
    reply = await slack.reply(await slack.direct_message("meta"))
    assert reply.channel.startswith("D")
    assert reply.text == "private meta"


async def test_another_bot_is_not_answered(slack: SlackServer) -> None:
    said = await slack.message("meta", channel=slack.workspace.direct(slack.workspace.alice), bot_id="B999")
    await slack.acknowledged(said)
    await slack.quiet()
    assert slack.replies_to(said) == []


async def test_an_edited_mention_comes_again_and_its_reply_is_updated(slack: SlackServer, bot: TinyBot) -> None:
    asked = await slack.mention("meta")
    bot.answered = (await slack.reply(asked)).ts
    edited = await slack.edit_message(asked, "google")
    reply = await slack.reply(edited)
    assert edited.event_id != asked.event_id
    assert edited.payload["event"]["edited"]["user"] == asked.user
    assert (reply.kind, reply.ts, reply.text) == ("update", bot.answered, "36")
    assert [entry.text for entry in slack.world.log.shown(reply.channel)] == ["36"]


async def test_an_edited_direct_message_comes_as_a_changed_message(slack: SlackServer) -> None:
    asked = await slack.direct_message("meta")
    await slack.reply(asked)
    edited = await slack.edit_message(asked, "google")
    await slack.acknowledged(edited)
    event = edited.payload["event"]
    assert (event["subtype"], event["message"]["text"], event["previous_message"]["text"]) == (
        "message_changed",
        "google",
        "meta",
    )


async def test_a_click_replaces_the_message(slack: SlackServer) -> None:
    message = await slack.reply(await slack.mention("meta"))
    click = await slack.click("more", message=message)
    reply = await slack.reply(click)
    assert (reply.kind, reply.ts, reply.thread, reply.text) == ("update", message.ts, message.thread, "more")


async def test_a_click_on_an_ephemeral_message_carries_no_message(slack: SlackServer) -> None:
    message = await slack.reply(await slack.slash("/capex", "meta"))
    click = await slack.click("more", message=message)
    reply = await slack.reply(click)
    assert "message" not in click.payload
    assert (reply.kind, reply.to) == ("update", message.to)


async def test_nobody_clicks_what_is_not_there(slack: SlackServer) -> None:
    message = await slack.reply(await slack.mention("meta"))
    with pytest.raises(AssertionError, match="Nothing with action id 'buy'"):
        await slack.click("buy", message=message)


async def test_a_modal_is_opened_refused_and_sent_off(slack: SlackServer, bot: TinyBot) -> None:
    message = await slack.reply(await slack.mention("meta"))
    await slack.click("wrong", message=message)
    view = await slack.opened()
    empty = await slack.submit_view(view)
    ack = await slack.acknowledged(empty)
    assert ack.payload == {"response_action": "errors", "errors": {"why": "Please say why"}}
    await slack.acknowledged(await slack.submit_view(view, {"reason": "it is 36"}))
    assert bot.submitted[-1]["state"]["values"]["why"]["reason"]["value"] == "it is 36"
    assert slack.views == []
    assert slack.violations == []


async def test_a_picker_is_fed_in_a_message_and_in_a_modal(slack: SlackServer) -> None:
    message = await slack.reply(await slack.mention("meta"))
    typed = await slack.acknowledged(await slack.suggest("company", "goo", message=message))
    await slack.click("wrong", message=message)
    view = await slack.opened()
    again = await slack.acknowledged(await slack.suggest("company", "met", view=view))
    assert [ack.payload and ack.payload["options"][0]["value"] for ack in (typed, again)] == ["goo", "met"]
    assert slack.violations == []


async def test_a_shortcut_knows_its_message(slack: SlackServer) -> None:
    reply = await slack.reply(await slack.shortcut("ask_about", text="Meta spends a lot"))
    assert (reply.kind, reply.text) == ("ephemeral", "about Meta spends a lot")


async def test_the_home_is_published(slack: SlackServer) -> None:
    alice = slack.workspace.alice
    await slack.event({"type": "app_home_opened", "user": alice.id, "tab": "home", "channel": "D1", "event_ts": "1.2"})
    await slack.called("views.publish")
    home = slack.home(alice.id)
    assert home is not None
    assert home["blocks"][0]["text"]["text"] == "Welcome"


async def test_a_redelivery_is_the_same_event_marked_as_a_retry(slack: SlackServer, bot: TinyBot) -> None:
    asked = await slack.mention("meta")
    await slack.reply(asked)
    await slack.redeliver(asked, "http_timeout")
    await slack.replies(asked, 2)
    assert [(attempt.retry, attempt.reason) for attempt in asked.attempts] == [(0, None), (1, "http_timeout")]
    assert bot.retries[-1] == "1"


async def test_an_uninstalled_app_is_told_so_and_locked_out(slack: SlackServer, bot: TinyBot) -> None:
    await slack.acknowledged(await slack.slash("/capex", "meta"))
    gone = await slack.uninstall()
    assert gone.payload["event"]["type"] == "app_uninstalled"
    with pytest.raises(SlackApiError, match="token_revoked"):
        await bot.client.auth_test()


async def test_an_acknowledgement_after_three_seconds_is_lost(slack: SlackServer, bot: TinyBot) -> None:
    asked = await slack.slash("/slow")
    slack.clock.advance(4)
    bot.gate.set()
    ack = await slack.acknowledged(asked)
    assert ack.late
    assert slack.messages == []
    assert [violation.error for violation in slack.violations] == ["operation_timeout"]


async def test_a_wait_in_vain_says_what_was_seen(slack: SlackServer) -> None:
    asked = await slack.mention("meta")
    await slack.reply(asked)
    with pytest.raises(AssertionError, match=r"chat\.postMessage -> ok[\s\S]*via chat\.postMessage: '35'"):
        await slack.replies(asked, 2, within=0.05)
