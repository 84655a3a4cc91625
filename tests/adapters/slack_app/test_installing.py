"""Installed in many workspaces: each with its own token and bot, kept sealed, and forgotten when it leaves."""

import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from cryptography.fernet import Fernet

from adapters.slack_app.patience import Patience
from bot.line import Line
from bot.people import Workspace as Team
from bot.records import MemoryRecords, Records, SqlRecords
from knowledge.fault import Fault
from tests.adapters.slack_app.browsing import Browser
from tests.adapters.slack_app.over_http import address, over_http, replica
from tests.adapters.slack_app.test_answers import GUIDANCE, only_reply
from tests.fakes.slack import SlackServer, Workspace

pytestmark = pytest.mark.asyncio

KEY = Fernet.generate_key().decode()


@pytest.fixture
def records() -> Records:
    return MemoryRecords()


@pytest_asyncio.fixture
async def person(slack: SlackServer, shipped: Line, records: Records) -> AsyncIterator[Browser]:
    """Somebody with a browser, before a bot that nobody has installed."""
    async with serving(slack, shipped, records) as person:
        yield person


@asynccontextmanager
async def serving(
    slack: SlackServer, line: Line, records: Records, key: str = KEY, **settings: str
) -> AsyncIterator[Browser]:
    environment = {**slack.installs_environment, "CAPEX_SECRET_KEY": key, **settings}
    async with over_http(slack, line, records, environment) as platform:
        yield Browser(slack, address(platform, ""))


def kept(records: Records, workspace: Workspace) -> str | None:
    return records.installation(Team(platform="slack", id=workspace.id))


async def test_the_page_leads_to_slack_with_what_the_manifest_asks_for(slack: SlackServer, person: Browser) -> None:
    asked = await person.open_install_page()
    assert person.link.startswith(f"{slack.root}/oauth/v2/authorize?")
    assert asked["client_id"] == slack.client_id
    assert "chat:write" in asked["scope"].split(",")
    assert asked.get("user_scope", "") == ""


async def test_a_workspace_that_installed_the_bot_is_answered(slack: SlackServer, person: Browser) -> None:
    assert (await person.install(slack.workspace)).status == 200
    for asked in (await slack.slash("/capex", "meta"), await slack.mention("meta"), await slack.direct_message("meta")):
        assert GUIDANCE in (await only_reply(slack, asked)).text


async def test_every_workspace_is_answered_with_its_own_token_and_by_its_own_bot(
    slack: SlackServer, person: Browser
) -> None:
    other = slack.add_workspace("other")
    for workspace in (slack.workspace, other):
        await person.install(workspace)
    tokens: list[str | None] = []
    for workspace in (slack.workspace, other, slack.workspace):
        asked = await slack.mention("{bot} meta {bot}", workspace=workspace)
        assert GUIDANCE in (await only_reply(slack, asked)).text
        tokens.append((await slack.called("chat.postMessage", len(tokens) + 1))[-1].token)
    assert tokens[0] == tokens[2] != tokens[1]


async def test_a_bot_does_not_answer_itself_in_any_workspace(slack: SlackServer, person: Browser) -> None:
    other = slack.add_workspace("other")
    await person.install(slack.workspace)
    await person.install(other)
    own = await slack.message("meta", user=other.bot_user, channel=other.direct(other.alice), workspace=other)
    await slack.acknowledged(own)
    await slack.quiet()
    assert slack.replies_to(own) == []


async def test_a_workspace_that_did_not_is_told_so(slack: SlackServer, person: Browser) -> None:
    await person.install(slack.workspace)
    other = slack.add_workspace("other")
    reply = await only_reply(slack, await slack.slash("/capex", "meta", workspace=other))
    assert reply.text.startswith("Capex is not installed in this workspace")
    assert reply.kind == "ephemeral"


async def test_slack_is_not_asked_about_a_token_again(slack: SlackServer, person: Browser) -> None:
    await person.install(slack.workspace)
    before = len(slack.calls)
    await only_reply(slack, await slack.slash("/capex", "meta"))
    assert [call.method for call in slack.calls[before:]] == ["users.info"]  # the language of who asks, and no more


async def test_a_replica_knows_what_was_installed_at_another(slack: SlackServer, shipped: Line) -> None:
    records = MemoryRecords()
    async with serving(slack, shipped, records) as one, serving(slack, shipped, records) as other:
        asked = await one.open_install_page()
        other.cookie = one.cookie
        assert (await other.come_back(state=asked["state"], code=slack.tokens.code(slack.workspace))).status == 200
        await only_reply(slack, await slack.mention("meta"))


