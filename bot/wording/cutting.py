"""Long texts cut short: at a sentence, else at a clause, else at a word, always with an ellipsis.

What is left is the beginning, word for word; of a title that has no spaces to cut at, as in Chinese, letter for letter.
It never ends within a number or between a number and its unit, which would make another number of it, nor within
brackets.
"""

import re
from collections.abc import Iterable
from typing import Final

_ELLIPSIS: Final = "…"
LONGEST_NOTE: Final = 90
LONGEST_TITLE: Final = 60

_SENTENCE: Final = re.compile(
    r"""(?:[;:!?]|(?<=[^\W\d_]{3})\.|(?<=[)\]"'”“])\.)["'”“)\]]*(?= )(?! [\da-zäöü])|[;:](?= )"""
)
_CLAUSE: Final = re.compile(r",(?= )|(?= [–(])")
_WORD: Final = re.compile(r"(?= )")
_LAST_TWO_WORDS: Final = re.compile(r"\S+(?: \S+)?$")
_DIGIT: Final = re.compile(r"\d")
_NUMBER_AT_THE_END: Final = re.compile(r"(?:\d\D{0,8})+$")
_YEAR_AT_THE_END: Final = re.compile(r"\b(?:19|20)\d\d[.;:!?]\S*$")


def shortened_note(text: str) -> str:
    """A note in its first words."""
    return _cut(text, LONGEST_NOTE, ((_SENTENCE, LONGEST_NOTE // 3), (_CLAUSE, LONGEST_NOTE // 2), (_WORD, 0)))


def shortened_title(title: str) -> str:
    """A title in few words, from its beginning."""
    at_a_word = _cut(title, LONGEST_TITLE, ((_WORD, LONGEST_TITLE // 3),))
    return _cut_within_a_word(title) if at_a_word == _ELLIPSIS else at_a_word


def _cut(text: str, most: int, boundaries: Iterable[tuple[re.Pattern[str], int]]) -> str:
    if len(text) <= most:
        return text
    for boundary, least in boundaries:
        ends = [found.end() for found in boundary.finditer(text, 0, most)]
        for end in reversed(ends):
            if end >= least and _may_end(text[:end]):
                return f"{text[:end].rstrip(' ,')} {_ELLIPSIS}"
    return _ELLIPSIS


def _cut_within_a_word(title: str) -> str:
    kept = title[:LONGEST_TITLE]
    if kept.count("(") != kept.count(")"):
        kept = kept[: kept.rfind("(")]
    return _NUMBER_AT_THE_END.sub("", kept).rstrip() + _ELLIPSIS


def _may_end(kept: str) -> bool:
    if kept.count("(") != kept.count(")"):
        return False
    last = _LAST_TWO_WORDS.search(kept)
    return not (last and _DIGIT.search(last[0])) or bool(_YEAR_AT_THE_END.search(kept))
