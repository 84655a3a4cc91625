"""Manners: one reply to whoever asks, none to anybody else, each within the platform's rules."""

import pytest

from tests.contract.cases import cases, no_apology_in_the_terminal
from tests.contract.scenes import Scene, performances
from tests.contract.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")


@cases(performances(answered=True), no_apology_in_the_terminal)
async def test_there_is_one_reply(stage: Stage, door: str, scene: Scene) -> None:
    assert len((await stage.play(door, scene)).replies) == 1


@cases(performances(answered=False))
async def test_there_is_no_reply(stage: Stage, door: str, scene: Scene) -> None:
    assert (await stage.play(door, scene)).replies == []


@cases([one for one in performances() if one[0] != "terminal"])
async def test_no_rule_of_the_platform_is_broken(stage: Stage, door: str, scene: Scene) -> None:
    assert (await stage.play(door, scene)).breaches == []


@cases(performances(answered=True), no_apology_in_the_terminal)
async def test_nothing_in_a_reply_is_alive(stage: Stage, door: str, scene: Scene) -> None:
    assert (await stage.play(door, scene)).reply.alive == ()
