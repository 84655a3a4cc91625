"""`capex serve` as it is run, on the bases that a team may have beside a file of its own: both platforms answer."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from datetime import date
from pathlib import Path

import pytest

from bot.brief import brief
from bot.line import Line
from tests.adapters.forks import Forks
from tests.adapters.program import Program
from tests.adapters.serving.process import STARTING, ended, environment, started
from tests.adapters.test_bases import state
from tests.contract.discord_doors import DiscordDoor
from tests.contract.door import Door
from tests.contract.due import lost as missing
from tests.contract.slack_doors import SlackDoor
from tests.fakes.discord import DiscordServer
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio


@asynccontextmanager
async def served(forks: Forks, folder: Path, settings: Mapping[str, str]) -> AsyncIterator[tuple[Door, Door]]:
    """The slash commands of both platforms, answered by a process; at the end it ends in order."""
    async with SlackServer() as slack, DiscordServer() as discord:
        process = await started(forks, folder, {**slack.environment, **discord.environment, **settings})
        try:
            await slack.connected(within=STARTING)
            await discord.synced(deadline=STARTING)
            await discord.connected(deadline=STARTING)
            await SlackDoor(slack, "mention", STARTING).enter().say("hi")  # a start is slower than a command may be
            yield SlackDoor(slack, "slash", STARTING), DiscordDoor(discord, "slash", STARTING)
        finally:
            await ended(process)


async def lost(doors: tuple[Door, Door], shipped: Line) -> list[str]:
    """What `/capex meta` lacks at either door, beside the rules that its answer breaks."""
    due = brief(shipped.ask("meta", date.today()).reply)  # noqa: DTZ011 - the day of the process
    found: list[str] = []
    for door in doors:
        [shown] = await door.enter().say("meta")
        found += [*missing(due, shown), *door.breaches()]
    return found


async def test_a_base_on_postgresql_answers_on_both_platforms(
    forking: Forks, schema: str, shipped: Line, tmp_path: Path
) -> None:
    async with served(forking, tmp_path, {"CAPEX_DATABASE_URL": schema}) as doors:
        assert await lost(doors, shipped) == []


async def test_a_base_that_fails_from_the_start_is_served_with_apologies(
    forking: Forks, closed_folder: Path, tmp_path: Path
) -> None:
    spoilt = Path(shutil.copy(closed_folder / "base.db", tmp_path / "spoilt.db"))
    with closing(sqlite3.connect(spoilt)) as connection:
        connection.execute("UPDATE word SET document = 'no JSON'")
        connection.commit()
    async with served(forking, tmp_path, {"CAPEX_DATABASE_URL": f"sqlite:///{spoilt}"}) as doors:
        for door in doors:
            [shown] = await door.enter().say("meta")
            assert "The knowledge base cannot be used just now" in shown.text


async def test_a_base_for_reading_only_answers_on_both_platforms_and_stays_as_it_was(
    forking: Forks, closed_folder: Path, shipped: Line, tmp_path: Path
) -> None:
    before = state(closed_folder)
    url = f"sqlite:///file:{closed_folder / 'base.db'}?mode=ro&uri=true"
    async with served(forking, tmp_path, {"CAPEX_DATABASE_URL": url}) as doors:
        assert await lost(doors, shipped) == []
    assert state(closed_folder) == before


async def test_what_both_platforms_did_not_find_is_listed(forking: Forks, prepared: Path) -> None:
    async with served(forking, prepared, {}) as doors:
        for door in doors:
            await door.enter().say("wombat capex")
    listed = Program(environment(prepared, {})).run("gaps", "--json").objects
    assert [(one["text"], one["count"]) for one in listed] == [("wombat capex", 2)]
