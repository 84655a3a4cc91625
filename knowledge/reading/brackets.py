"""A number in brackets before its scale or unit: "$(26.1) billion", "(26.1) billion dollars", "3,59 (3,42) Mrd. €".

Accounts print a negative so, and tables a comparison, perhaps named ("(Vorjahr: 11,9) Prozent"). Amounts have no sign,
so both read as the number inside. One or two plain digits before a word may number a list ("(2) Dollar strength"); they
are read only behind the number they are compared with.
"""

from typing import NamedTuple

from knowledge.reading.currencies import Currency, currency_before
from knowledge.reading.phrases import Phrases, either
from knowledge.reading.tokens import Tokens

_COMPARED = Phrases(
    dict.fromkeys(
        either(
            "Vorjahr|im Vorjahr|Vj.|i. Vj.|i.Vj.|Vorjahreswert|Vorquartal|Vormonat|zuvor|bisher|previous year|"
            "prior year|last year|previously|py|prior quarter|previous quarter"
        ),
        True,
    )
)
_LONGEST_NAME = 5
_LIST_NUMBER = 2


class Bracketed(NamedTuple):
    """The index of the number in brackets, its currency if it has one, and the index after the bracket."""

    number: int
    currency: Currency | None
    end: int


def read_bracketed(tokens: Tokens, index: int) -> Bracketed | None:
    """The bracketed number at `index`, a currency perhaps before or in the bracket; None without one."""
    outside = currency_before(tokens, index)
    opening = outside[1] if outside else index
    if tokens[opening].text != "(":
        return None
    place = _past_name(tokens, opening + 1)
    inside = currency_before(tokens, place)
    number = inside[1] if inside else place
    if tokens[number].kind != "number" or tokens[number + 1].text != ")" or (outside and inside):
        return None
    currency = outside or inside
    if currency is None and place == opening + 1 and _numbers_a_list(tokens, number):
        return None
    return Bracketed(number, currency[0] if currency else None, number + 2)


def _past_name(tokens: Tokens, index: int) -> int:
    """The index after what names the comparison, or the same index."""
    if found := _COMPARED.find(tokens, index):
        return found[1] + (tokens[found[1]].text == ":")
    for place in range(index, index + _LONGEST_NAME + 1):
        token = tokens[place]
        if token.kind == "break" or token.text in ("(", ")"):
            break
        if token.text == ":" and place > index and tokens[place + 1].spaced:
            return place + 1
    return index


def _numbers_a_list(tokens: Tokens, number: int) -> bool:
    digits = tokens[number].text
    plain = digits.isdecimal() and len(digits) <= _LIST_NUMBER and tokens[number + 2].text != "%"
    return plain and tokens[number - 2].kind != "number"
