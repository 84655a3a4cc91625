"""A question cut into words, each with its place and its folded form.

Hyphens, apostrophes and points part words, as names are written with and without them (Dell'Oro, Mag-7); a
possessive "'s" is dropped.
"""

import re
from typing import NamedTuple

_WORD = re.compile(r"\$?\w+")


class Token(NamedTuple):
    """A word of the question: `text` as typed, `folded` for comparison, `start` and `end` in the question."""

    text: str
    folded: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in order."""
    found = (
        Token(match.group(), match.group().casefold().strip("_"), match.start(), match.end())
        for match in _WORD.finditer(text)
    )
    return tuple(token for token in found if token.folded and not _possessive(text, token))


def fold(name: str) -> str:
    """A name as the index keeps it: the folded words of `name`, joined by single spaces."""
    return " ".join(token.folded for token in tokens(name))


def _possessive(text: str, token: Token) -> bool:
    return token.folded == "s" and token.start > 0 and text[token.start - 1] == "'"
