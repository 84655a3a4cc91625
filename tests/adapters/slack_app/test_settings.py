"""Settings in Slack: who may change a channel's, what everybody is told of it, and whom an answer is then for."""

import pytest

from tests.adapters.slack_app.looks import buttons
from tests.adapters.slack_app.test_answers import only_reply
from tests.fakes.slack import Channel, Entry, SlackServer, User

pytestmark = pytest.mark.asyncio
PUBLIC = "From now on everybody in this channel sees the answers to commands."
MAY_NOT = "Only workspace admins and the creator of this channel can change that."


async def command(slack: SlackServer, text: str, user: User, channel: Channel | None = None) -> list[Entry]:
    """All that is said to a command."""
    delivery = await slack.slash("/capex", text, user=user, channel=channel)
    await slack.reply(delivery)
    await slack.quiet()
    return slack.replies_to(delivery)


def admin(slack: SlackServer) -> User:
    return slack.workspace.add_user("ada", rank="is_admin")


@pytest.mark.parametrize("rank", ["is_admin", "is_owner", "is_primary_owner"])
async def test_an_admin_opens_a_channel_and_everybody_is_told(connected: SlackServer, rank: str) -> None:
    ada = connected.workspace.add_user("ada", rank=rank)
    reply, announced = await command(connected, "settings channel public", ada)
    assert (reply.to, reply.text) == (ada.id, f"Settings\n{PUBLIC}")
    assert (announced.to, announced.text) == (None, f"Settings: {PUBLIC} (<@{ada.id}>)")


async def test_who_made_the_channel_opens_it(connected: SlackServer) -> None:
    alice, general = connected.workspace.alice, connected.workspace.general
    general.creator = alice.id
    assert len(await command(connected, "settings channel public", alice)) == 2


async def test_nobody_else_does_and_is_told_so_in_private(connected: SlackServer) -> None:
    connected.workspace.general.creator = admin(connected).id
    [reply] = await command(connected, "settings channel public", connected.workspace.alice)
    assert (reply.to, reply.text) == (connected.workspace.alice.id, f"Settings\n{MAY_NOT}")


@pytest.mark.parametrize("rank", ["is_restricted", "is_ultra_restricted"])
async def test_a_guest_does_not_even_in_an_own_channel(connected: SlackServer, rank: str) -> None:
    guest = connected.workspace.add_user("gus", rank=rank)
    connected.workspace.general.creator = guest.id
    [reply] = await command(connected, "settings channel public", guest)
    assert MAY_NOT in reply.text


async def test_an_admin_of_another_workspace_does_not(connected: SlackServer) -> None:
    stranger = admin(connected)
    stranger.team = "T0ELSEWHERE"
    [reply] = await command(connected, "settings channel public", stranger)
    assert MAY_NOT in reply.text


@pytest.mark.parametrize("method", ["users.info", "conversations.info"])
async def test_a_right_that_slack_does_not_tell_is_not_taken_for_granted(connected: SlackServer, method: str) -> None:
    connected.workspace.general.creator = connected.workspace.alice.id
    connected.faults.refuse(method, "missing_scope", times=5)
    [reply] = await command(connected, "settings channel public", connected.workspace.alice)
    assert "I could not find out whether you may change that" in reply.text
    [answer] = await command(connected, "meta", connected.workspace.alice)
    assert answer.to == connected.workspace.alice.id


async def test_an_open_channel_sees_the_answers_to_commands_which_their_asker_can_delete(
    connected: SlackServer,
) -> None:
    await command(connected, "settings channel public", admin(connected))
    [reply] = await command(connected, "meta", connected.workspace.alice)
    assert (reply.kind, reply.to) == ("post", None)
    assert [one["value"] for one in buttons({"blocks": reply.blocks})][-1] == connected.workspace.alice.id


async def test_such_an_answer_can_be_deleted_where_the_bot_is_no_member(connected: SlackServer) -> None:
    elsewhere = connected.workspace.add_channel("elsewhere", with_bot=False)
    await command(connected, "settings channel public", admin(connected), elsewhere)
    [reply] = await command(connected, "meta", connected.workspace.alice, elsewhere)
    await connected.click("delete:en", message=reply)
    await connected.called("chat.delete")
    await connected.quiet()
    assert connected.world.log.latest(elsewhere.id, reply.ts) is None


