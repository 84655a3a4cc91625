"""Names that words miss by a slip or two: when that is enough to answer with, and when only to ask back with.

A wrong name is worse than none. One slip is forgiven from five letters on, two from nine, only when no other name is
as near, and never for a word of its own. How each bound was found stands beside it; the shares are of the benchmark
`names`, with 10,000 real names indexed.
"""

from collections.abc import Collection, Mapping, Sequence

from bot.names.common import is_common
from bot.names.exact import Owner
from bot.names.hand import is_slip
from bot.names.index import Index, Near

_ONE_FROM = 5
"""Letters from which one slip is forgiven: most words of four letters are one letter away from another."""
_TWO_FROM = 9
"""Letters from which two slips are forgiven, and one of any kind: of 46 unknown firms of five letters that one letter
makes a known one there are two of eleven. The first letter must stand, as people seldom miss it and as German makes
new words before it (Vertriebskosten, Refinanzierung)."""
_PHRASE_FROM = 9
"""Letters from which a phrase of common words forgives a slip ("morgen stanley"): of 240,000 pairs of words frequent
in English, 14 are then taken for one of the names, among shorter ones "open air" for "Open AI"."""
_WORD_FROM = 5
"""Letters below which a word of such a phrase is not taken for mistyped when a longer word stands in its place: "metal
platforms" is not Meta Platforms."""

_SHORTEST = 3
_SHORT = 5
"""What is asked back with: names of three letters on, within one slip up to five letters, within two beyond."""
_MOST_ASKED = 20
"""Owners to ask back with, the nearest; a choice needs a claim, so that more are handed on than are shown."""


class NearNames:
    """The names with their owners, found in spite of slips."""

    def __init__(self, owners: Mapping[str, tuple[Owner, ...]], people: Collection[str]) -> None:
        """`people` are the subjects whose names are made of common words: Cahn is not Cohn."""
        self._owners = owners
        self._people = people
        self._index = Index(frozenset(name for name in owners if len(name) >= _SHORTEST))

    def meant(self, typed: str) -> tuple[Owner, ...]:
        """The owners of the names nearest to `typed`; empty where none is near enough."""
        if len(typed) < _ONE_FROM or is_common(typed):
            return ()
        found = self._index.within_one(typed) or (self._index.within_two(typed) if len(typed) >= _TWO_FROM else [])
        if not found:
            return ()
        words = typed.split()
        common = all(map(is_common, words))
        return self._of_nearest([one for one in found if self._is_meant(words, typed, *one, common=common)])

    def resembling(self, word: str) -> tuple[Owner, ...]:
        """Owners of the names that a short or doubtful word resembles, the nearest first."""
        if len(word) < _SHORTEST or is_common(word):
            return ()
        found = self._index.within_one(word) if len(word) <= _SHORT else self._index.within_two(word)
        names = sorted(found, key=lambda one: (one[1], one[0]))
        return tuple(dict.fromkeys(owner for name, _ in names for owner in self._owners[name]))[:_MOST_ASKED]

    def _is_meant(self, words: Sequence[str], typed: str, name: str, distance: int, *, common: bool) -> bool:
        if distance == 0:
            return True
        if distance > 1 and (common or typed[0] != name[0]):
            return False
        if len(typed) < _TWO_FROM and not is_slip(typed, name):
            return False
        known = name.split()
        if len(words) != len(known):
            return not common or "".join(words) == "".join(known)
        slips = [(word, meant) for word, meant in zip(words, known, strict=True) if word != meant]
        if len(words) > 1 and any(word in self._owners for word, _ in slips):
            return False
        return not common or (len(typed) >= _PHRASE_FROM and self._is_phrase(slips, name))

    def _is_phrase(self, slips: Collection[tuple[str, str]], name: str) -> bool:
        if any(kind == "subject" and owner in self._people for kind, owner in self._owners[name]):
            return False
        return all(len(meant) >= _WORD_FROM or len(word) < _WORD_FROM for word, meant in slips)

    def _of_nearest(self, found: Near) -> tuple[Owner, ...]:
        nearest = min((distance for _, distance in found), default=0)
        return tuple(sorted({owner for name, distance in found if distance == nearest for owner in self._owners[name]}))


def is_misspelt(word: str, words: Collection[str]) -> bool:
    """Whether `word` misses one of the small `words` by a slip, and is no word of its own."""
    if len(word) < _ONE_FROM or is_common(word):
        return False
    from rapidfuzz import process  # loaded when a word is first doubted, as in the index
    from rapidfuzz.distance import OSA

    return process.extractOne(word, words, scorer=OSA.distance, score_cutoff=1) is not None
