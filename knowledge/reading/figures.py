"""A figure: one number with what stands around it, not yet valued.

A figure in a range may borrow its scale and unit from its neighbour ("35 bis 40 Milliarden"), and scale and unit
prove the language that decides the marks of the digits. So reading and valuing are two steps: `read_figure` takes
the words, `Figure.quantity` the numbers.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from knowledge.reading.abbreviated import scaled_before, tied_currency
from knowledge.reading.brackets import read_bracketed
from knowledge.reading.currencies import currency_before
from knowledge.reading.number_words import read_spelled
from knowledge.reading.numerals import Numeral, read_numeral
from knowledge.reading.prices import hundredths_after, past_dashes
from knowledge.reading.scales import Scale, read_scale
from knowledge.reading.things import is_counted
from knowledge.reading.tokens import Tokens
from knowledge.reading.units import Suffix, unit_after
from knowledge.value import Language

_LARGEST = Decimal(10) ** 24
_MILLIONS = 6
_HUNDREDTH = Scale(-2, -2)
_ONE_OF = frozenset(("million", "milliarde", "billion", "billiarde", "trillion", "thousand"))
_NOT_CURRENCIES = ("percent", "times")


class Quantity(NamedTuple):
    """A number in base units; `unit` is None for a bare number, `marked` where a scale or grouping shows a quantity."""

    value: Decimal
    unit: str | None
    marked: bool


class Figure(NamedTuple):
    """The words of one figure, tokens `start` to before `end`.

    `digits` as printed or `spelled` in words; `article` if only a scale or percent makes the word a number; `leads`
    if the currency stands before; `plus` for "100+"; `language` is what the spelling proves; `scale_leads` if the scale
    stands before, with the currency ("TEUR 500").
    """

    start: int
    end: int
    digits: str
    spelled: Decimal | None
    article: bool
    scale: Scale | None
    unit: str | None
    leads: bool
    plus: bool
    language: Language | None
    scale_leads: bool = False

    def quantity(self, language: Language) -> Quantity | None:
        """The number and unit, read in `language` unless the spelling proves the other; None if it is none."""
        if self._is_incomplete():
            return None
        language = self.language or language
        numeral = self._numeral(language)
        if numeral is None:
            return None
        value = numeral.value * (self.scale.factor(language) if self.scale else 1)
        return Quantity(value, self.unit, numeral.grouped or self.scale is not None) if value <= _LARGEST else None

    def _is_incomplete(self) -> bool:
        """An article without scale or percent, or a scale of one letter without currency."""
        if self.article and self.scale is None and self.unit != "percent":
            return True
        return self.scale is not None and self.scale.letter and (self.unit is None or self.unit in _NOT_CURRENCIES)

    def _numeral(self, language: Language) -> Numeral | None:
        if self.spelled is not None:
            return Numeral(self.spelled, grouped=False)
        if self.leads and self.scale is None and _is_english_grouping(self.digits):
            return read_numeral(self.digits, "en")
        return read_numeral(self.digits, language)

    def borrowing(self, other: "Figure", *, scale: bool = True) -> "Figure":
        """The figure with the scale (if asked) and unit of `other` where it has none, and what they prove."""
        return self._replace(
            scale=self.scale or (other.scale if scale else None),
            unit=self.unit or other.unit,
            language=self.language or other.language,
        )


_EMPTY = Figure(0, 0, "", None, False, None, None, False, False, None)  # noqa: FBT003 (no words yet)


def read_figure(tokens: Tokens, index: int) -> Figure | None:
    """The figure that begins at `index`: currency, number, scale, unit, each but the number optional."""
    return tokens.once(_read_at, index)


def _read_at(tokens: Tokens, index: int) -> Figure | None:
    return _read_scaled(tokens, index) or _read_bracketed(tokens, index) or _read_usual(tokens, index)


def _read_scaled(tokens: Tokens, index: int) -> Figure | None:
    """As in "TEUR 1.250" and "Mio. EUR 12,5"; behind a scale that stands alone, a year is a year."""
    found = scaled_before(tokens, index)
    number = _read_number(tokens, found.end, leads=True) if found else None
    if found is None or number is None or (is_year(number.digits) and found.end > index + 2):
        return None
    if read_scale(tokens, number.end):
        return None
    scaled = number._replace(start=index, scale=found.scale, unit=found.code, leads=True, scale_leads=True)
    return _with_unit(tokens, scaled._replace(language=found.scale.language))


def _read_bracketed(tokens: Tokens, index: int) -> Figure | None:
    """As in "$(26.1) billion" and "(Vorjahr: 11,9) Prozent"; a bracket with nothing around it is none."""
    found = read_bracketed(tokens, index)
    if found is None or (found.currency is None and is_year(tokens[found.number].text)):
        return None
    unit = found.currency.code if found.currency else None
    plain = _EMPTY._replace(start=index, end=found.end, digits=tokens[found.number].text, unit=unit, leads=bool(unit))
    letter = read_scale(tokens, found.end)
    if letter and letter[0].letter and tokens[found.end].spaced:
        return None
    figure = _with_unit(tokens, _with_scale(tokens, plain))
    alone = figure is not None and figure.end == found.end
    return None if alone and tokens[index].text == "(" else figure


def _read_usual(tokens: Tokens, index: int) -> Figure | None:
    before = currency_before(tokens, index)
    number = _read_number(tokens, before[1] if before else index, leads=before is not None)
    if number is None:
        return None
    figure = number._replace(start=index)
    if before:
        figure = figure._replace(unit=before[0].code, leads=True)
    return _with_unit(tokens, _with_scale(tokens, figure))


def _read_number(tokens: Tokens, index: int, *, leads: bool) -> Figure | None:
    bare = _EMPTY._replace(start=index, end=index + 1)
    token = tokens[index]
    if token.kind == "number":
        if not _stands_free(tokens, index, leads=leads):
            return None
        end = _past_plus(tokens, index + 1)
        whole = past_dashes(tokens, end, leads=leads)
        return bare._replace(digits=token.text, plus=end > index + 1, end=whole)
    if spelled := read_spelled(tokens, index):
        return bare._replace(spelled=spelled.value, article=spelled.article, language=spelled.language, end=spelled.end)
    return None


def _past_plus(tokens: Tokens, index: int) -> int:
    """The index after "+" or "-plus" between a number and its scale, or the same index."""
    if tokens[index].text == "+" and not tokens[index].spaced:
        return index + 1
    tied = tokens.is_hyphen(index) and tokens[index + 1].key == "plus" and read_scale(tokens, index + 2)
    return index + 2 if tied else index


def _stands_free(tokens: Tokens, index: int, *, leads: bool) -> bool:
    """Whether a number is no part of something longer: a fraction, a time, a decimal without its head."""
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    if not token.spaced and not leads:
        if before.text in ("/", ":", "#") or before.kind in ("word", "number", "sign"):
            return False
        if before.text in (".", ",") and (before.spaced or tokens[index - 2].kind != "word"):
            return False
    return after.spaced or after.text not in ("/", ":") or tokens[index + 2].kind != "number"


def _with_scale(tokens: Tokens, figure: Figure) -> Figure:
    tied = None if figure.leads or figure.article else tied_currency(tokens, tokens.past_hyphen(figure.end))
    if tied and not (is_year(figure.digits) and tokens[tied.end].kind == "number"):
        return figure._replace(scale=tied.scale, unit=tied.code, end=tied.end)
    found = read_scale(tokens, figure.end)
    if found is None or (is_year(figure.digits) and not figure.leads):
        return figure
    scale, end = found
    if figure.article and (tokens[figure.end].key not in _ONE_OF or tokens.is_hyphen(end)):
        return figure
    if scale.letter and not tokens[figure.end].spaced and scale.english <= _MILLIONS and is_counted(tokens, end):
        scale = scale._replace(letter=False)
    return figure._replace(scale=scale, end=end, language=figure.language or scale.language)


def _with_unit(tokens: Tokens, figure: Figure) -> Figure | None:
    if figure.unit and not figure.leads:
        return figure
    if not figure.leads and figure.scale is None and (found := hundredths_after(tokens, figure.end)):
        unit, language, end = found
        return figure._replace(scale=_HUNDREDTH, unit=unit, end=end, language=figure.language or language)
    suffix = unit_after(tokens, figure.end)
    if suffix is None or _opens_another(tokens, figure, suffix):
        following = tokens[figure.end]
        glued = following.kind in ("word", "number") and not following.spaced
        return None if glued and figure.digits else figure
    if figure.leads and (figure.unit != "USD" or suffix.unit in _NOT_CURRENCIES):
        return figure
    return figure._replace(unit=suffix.unit, end=suffix.end, language=figure.language or suffix.language)


def _opens_another(tokens: Tokens, figure: Figure, suffix: Suffix) -> bool:
    """Whether the currency belongs to a number behind it: "in 2024 $5 billion"."""
    sign, following = tokens[suffix.end - 1], tokens[suffix.end]
    if following.kind != "number" or sign.key in ("%", "percent", "prozent"):
        return False
    return (not following.spaced and tokens[suffix.end - 1].kind == "sign") or figure.scale is None


def is_year(digits: str) -> bool:
    """Whether the digits, ungrouped, could be a year from 1900 to 2099."""
    return _years().fullmatch(digits) is not None


@cache
def _years() -> re.Pattern[str]:
    return re.compile("(?:19|20)[0-9]{2}")


def _is_english_grouping(digits: str) -> bool:
    """As in "$100,000": no sum of money has three decimals after a comma, and only English puts the sign first."""
    head, mark, tail = digits.partition(",")
    return bool(mark) and len(tail) == 3 and head.isdecimal() and not head.startswith("0")  # noqa: PLR2004 (a group)
