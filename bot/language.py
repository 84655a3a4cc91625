"""Which language a question is in, by its small words.

Short questions are mostly names, so a detector trained on prose guesses; the closed-class words decide here. Where
there are none, or as many of either language ("wozu soll stargate gut sein"), all other small words do, and where there
are none of those the caller's language stands.
"""

from collections.abc import Iterable
from typing import NamedTuple

from bot.words import MARKERS, ONLY_ENGLISH, ONLY_GERMAN
from knowledge.value import Language

_LAST_LATIN = 0x24F
_GERMAN_LETTERS = frozenset("äöüß")


class Spoken(NamedTuple):
    """The language to answer in, and whether the question was in another one altogether."""

    language: Language
    translated: bool


def detect(words: Iterable[str], hints: Iterable[Language], default: Language) -> Spoken:
    """The language of case-folded `words`; `hints` are the languages of metric words found among them.

    A language other than English and German is answered in English.
    """
    words = list(words)
    votes = {code: sum(word in marks for word in words) for code, marks in MARKERS.items()}
    for hint in hints:
        votes[hint] += 1
    votes["de"] += any(_GERMAN_LETTERS & set(word) for word in words)
    if votes["en"] == votes["de"]:
        votes["en"] += sum(word in ONLY_ENGLISH for word in words)
        votes["de"] += sum(word in ONLY_GERMAN for word in words)
    best = max(votes.values())
    if best == 0:
        foreign = any(character.isalpha() and ord(character) > _LAST_LATIN for word in words for character in word)
        return Spoken("en", translated=True) if foreign else Spoken(default, translated=False)
    if votes["en"] == best or votes["de"] == best:
        tied = votes["en"] == votes["de"]
        return Spoken(default if tied else "en" if votes["en"] == best else "de", translated=False)
    return Spoken("en", translated=best > 1)
