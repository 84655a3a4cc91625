"""The two sides of a question that sets them side by side in words: "training or accelerators", "heute gegenüber 2030".

Each side is a text of its own that takes from the other what it leaves out: the second continues the first, or stands
in place of its last words; of a short first one the second holds the rest ("musk and zuck on chips").
"""

import re
from typing import Final, NamedTuple

_CERTAIN: Final = re.compile(
    r"\s*,?\s+(?:vs\.?|versus|against|gegen|(?:as |when )?compared? (?:to|with)|in comparison (?:to|with)|as opposed to"
    r"|im (?:vergleich|gegensatz|verhältnis) zu[mr]?|verglichen mit|gegenüber(?: de[mrn])?"
    r"|next to(?! each| one)(?: what)?|neben(?: de[mrn])?)\s+"
)
_EITHER: Final = re.compile(r"\s*,?\s+(?:or|oder|than|als|and|und|sowie)\s+")
_NOW_AND_THEN: Final = re.compile(
    r"(?:(?<=\bheute)|(?<=\bjetzt)|(?<=\btoday))\s+(?:und|oder|and|or)\s+(?=(?:in |by )?\d{4}\b)"
    r"|(?<=\bnow)\s+(?:and|or)\s+(?=(?:in |by )?\d{4}\b)"
)
_AGAIN: Final = re.compile(
    r"\s*,?\s+(?:and|und)\s+(?=(?:then\s+|dann\s+)?(?:what|how|who|which|when|in|by|of|was|wie|wer|wann|welche[rns]?|im|bei)\b)"
)
"""A second question, or a second place of the same kind."""
_TO: Final = re.compile(r"\s+(?:zu[mr]?|to)\s+")
_WITH_THAT: Final = re.compile(r"\s+(?:mit|to|with)\s+(?=(?:de[mrn]|that|those|the one)\b)")
_COMPARE: Final = re.compile(r"\b(?:vergleich\w*|compare)\b")
_RELATED: Final = re.compile(r"\b(?:verhält sich|relates?)\b")
_COMPARING: Final = re.compile(
    r"\b(?:both|beide[nrs]?|each|jeweils|differ\w*|unterscheide\w*|unterschied\w*|apart|auseinander"
    r"|more|less|higher|lower|bigger|larger|smaller|wilder|cheaper|greater|mehr|weniger|höher|größer|niedriger|kleiner"
    r"|teurer|billiger|günstiger|which)\b"
)
_SHORT: Final = 2
"""The most words of a first side that leaves the rest to the second."""


class Sides(NamedTuple):
    """Texts to ask for the first side and for the second, the likeliest first; of the second, as a continuation too."""

    first: tuple[str, ...]
    second: tuple[str, ...]


def sides(text: str, *, names_several: bool) -> Sides | None:
    """The sides of a text; None where it sets nothing side by side in words. Those it names may be joined by "and"."""
    small = text.lower()
    cut = _CERTAIN.search(small)
    if not cut and _RELATED.search(small):
        cut = _TO.search(small)
    if not cut and _COMPARE.search(small):
        cut = _WITH_THAT.search(small)
    if not cut and (names_several or _COMPARING.search(small)):
        cut = _EITHER.search(small)
    cut = cut or _AGAIN.search(small) or _NOW_AND_THEN.search(small)
    if cut is None or len(small) != len(text):  # a few letters have longer small ones, and places would not fit
        return None
    first, second = text[: cut.start()].strip(), text[cut.end() :].strip(" ?!.")
    if not (first and second):
        return None
    left, right = first.split(), second.split()
    whole = " ".join((*left, *right[len(left) :]))
    in_place = " ".join((*left[: max(0, len(left) - len(right))], *right))
    asking, colon, _ = first.rpartition(": ")
    of_second = (f"and {second}", in_place, *([f"{asking}: {second}"] if colon else []))
    of_first = (whole, first) if len(left) <= _SHORT else (first, whole)
    return Sides(*(tuple(dict.fromkeys(texts)) for texts in (of_first, of_second)))
