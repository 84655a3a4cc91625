"""`python -m tests.benchmarks.kills [N]`: N imports and N writers killed at random moments, on each engine.

Prints how many batches were there afterwards; a base that is not consistent, or that holds a batch in part, ends the
run with what is wrong and the seed that led there.
"""

import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.places import shipped_corpus
from tests.knowledge.store.killing import Killing, still_writes
from tests.postgres import fresh_schema, running_server

_TIMES = 60


@contextmanager
def _file() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/base.db"


@contextmanager
def _schema() -> Iterator[str]:
    with running_server() as server, fresh_schema(server) as url:
        yield url


def main(times: int, seed: int) -> None:
    """Kill on both engines and print the figures."""
    engines = {"sqlite": _file, "postgresql": _schema}
    for name, engine in engines.items():
        with engine() as url, tempfile.TemporaryDirectory() as folder:
            corpus = shutil.copytree(
                shipped_corpus(), Path(folder) / "corpus"
            )  # a long run, whatever is edited meanwhile
            killing = Killing(url, corpus, Path(folder), random.Random(seed))  # noqa: S311
            kinds: Mapping[str, Callable[[int], list[int]]] = {
                "imports": killing.imports,
                "writers": killing.writes,
            }
            for kind, kill in kinds.items():
                print(f"{name}, seed {seed}: {_told(kind, kill(times))}", flush=True)  # noqa: T201
            assert still_writes(url, corpus)


def _told(kind: str, finished: list[int]) -> str:
    without = sum(not batches for batches in finished)
    partly = "none in part, every next start worked"
    return f"{len(finished)} {kind} killed at work; {sum(finished)} batches whole, {without} without any, {partly}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _TIMES, random.SystemRandom().randrange(10**6))
