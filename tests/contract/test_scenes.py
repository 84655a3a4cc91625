"""The table itself: a scene that is no longer what its name says would let every platform pass."""

import pytest

from tests.contract.bases import DAY, House
from tests.contract.scenes import DOORS, SCENES, Scene

LINES_OWN = [scene for scene in SCENES if scene.base not in {"defect", "unreachable", "lost"}]


def named_by_itself(scene: Scene) -> str:
    return scene.name


@pytest.mark.parametrize("scene", LINES_OWN, ids=named_by_itself)
def test_a_scene_is_what_its_name_says(house: House, scene: Scene) -> None:
    with house.open(scene.base):
        reply = house.ask(scene.text, DAY).reply
    notes = {note.kind for line in reply.lines for note in line.notes}
    assert reply.outcome == scene.is_a
    assert scene.has <= notes


def test_a_follow_up_alone_asks_something_else(house: House) -> None:
    last = house.ask("meta capex 2024", DAY).question
    assert house.ask("and microsoft?", DAY, last=last).reply != house.ask("and microsoft?", DAY).reply


def test_every_scene_is_played_somewhere_and_no_two_share_a_name() -> None:
    assert all(scene.doors for scene in SCENES)
    assert len({scene.name for scene in SCENES}) == len(SCENES)


def test_a_scene_is_left_out_at_doors_that_exist() -> None:
    assert {door for scene in SCENES for door in scene.not_at} <= set(DOORS)
