"""The words that bound an amount, before it ("fast", "up to") or after it ("oder mehr", "-plus").

Of several ("bis zu rund") the firm one counts. "weniger als", "unter" and "below" are read as `up_to`, the nearest
bound there is; "gut" as `more_than`; "nicht mehr als" as `up_to`.
"""

from typing import NamedTuple

from knowledge.amount import Bound
from knowledge.reading.currencies import currency_before
from knowledge.reading.phrases import Phrases, either, words
from knowledge.reading.tokens import Tokens

_WORDS_BEFORE: dict[Bound, str] = {
    "about": (
        "rund|rd.|rd|etwa|in etwa|ca|ca.|circa|zirka|ungefähr|schätzungsweise|an die|um die|about|around|roughly|"
        "approximately|approx|approx.|circa|c.|some|something like|in the region of|on the order of|in the order of|"
        "in der Größenordnung von|~|≈|∼"
    ),
    "almost": (
        "fast|knapp|beinahe|annähernd|nahezu|nearly|almost|close to|just under|just below|just shy of|"
        "a little under|slightly less than|not quite|etwas weniger als"
    ),
    "at_least": (
        "mindestens|mind.|wenigstens|zumindest|nicht weniger als|at least|no less than|not less than|no fewer than|"
        "a minimum of|minimum of|≥"
    ),
    "more_than": (
        "mehr als|über|gut|etwas mehr als|deutlich mehr als|weit mehr als|weit über|deutlich über|more than|over|"
        "just over|well over|slightly more than|slightly over|a little over|greater than|higher than|in excess of|"
        "upwards of|upward of|north of|above|beyond|exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|"
        "surpassing|>|größer als|höher als|oberhalb von|jenseits von"
    ),
    "up_to": (
        "bis zu|höchstens|maximal|max.|sub|nicht mehr als|weniger als|unter|up to|as much as|as many as|at most|"
        "no more than|not more than|not exceed|not exceeding|a maximum of|maximum of|less than|fewer than|under|"
        "below|unterhalb von|<|≤"
    ),
}
_WORDS_AFTER: dict[Bound, str] = {
    "at_least": "plus|or more|oder mehr|und mehr|and more|and up|at least|aufwärts",
    "up_to": "or less|oder weniger|nicht übersteigen|nicht übersteigt|nicht überschreiten|nicht überschreitet|at most",
    "about": "or so|give or take",
    "more_than": (
        "übersteigen|übersteigt|überstiegen|überstieg|überschreiten|überschreitet|überschritten|überschritt|"
        "and counting"
    ),
}
_BEFORE = Phrases({word: bound for bound, line in _WORDS_BEFORE.items() for word in either(line)})
_AFTER = Phrases({word: bound for bound, line in _WORDS_AFTER.items() for word in either(line)})
_BEFORE_MONEY = Phrases[Bound](
    dict.fromkeys(words("past top tops topped topping cross crosses crossed crossing eclipse eclipsed"), "more_than")
)
_SOFT = ("about", "almost")
_MOST_IN_A_ROW = 3


class Bounded(NamedTuple):
    """The bound said by the words, and the index after them."""

    bound: Bound
    end: int


def bound_before(tokens: Tokens, index: int) -> Bounded | None:
    """What the bounding words that begin at `index` say; None without any."""
    bound: Bound | None = None
    for _ in range(_MOST_IN_A_ROW):
        found = _BEFORE.find(tokens, index) or _before_money(tokens, index)
        if found is None:
            break
        bound = firmer(bound, found[0])
        index = found[1]
        if tokens.is_hyphen(index) and tokens[index + 1].kind == "sign":
            index += 1
    return Bounded(bound, index) if bound else None


def _before_money(tokens: Tokens, index: int) -> tuple[Bound, int] | None:
    """As in "past $4 trillion"; before anything but money these words bound nothing ("the top 5")."""
    found = _BEFORE_MONEY.find(tokens, index)
    return found if found and currency_before(tokens, found[1]) else None


def bound_after(tokens: Tokens, index: int) -> Bounded | None:
    """What the words at `index`, right after an amount, say: "+", "-plus", "oder mehr", "übersteigen"."""
    if tokens[index].text == "+" and not tokens[index].spaced and tokens[index + 1].kind != "number":
        return Bounded("at_least", index + 1)
    found = _AFTER.find(tokens, tokens.past_hyphen(index))
    if found is None or (tokens[found[1] - 1].key == "plus" and not tokens.is_hyphen(index)):
        return None
    return Bounded(*found)


def is_soft(bound: Bound) -> bool:
    """Whether the bound leaves both ends open a little: "about", "almost"."""
    return bound in _SOFT


def firmer(first: Bound | None, second: Bound | None) -> Bound | None:
    """Of two bounds on one amount the one that binds: the first that is more than "about" or "almost"."""
    if first is None or (first in _SOFT and second is not None and second not in _SOFT):
        return second
    return first
