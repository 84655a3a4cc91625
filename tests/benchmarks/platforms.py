"""`/capex meta` through each platform's genuine SDK, from a person's command to the answer, beside a bare bot on it.

Every bot meets the same local server over its sockets (Slack: Socket Mode; Discord: gateway and HTTP), asks come one
after another, and each turn has a new server and a new bot, so that nothing grows from round to round. Server and bot
share one process and one core. A turn gives two times of each ask: `whole`, from the command to the moment in which
the server shows the answer, which holds the server's own work too; and `reply`, from the delivery to the answer's
arrival at the server, before the server looks into it.

The server's judge, which holds every answer against the platform's published schema, takes several times as long as a
bot does. The comparisons are therefore made with a judge that takes everything; the ratio with the true judge is
printed besides, where its schema is at hand. What ours spends is split by standing in for parts of it: a line that
always gives the same answer, and records kept in memory instead of on disk. Records on disk take what the disk takes:
what a raw committed insert takes in the same minutes is printed for that.
"""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bot.line import Line
from bot.places import shipped_corpus
from bot.records import MemoryRecords, Records, SqlRecords
from knowledge.store import Store
from tests.benchmarks.platform_peers import (
    FixedLine,
    InDiscord,
    InSlack,
    bare_bolt,
    bare_discord,
    ours_in_discord,
    ours_in_slack,
)
from tests.benchmarks.timing import ROUNDS, quantile, ratio, seconds, shown, turns
from tests.fakes.discord import DiscordServer
from tests.fakes.discord import oracle as discord_oracle
from tests.fakes.slack import SlackServer, nothing_wrong
from tests.fakes.slack.blocks import Judge, problems_of

_QUESTION = "meta"
_ASKS = 100
_WARM = 10
_BARE, _OURS = "bare", "ours"


class Asked(NamedTuple):
    """One ask: what was answered, and its two times in seconds."""

    text: str
    whole: float
    reply: float


Ask = Callable[[], Awaitable[Asked]]
Turn = Callable[[], Awaitable[list[Asked]]]


def run() -> None:
    """Print answers a second and times of all peers, and their ratios to the bare bot."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus()) as store,
    ):
        numbers = count(1)
        opened: list[SqlRecords] = []

        def on_disk() -> Records:
            opened.append(SqlRecords(f"sqlite:///{Path(folder) / f'base-{next(numbers)}.db'}"))
            return opened[-1]

        asyncio.run(_compare(Line(store), on_disk))
        for records in opened:
            records.close()


async def _compare(line: Line, on_disk: Callable[[], Records]) -> None:
    asked = line.ask(_QUESTION, datetime.now(UTC).date())
    fixed = FixedLine(asked, line.base)
    ours: Mapping[str, tuple[Line, Callable[[], Records]]] = {
        _OURS: (line, on_disk),
        "ours, records in memory": (line, MemoryRecords),
        "ours, constant answer": (fixed, on_disk),
        "ours, constant answer, records in memory": (fixed, MemoryRecords),
    }
    slack: dict[str, InSlack] = {_BARE: bare_bolt(asked.reply)}
    slack |= {name: ours_in_slack(*parts) for name, parts in ours.items()}
    discord: dict[str, InDiscord] = {_BARE: bare_discord(asked.reply)}
    discord |= {name: ours_in_discord(*parts) for name, parts in ours.items()}
    await _report("slack", {name: _slack_turn(bot, nothing_wrong) for name, bot in slack.items()})
    await _report_judged("slack", {name: _slack_turn(slack[name], problems_of) for name in (_BARE, _OURS)})
    free = discord_oracle.NothingWrong()
    await _report("discord", {name: _discord_turn(bot, free) for name, bot in discord.items()})
    if discord_oracle.available():
        judged = {name: _discord_turn(discord[name], discord_oracle) for name in (_BARE, _OURS)}
        await _report_judged("discord", judged)


async def _report(platform: str, peers: Mapping[str, Turn]) -> None:
    before = _insert_seconds()
    rounds = await _rounds(peers)
    disk = f"{shown(before)} before, {shown(_insert_seconds())} after"
    print(f"platforms, {platform}: a raw committed SQLite insert takes {disk}")  # noqa: T201
    for name, one in rounds.items():
        to_bare = f"; {_ratios(one, rounds[_BARE])} bare" if name != _BARE else ""
        print(f"platforms, {platform}, {name}: {_times(one)}{to_bare}")  # noqa: T201


async def _report_judged(platform: str, peers: Mapping[str, Turn]) -> None:
    rounds = await _rounds(peers)
    times = ", ".join(f"{name} {_times(one)}" for name, one in rounds.items())
    print(  # noqa: T201
        f"platforms, {platform}, with the true judge: {_ratios(rounds[_OURS], rounds[_BARE])} bare; {times}"
    )


async def _rounds(peers: Mapping[str, Turn]) -> dict[str, list[list[Asked]]]:
    rounds: dict[str, list[list[Asked]]] = {name: [] for name in peers}
    for name in turns(peers, ROUNDS):
        rounds[name].append(await peers[name]())
    said = {one.text for several in rounds.values() for turn in several for one in turn}
    if len(said) != 1:
        raise AssertionError(f"the peers say different things: {said}")
    return rounds


def _insert_seconds() -> float:
    """The median time of an insert that is on the disk when it returns."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "raw.db")) as connection:
        connection.execute("CREATE TABLE seen (delivery TEXT PRIMARY KEY)")

        def insert(number: int) -> None:
            with connection:
                connection.execute("INSERT INTO seen VALUES (?)", (str(number),))

        return median(seconds(partial(insert, number)) for number in range(_ASKS))


