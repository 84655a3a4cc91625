"""`uv run --group fitting python -m tests.fitting`: fit what the signs weigh, and write it into `bot/statements/weights.py`.

The second model needs the points of the first one, so that both are found in turn. `tests.benchmarks phrasebook`
counts what comes of it.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from bot.line import Line
from bot.places import shipped_corpus
from bot.statements import weights
from knowledge.store import Store
from tests.fitting.gathering import fitted_questions, gathered
from tests.fitting.models import fitted_chance, fitted_points

_HEAD = '''"""What the signs weigh: fitted to questions whose right claims are known, not set by hand.

`python -m tests.fitting` writes this from the development part of the phrasebook and the fitted share of its wide part.
"""

from collections.abc import Mapping
from typing import Final

'''


def main() -> None:
    """Fit and write."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus()) as store,
    ):
        line, asked = Line(store), fitted_questions()
        points = fitted_points(list(gathered(asked, line)))
        _write(points, weights.CHANCE)
        weights.POINTS.clear()  # type: ignore[attr-defined] # the line goes on with the new ones
        weights.POINTS.update(points)  # type: ignore[attr-defined]
        chance = fitted_chance(list(gathered(asked, line)))
        _write(points, chance)
    print(f"{len(asked)} questions: {len(points)} signs of a claim, {len(chance)} of the best one")  # noqa: T201


def _write(points: Mapping[str, float], chance: Mapping[str, float]) -> None:
    text = "".join((
        _HEAD,
        _table("POINTS", points),
        '"""Of a claim among others: a conditional logit over the claims that may answer."""\n\n',
        _table("CHANCE", chance),
        '"""Of the best claim being right: a logistic regression, in which to answer what has no answer counts threefold."""\n',
    ))
    Path(weights.__file__).write_text(text, encoding="utf-8")


def _table(name: str, known: Mapping[str, float]) -> str:
    rows = "".join(f'    "{sign}": {weight},\n' for sign, weight in sorted(known.items()))
    return f"{name}: Final[Mapping[str, float]] = {{\n{rows}}}\n"


main()
