"""What stands after a number: a currency, a percent, or a multiple ("mal", "times", "x", "fache").

Percentage points are no percent and are not read. "zehnmal" and "ten times" are a multiple only where they compare
("zehnmal höher") or end the text; "zweimal die Preise gesenkt" counts occurrences and is not read.
"""

from typing import NamedTuple

from knowledge.reading.currencies import Currency, currency_after
from knowledge.reading.phrases import Phrases, words
from knowledge.reading.tokens import Tokens
from knowledge.value import Language


class Suffix(NamedTuple):
    """A unit as `Amount` names it, the language that its spelling proves, and the index after it."""

    unit: str
    language: Language | None
    end: int


_PERCENT = Phrases[Language | None](
    {"%": None, "percent": "en", "per cent": "en", "pct": "en", "pct.": "en", "prozent": "de", "v.H.": "de"}
    | dict.fromkeys(("prozentig", "prozentige", "prozentigen", "prozentiger", "prozentiges", "prozentigem"), "de")
)
_POINTS = frozenset(("punkt", "punkte", "punkten", "point", "points"))
_FOLD = frozenset(words("fach fache fachen facher faches fold"))
_OFTEN = Phrases[Language]({"mal": "de", "times": "en"})
_COMPARING = frozenset(
    words(
        "so mehr weniger höher höhere höheren höherer hoch größer größere größeren groß teurer teuer schneller schnell "
        "stärker besser billiger günstiger niedriger leistungsfähiger as more less higher larger bigger greater faster "
        "cheaper better stronger lower the that what its earnings sales revenue revenues profit profits income ebitda "
        "ebit arr book cash free net gross operating forward trailing annual annualized annualised projected expected "
        "estimated"
    )
)
_CLOSING = "\"“”'’»«›‹"


def unit_after(tokens: Tokens, index: int) -> Suffix | None:
    """The unit that begins at `index`, perhaps after a hyphen; None without one."""
    if tokens[index].kind == "break":
        return None
    if currency := currency_after(tokens, index) or _in_brackets(tokens, index):
        return Suffix(currency[0].code, currency[0].language, currency[1])
    return _percent(tokens, index) or _multiple(tokens, index)


def _in_brackets(tokens: Tokens, index: int) -> tuple[Currency, int] | None:
    """A currency alone in brackets, with the index after them: "80 Mrd. (USD)"."""
    found = currency_after(tokens, index + 1) if tokens[index].text == "(" else None
    return (found[0], found[1] + 1) if found and tokens[found[1]].text == ")" else None


def compares(tokens: Tokens, index: int) -> bool:
    """Whether a multiple that ends before `index` compares: a comparing word follows, or nothing does."""
    while tokens[index].text in _CLOSING and tokens[index].kind == "mark":
        index += 1
    return tokens[index].kind == "break" or tokens[index].key in _COMPARING


def _percent(tokens: Tokens, index: int) -> Suffix | None:
    found = _PERCENT.find(tokens, tokens.past_hyphen(index))
    if found is None or tokens[tokens.past_hyphen(found[1])].key in _POINTS:
        return None
    return Suffix("percent", *found)


def _multiple(tokens: Tokens, index: int) -> Suffix | None:
    place = tokens.past_hyphen(index)
    token = tokens[place]
    if token.key in ("x", "×") and not tokens[index].spaced and tokens[place + 1].kind != "number":
        return Suffix("times", None, place + 1)
    if token.key in _FOLD and not token.spaced:
        return Suffix("times", None, place + 1)
    if (found := _OFTEN.find(tokens, place)) and compares(tokens, found[1]):
        return Suffix("times", *found)
    return None
