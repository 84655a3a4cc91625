"""How far a claim accounts for a question: the part of the question's weight that the claim says or is about.

Each word that no name, period or amount explains weighs as much as it is rare in the base (BM25's idf), a named subject
or metric as much as a telling word. A claim answers when it accounts for nearly all of it: a question whose rarest word
no claim holds is one that the base cannot answer, however well the rest fits. The numbers below were set on the
development part of the phrasebook, where the refused questions set `ENOUGH`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from bot.fitting import concerns, is_amount_asked, is_own, period_fits, says
from bot.question import Question
from bot.statements.index import Statements
from bot.statements.stems import stem, stems
from bot.statements.thesaurus import alike
from bot.words import SMALL
from knowledge.claim import Claim
from knowledge.folding import tokens
from knowledge.value import Language

ENOUGH: Final = 0.66
"""The least part of a question's weight that an answer accounts for."""

ENOUGH_UNNAMED: Final = 0.75
"""The same for a question that names nobody: nothing but its words speaks for the claim."""

SAID: Final = 0.5
"""The least part of the weight of the unexplained words that an answer says itself: names do not make up for them."""

NEARLY_AS_GOOD: Final = 0.85
"""Of the best claim's points, what another claim needs to stand beside it."""

MOST_SAID: Final = 8

_LIKE: Final = 0.8
"""What another word of the same meaning counts, against the word itself."""

_NAME: Final = 4.0
_METRIC: Final = 3.0
_MENTIONED: Final = 0.9
_ECHO: Final = 0.3
_SHORTEST_ECHO: Final = 4
_COMMON: Final = 4.0
"""The weight of a common word that no claim holds: as much as a name, since it may be what the question is about."""


class Wanted(NamedTuple):
    """A word to be accounted for, as typed: its weight, its stem and the stems that mean the same."""

    word: str
    weight: float
    stem: str
    alike: frozenset[str]


class Weighed(NamedTuple):
    """A claim with the part of the question that it accounts for, its points among such claims, and its echo."""

    claim: Claim
    part: float
    points: float
    echo: float = 0.0


class Hints(NamedTuple):
    """What a question says besides its unexplained words, the same for each claim.

    Attributes:
        named: the stems of the words that named its metrics and topics.
        echoed: stems that need not be said but speak for a claim that says them, with their weights.
    """

    named: frozenset[str]
    echoed: Mapping[str, float]


def wanted(question: Question, statements: Statements, is_common: Callable[[str], bool]) -> list[Wanted] | None:
    """What the unexplained words weigh; None where one of them is a name or a thing that nothing here knows."""
    language = question.language
    found: list[Wanted] = []
    for typed, unnamed in zip(question.not_understood, question.unnamed, strict=True):
        word = (
            unnamed
            if _is_known(unnamed, statements, language, is_common)
            else statements.printed_like(unnamed, language)
        )
        if word is None:
            return None
        one = stem(word, language)
        meaning = alike(one, language)
        held = [statements.weight(other, language) for other in meaning if statements.holds(other, language)]
        if held:
            weight = statements.weight(one, language) if statements.holds(one, language) else min(held)
        else:
            weight = _COMMON
        found.append(Wanted(typed, weight, one, meaning))
    return found


def _is_known(word: str, statements: Statements, language: Language, is_common: Callable[[str], bool]) -> bool:
    meaning = alike(stem(word, language), language)
    return any(statements.holds(one, language) for one in meaning) or is_common(word)


def candidates(words: Sequence[Wanted], question: Question, statements: Statements) -> set[str]:
    """The claims that hold enough of the words to answer if all else fits, told by the rarest words first."""
    language = question.language
    named = _METRIC * (bool(question.metrics) + bool(question.topics))
    left = sum(word.weight for word in words)
    least = ENOUGH_UNNAMED * (left + named) - named
    found: set[str] = set()
    for word in sorted(words, key=lambda word: -word.weight):
        if left < least:
            break
        found.update(*[statements.holders(one, language) for one in word.alike])
        left -= word.weight
    return found


def hints_of(question: Question, words: Iterable[Wanted], statements: Statements) -> Hints:
    """The hints of a question whose unexplained words are `words`."""
    echoing = {stem(word, question.language) for word in echoing_words(question)} - {word.stem for word in words}
    echoed = {one: statements.weight(one, question.language) for one in echoing}
    return Hints(stems(question.named_by, question.language), echoed)


