"""Multiples in words: "zehnmal", "das Zehnfache", "tenfold", "twice", "das Doppelte", "Faktor 10".

"einmal" and "einfach" are no multiples, and "zweimal" is one only where it compares.
"""

from decimal import Decimal

from knowledge.reading.figures import read_figure
from knowledge.reading.number_words import english_number, german_number
from knowledge.reading.phrases import Phrases
from knowledge.reading.reading import Reading
from knowledge.reading.tokens import Tokens
from knowledge.reading.units import compares

_TWICE = frozenset(("doppelt", "twice"))
_DOUBLE = frozenset(("doppelte", "doppelten", "doppeltes"))
_FACH = ("fach", "fache", "fachen", "facher", "faches")
_FACTOR = Phrases(dict.fromkeys(("Faktor", "den Faktor", "factor of", "a factor of"), True))
_ARTICLES = ("das", "dem", "ein", "a")


def read_multiple(tokens: Tokens, index: int) -> Reading | None:
    """The multiple that begins at `index`, perhaps with its article ("das Zehnfache"); None without one."""
    if factor := _FACTOR.find(tokens, index):
        return _by_factor(tokens, index, factor[1])
    place = index + 1 if tokens[index].key in _ARTICLES else index
    if tokens[place].kind != "word":
        return None
    value = _value(tokens, place)
    if value is None or (place > index and not _takes_article(tokens, place)):
        return None
    return Reading(index, place + 1, value, value, "times", marked=True)


def _by_factor(tokens: Tokens, index: int, place: int) -> Reading | None:
    """As in "Faktor 10", "a factor of ten"."""
    figure = read_figure(tokens, place)
    quantity = figure.quantity("en" if tokens[place - 1].key == "of" else "de") if figure else None
    if figure is None or quantity is None or quantity.unit:
        return None
    return Reading(index, figure.end, quantity.value, quantity.value, "times", marked=True)


def _takes_article(tokens: Tokens, place: int) -> bool:
    """As in "das Zehnfache" and "a tenfold increase", but never "das zehnmal"."""
    return not tokens[place].key.endswith("mal") and tokens[place].key not in _TWICE


def _value(tokens: Tokens, place: int) -> Decimal | None:
    word = tokens[place].key
    if word in _TWICE:
        return Decimal(2) if compares(tokens, place + 1) else None
    if word in _DOUBLE:
        return Decimal(2) if tokens[place - 1].key in ("das", "dem") else None
    if word.endswith("mal"):
        return german_number(word[:-3]) if compares(tokens, place + 1) else None
    if word.endswith("fold"):
        return english_number(word[:-4])
    ending = next((ending for ending in _FACH if word.endswith(ending)), None)
    return german_number(word.removesuffix(ending)) if ending else None
