"""Text as numbers, words, signs and marks, each with its place.

One pass, one pattern, no alternative that another one could take again: reading is linear in the length of the
text. What looks like a number inside a name (GPT-4, R1, H100, Q2) is one word, so that no later step can take it
for a figure. A wide gap or an empty line breaks the text: nothing is read across it.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar

T = TypeVar("T")
Kind = Literal["number", "word", "sign", "mark", "break"]

_WIDEST_GAP = 3


class Token(NamedTuple):
    """A piece of text; `key` is its text for comparing, `spaced` whether white space stands before it."""

    kind: Kind
    text: str
    key: str
    start: int
    end: int
    spaced: bool


_NOTHING = Token("break", "", "", 0, 0, spaced=True)


@cache
def _pattern() -> re.Pattern[str]:
    gap = "[ \u00a0\u2009\u202f'’]"
    year = "(?:19|20)[0-9]{2}(?![0-9])"
    codes = "USD|EUR|GBP|CHF|JPY|CNY|RMB|SGD|AUD|CAD|HKD|INR"
    return re.compile(
        rf"(?P<number>[0-9]{{1,3}}(?P<gap>{gap})[0-9]{{3}}(?:(?P=gap)[0-9]{{3}})*(?![0-9])(?:[.,][0-9]+)?"
        r"|[0-9]+(?:[.,][0-9]+)*)"
        r"|(?P<sign>(?<![^\W\d_])(?:US-?|HK|NT|NZ|AU|CA|[ACRS])\$|(?<![^\W\d_])(?:JP|CN)¥|[$€£¥₩₹%])"
        rf"|(?P<word>(?:{codes})(?=[0-9])|(?<![0-9])[^\W\d_]+(?:(?:-(?!{year}))?[0-9]+(?:\.[0-9]+)*[^\W\d_]*)+|[^\W\d_]+)"
        r"|(?P<space>\s+)"
        r"|(?P<mark>.)",
        re.IGNORECASE,
    )


class Tokens:
    """The tokens of one text. An index outside is no error but a `break`, so that looking around needs no care."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens: list[Token] = []
        self._found: dict[tuple[object, ...], Any] = {}
        spaced = False
        for match in _pattern().finditer(text):
            kind, printed = str(match.lastgroup), match.group()
            if kind == "space":
                spaced = True
                if len(printed) > _WIDEST_GAP or printed.count("\n") > 1:
                    self._add("break", "", match.end(), spaced=True)
                continue
            self._add(kind, printed, match.start(), spaced=spaced)  # type: ignore[arg-type]
            spaced = False

    def _add(self, kind: Kind, printed: str, start: int, *, spaced: bool) -> None:
        self._tokens.append(Token(kind, printed, printed.casefold(), start, start + len(printed), spaced))

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, index: int) -> Token:
        try:
            return self._tokens[index] if index >= 0 else _NOTHING
        except IndexError:
            return _NOTHING

    def once(self, reader: "Callable[..., T]", index: int, *more: object) -> T:
        """What a reader finds at a place: several longer readings begin with the same words, which are read once."""
        asked = (reader, index, *more)
        if asked not in self._found:
            self._found[asked] = reader(self, index, *more)
        found: T = self._found[asked]
        return found

    def is_hyphen(self, index: int) -> bool:
        """Whether a hyphen stands here that ties its neighbours together without a gap."""
        return self[index].text in ("-", "\u2011") and not self[index].spaced and not self[index + 1].spaced

    def past_hyphen(self, index: int) -> int:
        """The index after such a hyphen, or the same index where none stands."""
        return index + 1 if self.is_hyphen(index) else index

    def printed(self, first: int, end: int) -> tuple[int, str]:
        """Where the tokens from `first` up to but not including `end` begin in the text, and their exact words."""
        start = self[first].start
        return start, self.text[start : self[end - 1].end]
