"""Discord's dispatch: `/capex meta` through the library with HTTP stubbed at the wire, in turns with a bare command.

An ask begins where the library is handed the event and ends where the whole request has come out of a socket of this
machine, which answers every request at once. The bare bot is a CommandTree with one command that sends one view of the
library's own, made once, as a bot on this library does; what it gains by a view that our adapter has written is shown
beside it. Of ours the adapter is measured alone, over a desk that always says the same at once, then with records, then
whole. The turns are short and many, as the machine is now quick, now slow. Autocompletion is measured over ten thousand
names, each beginning once, as a person types it, by the clock and by what the processor worked on it, which tells a
busy machine from slow code.
The same answer is asked for again and again, so that whatever is remembered of a line helps ours here.
"""

import asyncio
import gc
import json
import re
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

import aiohttp
import discord
from discord import app_commands
from discord.http import Route

from adapters.command_line import GARBAGE_AFTER
from adapters.desk import Desk
from adapters.discord_app.client import CapexClient
from adapters.discord_app.message import message
from adapters.discord_app.view import view_of
from bot.allowance import Allowance
from bot.completing import Completing
from bot.conversation import Conversation
from bot.line import Line
from bot.names import Names
from bot.places import shipped_corpus
from bot.records import MemoryRecords, Records, SqlRecords
from bot.remembering import RememberingLine
from bot.shown_answer import new_key
from bot.under import under
from knowledge.store import Store
from tests.benchmarks.companies import companies, taken, vocabulary
from tests.benchmarks.platform_peers import ConstantDesk, FixedLine, library_view
from tests.benchmarks.timing import ROUNDS, quantile, ratio, seconds, shown, turns
from tests.fakes.discord import DiscordServer
from tests.fakes.discord.deliveries import COMMAND, Delivery
from tests.fakes.discord.interaction_form import interaction_form
from tests.fakes.discord.payloads import user_form

_ASKS: Final = 40
_WARM: Final = 5
_ROUNDS: Final = 5 * ROUNDS
_NAMES: Final = 10_000
_LENGTH: Final = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_SAID: Final = json.dumps({"interaction": {"id": "1", "type": 2}}).encode()
_HEAD: Final = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
_ANSWER: Final = _HEAD % len(_SAID) + _SAID
_MOST_MS: Final = 5.0
_SEED: Final = 20261121
_BARE: Final = "bare"
_WRITTEN: Final = "bare, its view written by our adapter"
_ALONE, _MEMORY, _WHOLE = "ours, adapter alone", "ours, constant answer, records in memory", "ours, whole"
_AIMS: Final = {_ALONE: 0.85, _WHOLE: 0.35}
_SERVER: Final = DiscordServer()
_PERSON: Final = _SERVER.person


class Wire(asyncio.Protocol):
    """The other end of the library's connections: takes requests down, each answered at once with the same bytes."""

    sent: asyncio.Queue[bytes] = asyncio.Queue()

    def __init__(self) -> None:
        self._came = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A connection for many requests."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """A part of a request."""
        self._came += data
        head, found, body = self._came.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if found and length and len(body) >= int(length[1]):
            self._came = b""
            self.sent.put_nowait(body)
            self._transport.write(_ANSWER)  # type: ignore[attr-defined]


class Bare(discord.AutoShardedClient):
    """One command that says one thing."""

    def __init__(self, view: discord.ui.LayoutView) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
        )
        tree = app_commands.CommandTree(self)

        @tree.command(name="capex", description="Ask about AI spending")
        async def capex(interaction: discord.Interaction[Any], question: str = "") -> None:  # noqa: ARG001
            await interaction.response.send_message(view=view, ephemeral=True)


def run() -> None:
    """Print how fast each peer dispatches beside the bare one, and how long a completion takes."""
    gc.set_threshold(GARBAGE_AFTER)  # as `capex serve` does
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus()) as store,
        SqlRecords(f"sqlite:///{Path(folder) / 'base.db'}") as on_disk,
    ):
        line = RememberingLine(store)  # as `capex serve` has it
        line.warm()
        asyncio.run(_compare(line, on_disk))
    _complete()


async def _compare(line: Line, on_disk: Records) -> None:
    asked = line.ask("meta", datetime.now(UTC).date())
    reply = replace(asked.reply, under=under(new_key(), asked.answer, asked.reply))
    fixed = FixedLine(asked, line.base)
    unlimited = Allowance(10**9)
    desks = {
        _ALONE: ConstantDesk(reply, fixed),
        _MEMORY: Desk(Conversation(fixed, MemoryRecords()), in_threads=False, allowance=unlimited),
        _WHOLE: Desk(Conversation(line, on_disk), in_threads=False, allowance=unlimited),
    }
    layout = message(reply, sharer=_PERSON.id)
    peers: dict[str, discord.Client] = {_BARE: Bare(library_view(layout)), _WRITTEN: Bare(view_of(layout))}
    peers |= {name: CapexClient(desk, line.completing, gateway=None) for name, desk in desks.items()}
    times: dict[str, list[float]] = {name: [] for name in peers}
    async with _wire() as session:
        for name in turns(peers, _ROUNDS):
            times[name].append(await _turn(peers[name], session))
            for desk in desks.values():
                await desk.finish()
    for name, own in times.items():
        speed = ratio(times[_BARE], own)
        aim = _AIMS.get(name)
        held = f" (aim ≥ {aim}×: {'met' if speed >= aim else 'MISSED'})" if aim else ""
        to_bare = f"; {speed:.2f}× the speed of the bare command{held}" if name != _BARE else ""
        print(f"dispatch, {name}: {shown(median(own))} an ask{to_bare}")  # noqa: T201


@asynccontextmanager
async def _wire() -> AsyncIterator[aiohttp.ClientSession]:
    """The library's own way out, to a socket of this machine."""
    loop = asyncio.get_running_loop()
    Wire.sent = asyncio.Queue()
    server = await loop.create_server(Wire, "127.0.0.1", 0)
    before, Route.BASE = Route.BASE, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/v10"
    try:
        async with aiohttp.ClientSession() as session:
            yield session
    finally:
        Route.BASE = before
        server.close()


