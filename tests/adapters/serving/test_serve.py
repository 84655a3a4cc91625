"""The program as it is run: platforms by their tokens, an answer on each, and an orderly end."""

import asyncio
import contextlib
import json
import socket
import subprocess
from pathlib import Path

import aiohttp
import pytest
from cryptography.fernet import Fernet

from adapters.slack_app.http_server import EVENTS, HEALTH
from tests.adapters.forks import Forks
from tests.adapters.program import CAPEX
from tests.adapters.serving.process import STARTING, ended, environment, started, started_anew
from tests.adapters.slack_app.browsing import Browser
from tests.fakes.discord import DiscordServer
from tests.fakes.discord.world import MEMBER
from tests.fakes.slack import SlackServer


@pytest.mark.asyncio
async def test_both_platforms_answer_from_one_process_and_it_ends_in_order(tmp_path: Path) -> None:
    async with SlackServer() as slack, DiscordServer() as discord:
        process = await started_anew(tmp_path, {**slack.environment, **discord.environment})
        try:
            await slack.connected(within=STARTING)
            await discord.synced(1, deadline=STARTING)
            await discord.connected(deadline=STARTING)
            on_slack = await slack.mention("meta capex", user=slack.workspace.alice, channel=slack.workspace.general)
            posted = await slack.reply(on_slack, within=STARTING)
            on_discord = await discord.slash("capex", question="meta capex")
            answered = await discord.reply(on_discord, deadline=STARTING)
        finally:
            logged = await ended(process)
        assert "US$35–40 bn" in posted.text
        assert "US$35–40 bn" in answered.text
        assert slack.violations == []
        assert discord.violations == []
    told = [line["message"] for line in logged]
    assert told.index("ready to answer") < told.index("started")
    ready = logged[told.index("ready to answer")]
    assert min(ready["subjects"], ready["metrics"], ready["statements"]) > 0
    said = json.dumps(logged)
    assert "meta capex" not in said
    assert slack.bot_token not in said
    assert discord.token not in said
    assert logged[-1]["message"] == "stopped"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


async def listening(port: int) -> None:
    """Wait until a process answers a balancer at this port."""
    async with asyncio.timeout(STARTING), aiohttp.ClientSession() as session:
        while True:
            with contextlib.suppress(aiohttp.ClientConnectionError):
                async with session.get(f"http://127.0.0.1:{port}{HEALTH}") as health:
                    assert health.status == 200
                    return
            await asyncio.sleep(0.05)


@pytest.mark.asyncio
async def test_two_processes_over_http_answer_once_and_know_the_same_installations(
    forking: Forks, tmp_path: Path, schema: str
) -> None:
    key = Fernet.generate_key().decode()
    ports = [free_port(), free_port()]
    async with SlackServer() as slack:
        shared = {**slack.installs_environment, "CAPEX_SECRET_KEY": key, "CAPEX_DATABASE_URL": schema}
        processes = [await started(forking, tmp_path, {**shared, "CAPEX_HTTP_PORT": str(port)}) for port in ports]
        try:
            for port in ports:
                await listening(port)
            person = Browser(slack, f"http://127.0.0.1:{ports[0]}")
            assert (await person.install(slack.workspace)).status == 200
            slack.use_http(f"http://127.0.0.1:{ports[1]}{EVENTS}")
            asked = await slack.mention("meta capex")
            assert "US$35–40 bn" in (await slack.reply(asked, within=STARTING)).text
            slack.use_http(f"http://127.0.0.1:{ports[0]}{EVENTS}")
            await slack.redeliver(asked)
            await slack.acknowledged(asked, 2, STARTING)
            last = await slack.slash("/capex", "meta capex")
            await slack.reply(last, STARTING)
            assert len(slack.replies_to(asked)) == 1
        finally:
            logged = [line for process in processes for line in await ended(process)]
        assert slack.violations == []
        tokens = {call.token for call in slack.calls if call.method == "chat.postMessage"}
    said = json.dumps(logged)
    assert [secret for secret in (key, slack.client_secret, slack.signing_secret, *tokens) if str(secret) in said] == []


def test_a_port_that_is_none_is_told_in_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(CAPEX), "serve"],
        env=environment(tmp_path, {"CAPEX_HTTP_PORT": "http"}),
        capture_output=True,
        text=True,
        timeout=STARTING,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "capex: CAPEX_HTTP_PORT must be the number of a port, from 0 to 65535\n"


def test_without_any_token_it_says_what_to_set(prepared: Path) -> None:
    done = subprocess.run(
        [str(CAPEX), "serve"],
        env=environment(prepared, {}),
        capture_output=True,
        text=True,
        timeout=STARTING,
        check=False,
    )
    assert done.returncode == 1
    told = done.stderr.splitlines()[-1]
    assert told.startswith("capex: ")
    assert "SLACK_BOT_TOKEN" in told
    assert "DISCORD_TOKEN" in told
    assert "Traceback" not in done.stderr


@pytest.mark.asyncio
async def test_a_curator_of_the_setting_is_served_and_hears_what_became_of_an_address(
    forking: Forks, prepared: Path
) -> None:
    async with SlackServer() as slack:
        alice = slack.workspace.alice
        named = {"CAPEX_CURATORS": f"slack:{slack.workspace.id}:{alice.id}"}
        process = await started(forking, prepared, {**slack.environment, **named})
        try:
            await slack.connected(within=STARTING)
            added = await slack.reply(await slack.slash("/capex", "add http://127.0.0.1:1/"), within=STARTING)
            assert "It is being fetched" in added.text
            await slack.called("chat.postMessage", within=STARTING)
            told = [one.text for one in slack.messages if "could not be read" in one.text]
        finally:
            logged = await ended(process)
        assert len(told) == 1
        assert slack.violations == []
    assert "127.0.0.1" not in json.dumps(logged)


@pytest.mark.asyncio
@pytest.mark.parametrize("both", [False, True], ids=["one server", "a workspace besides"])
async def test_an_administrator_names_curators_where_nothing_else_is_served(
    forking: Forks, prepared: Path, *, both: bool
) -> None:
    async with SlackServer() as slack, DiscordServer() as discord:
        administrator = discord.add_user("Ada", permissions=MEMBER | 1 << 3)
        process = await started(forking, prepared, {**(slack.environment if both else {}), **discord.environment})
        try:
            await discord.synced(1, deadline=STARTING)
            await discord.connected(deadline=STARTING)
            asked = await discord.slash("capexbot curators", user=administrator)
            answer = await discord.reply(asked, deadline=STARTING)
        finally:
            await ended(process)
        assert discord.violations == []
    assert ("Only administrators" in answer.text) == both
    assert ("curate:en" in str(answer.components)) != both
