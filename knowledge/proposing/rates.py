"""A rate: an amount that is so much each year, quarter or month, by the words beside it or those of its clause.

Right behind an amount any word for a rate counts ("$3 billion a year"); elsewhere only one that can mean nothing else,
since "annual" and "quarterly" mostly say which report it is. A rate that such words tell without a time holds when its
article tells it: its period is the article's day with the words.
"""

import re
from typing import Final, NamedTuple

from knowledge.period import Flow, Period
from knowledge.proposing import cues
from knowledge.proposing.scene import Scene
from knowledge.reading.days import label_of
from knowledge.reading.remembered import read_amounts

_BEHIND: Final[tuple[tuple[Flow, re.Pattern[str]], ...]] = (
    ("per_year", cues.PER_YEAR),
    ("per_quarter", cues.PER_QUARTER),
    ("per_month", cues.PER_MONTH),
)
_STRICT: Final[tuple[tuple[Flow, re.Pattern[str]], ...]] = (
    ("per_year", cues.EACH_YEAR),
    ("per_quarter", cues.EACH_QUARTER),
    ("per_month", cues.EACH_MONTH),
)
_LABELS: Final[dict[Flow, str]] = {
    "per_year": "each year",
    "per_quarter": "each quarter",
    "per_month": "each month",
}
_WINDOW: Final = 26
_CLAUSE: Final = re.compile(r"[,;:(]\s|\s[–—-]\s|\s(?:and|und|but|aber|while|während)\s|\(")


class Rate(NamedTuple):
    """How an amount fills each part of its time, and the words that say so."""

    flow: Flow
    words: str


def rate_of(scene: Scene, place: tuple[int, int]) -> Rate | None:
    """The rate that the amount at `place` is told as."""
    return _behind(scene.text, place) or clear_rate_of(scene, place)


def clear_rate_of(scene: Scene, place: tuple[int, int]) -> Rate | None:
    """The rate that words for nothing else say in the clause of the amount, where no other amount stands in that."""
    begins = max((one.end() for one in _CLAUSE.finditer(scene.text, 0, place[0])), default=0)
    cut = _CLAUSE.search(scene.text, place[1])
    ends = cut.start() if cut else len(scene.text)
    others = (one for one in read_amounts(scene.text, scene.language) if begins <= one.start < ends)
    times = [(one.start, one.end) for one in scene.periods]
    if any(not _overlap((one.start, one.end), (place, *times)) for one in others):
        return None
    for flow, pattern in _STRICT:
        if found := pattern.search(scene.text[begins:ends]):
            return Rate(flow, found.group())
    return None


def as_of(rate: Rate, scene: Scene) -> Period:
    """The period of a rate that is told without a time."""
    day = scene.on
    month = label_of("month", day.replace(day=1), day)
    label = f"{_LABELS[rate.flow]}, as of {month}"
    return Period(start=day, end=day, label=label, kind="relative", flow=rate.flow, words=rate.words)


def _behind(text: str, place: tuple[int, int]) -> Rate | None:
    """A rate right behind the amount."""
    around = text[place[1] : place[1] + _WINDOW].lstrip(" ,")
    for flow, pattern in _BEHIND:
        found = pattern.match(around)
        if found and not cues.YEAR_EARLIER.match(around):
            return Rate(flow, found.group())
    return None


def _overlap(one: tuple[int, int], others: tuple[tuple[int, int], ...]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)
