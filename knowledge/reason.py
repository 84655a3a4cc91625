"""A reason: why something is not taken, as a value that both languages have words for.

Who finds out that something is wrong does not know who will be told. So it names a phrase and what stands in it, and
whoever tells it chooses the language. Parts may be reasons themselves ("exact 40 USD"); numbers and days stand in each
language as it writes them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import Literal, Union

Part = Union[str, int, Decimal, date, "Reason", None]
Phrases = Mapping[str, tuple[str, str]]
"""English and German by key; `{}` or `{0}` stands for a part."""

_NUMBERS = str.maketrans(",.", ".,")
_NOTHING = "–"


@dataclass(frozen=True)
class Reason:
    """A phrase by its key, in both languages, and the parts that stand in it."""

    key: str
    english: str
    german: str
    parts: tuple[Part, ...] = ()

    def in_language(self, language: Literal["en", "de"]) -> str:
        """The reason as it is told."""
        if language == "en":
            return self.english.format(*(_in_english(part) for part in self.parts))
        return self.german.format(*(_in_german(part) for part in self.parts))

    def __str__(self) -> str:
        return self.in_language("en")


class Reasons:
    """Makes reasons out of a table of phrases."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases

    def __call__(self, key: str, *parts: Part) -> Reason:
        """The reason of this key."""
        english, german = self.phrases[key]
        return Reason(key, english, german, parts)


def called(key: str, german: str) -> Reason:
    """Something of the vocabulary: by its id where files are mended, which is in English, else by its German name."""
    return Reason("called", "{0}", "{1}", (key, german))


def grouped(number: int) -> Reason:
    """A whole number with its thousands apart, as each language writes it."""
    english = f"{number:,}"
    return Reason("grouped", "{0}", "{1}", (english, english.translate(_NUMBERS)))


def together(reasons: Iterable[Reason]) -> Reason:
    """Several as one: "this and that"; there is at least one."""
    return reduce(lambda one, other: Reason("and", "{} and {}", "{} und {}", (one, other)), reasons)


def one_by_one(reasons: Iterable[Reason]) -> Reason:
    """Several as one: "this; that"; there is at least one."""
    return reduce(lambda one, other: Reason("next", "{}; {}", "{}; {}", (one, other)), reasons)


def _in_english(part: Part) -> str:
    return part.in_language("en") if isinstance(part, Reason) else str(part)


def _in_german(part: Part) -> str:
    if isinstance(part, Reason):
        return part.in_language("de")
    if isinstance(part, Decimal):
        return f"{part:,f}".translate(_NUMBERS)
    if isinstance(part, date):
        return f"{part:%d.%m.%Y}"
    return _NOTHING if part is None else str(part)
