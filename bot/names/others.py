"""Names of well-known firms and people that a base need not know: a question about one is not answered about another.

Most names of one word are words of common texts as well ("oracle", "apple"), so that a list of common words does not
tell them from words that an asker merely adds. The list is short, folded, one name a line, to be read in a review; who
is in the vocabulary is found there first.
"""

from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("others.txt")


@cache
def _names() -> frozenset[str]:
    return frozenset(_LIST.read_text(encoding="utf-8").split())


def is_other_name(word: str) -> bool:
    """Whether a folded word is the name of a firm or a person, or its genitive."""
    return word in _names() or (word.endswith("s") and word[:-1] in _names())
