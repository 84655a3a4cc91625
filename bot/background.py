"""What people say before they ask: "settle a bet for us: ...", "my colleague quoted $8.5 billion. What is that?".

Words of it that name nothing are no part of the question. A preface names nobody, and what follows its colon asks. A
sentence before the question is background where the question itself has small words alone and so points back to it;
what it names is what is asked about.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from bot.words import ASKING, SMALL
from knowledge.folding import Token

_PREFACE: Final = re.compile(r"[^:?!]+:\s")
_SENTENCE: Final = re.compile(r"(?<=[.!])[\"']?\s+(?=\S)")
_WONDERING: Final = re.compile(
    r"\b(?:know|knows|wonder|wonders|wondered|wondering|curious|asks?|asked|asking|remembers?|recalls?|idea|clue|argued|debate"
    r"|tell (?:me|us)|find out|check|look(?:ing)? up|explain|remind (?:me|us)"
    r"|wissen|weiß|weiss|wüsste|frage[nt]?|fragte|gefragt|interessiert|interessieren|sagen|verraten|nachschauen|nachsehen"
    r"|herausfinden|rausfinden|erklären|erinner[ent]*|ahnung|klären|stritten|diskutiert)\b"
)
"""Words of those who wonder; what they wonder about stands behind."""
_WHAT_THEY_WONDER: Final = ASKING | {"whether", "if", "ob", "which", "welche", "welcher", "welches", "welchen", "womit"}
_FEWEST: Final = 2
"""Words of a preface: one alone is rather what is asked about."""


def question_begins(text: str, words: Sequence[Token], naming: Collection[int]) -> int:
    """Where the question begins behind what is said before; nought where all of the text is it.

    `naming` are the places where names, periods and amounts begin.
    """
    if not naming:
        return 0
    preface = _PREFACE.match(text)
    if preface and min(naming) >= preface.end():
        before = [word.folded for word in words if word.start < preface.end()]
        plain = all(word.isalpha() for word in before) and ASKING.isdisjoint(before)
        if plain and len(before) >= _FEWEST and words[len(before)].folded in ASKING:
            return preface.end()
    wondered = _wondered(text, words, min(naming))
    if wondered:
        return wondered
    ends = [cut.end() for cut in _SENTENCE.finditer(text)]
    if not ends or "?" in text[: ends[-1]] or max(naming) >= ends[-1]:
        return 0
    asking = [word for word in words if word.start >= ends[-1]]
    return ends[-1] if asking and all(word.folded in SMALL for word in asking) else 0


def _wondered(text: str, words: Sequence[Token], names_begin: int) -> int:
    """Where that begins which somebody wonders, behind words that name nothing; nought where nobody does."""
    wondering = _WONDERING.search(text.lower())
    if not wondering or wondering.start() >= names_begin:
        return 0
    behind = (word for word in words if wondering.end() <= word.start < names_begin)
    return next((word.start for word in behind if word.folded in _WHAT_THEY_WONDER), 0)


def without_background(text: str, begins: int, pieces: Iterable[tuple[int, str]]) -> str:
    """The question, behind the names, periods and amounts that are said before it, each with where it begins."""
    before = sorted(piece for piece in pieces if piece[0] < begins)
    return " ".join((*(words for _, words in before), text[begins:]))