async def test_other_channels_stay_as_they_are(connected: SlackServer) -> None:
    await command(connected, "settings channel public", admin(connected))
    other = connected.workspace.add_channel("other")
    [reply] = await command(connected, "meta", connected.workspace.alice, other)
    assert reply.to == connected.workspace.alice.id


async def test_a_channel_can_be_closed_again(connected: SlackServer) -> None:
    ada = admin(connected)
    await command(connected, "settings channel public", ada)
    _, announced = await command(connected, "settings channel private", ada)
    assert "only who asks in this channel sees the answer" in announced.text
    [reply] = await command(connected, "meta", ada)
    assert reply.to == ada.id


async def test_settings_are_shown_in_private_even_in_an_open_channel(connected: SlackServer) -> None:
    ada = admin(connected)
    await command(connected, "settings channel public", ada)
    [reply] = await command(connected, "settings", ada)
    assert reply.to == ada.id
    assert "This channel: everybody sees the answers to commands" in reply.text


async def test_a_change_by_a_mention_is_announced_in_the_channel(connected: SlackServer) -> None:
    ada = admin(connected)
    asked = await connected.mention("settings channel public", user=ada)
    reply, announced = await connected.replies(asked, 2)
    assert (reply.thread, announced.thread) == (asked.ts, None)
    assert announced.text == f"Settings: {PUBLIC} (<@{ada.id}>)"


async def test_a_change_is_announced_where_the_bot_is_no_member(connected: SlackServer) -> None:
    elsewhere = connected.workspace.add_channel("elsewhere", with_bot=False)
    assert len(await command(connected, "settings channel public", admin(connected), elsewhere)) == 2


async def test_a_change_that_is_told_twice_is_announced_once(connected: SlackServer) -> None:
    delivery = await connected.slash("/capex", "settings channel public", user=admin(connected))
    await connected.replies(delivery, 2)
    await connected.redeliver(delivery)
    await connected.acknowledged(delivery, 2)
    await connected.quiet()
    assert len(connected.replies_to(delivery)) == 2


async def test_a_persons_language_holds_wherever_the_person_asks(connected: SlackServer) -> None:
    alice = connected.workspace.alice
    await command(connected, "settings language de", alice)
    [reply] = await command(connected, "meta", alice)
    assert reply.text.startswith("Meta · Investitionsausgaben")
    written = await only_reply(connected, await connected.direct_message("meta"))
    assert written.text.startswith("Meta · Investitionsausgaben")


async def test_a_client_in_german_is_answered_in_german_where_a_question_shows_nothing(connected: SlackServer) -> None:
    dora = connected.workspace.add_user("dora", locale="de-DE")
    [reply] = await command(connected, "meta", dora)
    assert reply.text.startswith("Meta · Investitionsausgaben")
    [english] = await command(connected, "what is the capital expenditure of meta?", dora)
    assert english.text.startswith("Meta · capital expenditure")


async def test_slack_is_asked_for_a_persons_language_once(connected: SlackServer) -> None:
    for text in ("meta", "microsoft", "alphabet"):
        await command(connected, text, connected.workspace.alice)
    assert len([call for call in connected.calls if call.method == "users.info"]) == 1


async def test_a_language_that_slack_does_not_tell_costs_no_answer(connected: SlackServer) -> None:
    connected.faults.hold("users.info")
    [reply] = await command(connected, "meta", connected.workspace.alice)
    assert reply.text.startswith("Meta · capital expenditure")


async def test_a_workspace_that_removes_the_bot_leaves_no_setting(connected: SlackServer) -> None:
    ada = admin(connected)
    await command(connected, "settings channel public", ada)
    await command(connected, "settings language de", ada)
    await connected.event({"type": "app_uninstalled", "event_ts": connected.world.ids.ts()})
    await connected.quiet()
    [reply] = await command(connected, "meta", ada)
    assert (reply.to, reply.text.split("\n")[0]) == (ada.id, "Meta · capital expenditure")