async def _turn(client: discord.Client, session: aiohttp.ClientSession) -> float:
    """The median seconds of an ask."""
    user: Any = user_form(_SERVER.bot)
    state = client._connection  # noqa: SLF001 - made as a login leaves it
    state.user = discord.ClientUser(state=state, data=user)
    client.loop = asyncio.get_running_loop()
    client.http._HTTPClient__session = session  # type: ignore[attr-defined] # noqa: SLF001 - it has no other name
    for _ in range(_WARM):
        await _ask(client)
    return median([await _ask(client) for _ in range(_ASKS)])


async def _ask(client: discord.Client) -> float:
    data = _event()
    begin = time.perf_counter()
    client._connection.parse_interaction_create(data)  # noqa: SLF001 - where the gateway hands it over
    sent = await Wire.sent.get()
    took = time.perf_counter() - begin
    if b"35" not in sent:
        raise AssertionError(f"not the answer: {sent!r}")
    others = asyncio.all_tasks() - {asyncio.current_task()}
    if others:
        await asyncio.wait(others)
    return took


def _event() -> Any:
    number = _SERVER.next_id()
    delivery = Delivery(number, "INTERACTION_CREATE", _PERSON, _SERVER.channel, _SERVER.clock.now(), COMMAND)
    delivery.token = f"interaction-{number}"
    option = {"name": "question", "type": 3, "value": "meta"}
    data = {"id": "7", "name": "capex", "type": 1, "options": [option]}
    return interaction_form(delivery, _SERVER.bot.id, data, None)


def _complete() -> None:
    """Every beginning of every hundredth name, as it is typed letter by letter."""
    found = companies(_SEED)
    if found is None:
        print("dispatch, autocomplete: the names of companies are not here")  # noqa: T201
        return
    names = Names(vocabulary(taken(found, _NAMES)))
    claims: dict[tuple[str, str | None], int] = {(key, None): 1 + place % 7 for place, key in enumerate(names.subjects)}
    completing = Completing(names, claims, {})
    for beginning in ("microsft", "koninkl ph", "phoenix gl res"):  # as a bot that has been asked before
        completing.offered(beginning, "en")
    typed = [
        name[:end]
        for one in list(names.subjects.values())[::100]
        for name in one.names()
        for end in range(1, len(name))
    ]
    worked: list[float] = []
    took: list[float] = []
    for one in typed:
        begin = time.thread_time()
        took.append(seconds(partial(completing.offered, one, "en")))
        worked.append(time.thread_time() - begin)
    p99 = quantile(took, 0.99)
    held = "met" if p99 * 1000 <= _MOST_MS else "MISSED"
    print(  # noqa: T201
        f"dispatch, autocomplete over {_NAMES} names: p50 {shown(quantile(took, 0.5))}, p99 {shown(p99)} "
        f"(aim ≤ {_MOST_MS:g} ms: {held}), "
        f"of the processor p99 {shown(quantile(worked, 0.99))}; {len(typed)} beginnings, each once"
    )
