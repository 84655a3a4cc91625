"""Misspelt small words put right before anything is read: "Halbjar", "mcuh", "bilion", "acording".

Only closed classes are put right, the words of time and scale and those that carry no meaning, and only words that are
none themselves. From six letters one slip is forgiven, below only two letters that changed places, one that was left
out and one that was typed twice. A year of two digits after a part of a year ("the first half of 24") is written out.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from bot.words import SMALL, UMLAUTS, word_set
from knowledge.folding import Token, tokens

_GERMAN_MONTH: Final = "januar|februar|märz|maerz|mai|juni|juli|oktober|dezember"
"""Names that are German alone; "july 24" is a day unless a word before it says that it is a month."""
_MONTH: Final = f"{_GERMAN_MONTH}|january|february|march|april|may|june|july|august|september|october|november|december"
_SHORT_YEAR: Final = re.compile(
    r"(?P<before>\b(?:(?:months?|monaten?|spring|summer|autumn|winter|frühjahr|frühling|sommer|herbst|half|quarter|halbjahr|halbjahres|quartal|quartals|[qh][1-4]|fy|year|jahr)\s+(?:of\s+|in\s+|von\s+)?"
    rf"|(?:{_GERMAN_MONTH})\s+"
    r"|in\s+(?='?2\d\W*$)"
    rf"|(?:in|im|ende|anfang|mitte|end of|end|late|early|mid|seit|since|until)\s+(?:{_MONTH})\s+"
    rf"|(?:first|last|final|ersten?|letzten?)\s+(?:week|woche)\s+(?:of|in|im)\s+(?:{_MONTH})\s+))"
    r"'?(?P<year>2\d)\b"
    r"(?!\s*(?:%|percent|prozent|bn|billion|million|mrd|mio|milliarden|millionen|usd|dollar))",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"\b(\d{1,2})\s?(?:y|yrs?)\b", re.IGNORECASE)
_QUARTER_TO: Final = re.compile(
    r"\b(?:(?:quarter|three months) (?:that |which )?(?:ended|ending|to|through) (?:in )?"
    r"(?P<month>march|june|september|december)(?: \d{1,2},?)? (?P<year>\d{4})"
    r"|(?P<named>march|june|september|december) (?P<of>\d{4}) quarter)\b",
    re.IGNORECASE,
)
"""A quarter by the month with which it ends."""
_ENDING: Final = {"march": 1, "june": 2, "september": 3, "december": 4}
_LAID_OUT: Final = re.compile(r"\b(?:(laid)|lay(?:s|ing)?) out\b", re.IGNORECASE)
"""Which is no laying off."""
_SHORTEST: Final = 3
"""Of words as short as this only two letters that changed places are forgiven."""
_FORGIVING: Final = 6

TIMES_AND_SCALES: Final = word_set(
    """january february march april august september october november december januar februar märz oktober dezember
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
    year years quarter quarters month months week weeks decade half halbjahr halbjahres quartal quartals jahr jahre
    jahren jahres monat monate monaten woche wochen jahrzehnt first second third fourth erste erstes ersten zweites
    zweiten drittes dritten viertes vierten next last nächste nächsten nächstes letzte letzten letztes fiscal
    geschäftsjahr instead anstatt stattdessen earlier previous prior following früher vorher
    million millions billion billions trillion milliarde milliarden millionen billionen percent prozent
    dollar dollars today yesterday heute gestern since seit until"""
)


_KNOWN: Final = UMLAUTS | {
    "buck": "dollar",
    "bucks": "dollars",
    "evr": "ever",
    "hav": "have",
    "loose": "lose",
    "looses": "loses",
    "hve": "have",
    "nxt": "next",
    "pct": "percent",
    "qtr": "quarter",
    "teh": "the",
    "thru": "through",
    "u": "you",
    "ur": "your",
    "wat": "what",
    "wht": "what",
    "w": "with",
    "wil": "will",
    "yr": "year",
    "yrs": "years",
}
"""Small words typed without umlauts, and as they are typed in chats, where a slip of that size is not forgiven."""


class Put(NamedTuple):
    """A word, and where it goes in place of what stands there."""

    start: int
    end: int
    word: str


def respelt(text: str, is_word: Callable[[Token], bool]) -> str:
    """`text` with its misspelt small words put right; `is_word` knows names and common words."""
    meant = ((token, _KNOWN.get(token.folded) or _meant(token, is_word)) for token in tokens(text))
    spelt = put_in(text, (Put(token.start, token.end, right) for token, right in meant if right))
    spelt = _LAID_OUT.sub(lambda found: "spent" if found[1] else "spend", _QUARTER_TO.sub(_quarter, spelt))
    return _YEARS.sub(r"\1 years", _SHORT_YEAR.sub(r"\g<before>20\g<year>", spelt))


def _quarter(found: re.Match[str]) -> str:
    return f"Q{_ENDING[(found['month'] or found['named']).casefold()]} {found['year'] or found['of']}"


def put_in(text: str, words: Iterable[Put]) -> str:
    """`text` with words put in, which stand in order and do not overlap."""
    parts: list[str] = []
    place = 0
    for one in words:
        parts += text[place : one.start], one.word
        place = one.end
    return "".join((*parts, text[place:]))


@cache
def _candidates() -> list[str]:
    return sorted(word for word in SMALL | TIMES_AND_SCALES if len(word) >= _SHORTEST)


def _meant(token: Token, is_word: Callable[[Token], bool]) -> str | None:
    if token.folded in SMALL or token.folded in TIMES_AND_SCALES:
        return None
    if not token.text.isalpha() or len(token.folded) < _SHORTEST or is_word(token):
        return None
    from rapidfuzz import process  # loaded when a word is first doubted
    from rapidfuzz.distance import OSA

    near = process.extract(token.folded, _candidates(), scorer=OSA.distance, score_cutoff=1, limit=20)
    return next((best for best, _, _ in near if _is_forgiven(token.folded, best)), None)


def _is_forgiven(typed: str, meant: str) -> bool:
    if min(len(typed), len(meant)) <= _SHORTEST:
        return sorted(typed) == sorted(meant)
    if len(typed) >= _FORGIVING or sorted(typed) == sorted(meant):
        return True
    if len(typed) < len(meant):
        return True
    return any(one == other and typed[:place] + typed[place + 1 :] == meant for place, (one, other) in _pairs(typed))


def _pairs(typed: str) -> Iterator[tuple[int, tuple[str, str]]]:
    return enumerate(pairwise(typed))
