"""The Web API's answers: tokens, places, triggers, response addresses and trouble on demand."""

import asyncio
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler, AsyncServerErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.fakes.slack import SlackServer
from tests.fakes.slack_tests.tiny_bot import modal, section

pytestmark = pytest.mark.asyncio


def client(slack: SlackServer, token: str | None = None) -> AsyncWebClient:
    return AsyncWebClient(token or slack.bot_token, base_url=slack.api_url)


async def error_of(slack: SlackServer, method: str, token: str | None = None, **arguments: object) -> str:
    with pytest.raises(SlackApiError) as caught:
        await client(slack, token).api_call(method, json=arguments)
    return str(caught.value.response["error"])


async def test_arguments_come_as_query_form_or_json(slack: SlackServer) -> None:
    alice, headers = slack.workspace.alice.id, {"Authorization": f"Bearer {slack.bot_token}"}
    url = f"{slack.api_url}users.info"
    async with aiohttp.ClientSession(headers=headers) as session:
        for request in (
            session.get(url, params={"user": alice}),
            session.post(url, data={"user": alice}),
            session.post(url, json={"user": alice}),
        ):
            async with request as answer:
                assert (await answer.json())["user"]["id"] == alice


async def test_the_locale_is_told_when_asked_for(slack: SlackServer) -> None:
    hans = slack.workspace.add_user("hans", locale="de-DE")
    told = await client(slack).users_info(user=hans.id, include_locale=True)
    assert told["user"]["locale"] == "de-DE"
    assert "locale" not in (await client(slack).users_info(user=hans.id))["user"]


async def test_tokens_are_checked(slack: SlackServer) -> None:
    assert await error_of(slack, "auth.test", "xoxb-unknown") == "invalid_auth"
    assert await error_of(slack, "auth.test", slack.app_token) == "not_allowed_token_type"
    slack.tokens.end(slack.bot_token)
    assert await error_of(slack, "auth.test") == "token_revoked"
    slack.tokens.end(slack.bot_token, "account_inactive")
    assert await error_of(slack, "auth.test") == "account_inactive"
    async with aiohttp.ClientSession() as session, session.post(f"{slack.api_url}auth.test") as answer:
        assert (await answer.json())["error"] == "not_authed"


async def test_an_unknown_method_is_a_violation(slack: SlackServer) -> None:
    assert await error_of(slack, "chat.shout") == "unknown_method"
    assert [violation.where for violation in slack.violations] == ["chat.shout"]


async def test_channels_are_judged_and_it_is_nobodys_fault(slack: SlackServer) -> None:
    space = slack.workspace
    elsewhere = space.add_channel("elsewhere", with_bot=False)
    hidden = space.add_channel("hidden", private=True, with_bot=False)
    space.general.archived = True
    errors = [
        await error_of(slack, "chat.postMessage", channel=channel, text="x")
        for channel in ("C404", space.general.id, elsewhere.id, hidden.id)
    ]
    assert errors == ["channel_not_found", "is_archived", "not_in_channel", "channel_not_found"]
    assert slack.violations == []


async def test_a_person_is_a_channel_too(slack: SlackServer) -> None:
    alice = slack.workspace.alice
    answer = await client(slack).chat_postMessage(channel=alice.id, text="x")
    assert answer["channel"] == slack.workspace.direct(alice).id


async def test_threads_must_exist(slack: SlackServer) -> None:
    channel = slack.workspace.general.id
    thread = "1700000000.000001"
    assert await error_of(slack, "chat.postMessage", channel=channel, text="x", thread_ts=thread) == "thread_not_found"
    assert await error_of(slack, "chat.postMessage", channel=channel, text="x", thread_ts="1.2") == "invalid_thread_ts"


@pytest.mark.usefixtures("socket_bot")
async def test_only_own_messages_are_changed(slack: SlackServer) -> None:
    asked = await slack.mention("meta")
    where = {"channel": str(asked.channel), "ts": str(asked.ts)}
    assert await error_of(slack, "chat.update", text="x", **where) == "cant_update_message"
    assert await error_of(slack, "chat.delete", **where) == "cant_delete_message"
    gone = {"channel": str(asked.channel), "ts": "1700000000.000001"}
    assert await error_of(slack, "chat.update", text="x", **gone) == "message_not_found"


