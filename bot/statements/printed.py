"""The words that claims print, as a typed word is looked for among them: which of them it misses by a slip.

Held by their length, as a word that is much longer or shorter is no slip away; made once for all questions, as to go
through all words for each of them would grow with the base. Of words that are equally near the first in order counts,
so that every process finds the same.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import Final

from bot.names.hand import is_slip
from bot.statements.stems import without_umlauts

_SLIPS: Final = ((9, 2), (4, 1))
_LONG: Final = 6
"""Letters below which only what looks like a slip of hand or ear is one."""

_MOST_NEAR: Final = 20


class Printed:
    """Words in an order that counts, each known by its spelling without umlauts."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._plain = tuple(map(without_umlauts, self._words))
        self._by_length: defaultdict[int, list[int]] = defaultdict(list)
        for place, plain in enumerate(self._plain):
            self._by_length[len(plain)].append(place)

    def like(self, word: str) -> str | None:
        """The word itself, or the one that may stand for it: missed by a slip, from nine letters on by two."""
        slips = next((slips for length, slips in _SLIPS if len(word) >= length), 0)
        if not slips or not word.isalpha():
            return None
        from rapidfuzz import process  # loaded when a word is first doubted
        from rapidfuzz.distance import OSA

        typed = without_umlauts(word)
        lengths = range(len(typed) - slips, len(typed) + slips + 1)
        places = sorted(chain.from_iterable(self._by_length.get(length, ()) for length in lengths))
        choices = [self._plain[place] for place in places]
        near = process.extract(typed, choices, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_NEAR)
        found = ((self._words[places[index]], far) for _, far, index in near)
        return next((one for one, far in found if far == 0 or len(word) >= _LONG or is_slip(word, one)), None)
