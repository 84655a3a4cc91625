"""A sentence as people type it, written out as an article would print it: names with their capitals, slips put right.

What is put right is what a question forgives: small words, and names that a slip or two misses. A large figure without
a currency that counts nothing is one of money where the sentence measures money; it gets a currency to be read by, and
is told as a figure whose currency was not said.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from bot.letters import lettered
from bot.names import Match, Names
from bot.names.common import is_common
from bot.spelling import TIMES_AND_SCALES, Put, put_in, respelt
from bot.words import SMALL, word_set
from knowledge.amount import PrintedAmount
from knowledge.folding import Token, tokens
from knowledge.proposing import cues
from knowledge.reading.amounts import read_amounts
from knowledge.value import Language

UNSAID: Final = "XXX"
"""The unit of a sum of money whose currency is not said; ISO 4217 gives no currency this code."""

_READ_BY: Final = " USD"
_MILLION: Final = 1_000_000
_NEAR_FROM: Final = 5
_NAMED: Final = ("company", "person", "analyst_house", "group", "product")
_OF_MONEY: Final = (cues.SPEND, cues.EARN, cues.LOSE, cues.HAPPENED, *cues.STATUSES.values())
_NEXT: Final = re.compile(r"\s*(?P<word>[^\W\d_][\w-]*)")
_HALF: Final = re.compile(r"\bhj\.?(?=\s|$)", re.IGNORECASE)


_VERBS: Final = word_set(
    """invest invests invested investing spending expects expected increased decreased dropped climbed jumped predicts
    investieren investiert investierte investierten ausgegeben ausgeben verdient verdiente gesteigert steigerte steigern
    gestiegen gesunken gefallen erwartet erwarten erzielte erzielt verloren verliert verbrennt gestiegen planen"""
)
"""Verbs that say what a figure is, put right after one slip."""

_IN_ORDER: Final = sorted(_VERBS)
"""Of verbs that are as near the first counts, in every process."""


class Completed(NamedTuple):
    """A sentence in which figures got a currency; `places` are where the added words begin."""

    text: str
    places: tuple[int, ...]

    def is_added_to(self, start: int, end: int) -> bool:
        """Whether the words from `start` to before `end` hold an added currency."""
        return any(start <= place < end for place in self.places)


def written_out(sentence: str, language: Language, names: Names) -> str:
    """The sentence with small words, scales and names as they are printed."""
    spelt = lettered(respelt(_HALF.sub("Halbjahr", sentence), names.is_word), language)
    words = tokens(spelt)
    found = names.exact(words)
    taken = {place for match in found for place in range(match.start, match.end)}
    meant: list[Put] = []
    for place, word in enumerate(words):
        right = _meant(word, language, names) if place not in taken else None
        if right is None and any(
            match.start == place and _is_lower(match, words, found, language, names) for match in found
        ):
            right = word.text.capitalize()
        if right:
            meant.append(Put(word.start, word.end, right))
    return put_in(spelt, meant)


def completed(text: str, language: Language, names: Names, counted: Iterable[tuple[int, int]]) -> Completed:
    """The text with a currency behind each large bare figure but those at `counted`, which are read as they are."""
    known = tuple(counted)
    ends = [
        one.end
        for one in read_amounts(text, language)
        if _is_bare(one, text, names) and not any(one.start < end and start < one.end for start, end in known)
    ]
    parts: list[str] = []
    places: list[int] = []
    last = length = 0
    for end in ends:
        parts += text[last:end], _READ_BY
        length += end - last
        places.append(length)
        length += len(_READ_BY)
        last = end
    return Completed("".join((*parts, text[last:])), tuple(places))


def _meant(word: Token, language: Language, names: Names) -> str | None:
    """The name that a word misses by a slip, where it has one owner."""
    if len(word.folded) < _NEAR_FROM or not word.text.isalpha() or word.folded in SMALL or is_common(word.folded):
        return None
    if verb := _verb(word):
        return verb
    owners = [one for one in names.near((word,)) if one[0] != "topic"]
    if len(owners) != 1:
        return None
    kind, key = owners[0]
    owner = names.subjects[key] if kind == "subject" else names.metrics[key]
    return owner.name.in_language(language)


def _verb(word: Token) -> str | None:
    from rapidfuzz import process  # loaded when a word is first doubted
    from rapidfuzz.distance import OSA

    if word.folded in _VERBS:
        return None
    found = process.extractOne(word.folded, _IN_ORDER, scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else None


def _is_lower(match: Match, words: Sequence[Token], found: Collection[Match], language: Language, names: Names) -> bool:
    """Whether a name is typed without its capital; a common word is one only where capitals are not typed.

    German gives them to all nouns, so that there only names tell.
    """
    span = words[match.start : match.end]
    others = words if language == "en" else [words[one.start] for one in found if one.owners[0][0] == "subject"]
    kind, key = match.owners[0]
    if kind != "subject" or names.subjects[key].kind not in _NAMED or any(word.text != word.folded for word in span):
        return False
    return not (len(span) == 1 and is_common(span[0].folded) and any(map(_has_capital, others)))


def _has_capital(word: Token) -> bool:
    """Whether a word is typed with a capital that a quarter or a month would not have anyhow."""
    return word.text.isalpha() and word.text.istitle() and word.folded not in TIMES_AND_SCALES


def _is_bare(amount: PrintedAmount, text: str, names: Names) -> bool:
    """Whether a figure of a million or more has no unit and nothing to count behind it."""
    if amount.unit != "count" or (amount.high or amount.low or 0) < _MILLION or amount.text[-1].isdigit():
        return False
    following = _NEXT.match(text, amount.end)
    if following is None:
        return True
    word = tokens(following["word"])
    if not word or word[0].folded in SMALL or any(pattern.fullmatch(following["word"]) for pattern in _OF_MONEY):
        return True
    return any(kind == "metric" for match in names.exact(word) for kind, _ in match.owners)
