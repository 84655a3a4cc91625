"""manifest.yaml: by Slack's own types, within Slack's lengths, and neither more nor less than the code listens to."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
import yaml
from jsonschema import Draft7Validator
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.desk import Desk
from adapters.slack_app.http_server import EVENTS
from adapters.slack_app.leaving import Leaving
from adapters.slack_app.listeners import listen, nothing
from adapters.slack_app.manifest import MANIFEST, bot_scopes
from adapters.slack_app.sending import Sender, web_client
from adapters.slack_app.standing import Standing
from adapters.slack_app.teams import Teams
from adapters.slack_app.under_way import UnderWay
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords
from tests.adapters.program import ROOT
from tests.fakes.slack import oracle

Json = dict[str, Any]

SCHEMA = oracle.SCHEMA.with_name("slack-manifest.schema.json")

BEYOND_THE_SCHEMA = ["assistant:write"]
"""Scopes that Slack's documentation of its methods names, newer than the schema's types."""

SCOPES_OF_EVENTS = {
    "app_home_opened": set[str](),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set[str](),
    "member_joined_channel": {"channels:read", "groups:read"},
    "message.im": {"im:history"},
    "tokens_revoked": set[str](),
}
SCOPES_OF_METHODS = {
    "apps_connections_open": set[str](),
    "assistant_threads_setStatus": {"chat:write"},
    "assistant_threads_setSuggestedPrompts": {"assistant:write"},
    "auth_test": set[str](),
    "chat_delete": {"chat:write"},
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_info": {"channels:read", "groups:read"},
    "users_info": {"users:read"},
    "views_open": set[str](),
    "views_publish": set[str](),
    "views_push": set[str](),
    "views_update": set[str](),
}
"""What Slack's documentation says that each needs of a bot."""


def for_sockets() -> str:
    return MANIFEST.read_text(encoding="utf-8")


def for_http() -> str:
    """As its first lines say that it is made for HTTP."""
    return re.sub("(?m)^#http ", "", for_sockets()).replace("socket_mode_enabled: true", "socket_mode_enabled: false")


def read(text: str) -> Json:
    found: Json = yaml.safe_load(text)
    return found


@pytest.fixture
def manifest() -> Json:
    return read(for_sockets())


class Heard(AsyncApp):
    """The genuine app, which also keeps what it is told to listen to."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Any]] = []

        async def authorize() -> AuthorizeResult:
            return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1")  # noqa: S106 - of nobody

        super().__init__(authorize=authorize, signing_secret="")

    def _keep(self, kind: str, *args: Any, **more: Any) -> Any:
        self.heard.append((kind, args[0]))
        return getattr(super(), kind)(*args, **more)

    def event(self, *args: Any, **more: Any) -> Any:
        return self._keep("event", *args, **more)

    def command(self, *args: Any, **more: Any) -> Any:
        return self._keep("command", *args, **more)

    def action(self, *args: Any, **more: Any) -> Any:
        return self._keep("action", *args, **more)

    def options(self, *args: Any, **more: Any) -> Any:
        return self._keep("options", *args, **more)

    def shortcut(self, *args: Any, **more: Any) -> Any:
        return self._keep("shortcut", *args, **more)

    def view(self, *args: Any, **more: Any) -> Any:
        return self._keep("view", *args, **more)

    async def hears(self, body: Json) -> bool:
        """Whether something other than the listener to everything is done with this."""
        request = AsyncBoltRequest(mode="socket_mode", body=body)
        for listener in self._async_listeners:
            if await listener.async_matches(req=request, resp=BoltResponse(status=200)):
                return listener.ack_function.__name__ != nothing.__name__
        return False


@pytest_asyncio.fixture
async def app(shipped: Line) -> Heard:
    """All that is listened to."""
    desk = Desk(Conversation(shipped, MemoryRecords()), in_threads=False)
    app = Heard()
    async with aiohttp.ClientSession() as session:
        teams = Teams(
            desk, UnderWay(), lambda token: Sender(web_client(token, "https://slack.example/api/", session), Standing())
        )
        listen(app, teams, Leaving(desk.ledger, teams))
    return app


def events(manifest: Json) -> list[str]:
    found: list[str] = manifest["settings"]["event_subscriptions"]["bot_events"]
    return found


def asked_for(manifest: Json) -> Iterator[tuple[str, Json]]:
    """All that Slack will tell of, each by an example as small as Slack's payload can be."""
    features = manifest["features"]
    for name in events(manifest):
        yield f"event {name}", {"type": "event_callback", "event": {"type": name.partition(".")[0]}}
    for command in features["slash_commands"]:
        yield f"command {command['command']}", {"command": command["command"], "text": ""}
    for shortcut in features["shortcuts"]:
        kind = "message_action" if shortcut["type"] == "message" else "shortcut"
        yield f"shortcut {shortcut['callback_id']}", {"type": kind, "callback_id": shortcut["callback_id"]}


