"""Runs of letters: what two words of one family have in common where their stems differ (Tagesverlust and Verlust).

German joins words and both languages derive them, so that a claim often says a word of the question in another form.
Runs of four letters, with the ends of the word as letters, meet in such forms (W. Cavnar, J. Trenkle 1994 use them to
tell texts apart; P. McNamee, J. Mayfield 2004 found four the best length for retrieval in European languages).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from bot.statements.stems import without_umlauts

_LENGTH: Final = 4
_END: Final = " "


@lru_cache(maxsize=65_536)
def runs(word: str) -> frozenset[str]:
    """The runs of a folded word; of a shorter one, the word itself."""
    ended = f"{_END}{without_umlauts(word)}{_END}"
    return frozenset(ended[start : start + _LENGTH] for start in range(max(1, len(ended) - _LENGTH + 1)))


def runs_of(words: Iterable[str]) -> frozenset[str]:
    """The runs of all the words."""
    return frozenset().union(*map(runs, words))
