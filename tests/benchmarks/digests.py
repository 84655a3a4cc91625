"""Digests for 10,000 channels over a base of 100,000 claims, in one process, against bare queries of the same rows.

The due check is held against sqlite3 fetching the same subscriptions, a digest against sqlite3 fetching the claims and
articles that it was composed from, already knowing which. A third of the channels want everything; the others a few
companies each, so that hardly two share their news. The day's news are the last sixty claims.
"""

import json
import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from statistics import median
from typing import Final

from bot.line import Line
from bot.people import Person, Place
from bot.publishing.composing import Composing
from bot.records import SqlRecords
from bot.schedule import DAILY, Schedule
from bot.subscription import Interest, Subscription
from knowledge.store import Store
from tests.benchmarks.synthetic import Base, base
from tests.benchmarks.timing import in_turns, quantile, ratio, seconds, shown

_CHANNELS: Final = 10_000
_CLAIMS: Final = 100_000
_NEWS: Final = 60
_COMPOSED: Final = 1_000
_NOW: Final = datetime(2026, 11, 20, 8, tzinfo=UTC)
_SAME: Final = (
    "SELECT c.document, a.document FROM claim c JOIN article a ON a.id = c.article"
    " WHERE c.id IN (SELECT value FROM json_each(?))"
)
_DUE: Final = "SELECT document FROM subscription WHERE next_at <= ? ORDER BY next_at, channel LIMIT ?"


def run() -> None:
    """Print the figures."""
    large = base(_CLAIMS)
    with tempfile.TemporaryDirectory() as folder, SqlRecords(f"sqlite:///{folder}/base.db") as records:
        orders = list(_orders(large))
        for order in orders:
            records.digests.subscribe(order, _NOW)
        _due_check(records, f"{folder}/base.records.db")
        _composition(large, records, orders)


def _orders(large: Base) -> Iterator[Subscription]:
    chance = random.Random(1)  # noqa: S311
    schedule = Schedule(at=time(9), zone="Europe/Berlin", days=DAILY)
    newest = [subject.id for subject in large.subjects[-_NEWS // 10 :]]
    others = [subject.id for subject in large.subjects]
    for number in range(_CHANNELS):
        own = () if number % 3 == 0 else (*chance.sample(newest, 2), *chance.sample(others, 3))
        yield Subscription(
            place=Place(platform="slack", workspace="T1", channel=f"C{number}"),
            by=Person(platform="slack", workspace="T1", user="U1"),
            schedule=schedule,
            language="en" if number % 2 else "de",
            on=Interest(subjects=own),
        )


def _due_check(records: SqlRecords, file: str) -> None:
    bare = sqlite3.connect(file)
    at = _NOW.isoformat(timespec="microseconds")
    early = _NOW - timedelta(seconds=1)
    peers: dict[str, Callable[[], object]] = {
        "nothing due": lambda: records.digests.due("slack", early, _CHANNELS),
        "all due": lambda: records.digests.due("slack", _NOW, _CHANNELS),
        "bare": lambda: bare.execute(_DUE, (at, _CHANNELS)).fetchall(),
    }
    assert len(records.digests.due("slack", _NOW, _CHANNELS)) == _CHANNELS
    times = in_turns(peers)
    each = median(times["all due"]) / _CHANNELS
    print(  # noqa: T201
        f"due check of {_CHANNELS:,} subscriptions: {shown(median(times['nothing due']))} where nothing is due,"
        f" {shown(each)} for each that is ({ratio(times['all due'], times['bare']):.1f}× a bare query of the same rows)"
    )
    bare.close()


def _composition(large: Base, records: SqlRecords, orders: list[Subscription]) -> None:
    with large.store() as store:
        line = Line(store)
        names = line.names()
        number = store.change_number()
        window = number - _NEWS, number
        sample = orders[:_COMPOSED]

        together, raw = Composing(store, lambda: names, records.digests), sqlite3.connect(large.path)
        times: dict[str, list[float]] = {"as it runs": [], "with nothing shared": [], "bare": []}

        def digest(composing: Composing, order: Subscription) -> object:
            return composing.digest(replace(order, since=window[0]), _NOW.date(), window, _NOW).page

        for order in sample:
            own = Composing(store, lambda: names, records.digests)
            rows = json.dumps(_read(store, order, window))
            times["as it runs"].append(seconds(partial(digest, together, order)))
            times["with nothing shared"].append(seconds(partial(digest, own, order)))
            times["bare"].append(seconds(partial(_bare, raw, rows)))
        raw.close()
        bare = sum(times["bare"])
        for told in ("as it runs", "with nothing shared"):
            took = times[told]
            print(  # noqa: T201
                f"a digest {told}, of {_COMPOSED:,}: median {shown(median(took))}, p99 {shown(quantile(took, 0.99))},"
                f" {sum(took) / bare:.1f}× a bare query of the same rows in all"
            )
        whole = sum(times["as it runs"]) / _COMPOSED * _CHANNELS
        print(f"all {_CHANNELS:,} digests: about {shown(whole)} of one core")  # noqa: T201


def _bare(raw: sqlite3.Connection, rows: str) -> object:
    return raw.execute(_SAME, (rows,)).fetchall()


def _read(store: Store, order: Subscription, window: tuple[int, int]) -> list[str]:
    """The claims that a digest is composed from: its news, and what is known of the same."""
    news = store.evidence_of([one.claim for one in store.news(*window, order.on.subjects, order.on.metrics).touched])
    known = {
        claim.id for one in news.claims if one.metric for claim in store.evidence([one.subject], [one.metric]).claims
    }
    return [*known, *(claim.id for claim in news.claims if claim.id not in known)]
