"""Follows on Discord from the command to the alert: a channel is told when something new is known."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.line import Line
from bot.records import MemoryRecords
from bot.records.memory_digests import MemoryDigests
from bot.subscription import Follow
from knowledge.fault import Fault
from knowledge.store import Store
from tests.curated import approve_all, opened_copy
from tests.fakes.discord import DiscordServer

from .conftest import platform_for, running
from .ordering import Ordering, ordering

pytestmark = pytest.mark.asyncio
RESTED = timedelta(minutes=6)


class _Away(MemoryDigests):
    """Orders that cannot be read."""

    def follows(self, channel: str) -> tuple[Follow, ...]:
        raise Fault(f"nothing can be read of {channel}")


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Store:
    """A base with claims that wait for a curator."""
    return opened_copy(filled, tmp_path)


@pytest_asyncio.fixture
async def bot(server: DiscordServer, store: Store) -> AsyncIterator[Ordering]:
    with store:
        line = Line(store)
        line.warm()
        async with ordering(server, line) as found:
            yield found


async def test_what_is_followed_is_told_once_when_it_is_known(bot: Ordering, store: Store) -> None:
    [what] = [one for one in await bot.offered("follow", what="met") if one == "Meta"]
    reply, announced = await bot.command("follow", what=f"{what} capex")
    assert (reply.ephemeral, announced.ephemeral) == (True, False)
    assert announced.text == f"Follows: I tell news on these here: Meta · capital expenditure (<@{bot.manager.id}>)"
    assert bot.posts() == []
    approve_all(store, bot.now)
    await bot.passes(timedelta(seconds=2))
    await bot.passes(RESTED)
    [alert] = bot.posts()
    assert alert.text.startswith("### News on Meta · capital expenditure")
    assert "US$64–72 bn" in alert.text
    assert "Amazon" not in alert.text
    await bot.passes(RESTED)
    assert bot.posts() == [alert]


async def test_what_is_followed_is_offered_to_be_taken_back_and_nothing_else(bot: Ordering, store: Store) -> None:
    assert await bot.offered("unfollow", followed="") == []
    await bot.command("follow", what="meta, microsoft capex")
    await bot.command("follow", what="Umsatz", user=bot.manager)
    both = ["Meta · capital expenditure", "Microsoft · capital expenditure"]
    assert await bot.offered("unfollow", followed="") == [*both, "revenue"]
    assert await bot.offered("unfollow", followed="MICRO") == both[1:]
    assert await bot.offered("unfollow", followed="investitions", locale="de") == [
        "Meta · Investitionsausgaben",
        "Microsoft · Investitionsausgaben",
    ]
    assert await bot.offered("unfollow", followed="", channel=bot.server.add_channel("other")) == []
    for one in await bot.offered("unfollow", followed=""):
        _, announced = await bot.command("unfollow", followed=one)
    assert announced.text.startswith("Follows: Nothing is followed here.")
    approve_all(store, bot.now)
    await bot.passes(timedelta(seconds=2))
    await bot.passes(RESTED)
    assert bot.posts() == []


async def test_what_is_followed_is_shown_to_who_asks(bot: Ordering) -> None:
    await bot.command("follow", what="meta capex")
    told = await bot.said("follows", bot.server.person)
    assert "I tell you here when there is news on" in told
    assert "Meta · capital expenditure" in told


async def test_a_name_that_nobody_knows_is_said_and_nothing_followed(bot: Ordering) -> None:
    assert "Nothing is known here under" in (await bot.command("follow", what="zorp"))[0].text
    assert await bot.offered("unfollow", followed="") == []


async def test_a_direct_message_follows_for_itself(bot: Ordering) -> None:
    ada = bot.server.person
    direct = bot.server.direct(ada)
    await bot.said("follow", ada, direct, what="meta")
    assert await bot.offered("unfollow", followed="", user=ada, channel=direct) == ["Meta"]
    assert await bot.offered("unfollow", followed="", user=bot.manager) == []


async def test_records_that_are_away_cost_the_choices_only(server: DiscordServer, shipped: Line) -> None:
    records = MemoryRecords()
    records.digests = _Away()
    async with running(platform_for(server, shipped, records)):
        await server.connected()
        assert await server.autocomplete("capexbot unfollow", followed="") == []
