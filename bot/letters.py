"""A letter behind a number as people type a scale: "14b", "500m", "2t" are billions, millions, trillions.

An article prints a letter so only beside a currency, and the readers take it for a scale only there. Of what somebody
types to have it checked it is one by itself, unless the number is already read otherwise. A letter of its own is none
but for "b", since "5 m" and "2 t" are measures.
"""

import re
from typing import Final

from knowledge.reading.amounts import read_amounts
from knowledge.value import Language

_WRITTEN: Final = {"b": "bn", "m": "mn", "t": "tn"}
_LETTERED: Final = re.compile(
    r"(?<![\w.,'’])(?P<number>\d[\d.,]*(?<=\d))(?:(?P<near>[bmt])|\s(?P<far>b))(?!\w)", re.IGNORECASE
)


def lettered(text: str, language: Language) -> str:
    """`text` with such scales in a form that is read without a currency."""
    if not _LETTERED.search(text):
        return text
    known = [(one.start, one.end) for one in read_amounts(text, language)]

    def written(match: re.Match[str]) -> str:
        if any(match.start() < end and start < match.end() for start, end in known):
            return match.group()
        return match["number"] + _WRITTEN[(match["near"] or match["far"]).casefold()]

    return _LETTERED.sub(written, text)
