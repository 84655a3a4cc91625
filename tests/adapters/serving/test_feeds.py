"""Feeds inside the running program: polled beside the answering, from the public internet alone."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.articles.fetcher import Fetcher
from adapters.articles.networks import Networks
from adapters.polling import followed
from bot.records import SqlRecords
from tests.adapters.articles.hostile import ok, serving
from tests.adapters.forks import Forks
from tests.adapters.serving.process import STARTING, Process, ended, started
from tests.fakes.slack import SlackServer

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)
FEED = ok('<rss version="2.0"><channel><item><link>/a</link></item></channel></rss>', "text/xml")


async def logged(process: Process, message: str) -> dict[str, Any]:
    """The line of the log with this message, once it is there."""
    assert process.stderr
    async with asyncio.timeout(STARTING):
        async for line in process.stderr:
            told: dict[str, Any] = json.loads(line) if line.startswith(b"{") else {}
            if told.get("message") == message:
                return told
    raise AssertionError(message)


@pytest.mark.asyncio
async def test_a_followed_feed_is_polled_and_leads_into_no_private_network(
    forking: Forks, tmp_path: Path, url: str
) -> None:
    with serving({"/feed": FEED}) as server:
        with SqlRecords(url) as records:
            address = server.address("/feed")
            assert followed(address, "terminal:ann", Fetcher(Networks(["127.0.0.1/32"])), records.feeds, NOW)
        async with SlackServer() as slack:
            process = await started(forking, tmp_path, {**slack.environment, "CAPEX_DATABASE_URL": url})
            try:
                feed = await logged(process, "a feed could not be read")
                article = await logged(process, "an article of a feed was not taken in")
                answer = await slack.reply(await slack.mention("meta capex"), within=STARTING)
            finally:
                log = await ended(process)
    assert (
        feed["reason"]
        == article["reason"]
        == ("'127.0.0.1' is not on the public internet (127.0.0.1); nothing is fetched from there")
    )
    assert "US$35–40 bn" in answer.text
    assert server.paths == ["/robots.txt", "/feed"]
    assert log[-1]["message"] == "stopped"
    with SqlRecords(url) as records:
        [(now, counts)] = records.feeds.feeds()
    assert (now.failures, counts.waiting) == (1, 1)