def _ratios(rounds: list[list[Asked]], bare: list[list[Asked]]) -> str:
    whole = ratio(*([median(one.whole for one in turn) for turn in each] for each in (rounds, bare)))
    reply = ratio(*([median(one.reply for one in turn) for turn in each] for each in (rounds, bare)))
    return f"whole {whole:.2f}×, reply {reply:.2f}×"


def _times(rounds: list[list[Asked]]) -> str:
    a_second = median(len(turn) / sum(one.whole for one in turn) for turn in rounds)
    whole = [one.whole for turn in rounds for one in turn]
    reply = [one.reply for turn in rounds for one in turn]
    both = f"whole p50 {shown(quantile(whole, 0.5))}, reply p50 {shown(quantile(reply, 0.5))}"
    return f"{a_second:.0f} answers a second, {both}"


def _slack_turn(bot: InSlack, judge: Judge) -> Turn:
    @asynccontextmanager
    async def running() -> AsyncIterator[Ask]:
        async with SlackServer(judge=judge) as server, bot(server):
            await server.connected()

            async def ask() -> Asked:
                begin = time.perf_counter()
                delivery = await server.slash("/capex", _QUESTION)
                reply = await server.reply(delivery)
                return Asked(reply.text, time.perf_counter() - begin, delivery.acks[0].after)

            yield ask
            if server.violations:
                raise AssertionError(str(server.violations[0]))

    return lambda: _turn(running())


def _discord_turn(bot: InDiscord, judge: discord_oracle.Judge) -> Turn:
    @asynccontextmanager
    async def running() -> AsyncIterator[Ask]:
        async with DiscordServer(judge=judge) as server, bot(server):
            await server.connected()
            await server.synced()

            async def ask() -> Asked:
                begin = time.perf_counter()
                delivery = await server.slash("capex", question=_QUESTION)
                reply = await server.reply(delivery)
                whole = time.perf_counter() - begin
                return Asked(reply.text, whole, server.exchanges[-1].at - delivery.at)

            yield ask
            if server.violations:
                raise AssertionError(str(server.violations[0]))

    return lambda: _turn(running())


async def _turn(running: AbstractAsyncContextManager[Ask]) -> list[Asked]:
    async with running as ask:
        for _ in range(_WARM):
            await ask()
        return [await ask() for _ in range(_ASKS)]
