"""Prices as labels print them: "1.299,– €", "CHF 1'200.-", "12.5 pence".

A dash in place of the decimals says that there are none; it belongs to the price only beside a currency. Pence, Rappen
and the cents of a named currency are hundredths of it; a bare "cent" could be several and is not read.
"""

from knowledge.reading.currencies import currency_after
from knowledge.reading.phrases import Phrases
from knowledge.reading.tokens import Tokens
from knowledge.value import Language

_DASHES = ("-", "–", "—", "\u2010", "\u2011")
_HUNDREDTHS: Phrases[tuple[str, Language | None]] = Phrases(
    {
        "pence": ("GBP", "en"),
        "penny": ("GBP", "en"),
        "rappen": ("CHF", "de"),
        "US cents": ("USD", "en"),
        "U.S. cents": ("USD", "en"),
        "US Cent": ("USD", None),
        "euro cents": ("EUR", "en"),
        "eurocents": ("EUR", "en"),
        "eurocent": ("EUR", None),
        "Euro Cent": ("EUR", None),
    }
)


def past_dashes(tokens: Tokens, index: int, *, leads: bool) -> int:
    """The index after ",-" or ".–" behind a number that has its currency before or behind it, or the same index."""
    if tokens[index].text not in (",", ".") or tokens[index].spaced:
        return index
    end = index + 1
    while tokens[end].text in _DASHES and not tokens[end].spaced and end < index + 3:
        end += 1
    if end == index + 1 or (tokens[end].kind == "number" and not tokens[end].spaced):
        return index
    return end if leads or currency_after(tokens, end) else index


def hundredths_after(tokens: Tokens, index: int) -> tuple[str, Language | None, int] | None:
    """The currency whose hundredths stand at `index`, the language this proves, and the index after it."""
    found = _HUNDREDTHS.find(tokens, tokens.past_hyphen(index))
    return (*found[0], found[1]) if found else None