async def test_a_restart_changes_nothing(slack: SlackServer, shipped: Line, records: Records) -> None:
    async with serving(slack, shipped, records) as person:
        await person.install(slack.workspace)
    async with serving(slack, shipped, records):
        await only_reply(slack, await slack.mention("meta"))


async def test_a_new_installation_takes_the_place_of_the_old_one(slack: SlackServer, person: Browser) -> None:
    await person.install(slack.workspace)
    await only_reply(slack, await slack.mention("meta"))
    slack.tokens.end_all(slack.workspace)
    await person.install(slack.workspace)
    await only_reply(slack, await slack.mention("meta"))


@pytest.mark.parametrize("state", ["", "guessed", "another browser", "used", "old", "of another key"])
async def test_a_state_that_is_not_this_browsers_and_fresh_installs_nothing(
    slack: SlackServer, person: Browser, records: Records, state: str
) -> None:
    given = (await person.open_install_page())["state"]
    match state:
        case "another browser":
            person.cookie = ""
        case "used":
            await person.come_back(state=given, code=slack.tokens.code(slack.add_workspace("first")))
        case "old":
            person.cookie = given = Fernet(KEY).encrypt_at_time(b"word", 1_000).decode()
        case "of another key":
            person.cookie = given = Fernet(Fernet.generate_key()).encrypt(b"word").decode()
        case _:
            person.cookie = given = state
    page = await person.come_back(state=given, code=slack.tokens.code(slack.workspace))
    assert page.status in {400, 401}
    assert kept(records, slack.workspace) is None


async def test_a_person_who_says_no_installs_nothing(slack: SlackServer, person: Browser, records: Records) -> None:
    state = (await person.open_install_page())["state"]
    page = await person.come_back(state=state, error="access_denied")
    assert "access_denied" in page.text
    assert kept(records, slack.workspace) is None


async def test_a_code_that_slack_does_not_know_installs_nothing(person: Browser) -> None:
    state = (await person.open_install_page())["state"]
    assert (await person.come_back(state=state, code="guessed")).status == 401


async def test_a_slack_that_is_away_is_told_to_the_person(slack: SlackServer, person: Browser) -> None:
    slack.faults.cut("oauth.v2.access", times=1 + Patience().tries)
    page = await person.install(slack.workspace)
    assert (page.status, page.text) == (502, "Slack cannot be reached just now; please try again later.")


async def test_what_is_kept_shows_no_token(slack: SlackServer, shipped: Line, tmp_path: Path) -> None:
    with SqlRecords(f"sqlite:///{tmp_path / 'base.db'}") as records:
        async with serving(slack, shipped, records) as person:
            await person.install(slack.workspace)
            await only_reply(slack, await slack.mention("meta"))
        [token] = {call.token for call in slack.calls if call.method == "chat.postMessage"}
    with closing(sqlite3.connect(tmp_path / "base.records.db")) as connection:
        [row] = connection.execute("SELECT * FROM installation")
        everything = "\n".join(connection.iterdump())
    assert row[0] == f"slack:{slack.workspace.id}"
    assert token is not None
    assert token not in everything
    assert slack.workspace.alice.id not in row[2]


