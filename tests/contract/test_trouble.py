"""Trouble: a base that fails costs one answer, and the sentence that says so gives nothing away."""

import re
from pathlib import Path

import pytest

from tests.adapters.test_bases import state
from tests.contract.bases import AWAY
from tests.contract.cases import cases, no_apology_in_the_terminal
from tests.contract.scenes import DOORS, Base, Scene, named, performances
from tests.contract.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

APOLOGIES = [(door, scene) for door, scene in performances() if scene.name in {"defect", "unreachable", "lost"}]
CHATS = [door for door in DOORS if door != "terminal"]  # a fault ends the terminal's conversation
MACHINERY = re.compile(r"Traceback|Error|Exception|Fault|File \"|\.py\b|\.db\b|(?:^|\s)/\w+/|0x[0-9a-f]+", re.MULTILINE)
SORRY = re.compile(r"\bsorry\b|\bEntschuldigung\b", re.IGNORECASE)


def gives_away(door: str, scene: Scene) -> str | None:
    if scene.name == "lost":
        return "the sentence of a base in a file names the file to everybody in the channel"
    return no_apology_in_the_terminal(door, scene)


@cases(APOLOGIES, gives_away)
async def test_an_apology_shows_nothing_of_the_machinery(stage: Stage, door: str, scene: Scene) -> None:
    assert MACHINERY.findall((await stage.play(door, scene)).reply.text) == []


@cases([one for one in APOLOGIES if one[1].name == "defect"], no_apology_in_the_terminal)
async def test_what_is_unexpected_is_apologised_for(stage: Stage, door: str, scene: Scene) -> None:
    assert SORRY.search((await stage.play(door, scene)).reply.text)


@pytest.mark.parametrize("door", DOORS)
async def test_a_fault_of_the_base_is_told_in_its_sentence(stage: Stage, door: str) -> None:
    assert AWAY in (await stage.play(door, named("unreachable"))).reply.text


@pytest.mark.parametrize("base", ["defect", "unreachable"])
@pytest.mark.parametrize("door", CHATS)
async def test_a_base_that_comes_back_answers_again(stage: Stage, door: str, base: Base) -> None:
    [reply] = await stage.say(door, (base, "meta capex"), ("shipped", "OpenAI loss 2026"))
    assert "US$11 bn" in reply.text


@pytest.mark.parametrize("base", ["defect", "unreachable"])
@pytest.mark.parametrize("door", CHATS)
async def test_an_apology_speaks_the_language_of_its_question(stage: Stage, door: str, base: Base) -> None:
    [reply] = await stage.say(door, (base, "Wie hoch sind die Investitionsausgaben von Meta?"))
    assert "Entschuldigung" in reply.text


@pytest.mark.parametrize("door", DOORS)
async def test_a_base_for_reading_only_is_left_as_it_was(stage: Stage, door: str, closed_folder: Path) -> None:
    before = state(closed_folder)
    [reply] = await stage.say(door, ("read-only", "OpenAI loss 2026"))
    assert "US$11 bn" in reply.text
    assert state(closed_folder) == before
