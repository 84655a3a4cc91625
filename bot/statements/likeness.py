"""For which claim a question asks, learned from how people ask for each: multinomial naive Bayes.

Of all that the phrasings of a claim hold (runs of letters, words, pairs of words), each thing has a share. A question
is like the claim's phrasings by how much larger their shares of what it holds are than those of all phrasings together:
the logarithm of the ratio, summed (A. McCallum, K. Nigam 1998). Things count by how rare they are, and those of one
phrasing together as one, so that long ones do not outweigh short ones (J. Rennie et al. 2003). What no phrasing has
makes a question less like all of them. Questions that no claim answers are set against all phrasings in the same way.
"""

import heapq
import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.statements.runs import runs

_SMOOTHING: Final = 0.1
"""What phrasings are taken to hold besides of each thing; a tenth was best of 0.01 to 0.3 on development questions."""

_FEWEST: Final = 2
"""Texts that hold a thing before it tells anything."""

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]
Texts = Iterable[Sequence[str]]
"""Each as its folded words, umlauts in the one spelling that all ways to type them share."""


class Likeness:
    """How much a question is like the phrasings of claims, against its likeness to all of them together."""

    def __init__(self, points: Floats, places: Mapping[str, int], unanswered: float) -> None:
        """Of the points of each claim, where they stand, and those of questions that no claim answers."""
        self._points = points
        self._places = places
        self.unanswered = unanswered

    def has(self, claim: str) -> bool:
        """Whether a claim has phrasings at all."""
        return claim in self._places

    def of(self, claim: str) -> float:
        """The points of a claim: over 0 is more like its phrasings than others; nought of one without any."""
        return float(self._points[self._places[claim]]) if claim in self._places else 0.0

    def share(self, claim: str) -> float:
        """How likely the question asks for a claim, if it asks for one of these."""
        return float(self._shares[self._places[claim]]) if claim in self._places else 0.0

    def ahead(self, claim: str) -> float:
        """The points of a claim over the best other one; under 0 where another is more like it."""
        others = (self.of(one) for one in self._first_two if one != claim)
        return self.of(claim) - next(others, 0.0)

    def most(self, count: int) -> list[str]:
        """The claims that it is most like."""
        if not self._points.any():
            return []
        return heapq.nsmallest(count, self._places, key=lambda claim: (-self._points[self._places[claim]], claim))

    @cached_property
    def _first_two(self) -> list[str]:
        return self.most(2)

    @cached_property
    def _shares(self) -> Floats:
        shares: Floats = np.exp(self._points - self._points.max())
        return shares / float(shares.sum())


class _Told(NamedTuple):
    """What things tell.

    Attributes:
        rarity: of each thing, which it counts by.
        usual: what each adds to the likeness to all phrasings.
        unanswered: what each adds to that to questions that no claim answers.
        starts: where what each tells of claims begins; one more at the end.
        claims: of which claims.
        points: what it adds to the likeness to each.
        lengths: what each claim's phrasings hold in all, as a logarithm, less that of the usual claim.
    """

    rarity: Floats
    usual: Floats
    unanswered: Floats
    starts: Numbers
    claims: Numbers
    points: Floats
    lengths: Floats


