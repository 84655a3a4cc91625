"""An index of names by their parts: all names within one slip, or two, of what was typed, and only these.

A slip (optimal string alignment: a letter dropped, added, changed or swapped with the next) leaves most of a name as
it is. Of two halves, one slip leaves one whole, unless it swaps the letters on both sides of the cut; of three thirds,
two slips leave one whole, or whole but for such a swap. So the names that share a half or a third with the typed word,
at the place where it can stand, are all that need to be measured, a handful of them at any size of the vocabulary. A
test holds the result to a scan of all names.

A dictionary of all forms with a letter deleted finds one slip as well, and took two to six times as long to ask, ten
times the memory and twenty times as long to build.
"""

from collections.abc import Collection, Iterator
from functools import cached_property

Near = list[tuple[str, int]]
"""Names with their distances."""

_Parts = dict[int, dict[str, list[str]]]
"""Names by their length and one part of them."""


class Index:
    """The parts of a set of names, cut when they are first asked for: a question of exact names needs none."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    def within_one(self, typed: str) -> Near:
        """The names at most one slip from `typed`, in no order."""
        length, (heads, tails) = len(typed), self._halves
        found: list[str] = []
        for known in (length - 1, length, length + 1):
            if known in heads:
                middle = known // 2
                found += heads[known].get(typed[:middle], ())
                found += tails[known].get(typed[length - known + middle :], ())
        unswapped = _swapped(typed, length // 2)
        if unswapped in self._names:
            found.append(unswapped)
        return _measured(typed, found, 1) if found else []

    def within_two(self, typed: str) -> Near:
        """The names at most two slips from `typed`, in no order."""
        length, thirds = len(typed), self._thirds
        found: set[str] = set()
        for known in range(length - 2, length + 3):
            if known in thirds[0]:
                for parts, part in zip(thirds, _thirds_typed(typed, known), strict=True):
                    for text in part:
                        found.update(parts[known].get(text, ()))
        return _measured(typed, found, 2) if found else []

    @cached_property
    def _halves(self) -> tuple[_Parts, _Parts]:
        heads: _Parts = {}
        tails: _Parts = {}
        for name in self._names:
            length, middle = len(name), len(name) // 2
            heads.setdefault(length, {}).setdefault(name[:middle], []).append(name)
            tails.setdefault(length, {}).setdefault(name[middle:], []).append(name)
        return heads, tails

    @cached_property
    def _thirds(self) -> tuple[_Parts, _Parts, _Parts]:
        thirds: tuple[_Parts, _Parts, _Parts] = ({}, {}, {})
        for name in self._names:
            length, first, last = len(name), *_cuts(len(name))
            for parts, part in zip(thirds, (name[:first], name[first:last], name[last:]), strict=True):
                parts.setdefault(length, {}).setdefault(part, []).append(name)
        return thirds


def _cuts(length: int) -> tuple[int, int]:
    return length // 3, length - length // 3


def _thirds_typed(typed: str, known: int) -> Iterator[tuple[str, ...]]:
    """What stands in `typed` where a name of `known` letters would have each of its thirds.

    The outer thirds stand at the ends, whole or with the letter at the cut swapped away. The middle one matters where
    each of the others has one slip, so that it stands at most one letter aside.
    """
    first, last = _cuts(known)
    longer = len(typed) - known
    yield typed[:first], typed[: max(first - 1, 0)] + typed[first : first + 1]
    asides = range(max(-1, longer - 1), min(1, longer + 1) + 1)
    yield tuple(typed[max(first + aside, 0) : last + aside] for aside in asides)
    cut = last + longer
    yield typed[cut:], typed[max(cut - 1, 0) : cut] + typed[cut + 1 :]


def _swapped(typed: str, place: int) -> str:
    return typed[: max(place - 1, 0)] + typed[place : place + 1] + typed[max(place - 1, 0) : place] + typed[place + 1 :]


def _measured(typed: str, names: Collection[str], slips: int) -> Near:
    from rapidfuzz.distance import OSA  # loaded when a word is first doubted: it takes longer than all else here
    from rapidfuzz.process import extract

    found = extract(typed, names, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [(name, int(distance)) for name, distance, _ in found]
