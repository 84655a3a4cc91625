"""Names that words miss by a slip or two: when that is enough to answer with, and when only to ask back with.

A wrong name is worse than none. One slip is forgiven from five letters on, two from nine, only when no other name is
as near, and never for a word of its own. How each bound was found stands beside it; the shares are of the benchmark
`names`, with 10,000 real names indexed.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from bot.names.common import is_common, listed
from bot.names.exact import Owner
from bot.names.hand import is_slip
from bot.names.index import Index, measure

_ONE_FROM = 5
"""Letters from which one slip is forgiven: most words of four letters are one letter away from another."""
_TWO_FROM = 9
"""Letters from which two slips are forgiven, and one of any kind: among 7,000 unknown firms 45 of five letters are one
letter away from a known name, and 8 of eight. Of two slips none may hit the first letter, as a hand seldom misses it
and as German puts new words before it (Vertriebskosten, Refinanzierung)."""
_PHRASE_FROM = 9
"""Letters from which a phrase of common words forgives a slip ("morgen stanley"): of 240,000 pairs of words frequent
in English, 14 are then taken for a name; shorter ones would take "open air" for Open AI."""
_WORD_FROM = 5
"""Letters below which a word of such a phrase is not taken for mistyped when a longer word stands in its place: "metal
platforms" is not Meta Platforms."""

_SHORTEST = 3
_SHORT = 5
"""What is asked back with: names of three letters on, within one slip up to five letters, within two beyond."""
_MOST_ASKED = 20
"""Owners to ask back with, the nearest; a choice needs a claim, so that more are handed on than are shown."""


class Meant(NamedTuple):
    """Who is meant by mistyped words, and the name that they miss; neither where none is near enough."""

    owners: tuple[Owner, ...] = ()
    name: str = ""


class NearNames:
    """The names with their owners, found in spite of slips."""

    def __init__(self, owners: Mapping[str, tuple[Owner, ...]], people: Collection[Owner]) -> None:
        """`people` are those among the owners whose names are made of common words: Cahn is not Cohn."""
        self._owners = owners
        self._people = people
        self._index = Index(frozenset(name for name in owners if len(name) >= _SHORTEST))

    def meant(self, typed: str) -> Meant:
        """The owners of the names nearest to `typed`, and the first of these names."""
        if " " not in typed and is_common(typed):
            return Meant()
        if len(typed) < _ONE_FROM:
            return self._meant_by_short(typed)
        found = self._index.within_one(typed) or (self._index.within_two(typed) if len(typed) >= _TWO_FROM else [])
        meant = [one for one in found if self._is_meant(typed, *one)]
        nearest = min([distance for _, distance in meant], default=0)
        return self._of([name for name, distance in meant if distance == nearest])

    def _of(self, names: Collection[str]) -> Meant:
        return Meant(tuple(sorted({owner for name in names for owner in self._owners[name]})), min(names, default=""))

    def _meant_by_short(self, typed: str) -> Meant:
        """The metric or topic of which a letter was left out ("capx"): of so short a name no firm is meant by it."""
        if len(typed) < _ONE_FROM - 1:
            return Meant()
        meant = self._of([name for name, far in self._index.within_one(typed) if far and len(name) > len(typed)])
        return meant if len(meant.owners) == 1 and meant.owners[0][0] != "subject" else Meant()

    def resembling(self, word: str) -> tuple[Owner, ...]:
        """Owners of the names that a short or doubtful word resembles, the nearest first."""
        if len(word) < _SHORTEST or is_common(word):
            return ()
        found = self._index.within_one(word) if len(word) <= _SHORT else self._index.within_two(word)
        names = sorted(found, key=lambda one: (one[1], one[0]))
        return tuple(dict.fromkeys(owner for name, _ in names for owner in self._owners[name]))[:_MOST_ASKED]

    def _is_meant(self, typed: str, name: str, distance: int) -> bool:
        if distance == 0:
            return True
        if distance > 1 and typed[0] != name[0]:
            return False
        if len(typed) < _TWO_FROM and not is_slip(typed, name):
            return False
        words, known = typed.split(), name.split()
        if len(words) != len(known):
            return "".join(words) == "".join(known) or not all(map(is_common, words))
        return len(words) == 1 or self._is_meant_by_phrase(words, known, name, distance)

    def _is_meant_by_phrase(self, words: Sequence[str], known: Sequence[str], name: str, distance: int) -> bool:
        """Whether what differs may be a slip: no name, and no word of its own save where the phrase forgives it."""
        slipped = set(words).difference(known)
        if not self._owners.keys().isdisjoint(slipped):
            return False
        if not all(map(is_common, slipped)):
            return True
        if distance > 1 or any(owner in self._people for owner in self._owners[name]):
            return False
        return not all(map(is_common, words)) or _is_forgiven(words, known)


def _is_forgiven(words: Sequence[str], known: Sequence[str]) -> bool:
    """Whether a phrase of common words is long enough, in all and where it differs, to be a slip of another."""
    if len(" ".join(known)) < _PHRASE_FROM:
        return False
    return all(len(meant) >= _WORD_FROM or len(word) < _WORD_FROM for word, meant in zip(words, known, strict=True))


def load_words() -> None:
    """Load what a doubtful word needs, so that the first one that a running bot reads need not wait for it."""
    listed()
    measure()
