"""Verdicts on sentences by the shipped base, counted: what is right down, what was said across.

`aside` was written before it was read and is only measured. Not one sentence that is not so may be called supported.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.line import Line
from bot.places import shipped_corpus
from knowledge.store import Store
from tests.checked.sentences import VERDICTS, Sentence, counts, sentences


def run() -> None:
    """Print a table for each part."""
    with (
        TemporaryDirectory() as folder,
        Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus()) as store,
    ):
        line = Line(store)
        for name, found in (("dev", sentences("dev")), ("aside", sentences("aside"))):
            _table(name, found, line)


def _table(name: str, found: Sequence[Sentence], line: Line) -> None:
    counted = counts(line, found)
    right = sum(counted[one, one] for one in VERDICTS)
    false = sum(count for (wanted, said), count in counted.items() if said == "supported" != wanted)
    german = sum(one.language == "de" for one in found)
    _print(
        f"checking, {name}: {right} of {len(found)} right ({right / len(found):.3f}), {german} German; "
        f"called supported without being so: {false}"
    )
    _print(f"  {'':13}" + "".join(f"{one:>13}" for one in VERDICTS))
    for wanted in VERDICTS:
        _print(f"  {wanted:13}" + "".join(f"{counted[wanted, said]:>13}" for said in VERDICTS))


def _print(line: str) -> None:
    print(line)  # noqa: T201 (what a benchmark is for)
