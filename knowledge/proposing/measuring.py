"""Whether a figure is a level, a change or a share, and which way it went."""

import re
from typing import Final

from knowledge.amount import PrintedAmount
from knowledge.claim import Direction, Measure
from knowledge.proposing import cues
from knowledge.proposing.linking import cost
from knowledge.proposing.metrics import is_plain_percentage, is_share
from knowledge.proposing.scene import Scene

_MORE: Final = ("more than", "mehr als", "higher than", "mehr,", "more,")
_LESS: Final = ("less than", "weniger als", "lower than", "weniger,", "less,")
_BY_AN_AMOUNT: Final = re.compile(r"\s(?:by|um)(?:\s(?:a|an)\s(?:\w+\s){0,2}of)?$")


def is_bare_percentage(scene: Scene, amount: PrintedAmount, metric: str) -> bool:
    """Whether a percentage is neither a share nor a change that goes anywhere."""
    measure, direction = measured(scene, amount, metric)
    return measure == "change" and amount.unit == "percent" and direction == "none"


def measured(scene: Scene, amount: PrintedAmount, metric: str) -> tuple[Measure, Direction]:
    """Whether a figure is a level, a change or a share, and which way it went."""
    way = _way(scene, amount)
    if amount.unit == "percent":
        return _of_percentage(metric, way)
    if amount.unit == "times":
        return ("ratio", "none") if metric == "compute-need" else ("change", way)
    if amount.unit == "count" or "/" in amount.unit:
        return ("count" if amount.unit == "count" else "ratio"), "none"
    moved = metric == "market-value" and _was_moved(scene, amount)
    if moved or (way != "none" and _is_by(scene, amount)):
        return "change", way
    return "level", "none"


def _of_percentage(metric: str, way: Direction) -> tuple[Measure, Direction]:
    if is_share(metric):
        return "share", "none"
    return ("level", "none") if is_plain_percentage(metric) else ("change", way)


def _is_by(scene: Scene, amount: PrintedAmount) -> bool:
    """Whether a sum is what something rose or fell by: "by $3 billion", "$10 billion more than"."""
    before = scene.text[: amount.start].lower().rstrip()
    return _BY_AN_AMOUNT.search(before) is not None or scene.text[amount.end :].lower().lstrip().startswith(
        (*_MORE, *_LESS)
    )


def _was_moved(scene: Scene, amount: PrintedAmount) -> bool:
    """Whether a value was lost or gained and not reached."""
    before = scene.text[: amount.start]
    return cues.DOWN.search(before) is not None and not before.rstrip().lower().endswith((" auf", " to"))


def _way(scene: Scene, amount: PrintedAmount) -> Direction:
    """The direction whose word stands nearest."""
    place = (amount.start, amount.end)
    after = scene.text[amount.end :].lower().lstrip()
    if after.startswith((*_MORE, *_LESS)):
        return "up" if after.startswith(_MORE) else "down"
    ups = [cost(scene.text, one.span(), place) for one in cues.UP.finditer(scene.text)]
    downs = [cost(scene.text, one.span(), place) for one in cues.DOWN.finditer(scene.text)]
    if not ups and not downs:
        return "none"
    return "up" if min(ups, default=999) <= min(downs, default=999) else "down"


def whole_of(scene: Scene, amount: PrintedAmount) -> str | None:
    """The whole that a share is of, where the sentence names one."""
    wholes = scene.of_kind("whole")
    place = (amount.start, amount.end)
    return min(wholes, key=lambda one: cost(scene.text, (one.start, one.end), place)).key if wholes else None
