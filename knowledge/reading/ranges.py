"""Two figures that make one amount: "35 bis 40 Milliarden", "zwischen … und …", "$35-40bn", "… plus or minus …".

Scale and unit printed once belong to both ends. A change is no range: "stieg von 6 auf 7 Milliarden" and "rose from
$6 billion to $7 billion" are two amounts. "6 oder 7 Milliarden" is read as the range from 6 to 7.
"""

from knowledge.reading.bounds import bound_before, is_soft
from knowledge.reading.changes import is_change
from knowledge.reading.figures import Figure, Quantity, read_figure
from knowledge.reading.multiples import read_multiple
from knowledge.reading.phrases import Phrases
from knowledge.reading.reading import Reading
from knowledge.reading.tokens import Tokens
from knowledge.value import Language

_OPENERS = Phrases({"zwischen": "und", "between": "and"})
_BETWEEN = Phrases(dict.fromkeys(("bis", "bis zu", "to", "up to"), True))
_OR = ("oder", "or")
_LINKS = ("bis", "to", *_OR)
_PARENTHETICAL = "—"
_DASHES = ("-", "\u2010", "\u2011", "–", "—", "−")
_GIVE_OR_TAKE = Phrases(
    dict.fromkeys(
        ("plus or minus", "plus/minus", "plus minus", "plus oder minus", "+/-", "±", "+-", "give or take"), True
    )
)


def read_range(tokens: Tokens, index: int, origin: int, language: Language) -> Reading | None:
    """The range that begins at `index`; words that bound it begin at `origin`. None if there is no range."""
    opener = _OPENERS.find(tokens, index)
    left = read_figure(tokens, opener[1] if opener else index)
    if left is None:
        return None
    if (gap := _read_gap(tokens, left, opener[0] if opener else None)) is None:
        return None
    softened = bound_before(tokens, gap)
    gap = softened.end if softened and is_soft(softened.bound) else gap
    right = read_figure(tokens, gap)
    if (right is None or right.unit is None) and (multiple := _up_to_multiple(tokens, index, left, gap, language)):
        return multiple
    if right is None or (opener is None and is_change(tokens, origin, left, right)):
        return None
    return _join(index, left, right, language)


def read_tolerance(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """An amount give or take another, as the range it spans: "$37 billion, plus or minus $1 billion"."""
    middle = read_figure(tokens, index)
    if middle is None:
        return None
    place = middle.end + 1 if tokens[middle.end].text == "," else middle.end
    words = _GIVE_OR_TAKE.find(tokens, place)
    width = read_figure(tokens, words[1]) if words else None
    if width is None or not _same_unit(middle, width):
        return None
    around, apart = middle.borrowing(width).quantity(language), width.borrowing(middle).quantity(language)
    if around is None or apart is None or not 0 < apart.value <= around.value:
        return None
    return Reading(index, width.end, around.value - apart.value, around.value + apart.value, around.unit, around.marked)


def _read_gap(tokens: Tokens, left: Figure, word: str | None) -> int | None:
    """The index after what stands between two ends of a range, or None."""
    if word:
        return left.end + 1 if tokens[left.end].key == word else None
    place = left.end + 1 if _is_suspended(tokens, left.end) else left.end
    if found := _BETWEEN.find(tokens, place):
        return found[1]
    alone = left.unit is None and left.scale is None
    if tokens[place].key in _OR:
        return place + 1 if alone else None
    if tokens[place].text not in _DASHES:
        return None
    tight = not tokens[place].spaced and not tokens[place + 1].spaced
    return place + 1 if alone or tight or tokens[place].text != _PARENTHETICAL else None


def _is_suspended(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen before "bis" or "oder" holds back the rest of a word: "zwei- bis dreimal", "10- to 15-fold"."""
    return tokens[index].text in ("-", "\u2011") and not tokens[index].spaced and tokens[index + 1].key in _LINKS


def _up_to_multiple(tokens: Tokens, start: int, left: Figure, gap: int, language: Language) -> Reading | None:
    """As in "zwei- bis dreimal", where the multiple of the second end is one word."""
    multiple = read_multiple(tokens, gap)
    low = left.quantity(language) if multiple and left.unit is None and left.scale is None else None
    if multiple is None or low is None or low.value >= multiple.low:
        return None
    return multiple._replace(start=start, low=low.value)


def _same_unit(left: Figure, right: Figure) -> bool:
    return left.unit is None or right.unit is None or left.unit == right.unit


def _join(start: int, left: Figure, right: Figure, language: Language) -> Reading | None:
    if not _same_unit(left, right) or (left.scale and not right.scale):
        return None
    if left.unit and not right.unit and not left.leads:
        return None
    high = right.borrowing(left).quantity(language)
    if high is None:
        return None
    low = _below(left.borrowing(right), high, language) or _below(left.borrowing(right, scale=False), high, language)
    if low is None:
        return None
    return Reading(start, right.end, low.value, high.value, high.unit, high.marked)


def _below(left: Figure, high: Quantity, language: Language) -> Quantity | None:
    """The low end, below `high`; one without scale and unit of its own must show by grouping that it is whole."""
    low = left.quantity(language)
    if low is None or low.value >= high.value or low.unit != high.unit:
        return None
    return low if low.marked or low.unit or not high.marked else None
