"""`uv run --group fitting python -m tests.fitting`: fit what the signs weigh, and write `bot/statements/weights.py`.

What tells a best claim right or wrong needs the points of claims, so that each model is fitted by a process of its own,
the second one with the points that the first one wrote. `tests.benchmarks phrasebook` counts what comes of it.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bot.line import Line
from bot.places import shipped_corpus
from bot.statements import weights
from knowledge.store import Store
from tests.fitting.gathering import fitted_questions, gathered
from tests.fitting.models import fitted_chance, fitted_points

_STAGES = ("points", "chance")
_HEAD = '''"""What the signs weigh: fitted to questions whose right claims are known, not set by hand.

`python -m tests.fitting` writes this from the development part of the phrasebook and the fitted share of its wide part.
"""

from collections.abc import Mapping
from typing import Final

'''


def main(wanted: list[str]) -> None:
    """Fit one of the models, or both in turn."""
    if not wanted:
        for stage in _STAGES:
            subprocess.run([sys.executable, "-m", "tests.fitting", stage], check=True)
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus()) as store,
    ):
        questions = list(gathered(fitted_questions(), Line(store)))
    if wanted == ["points"]:
        _write(fitted_points(questions), weights.CHANCE)
    else:
        _write(weights.POINTS, fitted_chance(questions))
    print(f"{wanted[0]}: fitted to {len(questions)} questions")  # noqa: T201


def _write(points: Mapping[str, float], chance: Mapping[str, float]) -> None:
    text = "".join(
        (
            _HEAD,
            _table("POINTS", points),
            '"""Of a claim among others: a conditional logit over the claims that may answer."""\n\n',
            _table("CHANCE", chance),
            '"""Of the best claim being right: a logistic regression; answers to what has none count threefold."""\n',
        )
    )
    Path(weights.__file__).write_text(text, encoding="utf-8")


def _table(name: str, known: Mapping[str, float]) -> str:
    rows = "".join(f'    "{sign}": {weight},\n' for sign, weight in sorted(known.items()))
    return f"{name}: Final[Mapping[str, float]] = {{\n{rows}}}\n"


main(sys.argv[1:])