async def test_another_key_is_told_in_the_log_and_to_who_asks(
    slack: SlackServer, shipped: Line, records: Records, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(slack, shipped, records) as person:
        await person.install(slack.workspace)
    async with serving(slack, shipped, records, key=Fernet.generate_key().decode()) as person:
        reply = await only_reply(slack, await slack.slash("/capex", "meta"))
        assert "its installation cannot be read; add it again" in reply.text
        assert "CAPEX_SECRET_KEY is not the key that it was sealed with" in caplog.text
        await person.install(slack.workspace)
        assert GUIDANCE in (await only_reply(slack, await slack.mention("meta"))).text


@pytest.mark.parametrize(("key", "told"), [("", "is not set"), ("password", "is not 32 bytes in URL-safe base64")])
async def test_without_a_key_it_does_not_start(slack: SlackServer, shipped: Line, key: str, told: str) -> None:
    with pytest.raises(Fault, match=rf"^CAPEX_SECRET_KEY {told}"):
        await replica(slack, shipped, settings={**slack.installs_environment, "CAPEX_SECRET_KEY": key}).start()
    assert slack.calls == []


async def test_what_is_set_and_not_used_is_said(
    slack: SlackServer, shipped: Line, records: Records, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with serving(slack, shipped, records, SLACK_BOT_TOKEN=slack.bot_token):
        pass
    assert [record.getMessage() for record in caplog.records if "connected by" in record.getMessage()] == [
        "Slack is connected by signed HTTP, for every workspace that installs the app; not used: SLACK_BOT_TOKEN"
    ]


class Away(MemoryRecords):
    """Records that cannot be used for installations when `away`."""

    away = False

    def install(self, workspace: Team, sealed: str, at: datetime) -> None:
        self._need()
        super().install(workspace, sealed, at)

    def installation(self, workspace: Team) -> str | None:
        self._need()
        return super().installation(workspace)

    def forget_workspace(self, workspace: Team, until: datetime) -> bool:
        self._need()
        return super().forget_workspace(workspace, until)

    def _need(self) -> None:
        if self.away:
            raise Fault("the records are away")


@pytest.fixture
def away() -> Away:
    return Away()


async def test_an_installation_that_cannot_be_kept_is_told_to_the_person(
    slack: SlackServer, shipped: Line, away: Away, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(slack, shipped, away) as person:
        away.away = True
        page = await person.install(slack.workspace)
    assert page.status == 500
    assert "the records are away" not in page.text
    assert [vars(record)["reason"] for record in caplog.records if "reason" in vars(record)] == ["the records are away"]


async def test_while_installations_cannot_be_looked_up_slack_is_asked_to_tell_events_again(
    slack: SlackServer, shipped: Line, away: Away
) -> None:
    async with serving(slack, shipped, away) as person:
        await person.install(slack.workspace)
        away.away = True
        asked = await slack.mention("meta")
        assert (await slack.acknowledged(asked)).status == 503
        assert (await only_reply(slack, await slack.slash("/capex", "meta"))).text.startswith("Sorry, ")
        away.away = False
        await slack.redeliver(asked)
        assert GUIDANCE in (await only_reply(slack, asked)).text


async def test_an_app_that_was_removed_is_forgotten(slack: SlackServer, person: Browser, records: Records) -> None:
    other = slack.add_workspace("other")
    await person.install(slack.workspace)
    await person.install(other)
    await only_reply(slack, await slack.mention("meta"))
    await slack.acknowledged(await slack.uninstall())
    assert kept(records, slack.workspace) is None
    assert kept(records, other) is not None
    late = await slack.slash("/capex", "meta")
    assert (await only_reply(slack, late)).text.startswith("Capex is not installed in this workspace")
    await only_reply(slack, await slack.mention("meta", workspace=other))


@pytest.mark.parametrize(("whose", "is_kept"), [("bot", False), ("oauth", True)])
async def test_a_revoked_token_is_forgotten_if_it_is_the_bots(
    slack: SlackServer, person: Browser, records: Records, whose: str, *, is_kept: bool
) -> None:
    await person.install(slack.workspace)
    tokens = {"oauth": [], "bot": [], whose: [slack.workspace.bot_user.id]}
    told = await slack.event({"type": "tokens_revoked", "tokens": tokens, "event_ts": "1.0"})
    await slack.acknowledged(told)
    assert (kept(records, slack.workspace) is not None) == is_kept


async def test_a_removal_that_is_told_late_takes_nothing_of_a_new_installation(
    slack: SlackServer, person: Browser, records: Records
) -> None:
    await person.install(slack.workspace)
    removed = await slack.uninstall()
    await slack.acknowledged(removed)
    await person.install(slack.workspace)
    again = datetime.now(UTC) + timedelta(seconds=2)
    records.install(Team(platform="slack", id=slack.workspace.id), str(kept(records, slack.workspace)), again)
    await slack.redeliver(removed)
    await slack.acknowledged(removed, 2)
    await only_reply(slack, await slack.mention("meta"))


async def test_a_removal_that_cannot_be_recorded_is_to_be_told_again(
    slack: SlackServer, shipped: Line, away: Away
) -> None:
    async with serving(slack, shipped, away) as person:
        await person.install(slack.workspace)
        away.away = True
        removed = await slack.event({"type": "app_uninstalled", "event_ts": "1.0"})
        assert (await slack.acknowledged(removed)).status == 503
        away.away = False
        await slack.redeliver(removed)
        assert (await slack.acknowledged(removed, 2)).status == 200
        assert kept(away, slack.workspace) is None
