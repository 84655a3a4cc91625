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
from typing import NamedTuple, Protocol

from adapters.articles.fetcher import Fetcher
from adapters.attending import Attending
from adapters.desk import Desk
from adapters.errands import Errands
from adapters.following import FeedsOfBase, Following
from adapters.logs import log_as_json, log_what_ends_it, logging_what_ends_threads
from adapters.publishing import Publisher, Rounds
from bot.allowance import Allowance
from bot.conversation import Conversation
from bot.curation.counter import Counter
from bot.curation.office import Office
from bot.curation.roles import Roles
from bot.line import Line
from bot.records import MemoryRecords, Records, SqlRecords
from bot.records.alone import serving_alone
from bot.remembering import RememberingLine
from bot.settings import Settings
from knowledge.fault import Fault
from knowledge.store import Store

_LOG = logging.getLogger("capex.serve")
_CLEAN_EVERY = 3600
_FINISH_WITHIN = 20.0

_MISSING = {
    "Slack": "Slack is not started: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (README, Connect Slack, also for HTTP)",
    "Discord": "Discord is not started: set DISCORD_TOKEN (README, Connect Discord)",
}


class Platform(Protocol):
    """A connected platform."""

    name: str

    @property
    def workspaces(self) -> int | None:
        """How many workspaces it serves at the moment; None where that is not known or up to others."""

    @property
    def publisher(self) -> Publisher:
        """What posts there without anybody having asked."""

    async def start(self) -> None:
        """Connect; raises Fault with what to do where the platform refuses."""

    async def stop(self) -> None:
        """Disconnect when what is under way is done."""

    async def lost(self) -> Fault:
        """Wait until the platform lets the bot in no more, if it ever comes to that; why."""


class Besides(NamedTuple):
    """What the program does besides answering: curators' errands, feeds, digests and alerts."""

    attending: Attending
    following: Following
    rounds: Rounds


def serve(settings: Settings, corpus: Path) -> None:
    """Run until SIGTERM or SIGINT; raises Fault where nothing can be started, or no platform is left."""
    log_as_json()
    log_what_ends_it()
    url = settings.database_url.get_secret_value() if settings.database_url else None
    with serving_alone(url), Store(url, corpus=corpus) as store, _records(url) as records:
        line = RememberingLine(store)
        remote = url is not None and not url.startswith("sqlite")
        allowance = Allowance(settings.questions_per_minute)
        platforms: list[Platform] = []
        roles = Roles(settings.curators, records, lambda: _workspaces(platforms) == 1)
        counter = Counter(Office(store, records), roles, records, line.names)
        conversation = Conversation(line, records, counter)
        desk = Desk(conversation, in_threads=remote, allowance=allowance)
        attending = Attending(Errands(store, records, Fetcher()), records)
        platforms += _platforms(settings, desk, line)
        if not platforms:
            raise Fault(". ".join(_MISSING.values()))
        besides = Besides(attending, Following(FeedsOfBase(store, records)), _rounds(conversation, platforms))
        with logging_what_ends_threads():
            asyncio.run(_run(desk, line, platforms, besides))


def _workspaces(platforms: list[Platform]) -> int | None:
    """How many workspaces are served by all platforms together; None where one does not know."""
    counts = [count for one in platforms if (count := one.workspaces) is not None]
    return sum(counts) if len(counts) == len(platforms) else None


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


def _rounds(conversation: Conversation, platforms: list[Platform]) -> Rounds:
    """The rounds of digests and alerts."""
    publishers = {one.publisher.platform: one.publisher for one in platforms}
    ordering, digests = conversation.ordering, conversation.records.digests
    return Rounds(digests, ordering.composing.base, ordering.composing, publishers)


async def _run(desk: Desk, line: Line, platforms: list[Platform], besides: Besides) -> None:
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, ending.set)
    started: list[Platform] = []
    cleaning = asyncio.create_task(_clean_up(desk))
    round_ = asyncio.create_task(besides.attending.go_on(started))
    work = asyncio.create_task(_start_and_serve(line, platforms, started, besides))
    asked_to_end = asyncio.create_task(ending.wait())
    try:
        await asyncio.wait((work, asked_to_end), return_when=asyncio.FIRST_COMPLETED)
        if not ending.is_set():
            work.result()  # raises the fault that a platform was refused with, or lost by
    finally:
        tasks = (cleaning, round_, work, asked_to_end)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await _finished(besides.rounds)
        stopping = (platform.stop() for platform in started)
        await asyncio.gather(asyncio.to_thread(besides.following.stop), *stopping)
        await desk.finish()
        _LOG.info("stopped")


async def _finished(rounds: Rounds) -> None:
    """Let digests that are being sent arrive; what takes longer is gone on with at the next start."""
    try:
        async with asyncio.timeout(_FINISH_WITHIN):
            await rounds.finish()
    except TimeoutError:
        _LOG.warning("a digest is left half sent")


async def _start_and_serve(line: Line, platforms: list[Platform], started: list[Platform], besides: Besides) -> None:
    """Serve for as long as one platform lets the bot in; raises Fault where none does."""
    await _warm(line)
    for platform in platforms:
        await platform.start()
        started.append(platform)
        _LOG.info("started", extra={"platform": platform.name})
    besides.following.start()
    digests = asyncio.create_task(besides.rounds.run())
    digests.add_done_callback(_rounds_ended)
    try:
        faults = await asyncio.gather(*(platform.lost() for platform in started))
    finally:
        digests.cancel()
    raise Fault(". ".join(map(str, faults)))


def _rounds_ended(digests: asyncio.Task[None]) -> None:
    """The rounds end with the bot, or by a defect: then questions are answered all the same."""
    error = None if digests.cancelled() else digests.exception()
    if error:
        _LOG.critical("a defect has ended the digests", exc_info=error)


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