async def test_a_deleted_message_is_gone(slack: SlackServer) -> None:
    channel = slack.workspace.general.id
    posted = await client(slack).chat_postMessage(channel=channel, text="x")
    await client(slack).chat_delete(channel=channel, ts=posted["ts"])
    assert [entry.kind for entry in slack.messages] == ["post", "delete"]
    assert slack.world.log.shown(channel) == []
    assert await error_of(slack, "chat.delete", channel=channel, ts=posted["ts"]) == "message_not_found"


async def test_an_ephemeral_message_has_one_reader(slack: SlackServer) -> None:
    space = slack.workspace
    bob, outsider = space.add_user("bob"), space.add_user("carol")
    space.general.members.add(bob.id)
    await client(slack).chat_postEphemeral(channel=space.general.id, user=bob.id, text="psst")
    assert [entry.text for entry in slack.world.log.shown(space.general.id, bob.id)] == ["psst"]
    assert slack.world.log.shown(space.general.id, space.alice.id) == []
    error = await error_of(slack, "chat.postEphemeral", channel=space.general.id, user=outsider.id, text="x")
    assert error == "user_not_in_channel"


async def test_reactions_are_given_once(slack: SlackServer) -> None:
    channel = slack.workspace.general.id
    posted = await client(slack).chat_postMessage(channel=channel, text="x")
    await client(slack).reactions_add(channel=channel, timestamp=posted["ts"], name="eyes")
    error = await error_of(slack, "reactions.add", channel=channel, timestamp=posted["ts"], name="eyes")
    assert error == "already_reacted"


@pytest.mark.usefixtures("socket_bot")
async def test_a_trigger_is_good_once_and_for_three_seconds(slack: SlackServer) -> None:
    view = modal(section("x"))
    asked = await slack.slash("/capex", "meta")
    assert (await client(slack).views_open(trigger_id=str(asked.trigger_id), view=view))["ok"]
    assert await error_of(slack, "views.open", trigger_id=asked.trigger_id, view=view) == "exchanged_trigger_id"
    late = await slack.slash("/capex", "meta")
    slack.clock.advance(4)
    assert await error_of(slack, "views.open", trigger_id=late.trigger_id, view=view) == "expired_trigger_id"
    assert await error_of(slack, "views.open", trigger_id="1.2.3", view=view) == "invalid_trigger_id"


@pytest.mark.usefixtures("socket_bot")
async def test_a_view_is_updated_by_its_hash(slack: SlackServer) -> None:
    asked = await slack.slash("/capex", "meta")
    opened = await client(slack).views_open(trigger_id=str(asked.trigger_id), view=modal(section("x")))
    ident, mark = opened["view"]["id"], opened["view"]["hash"]
    await client(slack).views_update(view_id=ident, hash=mark, view=modal(section("y")))
    assert slack.views[0]["blocks"][0]["text"]["text"] == "y"
    error = await error_of(slack, "views.update", view_id=ident, hash=mark, view=modal(section("z")))
    assert error == "hash_conflict"
    assert await error_of(slack, "views.update", view_id="V404", view=modal(section("z"))) == "not_found"


@pytest.mark.usefixtures("socket_bot")
async def test_a_response_address_takes_five_answers(slack: SlackServer) -> None:
    asked = await slack.slash("/many", "6")
    await slack.replies(asked, 5)
    again = await AsyncWebhookClient(asked.payload["response_url"]).send(text="7")
    assert (again.status_code, "used_url" in again.body) == (404, True)
    assert [entry.text for entry in slack.replies_to(asked)] == ["0", "1", "2", "3", "4"]
    assert {entry.kind for entry in slack.messages} == {"post"}


@pytest.mark.usefixtures("socket_bot")
async def test_a_response_address_lives_thirty_minutes(slack: SlackServer) -> None:
    asked = await slack.slash("/many", "0")
    slack.clock.advance(30 * 60 + 1)
    answer = await AsyncWebhookClient(asked.payload["response_url"]).send(text="late")
    assert (answer.status_code, "expired_url" in answer.body) == (404, True)


@pytest.mark.usefixtures("socket_bot")
async def test_a_response_is_checked_replaced_and_deleted(slack: SlackServer) -> None:
    asked = await slack.slash("/many", "0")
    webhook = AsyncWebhookClient(asked.payload["response_url"])
    bad = await webhook.send(text="x", blocks=[section("x" * 3001)])
    assert (bad.status_code, "invalid_blocks" in bad.body) == (400, True)
    await webhook.send(text="one")
    await webhook.send(text="two", replace_original=True)
    await webhook.send(delete_original=True)
    assert [(entry.kind, entry.text) for entry in slack.messages] == [
        ("ephemeral", "one"),
        ("update", "two"),
        ("delete", ""),
    ]
    assert [violation.where for violation in slack.violations] == ["response_url"]


