"""What is quoted: the sentence of the figure, or as much of it as may be shown, cut where a clause ends."""

import re
from typing import Final

from knowledge.amount import PrintedAmount
from knowledge.proposing.scene import Scene
from knowledge.value import Passage

LONGEST: Final = 400
_BREAKS = re.compile(r"(?<=[;,:])\s+")


def quoted(scene: Scene, amount: PrintedAmount) -> tuple[Passage, PrintedAmount]:
    """The quote around an amount of the sentence, and the amount as it stands in the quote."""
    start, end = _span(scene.text, amount.start, amount.end)
    passage = scene.passage(start, end)
    return passage, amount.model_copy(update={"start": amount.start - start})


def whole(scene: Scene) -> Passage | None:
    """The sentence, where it may be shown as a whole."""
    return scene.passage(0, len(scene.text)) if len(scene.text) <= LONGEST else None


def _span(text: str, first: int, last: int) -> tuple[int, int]:
    if len(text) <= LONGEST:
        return 0, len(text)
    places = [0, *(match.end() for match in _BREAKS.finditer(text)), len(text)]
    spans = [(start, end) for start in places for end in places if start <= first and last <= end]
    fitting = [(start, end) for start, end in spans if end - start <= LONGEST]
    if fitting:
        start, end = max(fitting, key=lambda one: (one[1] - one[0], -one[0]))
        return start, start + len(text[start:end].rstrip())
    room = (LONGEST - (last - first)) // 2
    start, end = max(0, first - room), min(len(text), last + room)
    start = text.find(" ", start, first) + 1 or start
    cut = text.rfind(" ", last, end)
    return start, cut if cut > last else end
