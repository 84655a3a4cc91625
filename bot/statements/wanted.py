"""What a question's words weigh: those that an answer has to account for, and those that only speak for a claim.

A word that no name, period or amount explains is wanted, and weighs as much as it is rare in the base (BM25's idf).
What the language needs anyway, and the words that named a metric or a topic, need not be said by a claim; one that says
them, or a word of the same meaning, is more likely meant.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from bot.compounds import parts_of
from bot.names.others import is_other_name
from bot.question import OWNING, Question
from bot.statements.index import Held, Statements
from bot.statements.stems import stem
from bot.statements.thesaurus import alike, phrases_in
from bot.words import CHANGE_WORDS, GENERIC, LIGHT, SMALL, VERSUS
from knowledge.folding import tokens
from knowledge.value import Language

LIKE: Final = 0.8
"""What another word of the same meaning counts, against the word itself."""

TERM: Final = 0.9
"""What a word counts under which a claim is looked for without saying it, against one that it says."""

_SHORTEST_HINT: Final = 4
_COMMON: Final = 4.0
"""The weight of a common word that no claim holds: as much as a name, since it may be what the question is about."""


class Wanted(NamedTuple):
    """A word as typed: its weight, its stem and the stems that answer for it, its own among them."""

    word: str
    weight: float
    stem: str
    alike: frozenset[str]

    def said_by(self, held: Held) -> float:
        """What a claim that holds these stems says of the word's weight."""
        if self.stem in held.said:
            return self.weight
        if self.stem in held.terms:
            return self.weight * TERM
        if not self.alike.isdisjoint(held.said):
            return self.weight * LIKE
        return 0.0 if self.alike.isdisjoint(held.terms) else self.weight * LIKE * TERM


class Hints(NamedTuple):
    """What a question says besides its unexplained words, the same for each claim.

    Attributes:
        named: the stems that stand for the words that named its metrics and topics.
        words: what need not be said and speaks for a claim that says it.
    """

    named: frozenset[str]
    words: Sequence[Wanted]

    def said_by(self, held: Held) -> float:
        """What a claim that holds these stems says of them."""
        return sum(word.said_by(held) for word in self.words)


def wanted(question: Question, statements: Statements, is_common: Callable[[str], bool]) -> list[Wanted] | None:
    """The words to be accounted for; None where one of them is a name or a thing that nothing here knows."""
    language = question.language
    found: list[Wanted] = []
    for typed, unnamed in zip(question.not_understood, question.unnamed, strict=True):
        known = _known(unnamed, statements, language, is_common)
        if known is None:
            return None
        found.extend(_weighed(typed, word, statements, language) for word in known)
    return found


def hints_of(question: Question, words: Iterable[Wanted], statements: Statements) -> Hints:
    """The hints of a question whose unexplained words are `words`."""
    language = question.language
    taken = {word.stem for word in words}
    hints = (_weighed(word, word, statements, language) for word in dict.fromkeys(hinting_words(question)))
    held = [hint for hint in hints if hint.stem not in taken]
    named = frozenset().union(
        *(alike(stem(word, language), language) for word in question.named_by if word not in GENERIC)
    )
    return Hints(named, held)


def hinting_words(question: Question) -> list[str]:
    """The words and phrases of a question that need not be said by a claim and yet may be, folded.

    To set several side by side is done by the answer: a claim that compares says no more for that.
    """
    typed = (word.folded for word in tokens(question.spelt))
    if question.intent == "comparison":
        typed = (word for word in typed if word not in VERSUS)
    long = (word for word in typed if len(word) >= _SHORTEST_HINT or word in GENERIC)
    words = (word for word in long if word in SMALL or word in GENERIC or word in question.named_by)
    return [*words, *phrases_in(question.spelt.casefold())]


def hints_at(question: Question) -> bool:
    """Whether a question has words that need not be said and are yet more than the language needs."""
    typed = [word.folded for word in tokens(question.spelt)]
    return any(word in LIGHT or word in CHANGE_WORDS for word in typed) or any(phrases_in(question.spelt.casefold()))


def _known(word: str, statements: Statements, language: Language, is_common: Callable[[str], bool]) -> list[str] | None:
    """The words that a typed one stands for: itself, the parts of a compound, or the one that it misses by a slip."""

    def is_said(one: str) -> bool:
        return any(statements.holds(other, language) for other in alike(stem(one, language), language))

    own = word.removesuffix(OWNING)
    if (own != word or is_other_name(own)) and not statements.says(stem(own, language), language):
        return None
    if is_said(own):
        return [own]
    if is_common(word):
        return [word]
    parts = parts_of(word, lambda part: part in SMALL or is_said(part))
    if parts:
        return [part for part in parts if part not in SMALL]
    meant = statements.printed_like(word, language)
    return None if meant is None else [meant]


def _weighed(typed: str, word: str, statements: Statements, language: Language) -> Wanted:
    one = stem(word, language)
    meaning = alike(one, language)
    return Wanted(typed, _weight(one, meaning, statements, language), one, meaning)


def _weight(one: str, meaning: Iterable[str], statements: Statements, language: Language) -> float:
    if statements.holds(one, language):
        return statements.weight((one,), language)
    held = [other for other in meaning if statements.holds(other, language)]
    return statements.weight(held, language) if held else _COMMON
