"""What the index keeps of a claim: its words by language and where it has them, and what it is of."""

import re
import sys
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from bot.fitting import concerned
from bot.statements.thesaurus import phrases_in
from knowledge.amount import PrintedAmount
from knowledge.claim import Claim
from knowledge.period import Period
from knowledge.value import Language

_WORD = re.compile(r"\w+")
"""As names are cut, but for possessives and dollar signs, which stem away or name nothing: an index reads much text."""


class Held(NamedTuple):
    """What a claim is known by in one language.

    Attributes:
        said: the stems of its statement.
        quoted: those that only its quote and the passages around it have.
        terms: those of the other words under which it is looked for.
        asked: those with which people ask for it, that nothing else of it has.
        weights: how telling each of its statement's stems is, but for those of small words.
        weight: the sum of these.
        pairs: the stems of each two words that stand together in the statement.
        runs: the runs of letters of the statement.
        term_runs: those of the other words that the statement does not have.
    """

    said: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    weights: Mapping[str, float] = MappingProxyType({})
    weight: float = 0.0
    pairs: frozenset[tuple[str, str]] = frozenset()
    runs: frozenset[str] = frozenset()
    term_runs: frozenset[str] = frozenset()


class Texts(NamedTuple):
    """The folded words of a claim in one language, each once: of its statement in their order, of the rest sorted."""

    said: tuple[str, ...]
    quoted: tuple[str, ...]
    terms: tuple[str, ...]

    def all(self) -> frozenset[str]:
        """All words."""
        return frozenset((*self.said, *self.quoted, *self.terms))


class Entry(NamedTuple):
    """What is kept of a claim: its words by language, amount and period, whom and what it is of, whom it concerns.

    A word is kept once however many claims hold it, and words in tuples: as sets they would take five times the memory,
    and the stems of those few claims that a question is held against are made quickly.
    """

    texts: Mapping[Language, Texts]
    amount: PrintedAmount | None
    period: Period | None
    of: frozenset[tuple[str, str | None]]
    concerned: frozenset[str]


def entry_of(claim: Claim) -> Entry:
    """What is kept of a claim."""
    return Entry(_texts(claim), claim.amount, claim.period, _of(claim), frozenset(filter(None, concerned(claim))))


def is_phrase(word: str) -> bool:
    """Whether a word is a phrase of the thesaurus, its words joined."""
    return "_" in word


def _of(claim: Claim) -> frozenset[tuple[str, str | None]]:
    return frozenset((one, claim.metric) for one in (claim.subject, claim.speaker) if one)


def _texts(claim: Claim) -> Mapping[Language, Texts]:
    quoted = [passage.text for passage in ((claim.quote,) if claim.quote else ()) + claim.context]
    return {
        "en": _texts_of(claim.statement.en, (), claim.terms.en),
        "de": _texts_of(claim.statement.de, quoted, claim.terms.de),
    }


def _texts_of(statement: str | None, quoted: Iterable[str], terms: str | None) -> Texts:
    said = _words((statement or "",))
    rest = frozenset(_words(quoted)).difference(said)
    further = frozenset(_words((terms or "",))).difference(said, rest)
    return Texts(_kept(said), _kept(sorted(rest)), _kept(sorted(further)))


def _kept(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(sys.intern, words))


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of texts, and their phrases behind them, each once."""
    text = " ".join(texts).casefold()
    return tuple(dict.fromkeys((*_WORD.findall(text), *phrases_in(text))))
