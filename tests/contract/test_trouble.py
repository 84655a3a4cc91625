"""Trouble: a base that fails costs one answer, and the sentence that says so gives nothing away."""

import re
from pathlib import Path

import pytest

from tests.adapters.test_bases import state
from tests.contract.bases import AWAY
from tests.contract.cases import cases
from tests.contract.scenes import DOORS, Base, Scene, named, performances
from tests.contract.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

APOLOGIES = [(door, scene) for door, scene in performances() if scene.name in {"defect", "unreachable", "lost"}]
CHATS = [door for door in DOORS if door != "terminal"]
BASES: tuple[Base, ...] = ("defect", "unreachable")
RETURNING = [*((door, base) for door in CHATS for base in BASES), ("terminal", "unreachable")]
"""Where a conversation goes on after trouble: a defect ends the program on a terminal."""

MACHINERY = re.compile(r"Traceback|Error|Exception|Fault|File \"|\.py\b|\.db\b|(?:^|\s)/\w+/|0x[0-9a-f]+", re.MULTILINE)
SORRY = re.compile(r"\bsorry\b|\bEntschuldigung\b", re.IGNORECASE)


@cases(APOLOGIES)
async def test_an_apology_shows_nothing_of_the_machinery(stage: Stage, door: str, scene: Scene) -> None:
    assert MACHINERY.findall((await stage.play(door, scene)).reply.text) == []


@cases([one for one in APOLOGIES if one[1].name == "defect"])
async def test_what_is_unexpected_is_apologised_for(stage: Stage, door: str, scene: Scene) -> None:
    assert SORRY.search((await stage.play(door, scene)).reply.text)


@cases([one for one in APOLOGIES if one[1].name != "defect" and one[0] != "terminal"])
async def test_a_channel_is_told_that_the_base_failed_and_not_why(stage: Stage, door: str, scene: Scene) -> None:
    text = (await stage.play(door, scene)).reply.text
    assert "The knowledge base cannot be used just now; please ask again later." in text
    assert AWAY not in text


async def test_the_owner_of_the_base_is_told_why_it_failed(stage: Stage) -> None:
    assert AWAY in (await stage.play("terminal", named("unreachable"))).reply.text


@pytest.mark.parametrize(("door", "base"), RETURNING)
async def test_a_base_that_comes_back_answers_again(stage: Stage, door: str, base: Base) -> None:
    [reply] = await stage.say(door, (base, "meta capex"), ("shipped", "OpenAI loss 2026"))
    assert "US$11 bn" in reply.text


@pytest.mark.parametrize(("door", "base"), RETURNING)
async def test_an_apology_speaks_the_language_of_its_question(stage: Stage, door: str, base: Base) -> None:
    [reply] = await stage.say(door, (base, "Wie hoch sind die Investitionsausgaben von Meta?"))
    assert "Entschuldigung" in reply.text


@pytest.mark.parametrize("door", DOORS)
async def test_a_base_for_reading_only_is_left_as_it_was(stage: Stage, door: str, closed_folder: Path) -> None:
    before = state(closed_folder)
    [reply] = await stage.say(door, ("read-only", "OpenAI loss 2026"))
    assert "US$11 bn" in reply.text
    assert state(closed_folder) == before
