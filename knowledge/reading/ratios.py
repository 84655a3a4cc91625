"""Money for each unit of money: "2 Dollar für jeden eingenommenen Dollar", "$2 for every $1", in either order.

The denominator is one unit of its currency; anything else ("$3 for every $2") is not read as a ratio.
"""

from collections.abc import Iterator
from typing import NamedTuple

from knowledge.reading.currencies import currency_after, currency_before
from knowledge.reading.phrases import Phrases
from knowledge.reading.reading import Reading
from knowledge.reading.tokens import Tokens

_FOR_EACH = Phrases(
    dict.fromkeys(("für jeden", "für einen", "pro", "je", "for every", "for each", "for", "per", "on every"), True)
)
_FIRST_FOR_EACH = Phrases(dict.fromkeys(("für jeden", "pro", "for every", "for each"), True))
_AT_ONCE = ("pro",)
_MOST_ADJECTIVES = 2
_MOST_BETWEEN = 10
_NOT_MONEY = (None, "percent", "times", "count")


def with_denominator(tokens: Tokens, reading: Reading) -> Reading:
    """The reading as a ratio where a denominator follows it; otherwise the reading itself."""
    if reading.unit in _NOT_MONEY:
        return reading
    words = _FOR_EACH.find(tokens, reading.end)
    found = _one_unit(tokens, words[1]) if words else None
    return reading._replace(unit=f"{reading.unit}/{found[0]}", end=found[1]) if found else reading


class Denominator(NamedTuple):
    """The currency of a denominator, the index after it, and whether its amount may come later in the clause."""

    currency: str
    end: int
    waits: bool

    def places(self, tokens: Tokens) -> Iterator[int]:
        """Where its amount may begin: right behind it, or after a few words ("für jeden Dollar gibt sie 2 Dollar")."""
        yield self.end
        for place in range(self.end, self.end + _MOST_BETWEEN if self.waits else self.end):
            if tokens[place].kind != "word" and tokens[place].text not in ("-", ","):
                return
            yield place + 1


def denominator_first(tokens: Tokens, index: int) -> Denominator | None:
    """The denominator that begins at `index`: "für jeden eingenommenen Dollar"; None without one."""
    words = _FIRST_FOR_EACH.find(tokens, index)
    found = _one_unit(tokens, words[1]) if words else None
    return Denominator(*found, waits=tokens[index].key not in _AT_ONCE) if found else None


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
