"""Processes that are killed at every step between claim and record leave every channel with its digest once.

A handful each run; `python -m tests.benchmarks.digest_kills` kills hundreds.
"""

import pytest

from tests.adapters.publishing.killing import Killing, Outcome, steps_of
from tests.adapters.publishing.worlds import World, discord_world, slack_world

pytestmark = pytest.mark.asyncio


def check(found: Outcome, kills: int, world: World) -> None:
    assert (found.kills, found.twice, found.lost, found.untold, found.wrong) == (kills, 0, 0, 0, [])
    assert found.once + sum(found.uncertain.values()) >= kills
    if world.can_tell:
        assert (found.once, found.uncertain) == (kills, {})


async def test_on_slack_one_process_after_the_other(sqlite_url: str) -> None:
    async with slack_world() as world:
        check(await Killing(sqlite_url, world, 1).run(steps_of(8, world)), 8, world)


async def test_on_discord_one_process_after_the_other(sqlite_url: str) -> None:
    async with discord_world() as world:
        check(await Killing(sqlite_url, world, 1).run(steps_of(7, world)), 7, world)


async def test_of_three_that_share_a_base(schema: str) -> None:
    async with slack_world() as world:
        check(
            await Killing(schema, world, 3).run(["claimed", "connecting", "received", "answered", "recorded"]), 5, world
        )
