"""Two figures that make one amount: "35 bis 40 Milliarden", "zwischen … und …", "$35-40bn", "… plus or minus …".

Scale and unit printed once belong to both ends. A change is no range: "stieg von 6 auf 7 Milliarden" and "rose from
$6 billion to $7 billion" are two amounts. "6 oder 7 Milliarden" is read as the range from 6 to 7.
A scale before the currency holds for both ends ("TEUR 500 bis 600").
"""

from knowledge.reading.bounds import bound_before, is_soft
from knowledge.reading.changes import is_change, past_link
from knowledge.reading.figures import Figure, Quantity, is_year, read_figure
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


def read_elided_range(tokens: Tokens, index: int, origin: int, language: Language) -> Reading | None:
    """A range whose scale or unit only the one it changes to prints: "von 66 bis 72 auf 70 bis 72 Milliarden"."""
    ends = _two_ends(tokens, index)
    if ends is None or any(end.scale or is_year(end.digits) or (end.unit and not end.leads) for end in ends):
        return None
    left, right = ends
    place = past_link(tokens, right.end, origin - 1, sure=True)
    if place is None:
        return None
    bounded = bound_before(tokens, place)
    place = bounded.end if bounded else place
    later = _two_ends(tokens, place)
    last = later[1].borrowing(later[0]) if later else read_figure(tokens, place)
    if last is None or not (last.scale or last.unit) or not (_same_unit(left, last) and _same_unit(right, last)):
        return None
    return _join(index, left.borrowing(last), right.borrowing(last), language)


def _two_ends(tokens: Tokens, index: int) -> tuple[Figure, Figure] | None:
    opener = _OPENERS.find(tokens, index)
    left = read_figure(tokens, opener[1] if opener else index)
    gap = _read_gap(tokens, left, opener[0] if opener else None) if left else None
    right = read_figure(tokens, gap) if gap is not None else None
    return (left, right) if left and right else None


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
    unscaled = left.scale is not None and right.scale is None
    if not _same_unit(left, right) or (unscaled and (not left.scale_leads or is_year(right.digits))):
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
