"""A reply changes with its question for a minute, gives way to a chosen answer, and goes when its asker says so."""

import pytest

from tests.adapters.slack_app.test_answers import only_reply, silence
from tests.fakes.slack import Entry, SlackServer

pytestmark = pytest.mark.asyncio


async def standing(slack: SlackServer, entry: Entry) -> str | None:
    """The words of a message as it stands, after all is quiet."""
    await slack.quiet()
    latest = slack.world.log.latest(entry.channel, entry.ts)
    return latest.text if latest else None


@pytest.mark.parametrize("changed", [False, True], ids=["app_mention", "message_changed"])
async def test_an_edited_mention_has_its_reply_updated(connected: SlackServer, changed: bool) -> None:  # noqa: FBT001
    asked = await connected.mention("meta")
    before = await only_reply(connected, asked)
    edited = await connected.edit_message(asked, "microsoft", changed=changed)
    after = await only_reply(connected, edited)
    assert (after.kind, after.ts) == ("update", before.ts)
    assert after.text.startswith("Microsoft")


async def test_an_edited_direct_message_has_its_reply_updated(connected: SlackServer) -> None:
    asked = await connected.direct_message("meta")
    before = await only_reply(connected, asked)
    after = await only_reply(connected, await connected.edit_message(asked, "microsoft"))
    assert (after.kind, after.ts) == ("update", before.ts)
    assert after.body["parse"] == "none"


async def test_an_edit_while_the_answer_is_on_its_way_waits_for_it(connected: SlackServer) -> None:
    held = connected.faults.hold("chat.postMessage")
    asked = await connected.mention("meta")
    edited = await connected.edit_message(asked, "microsoft")
    await connected.acknowledged(edited)
    held.release()
    await connected.called("chat.update")
    assert len(await connected.called("chat.postMessage")) == 1
    assert str(await standing(connected, connected.messages[0])).startswith("Microsoft")


async def test_a_redelivered_edit_updates_once(connected: SlackServer) -> None:
    asked = await connected.mention("meta")
    await only_reply(connected, asked)
    edited = await connected.edit_message(asked, "microsoft")
    await connected.redeliver(edited)
    await connected.acknowledged(edited, 2)
    await only_reply(connected, edited)


async def test_a_mention_added_by_editing_is_answered(connected: SlackServer) -> None:
    plain = await connected.message("meta")
    await silence(connected, plain)
    said = {**plain.payload["event"], "type": "app_mention", "edited": {"user": plain.user, "ts": plain.ts}}
    said["text"] = f"<@{connected.workspace.bot_user.id}> meta"
    assert (await only_reply(connected, await connected.event(said))).kind == "post"


async def test_a_late_edit_of_a_message_that_was_not_answered_is_left_alone(connected: SlackServer) -> None:
    event = {"type": "app_mention", "user": connected.workspace.alice.id, "text": "meta", "ts": "1700000000.000001"}
    event |= {"channel": connected.workspace.general.id}
    await silence(connected, await connected.event(event | {"edited": {"user": event["user"], "ts": event["ts"]}}))


async def test_a_preview_that_appears_is_no_edit(connected: SlackServer) -> None:
    asked = await connected.direct_message("meta")
    await only_reply(connected, asked)
    await silence(connected, await connected.edit_message(asked, "meta"))


async def test_the_asker_deletes_a_reply(connected: SlackServer) -> None:
    reply = await only_reply(connected, await connected.mention("meta"))
    await connected.click("delete:en", message=reply)
    await connected.called("chat.delete")
    assert await standing(connected, reply) is None


async def test_nobody_else_deletes_a_reply_and_is_told_so(connected: SlackServer) -> None:
    bob = connected.workspace.add_user("bob")
    reply = await only_reply(connected, await connected.mention("meta"))
    told = await connected.reply(await connected.click("delete:en", message=reply, user=bob))
    assert (told.kind, told.to) == ("ephemeral", bob.id)
    assert told.text == "Only the person who asked can delete this reply."
    assert await standing(connected, reply) == reply.text


async def test_a_second_click_on_delete_does_no_harm(connected: SlackServer) -> None:
    reply = await only_reply(connected, await connected.mention("meta"))
    first = await connected.click("delete:en", message=reply)
    await connected.redeliver(first)
    await connected.called("chat.delete", 2)
    await connected.quiet()
    assert [entry.kind for entry in connected.messages] == ["post", "delete"]


async def test_an_edit_after_the_reply_was_deleted_brings_nothing_back(connected: SlackServer) -> None:
    asked = await connected.mention("meta")
    reply = await only_reply(connected, asked)
    await connected.click("delete:en", message=reply)
    await connected.called("chat.delete")
    await silence(connected, await connected.edit_message(asked, "microsoft"))


async def test_a_choice_is_answered_in_place(connected: SlackServer) -> None:
    asked = await only_reply(connected, await connected.mention("capex"))
    chosen = await only_reply(connected, await connected.click("ask:2", message=asked))
    assert (chosen.kind, chosen.ts, chosen.to) == ("update", asked.ts, None)
    assert chosen.text.startswith("Microsoft · capital expenditure")


async def test_a_choice_by_another_leaves_the_reply_to_its_asker(connected: SlackServer) -> None:
    bob = connected.workspace.add_user("bob")
    asked = await only_reply(connected, await connected.mention("capex"))
    chosen = await only_reply(connected, await connected.click("ask:1", message=asked, user=bob))
    await connected.click("delete:en", message=chosen)
    await connected.called("chat.delete")
    assert await standing(connected, asked) is None


async def test_a_choice_in_an_answer_to_a_command_is_answered_in_place_and_in_private(connected: SlackServer) -> None:
    asked = await connected.reply(await connected.slash("/capex", "capex"))
    chosen = await only_reply(connected, await connected.click("ask:1", message=asked))
    assert (chosen.kind, chosen.ts, chosen.to) == ("update", asked.ts, connected.workspace.alice.id)


async def test_a_choice_that_is_told_twice_is_answered_once(connected: SlackServer) -> None:
    asked = await only_reply(connected, await connected.mention("capex"))
    click = await connected.click("ask:1", message=asked)
    await connected.redeliver(click)
    await connected.acknowledged(click, 2)
    await only_reply(connected, click)
