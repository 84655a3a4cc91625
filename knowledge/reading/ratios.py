"""Money for each unit of money: "2 Dollar für jeden eingenommenen Dollar", "$2 for every $1", in either order.

The denominator is one unit of its currency; anything else ("$3 for every $2") is not read as a ratio.
"""

from knowledge.reading.currencies import currency_after, currency_before
from knowledge.reading.phrases import Phrases
from knowledge.reading.reading import Reading
from knowledge.reading.tokens import Tokens

_FOR_EACH = Phrases(
    dict.fromkeys(("für jeden", "für einen", "pro", "je", "for every", "for each", "for", "per", "on every"), True)
)
_FIRST_FOR_EACH = Phrases(dict.fromkeys(("für jeden", "pro", "for every", "for each"), True))
_MOST_ADJECTIVES = 2
_NOT_MONEY = (None, "percent", "times", "count")


def with_denominator(tokens: Tokens, reading: Reading) -> Reading:
    """The reading as a ratio where a denominator follows it; otherwise the reading itself."""
    if reading.unit in _NOT_MONEY:
        return reading
    words = _FOR_EACH.find(tokens, reading.end)
    found = _one_unit(tokens, words[1]) if words else None
    return reading._replace(unit=f"{reading.unit}/{found[0]}", end=found[1]) if found else reading


def denominator_first(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The currency of a denominator that begins at `index` and the index after it: "für jeden eingenommenen Dollar"."""
    words = _FIRST_FOR_EACH.find(tokens, index)
    return _one_unit(tokens, words[1]) if words else None


def _one_unit(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """One unit of a currency, perhaps after adjectives: "eingenommenen Dollar", "one dollar", "$1"."""
    sign = currency_before(tokens, index)
    if sign and tokens[sign[1]].kind == "number":
        return (sign[0].code, sign[1] + 1) if tokens[sign[1]].text == "1" else None
    for place in range(index, index + 1 + _MOST_ADJECTIVES):
        if named := currency_after(tokens, place):
            return named[0].code, named[1]
        if tokens[place].kind != "word":
            return None
    return None
