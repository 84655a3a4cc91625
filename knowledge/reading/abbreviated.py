"""A currency that carries its scale: "TEUR 1.250", "T€ 1.250", "1.250 TEUR", "MEUR 12,5", "Mio. EUR 12,5".

As German accounts print them: T and K are thousands, M is millions, tied to the code or sign. A spelled scale beside
the currency and before the number ("Mio. EUR", "CHF Mio.") must be an abbreviation; "Milliarden Dollar 5" is no amount.
"""

from typing import NamedTuple

from knowledge.reading.currencies import currency_before
from knowledge.reading.phrases import words
from knowledge.reading.scales import Scale, read_scale
from knowledge.reading.tokens import Tokens

_POWERS = {"t": 3, "k": 3, "m": 6}
_CODES = words("EUR USD CHF GBP JPY CNY RMB AUD CAD HKD SGD INR")
_TIED = {f"{letter}{code.casefold()}": (power, code) for letter, power in _POWERS.items() for code in _CODES}
_SHORT = frozenset(words("tsd mio mill mrd mia bio mn bn"))


class ScaledCurrency(NamedTuple):
    """A scale, the currency it stands with, and the index after both."""

    scale: Scale
    code: str
    end: int


def tied_currency(tokens: Tokens, index: int) -> ScaledCurrency | None:
    """The code or sign with its letter at `index`: "TEUR", "T€", "MUSD"."""
    token, sign = tokens[index], tokens[index + 1]
    if token.key in _TIED:
        power, code = _TIED[token.key]
        return ScaledCurrency(Scale(power, power), "CNY" if code == "RMB" else code, index + 1)
    if token.key in _POWERS and (token.spaced or index == 0) and sign.text == "€" and not sign.spaced:
        power = _POWERS[token.key]
        return ScaledCurrency(Scale(power, power), "EUR", index + 2)
    return None


def scaled_before(tokens: Tokens, index: int) -> ScaledCurrency | None:
    """A currency with its scale before a number: tied, or beside it as in "Mio. EUR 12,5" and "CHF Mio. 12,5"."""
    found = tied_currency(tokens, index) or _scale_first(tokens, index) or _scale_second(tokens, index)
    if found is None or tokens[found.end].kind != "number":
        return None
    return found if tokens[found.end].spaced or tokens[found.end - 1].kind != "word" else None


def _scale_first(tokens: Tokens, index: int) -> ScaledCurrency | None:
    if tokens[index - 1].kind == "number" or tokens.is_hyphen(index - 1):
        return None
    scale = _short_scale(tokens, index)
    currency = currency_before(tokens, scale[1]) if scale else None
    return ScaledCurrency(scale[0], currency[0].code, currency[1]) if scale and currency else None


def _scale_second(tokens: Tokens, index: int) -> ScaledCurrency | None:
    if tokens[index - 1].kind == "number":
        return None
    currency = currency_before(tokens, index)
    scale = _short_scale(tokens, currency[1]) if currency else None
    return ScaledCurrency(scale[0], currency[0].code, scale[1]) if scale and currency else None


def _short_scale(tokens: Tokens, index: int) -> tuple[Scale, int] | None:
    return read_scale(tokens, index) if tokens[index].key in _SHORT else None
