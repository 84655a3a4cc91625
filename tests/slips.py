"""Slips of a typing hand: a letter dropped, doubled, swapped with the next, or hit on a neighbouring key."""

import random
from collections.abc import Iterator

KINDS = ("dropped", "doubled", "swapped", "neighbour")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = ((0, -1), (0, 1), (-1, 0), (-1, 1), (1, -1), (1, 0))


def _neighbours() -> dict[str, str]:
    keys = {(row, place): key for row, letters in enumerate(_ROWS) for place, key in enumerate(letters)}
    return {
        key: "".join(keys[row + down, place + along] for down, along in _BESIDE if (row + down, place + along) in keys)
        for (row, place), key in keys.items()
    }


NEIGHBOURS = _neighbours()
"""The keys around each key of a keyboard."""


def slips(name: str, kind: str) -> Iterator[str]:
    """Every form that `name` takes by one slip of this kind; spaces stay as they are."""
    for place, letter in enumerate(name):
        before, after = name[:place], name[place + 1 :]
        if letter == " ":
            continue
        if kind == "dropped":
            yield before + after
        elif kind == "doubled":
            yield before + letter + letter + after
        elif kind == "swapped" and after and after[0] not in (" ", letter):
            yield before + after[0] + letter + after[1:]
        elif kind == "neighbour":
            yield from (before + key + after for key in NEIGHBOURS.get(letter, ""))


def slipped(name: str, kind: str, choices: random.Random) -> str | None:
    """`name` with one slip of this kind, none where it has no place for one."""
    forms = sorted({form for form in slips(name, kind) if form.split() and form != name})
    return choices.choice(forms) if forms else None
