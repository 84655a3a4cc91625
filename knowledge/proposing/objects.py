"""What money is spent on is not who spends it: "in KI-Rechenzentren", "on AI data centres", "into OpenAI".

Things are spent on behind any of these small words; a firm only behind "in" and "into", since "capex for Microsoft" is
Microsoft's. "In der KI-Branche" is a place: there money is spent, and by those who are there.
"""

import re
from typing import Final

from knowledge.proposing.names import NameFinder

_THINGS: Final = ("industry", "product", "asset")
_WORD: Final = r"[a-zäöüß][\w-]*"
_ON_THINGS: Final = re.compile(
    rf"\b(?:(?:into|für|for|on|auf)|in(?!\s+(?:der|dem|the)\b))\s+(?:{_WORD}\s+){{0,2}}"
    r"(?:[\w-]+\s+(?:und|and|sowie)\s+)?$",
    re.IGNORECASE,
)
_INTO_FIRMS: Final = re.compile(r"\b(?:in|into)\s+$", re.IGNORECASE)
_OWNING: Final = re.compile(r"['’]")


def is_spent_on(names: NameFinder, key: str | None, text: str, place: tuple[int, int]) -> bool:
    """Whether whoever `text` names at `place` is what the money of its sentence goes into."""
    before, after = text[: place[0]], text[place[1] :]
    if key is not None and names.subjects[key].kind in _THINGS:
        return _ON_THINGS.search(before) is not None
    said = text[place[0] : place[1]]
    owns = _OWNING.match(after) or (key is not None and said not in names.subjects[key].names())
    return not owns and _INTO_FIRMS.search(before) is not None
