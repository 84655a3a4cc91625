"""A change from one amount to another, which is no range: "stieg von 6 auf 7 Milliarden", "rose from 6 to 7 billion".

The first figure may leave out scale and unit; it borrows them from the second, as in "zehn beziehungsweise acht
Milliarden"; so does one before a comparison in brackets, "3,59 (3,42) Mrd. €". English says ranges and changes alike
("from 3 to 4 percent"), so a verb of change before "from" decides.
"""

from knowledge.reading.bounds import bound_before
from knowledge.reading.figures import Figure, is_year, read_figure
from knowledge.reading.phrases import Phrases, words
from knowledge.reading.reading import Reading, single
from knowledge.reading.tokens import Tokens
from knowledge.value import Language

_VERBS = frozenset(
    words(
        "rise rises rose risen rising grow grows grew grown growing increase increases increased increasing climb "
        "climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring fall "
        "falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases "
        "decreased decreasing cut cuts cutting raise raises raised raising lower lowers lowered lowering up down went "
        "go goes gone going double doubled doubling triple tripled expand expanded expanding shrink shrank shrunk "
        "boost boosted boosting lift lifted lifting hike hiked revise revised slid slip slipped plunge plunged move "
        "moved moving change changed growth"
    )
)
_RESPECTIVELY = Phrases(
    dict.fromkeys(
        (
            *("beziehungsweise", "bzw.", "bzw", "respektive", "statt", "anstatt", "statt bisher", "statt zuvor"),
            *("statt bislang", "instead of", "rather than"),
        ),
        True,
    )
)
_SO_FAR = ("bisher", "bislang", "zuvor", "zuletzt", "previously")
_NOW = ("nun", "jetzt", "nunmehr", "now")
_REACH = 8
_REVISING = ("revised", "raised", "lowered", "narrowed", "updated", "tightened")
_RANGING = ("to", "bis", "-", "–")
_RANGE = 6


def read_elided(tokens: Tokens, index: int, origin: int, language: Language) -> Reading | None:
    """The first amount of a change whose scale or unit is printed only with the second; it alone, at its own place."""
    first = read_figure(tokens, index)
    if first is None or first.unit or is_year(first.digits):
        return None
    place = past_link(tokens, first.end, origin - 1)
    if place is None:
        return None
    bounded = bound_before(tokens, place)
    second = read_figure(tokens, bounded.end if bounded else place)
    if second and not second.unit and tokens[second.end].key in _RANGING:
        second = read_figure(tokens, second.end + 1)
    if second is None or not (second.unit or second.scale):
        return None
    quantity = first.borrowing(second).quantity(language)
    return single(first, quantity) if quantity else None


def read_compared(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """The amount before a comparison in brackets that has the scale and unit of both: "3,59 (3,42) Mrd. €"."""
    first = read_figure(tokens, index)
    if first is None or first.scale or not first.digits or is_year(first.digits) or (first.unit and not first.leads):
        return None
    second = read_figure(tokens, first.end) if tokens[first.end].text == "(" else None
    if second is None or (first.unit and second.unit not in (None, first.unit)):
        return None
    quantity = first.borrowing(second).quantity(language)
    return single(first, quantity) if quantity else None


def past_link(tokens: Tokens, index: int, before: int, *, sure: bool = False) -> int | None:
    """The index after "auf", "to", "statt" or "bzw." at `index`; the first two need "von" or "from" at `before`.

    "to" needs a verb of change too, unless the words are `sure` to say a change, as those after a range are.
    """
    if respectively := _RESPECTIVELY.find(tokens, index):
        return respectively[1]
    before -= tokens[before].key in _SO_FAR
    if tokens[before].key not in ("von", "from") or tokens[index].key not in ("auf", "to"):
        return None
    after = index + 1 + (tokens[index + 1].key in _NOW)
    return after if sure or tokens[index].key == "auf" or _verb_before(tokens, before) else None


def is_change(tokens: Tokens, origin: int, left: Figure, right: Figure) -> bool:
    """Whether "A to B" says a change: after a verb and "from", or by one complete sum of money to another."""
    if tokens[left.end].key != "to":
        return False
    before = tokens[origin - 1].key
    if before == "from":
        return _verb_before(tokens, origin - 1) and not _revises_range(tokens, origin - 2)
    complete = left.unit is not None and left.unit == right.unit and left.unit not in ("percent", "times")
    return complete and left.scale is not None and (before in _VERBS or before == "by")


def _revises_range(tokens: Tokens, index: int) -> bool:
    """Whether "revised" stands right behind a range, whose predecessor follows: "$6 to $8, revised from $5 to $8"."""
    if tokens[index].key not in _REVISING:
        return False
    return any(
        tokens[place].key in _RANGING and tokens[place + 1].kind in ("number", "sign")
        for place in range(index - _RANGE, index)
    )


def _verb_before(tokens: Tokens, index: int) -> bool:
    for place in range(index - 1, index - 1 - _REACH, -1):
        if tokens[place].kind == "break" or tokens[place].text in (".", ";", "?", "!"):
            return False
        if tokens[place].key in _VERBS:
            return True
    return False