class _Things:
    """Numbers for the things that texts hold: runs of letters, words, and pairs of words that stand together."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._of_words: dict[str, frozenset[int]] = {}

    def numbered(self, words: Sequence[str]) -> set[int]:
        """The numbers of all that folded words hold; what is met first gets one."""
        for word in words:
            if word not in self._of_words:  # a word has many runs, and most words are met often
                self._of_words[word] = frozenset(map(self._number, _of_a_word(word)))
        return set(map(self._number, pairwise(words))).union(*(self._of_words[word] for word in words))

    def known(self, words: Sequence[str]) -> tuple[set[int], int]:
        """The numbers of what has one, and of how much there is none."""
        things = set[Hashable](pairwise(words)).union(*map(_of_a_word, words))
        found = {self._numbers[one] for one in things if one in self._numbers}
        return found, len(things) - len(found)

    def _number(self, thing: Hashable) -> int:
        return self._numbers.setdefault(thing, len(self._numbers))


def _of_a_word(word: str) -> set[Hashable]:
    return {(word,), *runs(word)}


class Learned:
    """What the phrasings of claims tell, and questions that none of them answers."""

    def __init__(self, phrasings: Mapping[str, Texts], unanswered: Texts = ()) -> None:
        """Of the phrasings of each claim, by its id."""
        self._places = {claim: place for place, claim in enumerate(phrasings)}
        self._things = _Things()
        held: list[int] = []
        sizes: list[int] = []
        owners: list[int] = []
        for owner, texts in enumerate((*phrasings.values(), unanswered)):
            for words in texts:
                things = self._things.numbered(words)
                held += things
                sizes.append(len(things))
                owners.append(owner)
        texts_of = np.repeat(np.arange(len(sizes)), np.array(sizes, np.int64))
        self._told = _told(np.array(held, np.int64), texts_of, np.array(owners, np.int64), len(self._places))
        self._unseen = 1 + math.log(1 + len(sizes))

    def likeness(self, words: Sequence[str]) -> Likeness:
        """How much folded words are like the phrasings of each claim."""
        told, points = self._told, np.zeros(len(self._places))
        numbers, new = self._things.known(words)
        known = np.array(sorted(numbers), np.int64)
        strange = new + int(np.count_nonzero(told.rarity[known] == 0))
        known = known[told.rarity[known] > 0]
        if not len(known):
            return Likeness(points, self._places, 0.0)
        weights = told.rarity[known]
        for number, weight in zip(known, weights, strict=True):
            span = slice(told.starts[number], told.starts[number + 1])
            points[told.claims[span]] += weight * told.points[span]
        points -= weights @ told.usual[known] + weights.sum() * told.lengths
        length = np.sqrt(weights @ weights + strange * self._unseen**2)
        return Likeness(points / length, self._places, float(weights @ told.unanswered[known] / length))


def _told(held: Numbers, texts: Numbers, owners: Numbers, claims: int) -> _Told:
    """What things tell, of all that are held, the text that holds each, and whose it is: a claim's or nobody's."""
    things = int(held.max(initial=-1)) + 1
    count = np.bincount(held, minlength=things)
    rarity = np.where(count >= _FEWEST, 1 + np.log((1 + len(owners)) / (1 + count)), 0.0)
    telling = rarity[held] > 0
    held, texts = held[telling], texts[telling]
    weights = rarity[held] / np.sqrt(np.bincount(texts, rarity[held] ** 2, len(owners)))[texts]
    whose = owners[texts]
    asked, unasked = (_summed(held[which], weights[which], things) for which in (whose < claims, whose == claims))
    keys, places = np.unique((held * claims + whose)[whose < claims], return_inverse=True)
    sums = _summed(places, weights[whose < claims], len(keys))
    thing, claim = np.divmod(keys, max(1, claims))
    wholes = np.log(_summed(claim, sums, claims) + _SMOOTHING * max(1, things))
    return _Told(
        rarity,
        np.log1p(asked / max(1, claims) / _SMOOTHING),
        _against(unasked, asked),
        np.searchsorted(thing, np.arange(things + 1)),
        claim,
        np.log1p(sums / _SMOOTHING),
        wholes - wholes.mean() if claims else wholes,
    )


def _summed(places: Numbers, weights: Floats, count: int) -> Floats:
    """The weights at each of so many places."""
    return np.bincount(places, weights, count).astype(np.float64)


def _against(some: Floats, others: Floats) -> Floats:
    """How much more some texts have of each thing than others, were there as much of both; nought of one alone."""
    if not (some.any() and others.any()):
        return np.zeros(len(some))
    alike = others * (float(some.sum()) / float(others.sum()))
    return np.log(some + _SMOOTHING) - np.log(alike + _SMOOTHING)
