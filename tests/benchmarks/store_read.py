"""One read of the store (a subject's claims on one metric, with their articles) beside raw `sqlite3`.

The peer fetches from the same file on a connection it holds, with SQL that the driver keeps prepared, and does nothing
with the rows: once the claims with their articles only, once the subject's coverage too, which the store hands back as
well. The store looks in every role of a mention besides, and turns documents into values. Cold, each subject is asked
for once on a new connection and no document was parsed before; changed, likewise, but the documents were parsed before,
as in a running bot whose base has just changed; warm, few subjects are asked for again and again. Garbage is looked for
as rarely as in the program, and not among what the benchmark itself holds.
"""

import gc
import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from statistics import median

from adapters.command_line import GARBAGE_AFTER
from knowledge.store.documents import article_in, claim_in
from tests.benchmarks.synthetic import Base, base
from tests.benchmarks.timing import ROUNDS, in_turns, ratio, shown, verdict

AIM = 5
AIM_GROWTH = 2
SMALL, LARGE = 1_000, 100_000

_METRIC = "revenue"
_COLD_SUBJECTS = 90
_WARM_SUBJECTS = 20
_WARM_TIMES = 20
_ROWS = """
    SELECT claim.document, article.document
    FROM mention JOIN claim ON claim.id = mention.claim JOIN article ON article.id = claim.article
    WHERE mention.subject = ? AND mention.metric = ? AND mention.role = 'subject'
    ORDER BY mention.published DESC
"""
_COVERAGE = """
    SELECT subject, metric, count(*) FROM mention WHERE subject = ? AND role = 'subject' GROUP BY subject, metric
"""

Read = Callable[[str], object]
Figures = dict[str, list[float]]
"""Seconds a read in each round, by peer."""


def run() -> None:
    """Print the figures of both sizes and the growth between them."""
    bases = {size: base(size) for size in (SMALL, LARGE)}
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)
    for name, measure in (("cold", _cold), ("changed", _changed), ("warm", _warm)):
        figures = {size: measure(one) for size, one in bases.items()}
        for size, times in figures.items():
            print(f"store read, {name}, {size:>7,} claims: {_line(times)}")  # noqa: T201
        growth = median(figures[LARGE]["store"]) / median(figures[SMALL]["store"])
        raw = median(figures[LARGE]["raw"]) / median(figures[SMALL]["raw"])
        print(  # noqa: T201
            f"store read, {name}, growth {SMALL:,} → {LARGE:,}: {verdict(growth, AIM_GROWTH)}; raw sqlite3 {raw:.2f}×"
        )


def _line(times: Figures) -> str:
    medians = ", ".join(f"{name} {shown(median(one))}" for name, one in times.items())
    to_raw = ratio(times["store"], times["raw"])
    to_both = ratio(times["store"], times["raw and coverage"])
    return f"{verdict(to_raw, AIM)} raw claims, {verdict(to_both, AIM)} raw claims and coverage; {medians}"


def _cold(one: Base) -> Figures:
    return _once_each(one, _forget)


def _changed(one: Base) -> Figures:
    return _once_each(one, lambda: None)


def _forget() -> None:
    claim_in.cache_clear()
    article_in.cache_clear()


def _once_each(one: Base, before: Callable[[], None]) -> Figures:
    """Each subject once, on a new connection; `before` each round."""
    chosen = random.Random(1).sample([subject.id for subject in one.subjects], _COLD_SUBJECTS)  # noqa: S311
    other = next(subject.id for subject in one.subjects if subject.id not in chosen)
    rounds: list[Figures] = []
    for _ in range(ROUNDS):
        before()
        with _peers(one) as peers:
            for read in peers.values():
                read(other)  # statements are compiled, the file is open
            rounds.append(_timed(peers, chosen, times=1, rounds=1))
    return {name: [times[name][0] for times in rounds] for name in rounds[0]}


def _warm(one: Base) -> Figures:
    chosen = random.Random(2).sample([subject.id for subject in one.subjects], _WARM_SUBJECTS)  # noqa: S311
    with _peers(one) as peers:
        _timed(peers, chosen, times=1, rounds=1)
        return _timed(peers, chosen, times=_WARM_TIMES, rounds=ROUNDS)


def _timed(peers: dict[str, Read], subjects: Sequence[str], *, times: int, rounds: int) -> Figures:
    def repeat(read: Read) -> Callable[[], None]:
        def act() -> None:
            for _ in range(times):
                for subject in subjects:
                    read(subject)

        return act

    found = in_turns({name: repeat(read) for name, read in peers.items()}, rounds)
    return {name: [one / (times * len(subjects)) for one in seconds] for name, seconds in found.items()}


@contextmanager
def _peers(one: Base) -> Iterator[dict[str, Read]]:
    """The peers, each on a connection of its own; what they fetch is the same."""
    with one.store() as store, closing(sqlite3.connect(one.path)) as raw, closing(sqlite3.connect(one.path)) as both:

        def from_store(subject: str) -> object:
            return store.evidence((subject,), (_METRIC,))

        def from_raw(subject: str) -> list[tuple[str, str]]:
            return raw.execute(_ROWS, (subject, _METRIC)).fetchall()

        def from_raw_with_coverage(subject: str) -> object:
            return both.execute(_ROWS, (subject, _METRIC)).fetchall(), both.execute(_COVERAGE, (subject,)).fetchall()

        subject = one.subjects[0].id
        same = {claim_in(document).id for document, _ in from_raw(subject)}
        there = {claim.id for claim in store.evidence((subject,), (_METRIC,)).claims}
        if same != there or len(same) != 3:
            raise AssertionError(f"the peers fetch different rows: {same} and {there}")
        yield {"store": from_store, "raw": from_raw, "raw and coverage": from_raw_with_coverage}
