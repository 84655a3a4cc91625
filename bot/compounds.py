"""Compounds cut into the words they are made of: "Quartalszahlen", "Ausgabenpläne", "datacenter".

German joins words at will, so that no list holds all of them; a compound means what its parts mean. Both parts must be
words that the caller knows, of four letters at least, and what joins them one of the letters that German puts there
(Fugenelemente). The longest first part that fits is taken.
"""

from collections.abc import Callable
from typing import Final

_SHORTEST: Final = 4
_JOINTS: Final = ("", "s", "es", "n", "en", "e", "er")


def parts_of(word: str, is_known: Callable[[str], bool]) -> tuple[str, str] | None:
    """The two words that a folded word is made of; None where it is no compound of known words."""
    if not word.isalpha():
        return None
    for cut in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
        head, tail = word[:cut], word[cut:]
        if is_known(tail):
            for joint in _JOINTS:
                first = head.removesuffix(joint)
                if head.endswith(joint) and len(first) >= _SHORTEST and is_known(first):
                    return first, tail
    return None
