"""Common words: what an English or a German text may hold, so that it is no slip of a name.

The list is made by tests/common_words.py and shipped sorted, one word a line. It is read when a word is first
doubted, in about two milliseconds; a set is made only of the words that begin as a doubted one does, since a set of
all of them takes ten times as long and most processes doubt one or two words.
"""

from functools import cache, lru_cache
from pathlib import Path

_LIST = Path(__file__).with_name("common_words.txt")
_BEGINNING = 2
_MOST_SETS = 4096
"""Four times as many beginnings as the list has; a text of other scripts has more, and shall not fill the memory."""


def is_common(word: str) -> bool:
    """Whether a folded word is a word, name or abbreviation of its own; a single letter always is."""
    return len(word) < _BEGINNING or word in _beginning_with(word[:_BEGINNING])


@cache
def listed() -> str:
    """The words of the list, each between two line breaks."""
    return f"\n{_LIST.read_text(encoding='utf-8')}"


@lru_cache(maxsize=_MOST_SETS)
def _beginning_with(letters: str) -> frozenset[str]:
    words = listed()
    start, last = words.find(f"\n{letters}"), words.rfind(f"\n{letters}")
    return frozenset(words[start : words.find("\n", last + 1)].split() if start >= 0 else ())
