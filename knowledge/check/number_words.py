"""Which words of a statement say a number, and which number.

Wider than the reader of amounts on purpose: a figure may hide in "twice", "Dutzend" or "zweite" too, and every number
of a statement has to be accounted for. "One", "ein" and "first" are left out, since they mostly count nothing; so are
verbs ("verdoppeln").
"""

import re
from decimal import Decimal
from typing import NamedTuple

from knowledge.reading.number_words import english_number, german_number
from knowledge.reading.numerals import read_numeral
from knowledge.value import Language

_MULTIPLES = {
    2: "twice twofold zweimal doppelt doppelte doppelten zweifach zweifache zweite zweiten zweiter zweites second",
    3: "thrice triple threefold dreimal dreifach dreifache dritte dritten dritter drittes third drittel",
    4: "fourfold viermal vierfach vierfache vierte vierten vierter viertes fourth viertel",
    5: "fivefold fünfmal fünffach fünffache fünfte fünften fünfter fünftes fifth",
    10: "tenfold zehnmal zehnfach zehnfache zehnfaches tenth zehnte zehnten",
    12: "dozen dozens dutzend dutzende",
}
_VALUES = {word: Decimal(value) for value, words in _MULTIPLES.items() for word in words.split()}
_TIMES = {"twice", "thrice", "twofold", "threefold", "fourfold", "fivefold", "tenfold"} | {
    word for word in _VALUES if word.endswith(("mal", "fach", "fache", "faches"))
}
_NUMERAL = re.compile(r"[^\W\d_]*-?\d+(?:[.,]\d+)*[^\W\d_]*|[^\W\d_]+")


class Numeral(NamedTuple):
    """Digits or a number word, and its place; `value` is None for digits, which only a language reads."""

    start: int
    text: str
    value: Decimal | None

    @property
    def end(self) -> int:
        """The position after the last character."""
        return self.start + len(self.text)

    def in_language(self, language: Language) -> Decimal | str:
        """The number, or the text itself where letters stand among the digits (R1) or no convention fits."""
        if self.value is not None:
            return self.value
        plain = read_numeral(self.text, language) if self.text[0].isdigit() and self.text[-1].isdigit() else None
        return plain.value if plain else self.text


def numerals(text: str) -> list[Numeral]:
    """Every number that `text` prints in digits or in words, also within a name (R1)."""
    found = []
    for match in _NUMERAL.finditer(text):
        word = match.group()
        value = word_value(word)
        if value is not None or any(character.isdigit() for character in word):
            found.append(Numeral(match.start(), word, value))
    return found


def word_value(word: str) -> Decimal | None:
    """The number that a single word says, from 2 on; None for any other word."""
    key = word.casefold()
    value = _VALUES.get(key) or german_number(key) or english_number(key)
    return value if value is not None and value > 1 else None


def is_multiple(word: str) -> bool:
    """Whether the word multiplies ("twice", "zweimal") rather than counts."""
    return word.casefold() in _TIMES


def holds_number(name: str) -> bool:
    """Whether a name holds digits or a number word."""
    return bool(numerals(name))
