"""The index of names: which subjects and metrics the words of a question mean, exactly or nearly.

A wrong name is worse than none. A near name counts only from five letters with one slip, from nine with two
(optimal string alignment: a letter dropped, doubled, changed or swapped with its neighbour), never for a common
English or German word, and only when a single owner fits; otherwise its owners are choices to ask back with.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from bot.tokens import Token, fold
from knowledge.value import Language
from knowledge.vocabulary import Metric, Subject, Vocabulary

if TYPE_CHECKING:
    from spellchecker import SpellChecker

Owner = tuple[Literal["subject", "metric", "topic"], str]
"""Whom a name belongs to: the kind and the id."""

_SLIPS = ((9, 2), (5, 1))
"""How many slips are forgiven from how many letters on."""

_SHORTEST = 3
_SHORT = 5
_COMMON_ENGLISH = 50
"""A dictionary count above which an English word is common; below it the list holds misspellings ("appel")."""


class Match(NamedTuple):
    """Owners that the words from `start` to before `end` (indexes into the tokens) mean."""

    owners: tuple[Owner, ...]
    start: int
    end: int


class Names:
    """Every name of a vocabulary. Built once for each state of the vocabulary, then only read."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.subjects = {subject.id: subject for subject in vocabulary.subjects}
        self.metrics = {metric.id: metric for metric in vocabulary.metrics}
        self.terms = {term.id: term for term in (*vocabulary.bases, *vocabulary.wholes)}
        self.topics = {topic.id: topic for topic in vocabulary.topics}
        self._owners: dict[str, set[Owner]] = {}
        self._tickers: dict[str, Owner] = {}
        self._topics: dict[str, Owner] = {}
        for subject in vocabulary.subjects:
            self._add_subject(subject)
        for metric in vocabulary.metrics:
            for name in metric.names():
                self._owners.setdefault(fold(name), set()).add(("metric", metric.id))
        for topic in vocabulary.topics:
            for topic_name in (topic.name.en, topic.name.de, *topic.aliases):
                if topic_name:
                    self._topics.setdefault(fold(topic_name), ("topic", topic.id))
        self._hints = _language_words(vocabulary.metrics)
        self._longest = max((name.count(" ") + 1 for name in (*self._owners, *self._topics)), default=1)
        self._parts = {word for name in (*self._owners, *self._topics) for word in name.split()}
        self._by_length: dict[int, list[str]] = {}
        for name in self._owners:
            self._by_length.setdefault(len(name), []).append(name)

    def exact(self, words: Sequence[Token]) -> list[Match]:
        """Names that stand in `words` letter for letter, the longest first, not overlapping."""
        matches: list[Match] = []
        place = 0
        while place < len(words):
            match = self._exact_at(words, place)
            if match:
                matches.append(match)
            place = match.end if match else place + 1
        return matches

    def near(self, words: Sequence[Token]) -> tuple[Owner, ...]:
        """The owners of the names that `words`, taken together, miss by a slip or two; empty for none."""
        typed = " ".join(word.folded for word in words)
        slips = next((slips for length, slips in _SLIPS if len(typed) >= length), 0)
        if not slips or all(_is_common(word.folded) for word in words):
            return ()
        found = self._within(typed, slips)
        closest = min((distance for _, distance in found), default=0)
        return self._owners_of(name for name, distance in found if distance == closest)

    def resembling(self, word: str) -> tuple[Owner, ...]:
        """Owners of names that a short or doubtful word resembles: to ask back with, never to answer with."""
        if len(word) < _SHORTEST or _is_common(word):
            return ()
        return self._owners_of(name for name, _ in self._within(word, 1 if len(word) <= _SHORT else 2))

    @staticmethod
    def is_common(word: str) -> bool:
        """Whether a folded word is a common one in English or German."""
        return _is_common(word)

    def is_word(self, token: Token) -> bool:
        """Whether a token is a word of its own: a name, nearly one, or a common word."""
        word = token.folded
        named = word in self._owners or word in self._topics or word in self._tickers or word in self._parts
        return named or _is_common(word) or bool(self.near((token,)))

    def is_misspelt(self, word: str, words: Collection[str]) -> bool:
        """Whether `word` misses one of the small `words` by a slip, and is no word of its own."""
        slips = next((slips for length, slips in _SLIPS if len(word) >= length), 0)
        if not slips or _is_common(word):
            return False
        from rapidfuzz import process  # loaded when a word is first doubted, as below
        from rapidfuzz.distance import OSA

        return process.extractOne(word, words, scorer=OSA.distance, score_cutoff=1) is not None

    def _owners_of(self, names: Iterable[str]) -> tuple[Owner, ...]:
        return tuple(sorted({owner for name in names for owner in self._owners[name]}))

    def _within(self, typed: str, slips: int) -> list[tuple[str, int]]:
        from rapidfuzz.distance import OSA

        return [
            (name, distance)
            for length in range(max(_SHORTEST, len(typed) - slips), len(typed) + slips + 1)
            for name in self._by_length.get(length, ())
            if (distance := OSA.distance(typed, name, score_cutoff=slips)) <= slips
        ]

    def _exact_at(self, words: Sequence[Token], place: int) -> Match | None:
        for count in range(min(self._longest, len(words) - place), 0, -1):
            owners = self._named(words[place : place + count], alone=count == len(words))
            if owners:
                return Match(owners, place, place + count)
        return None

    def _named(self, words: Sequence[Token], *, alone: bool) -> tuple[Owner, ...]:
        typed = " ".join(word.folded for word in words)
        owners = self._owners.get(typed) or self._owners.get(_without_genitive(typed))
        if owners:
            return tuple(sorted(owners))
        ticker = self._tickers.get(typed.removeprefix("$"))
        if ticker and _meant_as_ticker(words[0], alone=alone):
            return (ticker,)
        topic = self._topics.get(typed)
        return (topic,) if topic else ()

    def _add_subject(self, subject: Subject) -> None:
        owner: Owner = ("subject", subject.id)
        for name in subject.names():
            if name in subject.tickers:
                self._tickers[name.casefold()] = owner
            else:
                self._owners.setdefault(fold(name), set()).add(owner)

    def covered(self, metric: str) -> tuple[str, ...]:
        """The metrics that asking for `metric` asks for: those it covers, or itself."""
        return self.metrics[metric].covers or (metric,)

    def people_of(self, subjects: Iterable[str]) -> tuple[str, ...]:
        """Those who speak for the analyst houses among `subjects`: a house says what its analysts say."""
        houses = {subject for subject in subjects if self.subjects[subject].kind == "analyst_house"}
        return tuple(person.id for person in self.subjects.values() if houses and person.affiliation in houses)

    def generic(self, words: Iterable[str]) -> frozenset[str]:
        """The subjects that `words` name."""
        return frozenset(owner for word in words for kind, owner in self._owners.get(word, ()) if kind == "subject")

    def hints(self, words: Sequence[Token]) -> list[Language]:
        """The languages of the metric words among `words`, for those that only one language has."""
        return [self._hints[word.folded] for word in words if word.folded in self._hints]


