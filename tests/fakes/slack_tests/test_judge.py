"""The judge of blocks can be another: one that takes everything, for measuring."""

import pytest

from tests.fakes.slack import SlackServer, nothing_wrong
from tests.fakes.slack_tests.test_web_api import client, error_of

pytestmark = pytest.mark.asyncio

STRANGE = [{"type": "hologram"}]


async def test_the_true_judge_refuses_strange_blocks(slack: SlackServer) -> None:
    channel = slack.workspace.general.id
    assert await error_of(slack, "chat.postMessage", channel=channel, text="x", blocks=STRANGE) == "invalid_blocks"


async def test_the_judge_that_takes_everything_takes_them() -> None:
    async with SlackServer(judge=nothing_wrong) as server:
        posted = await client(server).chat_postMessage(channel=server.workspace.general.id, text="x", blocks=STRANGE)
        assert posted["ok"]
        assert not server.violations
