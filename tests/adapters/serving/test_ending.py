"""How the program ends: in order with all that is under way, or with a sentence where nothing is left to serve."""

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.forks import Forks
from tests.adapters.serving.process import ENDING, STARTING, Process, ended, started
from tests.fakes.discord import DiscordServer
from tests.fakes.slack import Delivery, SlackServer, User

pytestmark = pytest.mark.asyncio


@asynccontextmanager
async def serving(forks: Forks, slack: SlackServer, folder: Path, **more: str) -> AsyncIterator[Process]:
    """`capex serve` in this Slack, killed at the end if it still runs."""
    process = await started(forks, folder, {**slack.environment, **more})
    try:
        await slack.connected(within=STARTING)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def told(process: Process) -> tuple[int | None, list[dict[str, Any]], list[str]]:
    """How it ended by itself: exit code, log, and what it said besides."""
    _, written = await asyncio.wait_for(process.communicate(), ENDING)
    lines = written.decode().splitlines()
    log = [json.loads(line) for line in lines if line.startswith("{")]
    return process.returncode, log, [line for line in lines if not line.startswith("{")]


async def asked_by_many(slack: SlackServer, count: int) -> list[Delivery]:
    """Questions of as many people in one channel, each acknowledged."""
    asked = [await slack.mention("meta", user=slack.workspace.add_user(f"p{number}")) for number in range(count)]
    for one in asked:
        await slack.acknowledged(one, within=STARTING)
    return asked


@pytest.mark.parametrize("channels", [1, 20])
async def test_twenty_answers_that_are_under_way_are_all_sent_and_none_twice(
    forking: Forks, prepared: Path, channels: int
) -> None:
    async with SlackServer() as slack, serving(forking, slack, prepared) as process:
        held = slack.faults.hold("chat.postMessage")
        places = [slack.workspace.add_channel(f"c{number}") for number in range(channels)]
        asked = [
            await slack.mention("meta", user=slack.workspace.add_user(f"p{number}"), channel=places[number % channels])
            for number in range(20)
        ]
        for one in asked:
            await slack.acknowledged(one, within=STARTING)
        process.send_signal(signal.SIGTERM)
        await slack.quiet()
        assert slack.messages == []
        held.release()
        code, log, besides = await told(process)
    assert (code, besides) == (0, [])
    assert [len(slack.replies_to(one)) for one in asked] == [1] * 20
    assert {entry.kind for entry in slack.messages} == {"post"}
    assert log[-1]["message"] == "stopped"
    assert slack.violations == []


async def test_a_second_request_to_end_changes_nothing(forking: Forks, prepared: Path) -> None:
    async with SlackServer() as slack, serving(forking, slack, prepared) as process:
        held = slack.faults.hold("chat.postMessage")
        [asked] = await asked_by_many(slack, 1)
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGINT)
        await slack.quiet()
        held.release()
        code, _, _ = await told(process)
    assert (code, len(slack.replies_to(asked))) == (0, 1)


@pytest.mark.parametrize("code", ["token_revoked", "account_inactive", "invalid_auth"])
async def test_the_program_ends_with_a_sentence_where_its_only_workspace_ends_access(
    forking: Forks, prepared: Path, code: str
) -> None:
    async with SlackServer() as slack, serving(forking, slack, prepared) as process:
        slack.faults.refuse("chat.postMessage", code, times=9)
        await asked_by_many(slack, 1)
        exit_code, log, besides = await told(process)
    sentence = f"Slack has ended the bot's access ({code}): install the app again and set its new tokens"
    assert (exit_code, besides) == (1, [f"capex: {sentence}"])
    assert [one["message"] for one in log].count(sentence) == 1
    assert log[-1]["message"] == "stopped"


async def test_another_platform_is_served_on(forking: Forks, prepared: Path) -> None:
    async with (
        SlackServer() as slack,
        DiscordServer() as discord,
        serving(forking, slack, prepared, **discord.environment) as process,
    ):
        await discord.synced(deadline=STARTING)
        await discord.connected(deadline=STARTING)
        slack.tokens.end(slack.bot_token)
        await asked_by_many(slack, 1)
        await slack.called("chat.postMessage", within=STARTING)
        reply = await discord.reply(await discord.slash("capex", question="meta"), deadline=STARTING)
        log = await ended(process)
    assert "US$35–40 bn" in reply.text
    assert len([one for one in log if "ended the bot's access" in one["message"]]) == 1


async def test_two_processes_on_one_base_answer_a_message_once(forking: Forks, tmp_path: Path, schema: str) -> None:
    shared: Mapping[str, str] = {"CAPEX_DATABASE_URL": schema}
    async with (
        SlackServer() as slack,
        serving(forking, slack, tmp_path, **shared) as one,
        serving(forking, slack, tmp_path, **shared) as other,
    ):
        await slack.connected(2, within=STARTING)
        asked: list[Delivery] = []
        for number in range(5):
            asked += await told_thrice(slack, slack.workspace.add_user(f"p{number}"))
        for delivery in asked:
            await slack.acknowledged(delivery, 3, within=STARTING)
            await slack.reply(delivery, within=STARTING)
        await slack.quiet(1.0)
        taken = {attempt.via for delivery in asked for attempt in delivery.attempts}
        logs = [await ended(process) for process in (one, other)]
    assert [len(slack.replies_to(delivery)) for delivery in asked] == [1] * len(asked)
    assert len(taken) == 2  # each process was told of some
    assert [line for log in logs for line in log if line["level"] in {"warning", "error"}] == []


async def told_thrice(slack: SlackServer, person: User) -> list[Delivery]:
    """A mention and a direct message told thrice at once, and a command told again after its answer.

    Slack itself tells a command once; whoever listened may tell it again.
    """
    command = await slack.slash("/capex", "meta", user=person)
    await slack.acknowledged(command, within=STARTING)
    said = [await slack.mention("meta", user=person), await slack.direct_message("meta", user=person), command]
    for delivery in said:
        await slack.redeliver(delivery)
        await slack.redeliver(delivery)
    return said