@pytest.mark.parametrize("form", [for_sockets, for_http])
@pytest.mark.skipif(not SCHEMA.exists(), reason=f"{SCHEMA} is not there")
def test_it_has_the_form_of_slacks_own_types(form: Any) -> None:
    read_form = read(form())
    scopes = read_form["oauth_config"]["scopes"]
    scopes["bot"] = [scope for scope in scopes["bot"] if scope not in BEYOND_THE_SCHEMA]
    errors = Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).iter_errors(read_form)
    assert [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors] == []


@pytest.mark.skipif(not SCHEMA.exists(), reason=f"{SCHEMA} is not there")
def test_slacks_types_would_find_a_wrong_name(manifest: Json) -> None:
    manifest["settings"]["event_subscriptions"]["bot_events"].append("app_mentions")
    assert not Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).is_valid(manifest)


def test_its_texts_have_slacks_lengths(manifest: Json) -> None:
    shown, features = manifest["display_information"], manifest["features"]
    lengths = [
        (shown["name"], 1, 35),
        (shown["description"], 1, 140),
        (shown["long_description"], 175, 4_000),
        (features["agent_view"]["agent_description"], 1, 300),
        *((one["name"], 1, 24) for one in features["shortcuts"]),
        *((one["description"], 1, 150) for one in features["shortcuts"]),
        *((one["command"], 1, 32) for one in features["slash_commands"]),
    ]
    assert [text for text, least, most in lengths if not least <= len(text) <= most] == []
    assert len(features["agent_view"]["suggested_prompts"]) <= 4


@pytest.mark.asyncio
async def test_what_it_asks_for_is_listened_to(manifest: Json, app: Heard) -> None:
    unheard = {name for name, body in asked_for(manifest) if not await app.hears(body)}
    unheard |= {"options"} - {kind for kind, _ in app.heard}
    assert unheard == set()


@pytest.mark.asyncio
async def test_what_is_listened_to_it_asks_for(manifest: Json, app: Heard) -> None:
    told = [name for name, _ in asked_for(manifest)]
    told += ["action", "view", "options"] if manifest["settings"]["interactivity"]["is_enabled"] else []
    assert [one for one in app.heard if not any(is_of(one, name) for name in told)] == []


def is_of(heard: tuple[str, Any], told: str) -> bool:
    """Whether something that Slack tells is what is listened to."""
    kind, constraint = heard
    name = told.removeprefix(f"{kind} ")
    if kind in {"action", "view", "options"}:
        return told == kind
    pattern = constraint if isinstance(constraint, re.Pattern) else re.compile(re.escape(constraint) + r"(\..*)?$")
    return name != told and pattern.search(name) is not None


def test_of_a_bot_it_wants_what_its_events_and_methods_need(manifest: Json) -> None:
    needed = {"commands"}
    needed |= {scope for name in events(manifest) for scope in SCOPES_OF_EVENTS[name]}
    needed |= {scope for method in called() for scope in SCOPES_OF_METHODS[method]}
    assert set(bot_scopes()) == needed


def called() -> set[str]:
    """The methods of Slack's Web API that the adapter names."""
    files: list[Path] = list((ROOT / "adapters" / "slack_app").glob("*.py"))
    names = {name for file in files for name in re.findall(r"\.([a-z]+_\w+)\(", file.read_text(encoding="utf-8"))}
    return {name for name in names if hasattr(AsyncWebClient, name)}


def test_the_form_for_http_names_the_addresses_that_are_listened_at() -> None:
    http = read(for_http())
    settings = http["settings"]
    addresses = [
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
        settings["interactivity"]["message_menu_options_url"],
        *(command["url"] for command in http["features"]["slash_commands"]),
    ]
    assert {address.partition("capex.example")[2] for address in addresses} == {EVENTS}
    assert http["oauth_config"]["redirect_urls"] == ["https://capex.example/slack/oauth_redirect"]
    assert settings["socket_mode_enabled"] is False


def test_the_forms_differ_in_the_way_of_connecting_alone(manifest: Json) -> None:
    http = read(for_http())
    for one in (manifest, http):
        del one["settings"]["socket_mode_enabled"]
    for where in (http["settings"]["event_subscriptions"], http["settings"]["interactivity"]):
        where.pop("request_url")
    http["settings"]["interactivity"].pop("message_menu_options_url")
    http["oauth_config"].pop("redirect_urls")
    for command in http["features"]["slash_commands"]:
        command.pop("url")
    assert http == manifest


@pytest.mark.parametrize("prompt", read(for_sockets())["features"]["agent_view"]["suggested_prompts"], ids=str)
def test_every_prompt_that_it_suggests_has_an_answer(shipped: Line, prompt: Json) -> None:
    assert shipped.ask(prompt["message"], date(2026, 11, 21)).reply.outcome == "found"
