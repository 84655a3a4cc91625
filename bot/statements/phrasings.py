"""How people ask for a claim: phrasings whose words neither its statement nor its terms need to hold.

Each line of `phrasings.txt` is a claim's id, a language and a way to ask for it. A question is like a phrasing by the
runs of letters that they share, so that other forms and slips of a word count as well; what it is like is one sign of
several, and a phrasing never answers by itself. A claim that has none is known by its own words alone.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, get_args

import numpy as np
from numpy.typing import NDArray

from bot.statements.rarity import rarity
from bot.statements.runs import runs_of
from knowledge.folding import tokens
from knowledge.value import Language

_SATURATION: Final = 1.2
_LENGTH: Final = 0.75
"""BM25's usual `k1` and `b` (S. Robertson, H. Zaragoza 2009)."""

_NOBODY: Final = np.array([], np.uint32)

_BEST: Final = 3
"""The phrasings of a claim that count: one alone may be like a question by chance."""


class Likeness:
    """How much a question is like the phrasings of claims: about 1 where three of them have its very words."""

    def __init__(self, points: NDArray[np.float64], places: Mapping[str, slice], whole: float) -> None:
        """Of each phrasing's points, where those of each claim stand, and the points of the question itself."""
        self._points = points
        self._places = places
        self._whole = whole or 1.0

    def has(self, claim: str) -> bool:
        """Whether a claim has phrasings at all."""
        return claim in self._places

    def of(self, claim: str) -> float:
        """The mean of a claim's best phrasings; nought of one without any."""
        if claim not in self._places:
            return 0.0
        return float(np.sort(self._points[self._places[claim]])[-_BEST:].sum()) / (_BEST * self._whole)

    def once(self, claim: str) -> float:
        """The same of its best phrasing alone."""
        return self._best.get(claim, 0.0) / self._whole

    def most(self, count: int) -> list[str]:
        """The claims that have the phrasings that are most like it."""
        best = self._best
        return heapq.nlargest(count, best, key=lambda claim: (best[claim], claim))

    @cached_property
    def _best(self) -> Mapping[str, float]:
        """The points of each claim's best phrasing; of none where nothing is like the question."""
        if not self._points.any():
            return {}
        starts = [place.start for place in self._places.values()]
        return dict(zip(self._places, np.maximum.reduceat(self._points, starts).tolist(), strict=True))


class Phrasings:
    """Phrasings of claims, held against questions by BM25 over runs of letters."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Of lines as in `phrasings.txt`, in any order."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        self._places: dict[str, slice] = {}
        self._words: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        lengths: list[int] = []
        for claim, phrasings in _by_claim(lines).items():
            self._places[claim] = slice(len(lengths), len(lengths) + len(phrasings))
            for language, phrasing in phrasings:
                words = [word.folded for word in tokens(phrasing)]
                self._words[claim, language].update(words)
                own = runs_of(words)
                for one in own:
                    holders[one].append(len(lengths))
                lengths.append(len(own))
        self._known = {code: frozenset[str]().union(*self._of_language(code)) for code in get_args(Language)}
        self._holders = {one: np.array(numbers, np.uint32) for one, numbers in holders.items()}
        own_length = np.array(lengths, np.float64) / (sum(lengths) / max(1, len(lengths)))
        self._shares = (_SATURATION + 1) / (1 + _SATURATION * (1 - _LENGTH + _LENGTH * own_length))

    def likeness(self, text: str) -> Likeness:
        """How much a text is like the phrasings of each claim."""
        found, whole = np.zeros(len(self._shares)), 0.0
        for one in runs_of(word.folded for word in tokens(text)):
            holders = self._holders.get(one, _NOBODY)
            weight = rarity(len(holders), len(self._shares))
            whole += weight
            found[holders] += weight  # each phrasing holds a run once
        return Likeness(found * self._shares, self._places, whole)

    def words(self, claim: str, language: Language) -> Collection[str]:
        """The folded words with which people ask for a claim in a language."""
        return self._words.get((claim, language), ())

    def uses(self, word: str, language: Language) -> bool:
        """Whether people ask for any claim with a folded word in a language."""
        return word in self._known[language]

    def _of_language(self, language: Language) -> Iterator[set[str]]:
        return (words for (_, own), words in self._words.items() if own == language)


def _by_claim(lines: Iterable[str]) -> Mapping[str, list[tuple[str, str]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in lines:
        claim, language, phrasing = line.split(" | ", 2)
        found[claim].append((language, phrasing))
    return found
