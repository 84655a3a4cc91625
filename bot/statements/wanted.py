"""What a question's words weigh: those that nothing explains, and the others that a claim may say.

A word that no name, period or amount explains weighs as much as it is rare in the base (BM25's idf). What the language
needs anyway, and the words that named a metric or a topic, need not be said by a claim; one that says them, or a word
of the same meaning, is more likely meant.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.compounds import parts_of
from bot.cues import kind_asked_for
from bot.names.others import is_other_name
from bot.question import OWNING, Question
from bot.statements.index import Statements
from bot.statements.runs import runs_of
from bot.statements.stems import stem
from bot.statements.thesaurus import alike, phrases_in
from bot.words import CHANGE_WORDS, FILLERS, LIGHT, SMALL, VERSUS
from knowledge.folding import folded_words
from knowledge.value import Language

if TYPE_CHECKING:
    from bot.statements.likeness import Likeness

_SHORTEST_HINT: Final = 4
_COMMON: Final = 4.0
"""The weight of a common word that no claim holds: as much as a name, since it may be what the question is about."""


class Wanted(NamedTuple):
    """A word as typed: its weight, its stem and the stems that answer for it, its own among them.

    `meant` is the word that it stands for, where it was mistyped or is part of a compound. `strange` is one that
    neither a claim, nor who asks for one, nor any text that is common here holds.
    """

    word: str
    weight: float
    stem: str
    alike: frozenset[str]
    meant: str
    strange: bool = False


class Asking(NamedTuple):
    """A question's words, each group once.

    Attributes:
        content: what no name, period or amount explains.
        light: verbs, adverbs and adjectives that people put around what they ask.
        named: what named metrics and topics.
        phrases: phrases of the thesaurus, their words joined.
        small: the stems of longer words of the language itself ("largest", "first").
        stems: all stems, with those that answer for them.
        pairs: the stems of each two words that stand together.
        runs: the runs of letters of all but phrases and small words.
        kind: the one of `content` that says what kind of thing is asked for ("which court").
        phrased: how much the question is like the phrasings of claims.
    """

    content: tuple[Wanted, ...]
    light: tuple[Wanted, ...]
    named: tuple[Wanted, ...]
    phrases: tuple[Wanted, ...]
    small: tuple[str, ...]
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    runs: frozenset[str]
    kind: Wanted | None
    phrased: "Likeness"


def wanted(question: Question, statements: Statements, is_common: Callable[[str], bool]) -> list[Wanted] | None:
    """The words to be accounted for; None where one of them is somebody's name that no claim says."""
    language = question.language
    found: list[Wanted] = []
    for typed, unnamed in zip(question.not_understood, question.unnamed, strict=True):
        if _is_of_somebody_else(unnamed, statements, language):
            return None
        known = _known(unnamed, statements, language, is_common)
        found.extend(_weighed(typed, word, statements, language) for word in known)
        if not known:
            if not unnamed.isalpha():
                return None
            found.append(_weighed(typed, unnamed, statements, language)._replace(strange=True))
    return found


def asking(question: Question, content: Iterable[Wanted], statements: Statements) -> Asking:
    """The words of a question whose unexplained ones are `content`."""
    content, language = tuple(content), question.language
    typed, kind = folded_words(question.spelt), kind_asked_for(question.spelt.casefold())
    taken = {word.stem for word in content}

    def weighed(words: Iterable[str]) -> tuple[Wanted, ...]:
        return tuple(_weighed(word, word, statements, language) for word in dict.fromkeys(words))

    light = tuple(word for word in weighed(_light(typed, question.named_by)) if word.stem not in taken)
    named = weighed(question.named_by)
    phrases = weighed(phrases_in(question.spelt.casefold()))
    small = dict.fromkeys(word for word in typed if word in FILLERS and len(word) >= _SHORTEST_HINT)
    order = [stem(word, language) for word in typed]
    said = (*content, *light, *named)
    return Asking(
        content,
        light,
        named,
        phrases,
        tuple(stem(word, language) for word in small),
        frozenset(order).union(*(word.alike for word in (*said, *phrases))),
        frozenset(pairwise(order)),
        runs_of(word.word.casefold() for word in said),
        next((word for word in content if word.word.casefold() == kind), None),
        statements.like(f"{question.after} {_as_meant(typed, content)}"),
    )


def _as_meant(typed: Iterable[str], content: Iterable[Wanted]) -> str:
    """The words of a question, the mistyped ones put right."""
    meant: dict[str, list[str]] = {}
    for word in content:
        meant.setdefault(word.word.casefold(), []).append(word.meant)
    return " ".join(" ".join(meant.get(word, [word])) for word in typed)


def _light(typed: Iterable[str], named_by: Iterable[str]) -> Iterator[str]:
    named = frozenset(named_by)
    for word in typed:
        if len(word) >= _SHORTEST_HINT and _is_light(word) and word not in FILLERS and word not in named:
            yield word


def hints_at(question: Question) -> bool:
    """Whether a question has words, in no name, that need not be said and are yet more than the language needs."""
    typed = folded_words(question.spelt)
    phrases = (phrase.split("_") for phrase in phrases_in(question.spelt.casefold()))
    if any(not set(phrase).issubset(question.named_by) for phrase in phrases):
        return True
    return any(_is_light(word) and word not in question.named_by for word in typed)


def _is_light(word: str) -> bool:
    """Whether a word adds something and no fact; to set several side by side is done by the answer."""
    return (word in LIGHT or word in CHANGE_WORDS) and word not in VERSUS


def _is_of_somebody_else(word: str, statements: Statements, language: Language) -> bool:
    """Whether a word is a letter or digit, or owns what is asked about or is a name, and no claim says it."""
    own = word.removesuffix(OWNING)
    name = own != word or is_other_name(own)
    return len(own) == 1 or (name and not statements.says(stem(own, language), language))


def _known(word: str, statements: Statements, language: Language, is_common: Callable[[str], bool]) -> list[str]:
    """The words that a typed one stands for: itself, the parts of a compound, or the one that it misses by a slip."""

    def is_said(one: str) -> bool:
        return any(statements.holds(other, language) for other in alike(stem(one, language), language))

    own = word.removesuffix(OWNING)
    if is_said(own):
        return [own]
    if is_common(word):
        return [word]
    likely = statements.printed_like(word, language) if statements.hardly_uses(word, language) else None
    if likely or statements.uses(word, language):
        return [likely or word]
    parts = parts_of(word, lambda part: part in SMALL or is_said(part) or statements.uses(part, language))
    return [part for part in parts if part not in SMALL] if parts else []


def _weighed(typed: str, word: str, statements: Statements, language: Language) -> Wanted:
    one = stem(word, language)
    meaning = alike(one, language)
    return Wanted(typed, _weight(one, meaning, statements, language), one, meaning, word)


def _weight(one: str, meaning: Iterable[str], statements: Statements, language: Language) -> float:
    if statements.holds(one, language):
        own = statements.rarity(one, language)
    else:
        held = [other for other in meaning if statements.holds(other, language)]
        own = statements.weight(held, language) if held else _COMMON
    return min(own, statements.asking(one, language))
