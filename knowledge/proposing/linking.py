"""Which word belongs to which amount: the one that stands nearest, where a clause or another noun does not part them.

Distances are counted in words. A comma parts a little, a semicolon or a "while" more; what follows an amount belongs to
it only where nothing but small words stands between ("4 billion of inference costs").
"""

import re
from typing import Final

_WORD = re.compile(r"\w+")
_PARTS: Final = (
    (re.compile(r";|(?:,|\s)\s*(?:while|whereas|but|während|wobei|wohingegen|aber|doch|jedoch)\s", re.IGNORECASE), 8),
    (re.compile(r",|:|–|\s-\s|\((?=\D)|\s(?:und|and)\s"), 2),
)
_SMALL = re.compile(
    r"(?:\s|,|of|in|on|for|an|für|auf|am|im|beim|bei|mit|from|with|as|its|the|das|die|der|den|dem|des|their|seine\w?|"
    r"this|last|next|year|each|a|per|pro|jahr|more|mehr|new|neue\w?|total|net|diesem|für|alone|allein|to|zu|at|"
    r"in\s+\d{4}|\d{4}|ki|ai)*",
    re.IGNORECASE,
)
_TIED = re.compile(r"\s*(?:of|in|for|an|für|on|-)?\s*", re.IGNORECASE)
FAR: Final = 60
_NOT_TIED: Final = 9


def cost(text: str, cue: tuple[int, int], amount: tuple[int, int]) -> int:
    """How far a cue stands from an amount; both are given by first and last place in `text`."""
    if cue[0] < amount[1] and amount[0] < cue[1]:
        return 0
    before = cue[1] <= amount[0]
    between = text[cue[1] : amount[0]] if before else text[amount[1] : cue[0]]
    whole = len(_WORD.findall(between))
    for pattern, weight in _PARTS:
        whole += weight * len(pattern.findall(between))
    if not before:
        whole += 0 if _TIED.fullmatch(between) else 2 if _SMALL.fullmatch(between) else _NOT_TIED
    return whole