def _language_words(metrics: Iterable[Metric]) -> dict[str, Language]:
    english: set[str] = set()
    german: set[str] = set()
    for metric in metrics:
        english.update(word for name in (metric.name.en, *metric.aliases_en) if name for word in fold(name).split())
        german.update(word for name in (metric.name.de, *metric.aliases_de) if name for word in fold(name).split())
    hints: dict[str, Language] = dict.fromkeys(english - german, "en")
    hints.update(dict.fromkeys(german - english, "de"))
    return hints


def _without_genitive(typed: str) -> str:
    """Metas, Googles: the German genitive (and an English one whose apostrophe was left out)."""
    return typed[:-1] if len(typed) > _SHORTEST + 1 and typed.endswith("s") else typed


def _meant_as_ticker(word: Token, *, alone: bool) -> bool:
    """A ticker that is also a word counts only in capitals, as $X, or as the whole question."""
    return alone or word.text.startswith("$") or word.text.isupper() or not _is_common(word.folded)


def _is_common(word: str) -> bool:
    english, german = _dictionaries()
    return english.word_frequency.dictionary.get(word, 0) > _COMMON_ENGLISH or word in german.word_frequency.dictionary


def load_words() -> None:
    """Read the word lists now, so that the first doubtful word of a running bot need not wait for them."""
    _dictionaries()


@cache
def _dictionaries() -> tuple["SpellChecker", "SpellChecker"]:
    """The word lists, read when a word is first doubted: they take longer than everything else here."""
    from spellchecker import SpellChecker

    return SpellChecker(language="en"), SpellChecker(language="de")
