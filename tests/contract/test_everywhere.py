"""What holds at every door: the same facts, in one reply to who asks and none to others, with nothing in it alive.

What is due is the line's own answer to the question; what is seen is read back out of what each platform got.
"""

import pytest

from tests.contract.cases import cases
from tests.contract.due import (
    lost,
)
from tests.contract.promises import PROMISES, Seen
from tests.contract.scenes import DOORS, SCENES, Scene, named, performances
from tests.contract.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANSWERS = list(performances(answers=True))
FITTING_SCENES = [scene for scene in SCENES if scene.answers and scene.answered and not scene.shortened]


@cases(performances(answered=True))
async def test_there_is_one_reply_and_nothing_in_it_is_alive(stage: Stage, door: str, scene: Scene) -> None:
    played = await stage.play(door, scene)
    assert len(played.replies) == 1
    assert played.reply.alive == ()


@cases(performances(answered=False))
async def test_there_is_no_reply(stage: Stage, door: str, scene: Scene) -> None:
    assert (await stage.play(door, scene)).replies == []


@cases([one for one in performances() if one[0] != "terminal"])
async def test_no_rule_of_the_platform_is_broken(stage: Stage, door: str, scene: Scene) -> None:
    assert (await stage.play(door, scene)).breaches == []


@cases(ANSWERS)
async def test_every_answer_keeps_every_promise(stage: Stage, door: str, scene: Scene) -> None:
    seen = Seen(door, scene, stage.due(scene), stage.whole(scene), (await stage.play(door, scene)).reply)
    broken = {promise.__name__: list(promise(seen)) for promise in PROMISES}
    assert {name: found for name, found in broken.items() if found} == {}


@cases([(door, scene) for door, scene in ANSWERS if scene.is_a == "ambiguous" or scene.name == "not-found"])
async def test_a_choice_that_is_taken_is_answered_as_if_it_was_asked(stage: Stage, door: str, scene: Scene) -> None:
    choice, [shown] = await stage.take(door, scene)
    due = stage.due(scene, choice)
    assert due.outcome == "found"
    assert lost(due, shown) == []


@pytest.mark.parametrize("door", DOORS)
async def test_a_german_question_has_a_german_answer(stage: Stage, door: str) -> None:
    text = (await stage.play(door, named("german"))).reply.text
    assert "Mrd. US-Dollar" in text
    assert "Die neueste Quelle ist 27 Monate alt." in text


@pytest.mark.parametrize("scene", FITTING_SCENES, ids=lambda scene: scene.name)
async def test_all_doors_show_the_same_articles(stage: Stage, scene: Scene) -> None:
    seen = {door: (await stage.play(door, scene)).reply.sources for door in scene.doors}
    assert list(seen.values()) == [seen[scene.doors[0]]] * len(scene.doors)