def echoing_words(question: Question) -> list[str]:
    """The words of a question that need not be said by a claim and yet may be, folded."""
    typed = (word.folded for word in tokens(question.text))
    return [word for word in typed if len(word) >= _SHORTEST_ECHO and (word in SMALL or word in question.named_by)]


def weighed(
    claim: Claim,
    question: Question,
    words: Sequence[Wanted],
    held: frozenset[str],
    hints: Hints,
) -> Weighed:
    """`claim`, which holds the stems `held`, against `question` with its `words` and `hints`."""
    if not _may_answer(claim, question, held):
        return Weighed(claim, 0, 0)
    whole = sum(word.weight for word in words)
    got = sum(_accounted(word, held) for word in words)
    if _said(claim, question, words, held, got) < SAID * whole:
        return Weighed(claim, 0, got)
    if question.asked:
        whole += _NAME
        got += max(_concern(claim, subject) for subject in (*question.asked, *question.people))
    if question.metrics:
        whole += _METRIC
        got += _metric(claim, question, said=bool(words or question.reason) and not hints.named.isdisjoint(held))
    if question.topics:
        whole += _METRIC
        got += _METRIC if not set(question.topics).isdisjoint(claim.topics) else 0
    part = got / whole if whole else 1.0
    echo = sum(weight for one, weight in hints.echoed.items() if one in held)
    return Weighed(claim, part, got + _preference(claim, question) + _ECHO * echo, echo)


def _said(claim: Claim, question: Question, words: Sequence[Wanted], held: frozenset[str], got: float) -> float:
    """What counts as said: of a claim that only mentions whom the question names, no other word of the same meaning."""
    if _is_of_the_asked(claim, question):
        return got
    return sum(word.weight for word in words if word.stem in held)


def _accounted(word: Wanted, held: frozenset[str]) -> float:
    if word.stem in held:
        return word.weight
    return 0.0 if word.alike.isdisjoint(held) else word.weight * _LIKE


def _concern(claim: Claim, subject: str) -> float:
    if is_own(claim, subject):
        return _NAME
    return _NAME * _MENTIONED if concerns(claim, subject) else 0.0


def _metric(claim: Claim, question: Question, *, said: bool) -> float:
    """A claim on another metric may say the word as well, but only of its own subject."""
    if claim.metric in question.metrics:
        return _METRIC
    return _METRIC * _LIKE * (said and _is_of_the_asked(claim, question))


def _is_of_the_asked(claim: Claim, question: Question) -> bool:
    """Whether a claim is of those whom the question names, and no mention; true where the question names nobody."""
    return not question.asked or any(is_own(claim, one) for one in (*question.asked, *question.people))


def _may_answer(claim: Claim, question: Question, held: frozenset[str]) -> bool:
    """Period, amount and speaker are never approximate; how much is answered by an amount."""
    if question.periods and not any(
        period_fits(claim.period, asked.period) or stems((asked.period.label,), question.language) <= set(held)
        for asked in question.periods
    ):
        return False
    if question.amounts and not is_amount_asked(claim.amount, question):
        return False
    if question.quantity and (claim.amount is None or (question.metrics and claim.metric not in question.metrics)):
        return False
    if question.subjects and question.speakers and not says(claim, (*question.speakers, *question.people)):
        return False
    return not question.asked or any(concerns(claim, one) for one in (*question.asked, *question.people))


def _preference(claim: Claim, question: Question) -> float:
    """Points beside what is accounted for: a reason is a sentence, a growth a change, an own claim before a mention."""
    points = 0.3 * sum(concerns(claim, subject) for subject in question.asked)
    points += 0.3 * any(is_own(claim, subject) for subject in question.asked)
    if question.reason:
        points += 0.8 * (claim.measure == "statement")
    if question.growth:
        points += 1.5 * (claim.measure == "change")
    return points


def left_out(words: Iterable[Wanted], held: frozenset[str]) -> tuple[str, ...]:
    """The words, as typed, that a claim with these stems does not account for."""
    return tuple(word.word for word in words if not _accounted(word, held))


def enough(question: Question) -> float:
    """The least part of the question that an answer accounts for."""
    return ENOUGH if question.asked else ENOUGH_UNNAMED


def chosen(found: Iterable[Weighed], least_part: float) -> list[Claim]:
    """The claims that answer, best first, of equal ones the first found: enough of the question, and near the best."""
    ranked = sorted((one for one in found if one.part >= least_part), key=lambda one: -round(one.points, 1))
    if not ranked:
        return []
    least = NEARLY_AS_GOOD * ranked[0].points
    return [one.claim for one in ranked if one.points >= least][:MOST_SAID]
