"""For which claim a question asks, learned from how people ask for each: multinomial naive Bayes.

Of all that the phrasings of a claim hold (see `things`), each thing has a share. A question is like the claim's
phrasings by how much larger their shares of what it holds are than those of all phrasings together: the logarithm of
the ratio, summed (A. McCallum, K. Nigam 1998). Things count by how rare they are, and those of one phrasing together as
one, so that long ones do not outweigh short ones (J. Rennie et al. 2003). What no phrasing has makes a question less
like all of them. Questions that no claim answers are set against all phrasings in the same way.

Beside the likeness to all phrasings of a claim, the nearest one tells whether the claim is asked for at all: by the
cosine of both texts' things, weighed in the same way (G. Salton, C. Buckley 1988).
"""

import heapq
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.statements.things import Numbers, Things

_SMOOTHING: Final = 0.1
"""What phrasings are taken to hold besides of each thing; a tenth was best of 0.01 to 0.3 on development questions."""

Floats = NDArray[np.float64]
Texts = Iterable[Sequence[str]]
"""Each as its folded words, umlauts in the one spelling that all ways to type them share."""


class Likeness:
    """How much a question is like the phrasings of claims, against its likeness to all of them together."""

    def __init__(
        self, points: Floats, places: Mapping[str, int], unanswered: float, nearest: Callable[[], Floats]
    ) -> None:
        """Of the points of each claim, where they stand, and those of questions that no claim answers.

        `nearest` brings the cosine of the nearest phrasing of each claim, and of the nearest of those questions.
        """
        self._points = points
        self._places = places
        self._bring_nearest = nearest
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

    def nearest(self, claim: str) -> float:
        """The cosine of the question and the nearest phrasing of a claim, 0 to 1; nought of one without any."""
        return float(self._nearest[self._places[claim]]) if claim in self._places else 0.0

    def nearest_unanswered(self) -> float:
        """The cosine of the question and the nearest one that no claim answers, 0 to 1."""
        return float(self._nearest[-1])

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

    @cached_property
    def _nearest(self) -> Floats:
        return self._bring_nearest()


class _Told(NamedTuple):
    """What things tell.

    Attributes:
        usual: what each adds to the likeness to all phrasings.
        unanswered: what each adds to that to questions that no claim answers.
        starts: where what each tells of claims begins; one more at the end.
        claims: of which claims.
        points: what it adds to the likeness to each.
        lengths: what each claim's phrasings hold in all, as a logarithm, less that of the usual claim.
    """

    usual: Floats
    unanswered: Floats
    starts: Numbers
    claims: Numbers
    points: Floats
    lengths: Floats


class Learned:
    """What the phrasings of claims tell, and questions that none of them answers."""

    def __init__(self, phrasings: Mapping[str, Texts], unanswered: Texts = ()) -> None:
        """Of the phrasings of each claim, by its id."""
        self._places = {claim: place for place, claim in enumerate(phrasings)}
        every = [list(texts) for texts in (*phrasings.values(), unanswered)]
        self._sizes = np.array([len(texts) for texts in every], np.int64)
        self._things = Things([words for texts in every for words in texts])
        count = int(self._sizes.sum())
        self._rarity = 1 + np.log((1 + count) / (1 + self._things.count))
        self._unseen = 1 + math.log(1 + count)
        squares = np.bincount(self._things.texts, np.repeat(self._rarity**2, self._things.count), count)
        self._norms = np.sqrt(np.maximum(squares, 1.0))
        owners = np.repeat(np.arange(len(every)), self._sizes)
        self._told = _told(self._things, self._rarity, self._norms, owners, len(self._places))

    def likeness(self, words: Sequence[str]) -> Likeness:
        """How much folded words are like the phrasings of each claim."""
        told, points = self._told, np.zeros(len(self._places))
        known, new = self._things.known(words)
        if not len(known):
            return Likeness(points, self._places, 0.0, lambda: np.zeros(len(self._sizes)))
        weights = self._rarity[known]
        for number, weight in zip(known, weights, strict=True):
            span = slice(told.starts[number], told.starts[number + 1])
            points[told.claims[span]] += weight * told.points[span]
        points -= weights @ told.usual[known] + weights.sum() * told.lengths
        length = float(np.sqrt(weights @ weights + new * self._unseen**2))
        unanswered = float(weights @ told.unanswered[known] / length)
        return Likeness(points / length, self._places, unanswered, lambda: self._nearest(known, length))

    def _nearest(self, known: Numbers, length: float) -> Floats:
        """The cosine of the nearest text of each owner with one that holds these things and is so long."""
        starts, texts = self._things.starts, self._things.texts
        holding = np.concatenate([texts[starts[number] : starts[number + 1]] for number in known])
        shared = np.bincount(holding, np.repeat(self._rarity[known] ** 2, self._things.count[known]), len(self._norms))
        nearest = np.zeros(len(self._sizes))
        owning = np.flatnonzero(self._sizes)
        firsts = (np.cumsum(self._sizes) - self._sizes)[owning]
        nearest[owning] = np.maximum.reduceat(shared / self._norms, firsts) / length
        return nearest


def _told(things: Things, rarity: Floats, norms: Floats, owners: Numbers, claims: int) -> _Told:
    """What things tell, of whose text each is: one of so many claims' or, of the last owner, nobody's."""
    held = np.repeat(np.arange(len(things)), things.count)
    weights, whose = rarity[held] / norms[things.texts], owners[things.texts]
    asked, unasked = (_summed(held[of], weights[of], len(things)) for of in (whose < claims, whose == claims))
    keys = (held * claims + whose)[whose < claims]  # in order, as texts are in that of their owners
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    sums = np.add.reduceat(weights[whose < claims], firsts) if len(firsts) else np.zeros(0)
    thing, claim = np.divmod(keys[firsts], max(1, claims))
    wholes = np.log(_summed(claim, sums, claims) + _SMOOTHING * max(1, len(things)))
    return _Told(
        np.log1p(asked / max(1, claims) / _SMOOTHING),
        _against(unasked, asked),
        np.searchsorted(thing, np.arange(len(things) + 1)),
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
