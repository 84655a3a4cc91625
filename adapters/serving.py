"""`capex serve`: every platform whose tokens are set, from one desk, until the process is asked to end.

What is not started is said with what to set.
"""

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from adapters.desk import Desk
from adapters.following import FeedsOfBase, Following
from adapters.logs import log_as_json
from bot.allowance import Allowance
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords, Records, SqlRecords
from bot.remembering import RememberingLine
from bot.settings import Settings
from knowledge.fault import Fault
from knowledge.store import Store

_LOG = logging.getLogger("capex.serve")
_CLEAN_EVERY = 3600

_MISSING = {
    "Slack": "Slack is not started: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (README, Connect Slack, also for HTTP)",
    "Discord": "Discord is not started: set DISCORD_TOKEN (README, Connect Discord)",
}


class Platform(Protocol):
    """A connected platform."""

    name: str

    async def start(self) -> None:
        """Connect; raises Fault with what to do where the platform refuses."""

    async def stop(self) -> None:
        """Disconnect when what is under way is done."""

    async def lost(self) -> Fault:
        """Wait until the platform lets the bot in no more, if it ever comes to that; why."""


def serve(settings: Settings, corpus: Path) -> None:
    """Run until SIGTERM or SIGINT; raises Fault where nothing can be started, or no platform is left."""
    log_as_json()
    url = settings.database_url.get_secret_value() if settings.database_url else None
    with Store(url, corpus=corpus) as store, _records(url) as records:
        line = RememberingLine(store)
        remote = url is not None and not url.startswith("sqlite")
        allowance = Allowance(settings.questions_per_minute)
        desk = Desk(Conversation(line, records), in_threads=remote, allowance=allowance)
        platforms = list(_platforms(settings, desk, line))
        if not platforms:
            raise Fault(". ".join(_MISSING.values()))
        try:
            asyncio.run(_run(desk, line, platforms, Following(FeedsOfBase(store, records))))
        except Fault:
            raise  # it is told in its sentence, as before anything else could be logged
        except Exception:
            _LOG.critical("a defect has ended the bot", exc_info=True)
            raise


@contextmanager
def _records(url: str | None) -> Iterator[Records]:
    try:
        records = SqlRecords(url)
    except Fault as fault:
        _LOG.warning("records are kept in memory only", extra={"reason": str(fault)})
        yield MemoryRecords()
        return
    with records:
        yield records


def _platforms(settings: Settings, desk: Desk, line: Line) -> list[Platform]:
    chosen: list[Platform] = []
    if settings.slack_way:
        from adapters.slack_app import SlackPlatform

        chosen.append(SlackPlatform(desk, settings))
    else:
        _LOG.info(_MISSING["Slack"])
    if settings.discord_token:
        from adapters.discord_app import DiscordPlatform

        chosen.append(DiscordPlatform(desk, line, settings))
    else:
        _LOG.info(_MISSING["Discord"])
    return chosen


async def _run(desk: Desk, line: Line, platforms: list[Platform], following: Following) -> None:
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, ending.set)
    started: list[Platform] = []
    cleaning = asyncio.create_task(_clean_up(desk))
    work = asyncio.create_task(_start_and_serve(line, platforms, started, following))
    asked_to_end = asyncio.create_task(ending.wait())
    try:
        await asyncio.wait((work, asked_to_end), return_when=asyncio.FIRST_COMPLETED)
        if not ending.is_set():
            work.result()  # raises the fault that a platform was refused with, or lost by
    finally:
        for task in (cleaning, work, asked_to_end):
            task.cancel()
        await asyncio.gather(cleaning, work, asked_to_end, return_exceptions=True)
        await asyncio.gather(asyncio.to_thread(following.stop), *(platform.stop() for platform in started))
        await desk.finish()
        _LOG.info("stopped")


async def _start_and_serve(
    line: Line, platforms: list[Platform], started: list[Platform], following: Following
) -> None:
    """Serve for as long as one platform lets the bot in; raises Fault where none does."""
    await _warm(line)
    for platform in platforms:
        await platform.start()
        started.append(platform)
        _LOG.info("started", extra={"platform": platform.name})
    following.start()
    faults = await asyncio.gather(*(platform.lost() for platform in started))
    raise Fault(". ".join(map(str, faults)))


async def _warm(line: Line) -> None:
    """Have the line ready before anybody can ask: the first questions have as little time as all others."""
    try:
        ready = await asyncio.to_thread(line.warm)
    except Fault as fault:
        _LOG.warning("the base could not be read ahead", extra={"reason": str(fault)})
    else:
        _LOG.info("ready to answer", extra=ready._asdict())


async def _clean_up(desk: Desk) -> None:
    while True:
        await desk.ledger.clean_up(datetime.now(UTC))
        await asyncio.sleep(_CLEAN_EVERY)
