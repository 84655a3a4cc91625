"""An index of names by their parts: all names within one slip, or two, of what was typed, and only these.

A slip (optimal string alignment: a letter dropped, added, changed or swapped with the next) leaves most of a name as
it is. Of two halves, one slip leaves one whole, unless it swaps the letters on both sides of the cut; of three thirds,
two slips leave one whole, or whole but for such a swap. So the names that share a half or a third with the typed word,
at the place where it can stand, are all that need to be measured, a handful of them at any size of the vocabulary. A
test holds the result to a scan of all names.

A dictionary of all forms with a letter deleted finds one slip as well, and took two to six times as long to ask, ten
times the memory and twenty times as long to build.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

Near = list[tuple[str, int]]
"""Names with their distances."""

_Parts = dict[str, list[str]]
"""Names of one length by one part of them."""


class Index:
    """The parts of a set of names, cut when they are first asked for: a question of exact names needs none."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    def within_one(self, typed: str) -> Near:
        """The names at most one slip from `typed`, which has two letters or more, in no order."""
        length, halves = len(typed), self._halves
        found: list[str] = []
        for known in (length - 1, length, length + 1):
            if known in halves:
                middle, (heads, tails) = known // 2, halves[known]
                found += heads.get(typed[:middle], ())
                found += tails.get(typed[length - known + middle :], ())
        cut = length // 2
        unswapped = typed[: cut - 1] + typed[cut : cut + 1] + typed[cut - 1 : cut] + typed[cut + 1 :]
        if unswapped in self._names:
            found.append(unswapped)
        return _measured(typed, found, 1) if found else []

    def within_two(self, typed: str) -> Near:
        """The names at most two slips from `typed`, in no order."""
        length, thirds = len(typed), self._thirds
        found: set[str] = set()
        for known in range(length - 2, length + 3):
            if known in thirds:
                for third, forms in zip(thirds[known], _thirds_typed(typed, known), strict=True):
                    for form in forms:
                        found.update(third.get(form, ()))
        return _measured(typed, found, 2) if found else []

    @cached_property
    def _halves(self) -> Mapping[int, tuple[_Parts, ...]]:
        return _cut(self._names, lambda length: (0, length // 2, length))

    @cached_property
    def _thirds(self) -> Mapping[int, tuple[_Parts, ...]]:
        return _cut(self._names, _thirds_of)


def _thirds_of(length: int) -> tuple[int, ...]:
    return (0, length // 3, length - length // 3, length)


def _cut(names: Collection[str], cuts: Callable[[int], tuple[int, ...]]) -> Mapping[int, tuple[_Parts, ...]]:
    """By the length of a name, its parts from cut to cut, each with the names that have it."""
    by_length: dict[int, tuple[_Parts, ...]] = {}
    for name in names:
        ends = cuts(len(name))
        found = by_length.setdefault(len(name), tuple({} for _ in ends[1:]))
        for parts, (start, end) in zip(found, pairwise(ends), strict=True):
            parts.setdefault(name[start:end], []).append(name)
    return by_length


def _thirds_typed(typed: str, known: int) -> Iterator[tuple[str, ...]]:
    """What stands in `typed` where a name of `known` letters would have each of its thirds.

    The outer thirds stand at the ends, whole or with the letter at the cut swapped away. The middle one matters where
    each of the others has one slip, so that it stands at most one letter aside.
    """
    _, first, last, _ = _thirds_of(known)
    longer = len(typed) - known
    yield typed[:first], typed[: max(first - 1, 0)] + typed[first : first + 1]
    asides = range(max(-1, longer - 1), min(1, longer + 1) + 1)
    yield tuple(typed[max(first + aside, 0) : last + aside] for aside in asides)
    cut = last + longer
    yield typed[cut:], typed[max(cut - 1, 0) : cut] + typed[cut + 1 :]


def _measured(typed: str, names: Collection[str], slips: int) -> Near:
    extract, distance = measure()
    return [(name, int(far)) for name, far, _ in extract(typed, names, scorer=distance, score_cutoff=slips, limit=None)]


@cache
def measure() -> tuple[Any, Any]:
    """What measures, loaded when a word is first doubted: it takes longer than all else here."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    return extract, OSA.distance
