"""Words that mean the same in talk about spending, so that "pour money into" meets "invest".

Each line of `meanings.txt` is one meaning in both languages. A word too many there lets a question meet a claim that
says something else, so a line holds only words that could stand for each other in a sentence on firms, money and AI.
"""

from functools import cache
from pathlib import Path

from bot.statements.stems import stem
from knowledge.value import Language

_MEANINGS = Path(__file__).with_name("meanings.txt")


@cache
def _alike(language: Language) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _MEANINGS.read_text(encoding="utf-8").splitlines():
        meaning = frozenset(stem(word, language) for word in line.split())
        for one in meaning:
            found[one] = found.get(one, frozenset()) | meaning
    return found


@cache
def meant_words() -> tuple[str, ...]:
    """Every word that has a meaning here."""
    return tuple(sorted(set(_MEANINGS.read_text(encoding="utf-8").split())))


def alike(one: str, language: Language) -> frozenset[str]:
    """The stems that mean what the stem `one` means, itself among them."""
    return _alike(language).get(one, frozenset()) | {one}
