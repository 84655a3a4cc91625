"""Words that mean the same in talk about spending, so that "pour money into" meets "invest".

Each line of `meanings.txt` is one meaning in both languages. A word too many there lets a question meet a claim that
says something else, so a line holds only words that could stand for each other in a sentence on firms, money and AI.
Where a line has a `>`, what stands before it is met by what stands behind it and not the other way round: who asks for
"trouble" is answered by "bankruptcy". A `_` joins the words of a phrase ("too_much").
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.statements.stems import stem
from knowledge.value import Language

_MEANINGS = Path(__file__).with_name("meanings.txt")
_NARROWER = ">"
_WORD = re.compile(r"\w+")


@cache
def _lines() -> tuple[str, ...]:
    return tuple(_MEANINGS.read_text(encoding="utf-8").splitlines())


@cache
def _alike(language: Language) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _lines():
        asked, _, narrower = line.partition(_NARROWER)
        meaning = frozenset(stem(word, language) for word in asked.split())
        met = meaning.union(stem(word, language) for word in narrower.split())
        for one in meaning:
            found[one] = found.get(one, frozenset()) | met
    return found


@cache
def meant_words() -> tuple[str, ...]:
    """Every single word that has a meaning here."""
    words = {word for line in _lines() for word in line.split() if word != _NARROWER and "_" not in word}
    return tuple(sorted(words))


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    """The phrases by their first word, longer ones first."""
    phrases = sorted({word for line in _lines() for word in line.split() if "_" in word}, key=len, reverse=True)
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        alike[phrase.partition("_")[0]].append(phrase.replace("_", r"\s+"))
    return {first: re.compile(rf"(?:{'|'.join(same)})\b") for first, same in alike.items()}


def phrases_in(text: str) -> Iterator[str]:
    """The phrases of the meanings that stand in a case-folded text, their words joined."""
    known, end = _phrases(), 0
    for word in _WORD.finditer(text):
        phrases = known.get(word.group())
        if phrases and word.start() >= end and (found := phrases.match(text, word.start())):
            end = found.end()
            yield "_".join(found.group().split())


def alike(one: str, language: Language) -> frozenset[str]:
    """The stems that answer for the stem `one`: those that mean the same, and itself."""
    return _alike(language).get(one, frozenset()) | {one}
