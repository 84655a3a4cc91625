"""Scales: the word or letter after a number that multiplies it.

A German Billion is 10¹², an English billion 10⁹, and a Trillion 10¹⁸ against 10¹². Most spellings belong to one
language whatever the text around ("Mrd.", "bn", "Billionen"); only what both languages write alike is left to the
language of the phrase. A letter ("$5B") is a scale only beside a currency.
"""

from decimal import Decimal
from typing import NamedTuple

from knowledge.reading.phrases import Phrases
from knowledge.reading.tokens import Tokens
from knowledge.value import Language


class Scale(NamedTuple):
    """The powers of ten in English and in German, the language that the spelling proves, and whether a letter."""

    english: int
    german: int
    language: Language | None = None
    letter: bool = False

    def factor(self, language: Language) -> Decimal:
        """What the number is multiplied by."""
        return Decimal(10) ** (self.english if language == "en" else self.german)


_WORDS = Phrases(
    {
        "thousand": Scale(3, 3, "en"),
        "tausend": Scale(3, 3, "de"),
        "tsd": Scale(3, 3, "de"),
        "tsd.": Scale(3, 3, "de"),
        "million": Scale(6, 6),
        "millions": Scale(6, 6, "en"),
        "millionen": Scale(6, 6, "de"),
        "mio": Scale(6, 6, "de"),
        "mio.": Scale(6, 6, "de"),
        "mill": Scale(6, 6),
        "mill.": Scale(6, 6),
        "mn": Scale(6, 6, "en"),
        "mln": Scale(6, 6),
        "mil": Scale(6, 6, "en", letter=True),
        "mm": Scale(6, 6, "en", letter=True),
        "milliarde": Scale(9, 9, "de"),
        "milliarden": Scale(9, 9, "de"),
        "mrd": Scale(9, 9, "de"),
        "mrd.": Scale(9, 9, "de"),
        "mrden": Scale(9, 9, "de"),
        "mia": Scale(9, 9, "de"),
        "mia.": Scale(9, 9, "de"),
        "bn": Scale(9, 9, "en"),
        "bln": Scale(9, 9, "en"),
        "billion": Scale(9, 12),
        "billions": Scale(9, 9, "en"),
        "billionen": Scale(12, 12, "de"),
        "bio.": Scale(12, 12, "de"),
        "billiarde": Scale(15, 15, "de"),
        "billiarden": Scale(15, 15, "de"),
        "tn": Scale(12, 12, "en"),
        "trn": Scale(12, 12, "en"),
        "trillion": Scale(12, 18),
        "trillions": Scale(12, 12, "en"),
        "trillionen": Scale(18, 18, "de"),
    }
)
_LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12}
_CAPITALS = "MBT"
_THOUSAND = 3


def read_scale(tokens: Tokens, index: int) -> tuple[Scale, int] | None:
    """The scale at `index` (after a hyphen that ties it to the number, or in brackets) and the index after it."""
    if tokens[index].text == "(":
        return _in_brackets(tokens, index + 1)
    place = tokens.past_hyphen(index)
    if found := _WORDS.find(tokens, place):
        scale, end = found
        scale = _proved(scale, tokens[place].text)
        if scale.english == _THOUSAND and (more := _WORDS.find(tokens, tokens.past_hyphen(end))):
            return _thousand_fold(_proved(more[0], tokens[tokens.past_hyphen(end)].text)), more[1]
        return scale, end
    return _read_letter(tokens, index)


def _in_brackets(tokens: Tokens, index: int) -> tuple[Scale, int] | None:
    """As in "$60 (billion)"."""
    found = _WORDS.find(tokens, index)
    if found is None or tokens[found[1]].text != ")":
        return None
    return _proved(found[0], tokens[index].text), found[1] + 1


def _proved(scale: Scale, printed: str) -> Scale:
    """German writes its nouns with a capital, so a small "billion" is English unless the rest says otherwise."""
    return scale._replace(language="en") if scale.language is None and printed.islower() else scale


def _thousand_fold(scale: Scale) -> Scale:
    return scale._replace(english=scale.english + 3, german=scale.german + 3)


def _read_letter(tokens: Tokens, index: int) -> tuple[Scale, int] | None:
    token = tokens[index]
    power = _LETTERS.get(token.key)
    if power is None or (token.spaced and token.text not in _CAPITALS):
        return None
    return Scale(power, power, None, letter=True), index + 1
