"""Signed `/capex meta` requests over HTTP: ours beside a bare bolt app, each a process of its own on one core.

Each peer is a server process (see `slack_server`) with a new base in each round; this process, on another core where
there is one, plays Slack: it signs requests as Slack does and answers what the apps ask it. Every request has a trigger
of its own, and a person asks ten times, so that ours records each delivery on disk and asks Slack for each person's
language, as it does in the field. `at one client` is the time of requests one after another, `a second` is with several
under way. Peers take turns.
"""

import asyncio
import hashlib
import hmac
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from itertools import count
from statistics import median
from typing import Final, NamedTuple
from urllib.parse import urlencode

import aiohttp

from adapters.slack_app.http_server import EVENTS
from tests.benchmarks.slack_server import QUESTION
from tests.benchmarks.timing import ROUNDS, quantile, ratio, shown, turns
from tests.fakes.slack import SlackServer

_ONE_BY_ONE: Final = 150
_TOGETHER: Final = 640
_CLIENTS: Final = 16
_WARM: Final = 30
_ASKS_A_PERSON: Final = 10
"""Fewer than anybody may ask in a minute."""

_BARE: Final = "bare"
_OURS: Final = ("adapter", "constant", "full")
_AIMS: Final = {"adapter": 0.85, "full": 0.5}
_SLOWEST: Final = 2.0


class Round(NamedTuple):
    """What one peer did in one round: seconds a request with several under way, and each one's alone."""

    each: float
    alone: list[float]
    text: str


def run() -> None:
    """Print requests a second and times of all peers, and their ratios to the bare app."""
    if hasattr(os, "sched_setaffinity"):
        before = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {max(before)})
    rounds = asyncio.run(_rounds())
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, before)
    for name, done in rounds.items():
        print(f"slack, signed requests, {name}: {_told(name, done, rounds[_BARE])}")  # noqa: T201


async def _rounds() -> dict[str, list[Round]]:
    peers = (_BARE, *_OURS)
    rounds: dict[str, list[Round]] = {name: [] for name in peers}
    for name in turns(peers, ROUNDS):
        async with SlackServer() as server:
            rounds[name].append(await _round(server, name))
    said = {one.text for several in rounds.values() for one in several}
    if len(said) != 1:
        raise AssertionError(f"the peers say different things: {said}")
    return rounds


async def _round(slack: SlackServer, kind: str) -> Round:
    numbers = count(1)
    async with _serving(slack, kind) as address, aiohttp.ClientSession() as session:

        async def ask() -> tuple[float, str]:
            body, headers = _signed(slack, next(numbers))
            begin = time.perf_counter()
            async with session.post(address, data=body, headers=headers) as answer:
                text = await answer.text()
            if answer.status != 200:
                raise AssertionError(f"{answer.status}: {text}")
            return time.perf_counter() - begin, str(json.loads(text)["text"]) if text else ""

        async def client() -> None:
            for _ in range(_TOGETHER // _CLIENTS):
                await ask()

        for _ in range(_WARM):
            _, text = await ask()
        alone = [(await ask())[0] for _ in range(_ONE_BY_ONE)]
        begin = time.perf_counter()
        await asyncio.gather(*(client() for _ in range(_CLIENTS)))
        return Round((time.perf_counter() - begin) / _TOGETHER, alone, text)


@asynccontextmanager
async def _serving(slack: SlackServer, kind: str) -> AsyncIterator[str]:
    """Where a new server of this kind awaits requests."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAPEX_", "SLACK_"))}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.benchmarks.slack_server", kind, folder),
            env=kept | slack.http_environment | {"CAPEX_HTTP_PORT": "0"},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        if process.stdin is None or process.stdout is None:
            raise AssertionError("a server without pipes")
        port = int(await process.stdout.readline())
        yield f"http://127.0.0.1:{port}{EVENTS}"
        process.stdin.close()
        await process.wait()


def _signed(slack: SlackServer, number: int) -> tuple[str, Mapping[str, str]]:
    """A request with a trigger of its own; one person asks a few of them."""
    space = slack.workspace
    form = {
        "token": "legacy",
        "team_id": space.id,
        "team_domain": space.name,
        "channel_id": space.general.id,
        "channel_name": space.general.name,
        "user_id": f"U{number // _ASKS_A_PERSON:08}",
        "user_name": "somebody",
        "command": "/capex",
        "text": QUESTION,
        "api_app_id": space.app_id,
        "is_enterprise_install": "false",
        "response_url": f"{slack.root}/response/{number}",
        "trigger_id": f"{number}.{space.id}",
    }
    body, stamp = urlencode(form), str(int(time.time()))
    digest = hmac.new(slack.signing_secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return body, {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={digest}",
    }


def _told(name: str, done: list[Round], peer: list[Round]) -> str:
    alone = [seconds for one in done for seconds in one.alone]
    times = f"{median(1 / one.each for one in done):.0f} a second, p50 at one client {shown(quantile(alone, 0.5))}"
    if name == _BARE:
        return times
    speed = 1 / ratio([one.each for one in done], [one.each for one in peer])
    slower = ratio(*([median(one.alone) for one in rounds] for rounds in (done, peer)))
    aim = _AIMS.get(name)
    held = f" (aim ≥ {aim:g}×: {'met' if speed >= aim else 'MISSED'})" if aim else ""
    met = f"{speed:.2f}× bare{held}"
    return f"{times}; {met}, p50 {slower:.2f}× (aim ≤ {_SLOWEST:g}×: {'met' if slower <= _SLOWEST else 'MISSED'})"
