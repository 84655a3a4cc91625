"""What has no answer is recorded at every door, once, and without anything that leads to who asked."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.gap import AskedGap
from bot.records import Records, SqlRecords
from tests.contract.scenes import DOORS, named
from tests.contract.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHATS = [door for door in DOORS if door != "terminal"]
HASHED = re.compile("gap:[0-9a-f]{64}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("records")


@pytest.fixture(scope="module")
def records(folder: Path) -> Iterator[Records]:
    with SqlRecords(f"sqlite:///{folder / 'base.db'}") as records:
        yield records


async def gaps(stage: Stage, records: Records) -> list[AskedGap]:
    """All gaps of what was said up to now."""
    await stage.recorded()
    return sorted(records.gaps(datetime.now(UTC)), key=lambda asked: asked.gap.folded)


@pytest.mark.parametrize("door", DOORS)
async def test_a_question_without_an_answer_is_one_gap(stage: Stage, records: Records, door: str) -> None:
    before = await gaps(stage, records)
    await stage.say(door, ("shipped", f"wombat capex at {door}"))
    [new] = [asked for asked in await gaps(stage, records) if asked not in before]
    assert (new.gap.text, new.gap.reason, new.gap.metrics) == (f"wombat capex at {door}", "unknown_name", ("capex",))
    assert new.count == 1


@pytest.mark.parametrize("name", ["answer", "ambiguous", "greeting", "long-question", "unreachable"])
@pytest.mark.parametrize("door", DOORS)
async def test_what_is_found_asked_back_or_not_read_is_none(
    stage: Stage, records: Records, door: str, name: str
) -> None:
    before = await gaps(stage, records)
    await stage.say(door, (named(name).base, named(name).text))
    assert await gaps(stage, records) == before


@pytest.mark.parametrize("door", CHATS)
async def test_a_delivery_that_comes_twice_counts_once(stage: Stage, records: Records, door: str) -> None:
    scene = replace(named("redelivery"), name="gap told twice", text=f"quokka capex at {door}")
    await stage.play(door, scene)
    assert [asked.count for asked in await gaps(stage, records) if asked.gap.text == scene.text] == [1]


@pytest.mark.parametrize("door", CHATS)
async def test_nothing_in_a_gap_leads_to_who_asked(stage: Stage, records: Records, folder: Path, door: str) -> None:
    visit = stage.enter(door)
    await visit.say(f"<@{visit.person}> and <@!{visit.person}> or {visit.person}: numbat capex at {door}?")
    assert [asked for asked in await gaps(stage, records) if f"numbat capex at {door}" in asked.gap.text]
    with closing(sqlite3.connect(folder / "base.records.db")) as connection:
        stored = [str(value) for row in connection.execute("SELECT * FROM gap") for value in row]
        keys = [key for (key,) in connection.execute("SELECT delivery FROM seen WHERE delivery LIKE 'gap:%'")]
    assert stored
    assert [value for value in stored if visit.person in value] == []
    assert keys
    assert [key for key in keys if not HASHED.fullmatch(key)] == []
