"""`uv run --group fitting python -m tests.fitting`: fit what the signs weigh, and write `bot/statements/weights.py`.

The questions are asked three times: with all phrasings, with those of about half of the claims and with none, as a base
has claims for which nobody has written any. What tells a best claim right or wrong needs the points of claims, so that
each model is fitted by processes of its own, the second one's with the points that the first one wrote.
`tests.benchmarks phrasebook` counts what comes of it.
"""

import subprocess
import sys
import tempfile
import zlib
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from bot.line import Line
from bot.places import shipped_corpus
from bot.statements import weights
from bot.statements.phrasings import Phrasings
from bot.statements.shipped import shipped_lines, unanswered_lines
from knowledge.store import Store
from tests.fitting.gathering import UNPHRASED, Gathered, fitted_questions, gathered
from tests.fitting.models import fitted_chance, fitted_points

_STAGES: Final = ("points", "chance")
_WITHOUT: Final = (0, 1, 2)
"""Of how many halves of the claims the phrasings are left out."""
_HEAD: Final = '''"""What the signs weigh: fitted to questions whose right claims are known, not set by hand.

`python -m tests.fitting` writes this from the parts of the phrasebook that are developed on and the fitted share of its
wide part. Claims without phrasings have weights of their own, as their words have to tell all.
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
    with ProcessPoolExecutor(len(_WITHOUT) - 1) as pool:
        questions = [one for some in pool.map(_gathered, _WITHOUT) for one in some]
    if wanted == ["points"]:
        _write(_by_regime(fitted_points(questions)), weights.CHANCE)
    else:
        _write(weights.POINTS, _by_regime(fitted_chance(questions)))
    print(f"{wanted[0]}: fitted to {len(questions)} questions")  # noqa: T201


def _gathered(without: int) -> list[Gathered]:
    """What is weighed where the phrasings of so many halves of the claims are left out."""
    kept = (line for line in shipped_lines() if zlib.crc32(line.partition(" ")[0].encode()) % 2 >= without)
    phrasings = Phrasings(kept, unanswered_lines())
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus()) as store,
    ):
        return list(gathered(fitted_questions(), Line(store, lambda: phrasings)))


def _by_regime(fitted: Mapping[str, float]) -> Mapping[bool, Mapping[str, float]]:
    """The weights of claims with phrasings and without."""
    return {
        True: {name: weight for name, weight in fitted.items() if not name.startswith(UNPHRASED)},
        False: {name.removeprefix(UNPHRASED): weight for name, weight in fitted.items() if name.startswith(UNPHRASED)},
    }


def _write(points: Mapping[bool, Mapping[str, float]], chance: Mapping[bool, Mapping[str, float]]) -> None:
    text = "".join(
        (
            _HEAD,
            _table("POINTS", points),
            '"""Of a claim, with phrasings or without, among others: a conditional logit."""\n\n',
            _table("CHANCE", chance),
            '"""Of the best claim being right: a logistic regression; answers to what has none count threefold."""\n',
        )
    )
    Path(weights.__file__).write_text(text, encoding="utf-8")


def _table(name: str, known: Mapping[bool, Mapping[str, float]]) -> str:
    tables = "".join(f"    {phrased}: {{\n{_rows(known[phrased])}    }},\n" for phrased in (True, False))
    return f"{name}: Final[Mapping[bool, Mapping[str, float]]] = {{\n{tables}}}\n"


def _rows(known: Mapping[str, float]) -> str:
    return "".join(f'        "{sign}": {weight},\n' for sign, weight in sorted(known.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
