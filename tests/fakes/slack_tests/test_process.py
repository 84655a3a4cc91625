"""A bot in a process of its own talks to the fake in the test's loop."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio

BOT = Path(__file__).with_name("standalone.py")
START = 30.0


async def test_a_process_is_served(slack: SlackServer) -> None:
    environment = {"PATH": os.environ["PATH"], **slack.environment}
    process = await asyncio.create_subprocess_exec(
        sys.executable, BOT, env=environment, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await slack.connected(within=START)
        reply = await slack.reply(await slack.slash("/capex", "meta"))
        assert (reply.text, slack.violations) == ("process: meta", [])
    finally:
        process.terminate()
        await process.wait()