async def test_the_genuine_handlers_ride_out_a_rate_limit_and_an_error(slack: SlackServer) -> None:
    slack.faults.rate_limit("chat.postMessage", retry_after=0)
    slack.faults.fail("chat.postMessage", status=503)
    steady = client(slack)
    steady.retry_handlers += [AsyncRateLimitErrorRetryHandler(2), AsyncServerErrorRetryHandler(2)]
    await steady.chat_postMessage(channel=slack.workspace.general.id, text="x")
    assert [call.status for call in slack.calls] == [429, 503, 200]
    assert len(slack.messages) == 1


async def test_trouble_strikes_the_calls_that_it_is_meant_for(slack: SlackServer) -> None:
    slack.faults.refuse("chat.postMessage", "is_archived", skip=1)
    channel = slack.workspace.general.id
    await client(slack).chat_postMessage(channel=channel, text="x")
    assert await error_of(slack, "chat.postMessage", channel=channel, text="x") == "is_archived"
    await client(slack).chat_postMessage(channel=channel, text="x")
    assert slack.violations == []


@pytest.mark.parametrize("posted", [0, 1])
async def test_a_cut_may_come_before_or_after_the_effect(slack: SlackServer, posted: int) -> None:
    slack.faults.cut("chat.postMessage", times=9, after=bool(posted))
    fragile = AsyncWebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    with pytest.raises(aiohttp.ClientError):
        await fragile.chat_postMessage(channel=slack.workspace.general.id, text="x")
    assert len(slack.messages) == posted


async def test_a_call_is_held_until_it_is_released(slack: SlackServer) -> None:
    held = slack.faults.hold("auth.test")
    waiting = asyncio.create_task(client(slack).auth_test())
    await client(slack).api_test()
    assert not waiting.done()
    held.release()
    assert (await waiting)["ok"]


async def test_new_blocks_are_refused_where_the_workspace_does_not_know_them(slack: SlackServer) -> None:
    slack.refuse_blocks("data_table")
    cell = [{"type": "raw_text", "text": "x"}]
    blocks = [{"type": "data_table", "caption": "c", "rows": [cell, cell]}]
    error = await error_of(slack, "chat.postMessage", channel=slack.workspace.general.id, text="x", blocks=blocks)
    assert error == "invalid_blocks"
    assert slack.violations == []


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")  # slack_sdk on aiohttp 3.14
async def test_a_code_is_exchanged_once_for_a_token_of_its_team(slack: SlackServer) -> None:
    other = slack.add_workspace("other")
    code = slack.tokens.code(other)
    secret = {"client_id": slack.client_id, "client_secret": slack.client_secret}
    answer = await AsyncWebClient(base_url=slack.api_url).oauth_v2_access(code=code, **secret)
    assert (await client(slack, answer["access_token"]).auth_test())["team_id"] == other.id
    with pytest.raises(SlackApiError, match="invalid_code"):
        await AsyncWebClient(base_url=slack.api_url).oauth_v2_access(code=code, **secret)


@pytest.mark.usefixtures("socket_bot")
async def test_the_agent_view_is_kept(slack: SlackServer) -> None:
    asked = await slack.direct_message("meta")
    where: Any = {"channel_id": str(asked.channel), "thread_ts": str(asked.ts)}
    await client(slack).assistant_threads_setStatus(status="looking up", **where)
    await client(slack).assistant_threads_setTitle(title="Meta", **where)
    prompts = [{"title": "Meta", "message": "meta capex"}]
    await client(slack).assistant_threads_setSuggestedPrompts(prompts=prompts, **where)
    assert [told["method"].rpartition(".")[2] for told in slack.world.statuses] == [
        "setStatus",
        "setTitle",
        "setSuggestedPrompts",
    ]
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        await client(slack).assistant_threads_setSuggestedPrompts(prompts=prompts * 5, **where)


@pytest.mark.usefixtures("socket_bot")
async def test_an_answer_grows_while_it_is_written(slack: SlackServer) -> None:
    asked = await slack.direct_message("meta")
    stream = await client(slack).chat_stream(channel=str(asked.channel), thread_ts=str(asked.ts), buffer_size=1)
    await stream.append(markdown_text="thirty-")
    await stream.append(markdown_text="five")
    await stream.stop(blocks=[section("done")])
    last = slack.messages[-1]
    assert (last.text, last.thread, last.blocks[0]["type"]) == ("thirty-five", asked.ts, "section")
