"""A table of phrases, found at a place of the tokens by one walk.

The longest phrase wins; case does not matter; a hyphen may stand where the table has a space ("US Dollar",
"US-Dollar"), so each name is written once. A walk takes at most the steps of the longest phrase.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

from knowledge.reading.tokens import Tokens

T = TypeVar("T")
_END = None


def words(line: str) -> tuple[str, ...]:
    """The words of a line, in order: a table is easier to read without its quotation marks."""
    return tuple(line.split())


def either(line: str) -> tuple[str, ...]:
    """The phrases of a line that bars divide, in order."""
    return tuple(line.split("|"))


class Phrases(Generic[T]):
    """Phrases and what each of them means. The tree is built at the first search, not at import."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._meanings = meanings
        self._root: dict[str | None, Any] = {}

    def find(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that begins at `index`, and the index after it; None without one."""
        node = self._root or self._build()
        found: tuple[T, int] | None = None
        place = index
        while (step := node.get(tokens[place].key)) is not None and self._follows(tokens, index, place):
            node, place = step, place + 1
            if _END in node:
                found = node[_END], place
            place = tokens.past_hyphen(place)
        return found

    @staticmethod
    def _follows(tokens: Tokens, first: int, place: int) -> bool:
        """A mark inside a phrase ("ca.") stands without a gap."""
        return place == first or tokens[place].kind != "mark" or not tokens[place].spaced

    def _build(self) -> dict[str | None, Any]:
        root: dict[str | None, Any] = {}
        for phrase, meaning in self._meanings.items():
            node = root
            for key in _keys(phrase):
                node = node.setdefault(key, {})
            node[_END] = meaning
        self._root = root
        return root


def _keys(phrase: str) -> Iterable[str]:
    """The keys of a phrase's tokens; one of letters and spaces, as most are, is cut without the pattern."""
    parts = phrase.split(" ")
    if all(map(str.isalpha, parts)):
        return map(str.casefold, parts)
    tokens = Tokens(phrase)
    return (tokens[place].key for place in range(len(tokens)))
