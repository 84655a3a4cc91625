"""The words of all approved claims: which claims hold a word, and how telling a word is.

An entry holds what a claim says (its statement in either language), beside it the words of its quote and around that,
and the terms under which it is looked for; whom it concerns are ids and need no words. It follows
the base by the numbers of its change log, so that one changed claim costs one entry. The same claims make the same
index whatever engine keeps them. Threads may read it while one changes it: what is walked through is copied first, by
`dict()`, which no other thread interrupts, and a claim that has gone says nothing.
"""

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, get_args

from bot.statements.entry import Entry, Held, Texts, entry_of, is_phrase
from bot.statements.printed import Printed
from bot.statements.rarity import rarity
from bot.statements.runs import runs_of
from bot.statements.shipped import shipped_phrasings
from bot.statements.stems import stem, stems_of
from bot.statements.thesaurus import meant_words
from bot.words import SMALL
from knowledge.claim import Claim
from knowledge.period import Period
from knowledge.value import Language

if TYPE_CHECKING:
    from bot.statements.likeness import Likeness
    from bot.statements.phrasings import Phrasings

_LANGUAGES: tuple[Language, ...] = get_args(Language)

_MOST_HELD: Final = 8_192
"""Claims whose stems are remembered, of which each takes a few kilobytes."""


class Statements:
    """The index. Words are kept as printed, by which typing mistakes are known."""

    def __init__(self, phrasings: "Callable[[], Phrasings]" = shipped_phrasings) -> None:
        """`phrasings` brings those of claims, once they are needed."""
        self._phrasings = phrasings
        self._entries: dict[str, Entry] = {}
        self._holders: dict[Language, defaultdict[str, set[str]]] = {code: defaultdict(set) for code in _LANGUAGES}
        self._concerning: defaultdict[str, set[str]] = defaultdict(set)
        self._printed: dict[Language, Counter[str]] = {code: Counter() for code in _LANGUAGES}
        self._alike: dict[Language, Printed] = {}
        self._counted: Counter[tuple[str, str | None]] | None = None
        self._periods: dict[tuple[str, str | None], tuple[Period, ...]] | None = None
        self._held: dict[tuple[str, Language], Held] = {}
        self._weights: dict[tuple[str, Language], float] = {}
        self._lock = threading.RLock()

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, claim: Claim) -> None:
        """Take in a claim as it is now; one that is not approved is left out."""
        self.drop(claim.id)
        if claim.state != "approved":
            return
        entry = entry_of(claim)
        with self._lock:
            self._entries[claim.id] = entry
            self._forget_what_was_made()
            for one in entry.concerned:
                self._concerning[one].add(claim.id)
            for code in _LANGUAGES:
                words = entry.texts[code].all()
                self._printed[code].update(words)
                for one in stems_of(words, code):
                    self._holders[code][one].add(claim.id)

    def drop(self, claim: str) -> None:
        """Forget a claim, if it is there."""
        with self._lock:
            entry = self._entries.pop(claim, None)
            if entry is None:
                return
            self._forget_what_was_made()
            for one in entry.concerned:
                self._concerning[one].discard(claim)
            for code in _LANGUAGES:
                words = entry.texts[code].all()
                self._printed[code].subtract(words)
                for one in stems_of(words, code):
                    self._holders[code][one].discard(claim)

    def _forget_what_was_made(self) -> None:
        """As a claim has changed, what was made of all of them is made anew when it is needed."""
        self._alike, self._counted, self._periods = {}, None, None
        self._held, self._weights = {}, {}

    def holders(self, one: str, language: Language) -> Collection[str]:
        """The claims that hold a stem, as they are now: another thread may be putting claims in."""
        with self._lock:
            return frozenset(self._holders[language].get(one, ()))

    def concerning(self, subject: str) -> Collection[str]:
        """The claims that have to do with a subject in any role, as they are now."""
        with self._lock:
            return frozenset(self._concerning.get(subject, ()))

    def held(self, claim: str, language: Language) -> Held:
        """What a claim is known by; nothing of one that is not here."""
        entry, known = self._entries.get(claim), self._held
        if entry is None:
            return Held()
        if (claim, language) not in known:
            if len(known) >= _MOST_HELD:
                known.clear()
            asked = stems_of(self._phrasings().words(claim, language), language)
            known[claim, language] = self._made(entry.texts[language], asked, language)
        return known[claim, language]

    def _made(self, texts: Texts, asked: frozenset[str], language: Language) -> Held:
        order = [stem(word, language) for word in texts.said if not is_phrase(word)]
        said = frozenset((*order, *(stem(word, language) for word in texts.said)))
        quoted = stems_of(texts.quoted, language) - said
        terms = stems_of(texts.terms, language) - said - quoted
        weights = {one: self.rarity(one, language) for one in said if one not in small_stems(language)}
        runs = _runs(texts.said)
        return Held(
            said,
            quoted,
            terms,
            asked - said - quoted - terms,
            weights,
            sum(weights.values()),
            frozenset(pairwise(order)),
            runs,
            _runs(texts.terms) - runs,
        )

    def rarity(self, one: str, language: Language) -> float:
        """How telling a stem is; remembered until a claim changes."""
        known = self._weights
        if (one, language) not in known:
            known[one, language] = self.weight((one,), language)
        return known[one, language]

    def printed_like(self, word: str, language: Language) -> str | None:
        """The printed word, or one that may stand for it or is asked with, that `word` misses by a slip.

        From nine letters on it may miss it by two.
        """
        with self._lock:
            if language not in self._alike:
                printed = sorted(one for one, count in self._printed[language].items() if count)
                asked = sorted(self._phrasings().usual(language))
                self._alike[language] = Printed(dict.fromkeys((*printed, *meant_words(), *asked)))
            known = self._alike[language]
        return known.like(word)

    def holds(self, one: str, language: Language) -> bool:
        """Whether any claim holds a stem."""
        return bool(self._holders[language].get(one))

    def uses(self, word: str, language: Language) -> bool:
        """Whether people ask for any claim with a folded word."""
        return self._phrasings().uses(word, language)

    def hardly_uses(self, word: str, language: Language) -> bool:
        """Whether so few people ask with a folded word that it may be a slip of theirs."""
        return self._phrasings().hardly_uses(word, language)

    def asking(self, one: str, language: Language) -> float:
        """How telling a stem is by for how few claims people ask with it."""
        return self._phrasings().rarity(one, language)

    def says(self, one: str, language: Language) -> bool:
        """Whether any claim says a stem itself, and is not only looked for by it."""
        held = (self.held(claim, language) for claim in self.holders(one, language))
        return any(one in claim.said or one in claim.quoted for claim in held)

    def weight(self, meaning: Iterable[str], language: Language) -> float:
        """How telling stems of one meaning are.

        A claim that says two of them is counted twice: to put large sets together would take longer than all else.
        """
        count = min(len(self), sum(len(self._holders[language].get(one, ())) for one in meaning))
        return rarity(count, len(self))

    def like(self, text: str) -> "Likeness":
        """How much a text is like the phrasings of claims."""
        return self._phrasings().likeness(text)

    def __contains__(self, claim: object) -> bool:
        return claim in self._entries

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


def _runs(words: Iterable[str]) -> frozenset[str]:
    return runs_of(word for word in words if not is_phrase(word))


@lru_cache
def small_stems(language: Language) -> frozenset[str]:
    """The stems of the words that the language needs."""
    return frozenset(stem(word, language) for word in SMALL)
