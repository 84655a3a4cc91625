"""What texts hold, by number: runs of letters, words, and pairs of words that stand together.

A thing that a single text holds tells nothing of others and has no number.
"""

from collections.abc import Hashable, Iterator, Sequence
from itertools import chain, compress, pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.statements.runs import runs

_FEWEST: Final = 2
"""Texts that hold a thing before it tells anything."""

Numbers = NDArray[np.int64]


class Things:
    """Numbers for the things that texts hold, and which texts hold each.

    Attributes:
        count: how many texts hold each thing.
        texts: the places of those that hold the first thing, in order, then of those that hold the second, and so on.
        starts: where in `texts` those of each thing begin; one more at the end.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        """Of texts as their folded words."""
        words: dict[str, int] = {}
        said = np.array([words.setdefault(word, len(words)) for text in texts for word in text], np.int64)
        by = np.repeat(np.arange(len(texts)), np.array([len(text) for text in texts], np.int64))
        parts: dict[Hashable, int] = {}
        of_words = [[parts.setdefault(part, len(parts)) for part in _parts(word)] for word in words]
        held, places = _spread(of_words, said)
        together = by[1:] == by[:-1]
        codes, pairs = np.unique((said[:-1] * len(words) + said[1:])[together], return_inverse=True)
        held, by = np.concatenate([held, pairs + len(parts)]), np.concatenate([by[places], by[1:][together]])
        held, by = np.divmod(_each_once(held * len(texts) + by), max(1, len(texts)))
        count = np.bincount(held, minlength=len(parts) + len(codes))
        several = count >= _FEWEST
        self.count: Numbers = count[several]
        self.texts: Numbers = by[several[held]]
        self.starts: Numbers = np.concatenate([[0], np.cumsum(self.count)])
        spelt = list(words)
        together_said = ((spelt[code // len(spelt)], spelt[code % len(spelt)]) for code in codes.tolist())
        named = compress(chain(parts, together_said), several.tolist())
        self._numbers: dict[Hashable, int] = {thing: number for number, thing in enumerate(named)}

    def __len__(self) -> int:
        """How many things have a number."""
        return len(self.count)

    def known(self, words: Sequence[str]) -> tuple[Numbers, int]:
        """The numbers of what folded words hold, in order, and how much they hold that has none."""
        things = {*pairwise(words), *(part for word in words for part in _parts(word))}
        found = sorted(self._numbers[thing] for thing in things if thing in self._numbers)
        return np.array(found, np.int64), len(things) - len(found)


def _parts(word: str) -> Iterator[Hashable]:
    yield (word,)
    yield from sorted(runs(word))


def _each_once(numbers: Numbers) -> Numbers:
    """The numbers in order; many times as fast as NumPy's `unique`, which counts millions in a table of hashes."""
    numbers.sort()
    once: Numbers = numbers[np.diff(numbers, prepend=-1) != 0]
    return once


def _spread(of_words: Sequence[Sequence[int]], said: Numbers) -> tuple[Numbers, Numbers]:
    """The parts of each of the words as they are said, one after the other, and the place of the word of each."""
    sizes = np.array([len(parts) for parts in of_words], np.int64)
    flat = np.array([part for parts in of_words for part in parts], np.int64)
    first, sizes_said = (np.cumsum(sizes) - sizes)[said], sizes[said]
    places = np.repeat(np.arange(len(said)), sizes_said)
    within = np.arange(len(places)) - (np.cumsum(sizes_said) - sizes_said)[places]
    return flat[first[places] + within], places
