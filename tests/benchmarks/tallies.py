"""Who was right how often: results counted by what their questions have in common, and laid out as one table."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tests.bot.phrasebook import Case

_BESIDES: Mapping[str, Callable[[Case], bool]] = {
    "all": lambda _: True,
    "answerable": lambda case: case.answerable,
    "unanswerable": lambda case: not case.answerable,
    "clean": lambda case: not case.typo,
    "typo": lambda case: case.typo,
    "en": lambda case: case.style == "en",
    "de": lambda case: case.style == "de",
    "command": lambda case: case.style == "command",
}
_LABEL, _COUNT, _CELL = 13, 5, 11


class Result(NamedTuple):
    """A question and who was right on it; whoever was not asked it is not among them."""

    case: Case
    right: Mapping[str, bool]


class Attempt(NamedTuple):
    """What came of one question if the best claims are shown, and how well the best of them scored."""

    answerable: bool
    fits: bool
    score: float

    def is_right(self, threshold: float) -> bool:
        """Whether it is right where a score below the threshold is a refusal."""
        return self.score >= threshold and self.fits if self.answerable else self.score < threshold


def best_threshold(attempts: Sequence[Attempt]) -> float:
    """The score from which to answer, so that most attempts are right; of several the lowest, which refuses least."""
    possible = sorted({attempt.score for attempt in attempts})
    return max((*possible, math.inf), key=lambda one: sum(attempt.is_right(one) for attempt in attempts))


def grouped(results: Sequence[Result]) -> dict[str, list[Result]]:
    """All results, and those of each half, style and kind; the kinds by size."""
    groups = {name: [one for one in results if belongs(one.case)] for name, belongs in _BESIDES.items()}
    kinds = Counter(one.case.kind for one in results)
    return groups | {kind: [one for one in results if one.case.kind == kind] for kind, _ in kinds.most_common()}


def table(results: Sequence[Result], names: Sequence[str]) -> list[str]:
    """A line of each group, under the names; the first of them is asked everything."""
    head = f"{'':{_LABEL}}{'n':>{_COUNT}}{names[0]:>{_CELL}} |{'n':>{_COUNT}}"
    rows = [row(label, group, names) for label, group in grouped(results).items()]
    return [head + "".join(f"{name:>{_CELL}}" for name in names), *rows]


def row(label: str, group: Sequence[Result], names: Sequence[str]) -> str:
    """The first name on the whole group, then every name on what the others were asked too."""
    alike = [one for one in group if set(names[1:]) <= one.right.keys()]
    left = f"{label:{_LABEL}}{len(group):>{_COUNT}}{counted(group, names[0])} |{len(alike):>{_COUNT}}"
    return left + "".join(counted(alike, name) for name in names)


def counted(results: Iterable[Result], name: str) -> str:
    """How many are right, and which share that is, in a cell of the table."""
    right = [one.right[name] for one in results if name in one.right]
    return f"{sum(right):>{_CELL - 5}}{sum(right) / len(right):>5.0%}" if right else f"{'–':>{_CELL}}"
