"""`capex serve`: every platform whose tokens are set, from one desk, until the process is asked to end.

What is not started is said with what to set. Logs are one JSON object a line on standard error, without secrets and
without anybody's words.
"""

import asyncio
import json
import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from adapters.desk import Desk
from bot.conversation import Conversation
from bot.line import Line
from bot.names import load_words
from bot.records import MemoryRecords, Records, SqlRecords
from bot.settings import Settings
from knowledge.fault import Fault
from knowledge.store import Store

_LOG = logging.getLogger("capex.serve")
_CLEAN_EVERY = 3600
_STANDARD = frozenset(vars(logging.makeLogRecord({})))

_MISSING = {
    "Slack": "Slack is not started: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (README, Connect Slack)",
    "Discord": "Discord is not started: set DISCORD_TOKEN (README, Connect Discord)",
}


class Platform(Protocol):
    """A connected platform."""

    name: str

    async def start(self) -> None:
        """Connect; raises Fault with what to do where the platform refuses."""

    async def stop(self) -> None:
        """Disconnect when what is under way is done."""


def serve(settings: Settings, corpus: Path) -> None:
    """Run until SIGTERM or SIGINT; raises Fault where nothing can be started."""
    _log_as_json()
    url = settings.database_url.get_secret_value() if settings.database_url else None
    with Store(url, corpus=corpus) as store, _records(url) as records:
        line = Line(store)
        remote = url is not None and not url.startswith("sqlite")
        desk = Desk(Conversation(line, records), in_threads=remote)
        platforms = list(_platforms(settings, desk, line))
        if not platforms:
            raise Fault(". ".join(_MISSING.values()))
        asyncio.run(_run(desk, platforms))


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
    if settings.slack_bot_token and settings.slack_app_token:
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


async def _run(desk: Desk, platforms: list[Platform]) -> None:
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, ending.set)
    started: list[Platform] = []
    beside = [asyncio.create_task(_clean_up(desk)), asyncio.create_task(asyncio.to_thread(load_words))]
    work = asyncio.create_task(_start(platforms, started))
    asked_to_end = asyncio.create_task(ending.wait())
    try:
        await asyncio.wait((work, asked_to_end), return_when=asyncio.FIRST_COMPLETED)
        if not ending.is_set():
            work.result()  # raises the fault that a platform was refused with
            await asked_to_end
    finally:
        for task in (*beside, work, asked_to_end):
            task.cancel()
        await asyncio.gather(*beside, work, asked_to_end, return_exceptions=True)
        for platform in started:
            await platform.stop()
        await desk.finish()
        _LOG.info("stopped")


async def _start(platforms: list[Platform], started: list[Platform]) -> None:
    for platform in platforms:
        await platform.start()
        started.append(platform)
        _LOG.info("started", extra={"platform": platform.name})


async def _clean_up(desk: Desk) -> None:
    while True:
        await desk.ledger.clean_up(datetime.now(UTC))
        await asyncio.sleep(_CLEAN_EVERY)


class _JsonLines(logging.Formatter):
    """A record as one JSON object: time, level, logger, message and the extras given with it."""

    def format(self, record: logging.LogRecord) -> str:
        extras = {key: value for key, value in vars(record).items() if key not in _STANDARD}
        fixed = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            fixed["defect"] = self.formatException(record.exc_info)
        return json.dumps(fixed | extras, default=str)


def _log_as_json() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for library in ("slack_bolt", "slack_sdk", "aiohttp", "alembic"):
        logging.getLogger(library).setLevel(logging.WARNING)
    logging.getLogger("discord").setLevel(logging.ERROR)
