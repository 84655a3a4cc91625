"""Whether a difference of one letter looks like a slip: of the hand, which strikes beside a key, or of the ear.

A letter dropped or swapped with the next, a letter doubled, one struck with or instead of a neighbouring key (on an
English or a German keyboard), and one that sounds alike (nvidea, barklays) are slips; any other letter makes another
word: openair, fintel. Of the firms of one word that a base of 10,000 names does not know, 1.8 % are a letter or two
away from one that it knows; held to slips it is 0.7 %, and no mistyped name is lost.
"""

_KEYBOARDS = (
    ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    ("qwertzuiopü", "asdfghjklöä", "yxcvbnm"),
)
_SOUNDS = ("aeiouyäöü", "ckq", "csz", "dt", "bp", "fvw", "gjk", "ijy", "mn")


def _alike() -> frozenset[str]:
    pairs = {one + other for sounds in _SOUNDS for one in sounds for other in sounds}
    for rows in _KEYBOARDS:
        for row, letters in enumerate(rows):
            lower = rows[row + 1] if row + 1 < len(rows) else ""
            for place, letter in enumerate(letters):
                beside = letters[place + 1 : place + 2] + lower[max(place - 1, 0) : place + 1]
                pairs.update(pair for other in beside for pair in (letter + other, other + letter))
    return frozenset(pairs)


ALIKE = _alike()
"""Pairs of letters that a hand or an ear takes for each other."""


def is_slip(typed: str, name: str) -> bool:
    """Whether `typed`, which is one letter away from `name`, looks like a slip."""
    if len(typed) < len(name):
        return True
    place = next(
        (place for place, (one, other) in enumerate(zip(typed, name, strict=False)) if one != other), len(name)
    )
    if len(typed) > len(name):
        around = typed[max(place - 1, 0) : place] + typed[place + 1 : place + 2]
        return any(letter == typed[place] or letter + typed[place] in ALIKE for letter in around)
    return typed[place + 1 :] != name[place + 1 :] or typed[place] + name[place] in ALIKE
