"""The words of all approved claims: which claims hold a word, and how telling a word is.

An entry holds what a claim says (its statement in either language, its quote and the words around it) and, beside it,
the terms under which it is looked for; never the names of whom it concerns: those are ids and need no words. It follows
the base by the numbers of its change log, so that one changed claim costs one entry. The same claims make the same
index whatever engine keeps them. Threads may read it while one changes it: what is walked through is copied first, by
`dict()`, which no other thread interrupts, and a claim that has gone says nothing.
"""

import math
import re
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple, get_args

from bot.statements.printed import Printed
from bot.statements.stems import stem
from bot.statements.thesaurus import meant_words, phrases_in
from knowledge.amount import PrintedAmount
from knowledge.claim import Claim
from knowledge.period import Period
from knowledge.value import Language

_WORD = re.compile(r"\w+")
"""As names are cut, but for possessives and dollar signs, which stem away or name nothing: an index reads much text."""

_LANGUAGES: tuple[Language, ...] = get_args(Language)


class Held(NamedTuple):
    """The stems of what a claim says, and of the other words under which it is looked for."""

    said: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()


class Entry(NamedTuple):
    """What is kept of a claim: words and their stems by language, amount and period, of whom and what it is.

    A word is kept once however many claims hold it, and words in tuples: as sets they would take five times the memory,
    and those of the few claims that a question is held against are made quickly.
    """

    words: Mapping[Language, tuple[str, ...]]
    said: Mapping[Language, tuple[str, ...]]
    terms: Mapping[Language, tuple[str, ...]]
    amount: PrintedAmount | None
    period: Period | None
    of: frozenset[tuple[str, str | None]]


class Statements:
    """The index. `words` are the words as printed, by which typing mistakes are known."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._holders: dict[Language, defaultdict[str, set[str]]] = {code: defaultdict(set) for code in _LANGUAGES}
        self._printed: dict[Language, Counter[str]] = {code: Counter() for code in _LANGUAGES}
        self._alike: dict[Language, Printed] = {}
        self._counted: Counter[tuple[str, str | None]] | None = None
        self._periods: dict[tuple[str, str | None], tuple[Period, ...]] | None = None
        self._lock = threading.RLock()

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, claim: Claim) -> None:
        """Take in a claim as it is now; one that is not approved is left out."""
        self.drop(claim.id)
        if claim.state != "approved":
            return
        said = {code: _words(texts) for code, texts in _texts(claim).items()}
        terms = {code: _words((words or "",)) for code, words in (("en", claim.terms.en), ("de", claim.terms.de))}
        words = {code: tuple(map(sys.intern, said[code] | terms[code])) for code in _LANGUAGES}
        stems = {code: tuple(_stems(said[code], code)) for code in _LANGUAGES}
        further = {code: tuple(_stems(terms[code], code).difference(stems[code])) for code in _LANGUAGES}
        entry = Entry(words, stems, further, claim.amount, claim.period, _of(claim))
        with self._lock:
            self._entries[claim.id] = entry
            self._forget_what_was_made()
            for code in _LANGUAGES:
                self._printed[code].update(entry.words[code])
                for one in (*entry.said[code], *entry.terms[code]):
                    self._holders[code][one].add(claim.id)

    def drop(self, claim: str) -> None:
        """Forget a claim, if it is there."""
        with self._lock:
            entry = self._entries.pop(claim, None)
            if entry is None:
                return
            self._forget_what_was_made()
            for code in _LANGUAGES:
                self._printed[code].subtract(entry.words[code])
                for one in (*entry.said[code], *entry.terms[code]):
                    self._holders[code][one].discard(claim)

    def _forget_what_was_made(self) -> None:
        """As a claim has changed, what was made of all of them is made anew when it is needed."""
        self._alike, self._counted, self._periods = {}, None, None

    def holders(self, one: str, language: Language) -> Collection[str]:
        """The claims that hold a stem, as they are now: another thread may be putting claims in."""
        with self._lock:
            return frozenset(self._holders[language].get(one, ()))

    def held(self, claim: str, language: Language) -> Held:
        """The stems of a claim; none of one that is not here."""
        entry = self._entries.get(claim)
        return Held(frozenset(entry.said[language]), frozenset(entry.terms[language])) if entry else Held()

    def printed_like(self, word: str, language: Language) -> str | None:
        """The printed word, or one that may stand for it, that `word` misses by a slip, from nine letters on by two."""
        with self._lock:
            if language not in self._alike:
                printed = sorted(one for one, count in self._printed[language].items() if count)
                self._alike[language] = Printed((*printed, *meant_words()))
            known = self._alike[language]
        return known.like(word)

    def holds(self, one: str, language: Language) -> bool:
        """Whether any claim holds a stem."""
        return bool(self._holders[language].get(one))

    def says(self, one: str, language: Language) -> bool:
        """Whether any claim says a stem itself, and is not only looked for by it."""
        return any(one in self.held(claim, language).said for claim in self.holders(one, language))

    def weight(self, meaning: Iterable[str], language: Language) -> float:
        """How telling stems of one meaning are: BM25's inverse document frequency (Robertson, Zaragoza 2009).

        A claim that says two of them is counted twice: to put large sets together would take longer than all else.
        """
        count = min(len(self), sum(len(self._holders[language].get(one, ())) for one in meaning))
        return math.log(1 + (len(self) - count + 0.5) / (count + 0.5))

    def counted(self) -> Mapping[tuple[str, str | None], int]:
        """How many claims are of a subject or said by it, by metric too; the same object until a claim changes."""
        with self._lock:
            if self._counted is None:
                self._counted = Counter(one for entry in self._entries.values() for one in entry.of)
            return self._counted

    def periods(self) -> Mapping[tuple[str, str | None], tuple[Period, ...]]:
        """Of which periods there are such claims, the latest first; the same object until a claim changes."""
        with self._lock:
            if self._periods is None:
                self._periods = _by_period(self._entries.values())
            return self._periods

    def where(self, wanted: Callable[[Entry], bool]) -> list[str]:
        """The claims whose entries are wanted, by id."""
        with self._lock:
            entries = list(self._entries.items())
        return sorted(claim for claim, entry in entries if wanted(entry))


def _by_period(entries: Iterable[Entry]) -> dict[tuple[str, str | None], tuple[Period, ...]]:
    found: defaultdict[tuple[str, str | None], dict[Period, None]] = defaultdict(dict)
    for entry in entries:
        if entry.period:
            for one in entry.of:
                found[one][entry.period] = None
    return {one: tuple(sorted(periods, key=_latest_first)) for one, periods in found.items()}


def _latest_first(period: Period) -> tuple[int, int]:
    """By its end, and of those that end together the longer one first."""
    end, start = period.end or date.max, period.start or date.min
    return -end.toordinal(), start.toordinal()


def _of(claim: Claim) -> frozenset[tuple[str, str | None]]:
    return frozenset((one, claim.metric) for one in (claim.subject, claim.speaker) if one)


def _words(texts: Iterable[str]) -> frozenset[str]:
    text = " ".join(texts).casefold()
    return frozenset((*_WORD.findall(text), *phrases_in(text)))


def _stems(words: Iterable[str], language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words)


def _texts(claim: Claim) -> Mapping[Language, Iterable[str]]:
    quoted = (passage.text for passage in ((claim.quote,) if claim.quote else ()) + claim.context)
    return {"en": (claim.statement.en or "",), "de": (claim.statement.de or "", *quoted)}
