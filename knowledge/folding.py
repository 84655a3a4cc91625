"""Words as they are compared: a text cut into words, each with its place and its folded form; a name folded whole.

Hyphens, apostrophes and points part words, as names are written with and without them (Dell'Oro, Mag-7); a possessive
"'s" is dropped. There is one folding: what a question is looked up by is what a name is refused by when it collides,
so that two names that only punctuation tells apart cannot both be known and then meet in a question.
"""

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"\$?\w+")
_APOSTROPHES = ("'", "’")


class Token(NamedTuple):
    """A word of a text: `text` as typed, `folded` for comparison, `start` and `end` in the text."""

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


def folded_words(text: str) -> list[str]:
    """The words of `text` in order, folded: as `tokens`, for whoever needs no places."""
    if any(mark in text for mark in _APOSTROPHES):
        return [token.folded for token in tokens(text)]
    return [word for match in _WORD.findall(text) if (word := match.casefold().strip("_"))]


def fold(name: str) -> str:
    """A name as it is compared: its folded words, joined by single spaces; empty for a name without a word."""
    if name.isascii() and name.replace(" ", "").isalnum():  # as most names, of which nothing has to be cut
        return " ".join(name.lower().split())
    return " ".join(token.folded for token in tokens(unicodedata.normalize("NFKC", name)))


def _possessive(text: str, token: Token) -> bool:
    return token.folded == "s" and token.start > 0 and text[token.start - 1] in _APOSTROPHES
