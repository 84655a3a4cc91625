"""Names that stand in a question letter for letter, the longest first.

A ticker that is a word, a name or a common abbreviation ("key", "cost", "all") would turn half the questions into
questions about that firm, so that it counts in capitals, as `$X` or as the whole question only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from bot.names.common import is_common
from bot.words import SMALL
from knowledge.folding import Token, fold
from knowledge.vocabulary import Vocabulary

Owner = tuple[Literal["subject", "metric", "topic"], str]
"""Whom a name belongs to: the kind and the id."""

_ANYBODYS = frozenset({"boss", "chef"})
"""Roles that are as often those of somebody whom the person who asks knows ("my boss wants to know")."""

_SHORTEST_GENITIVE = 5
"""From five letters on, "metas" is the genitive of "meta"; "aws" is none of "aw"."""


class Match(NamedTuple):
    """Owners that the words from `start` to before `end` (indexes into the tokens) mean."""

    owners: tuple[Owner, ...]
    start: int
    end: int


class Exact:
    """All names of a vocabulary, each with its owners."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.owners: Mapping[str, tuple[Owner, ...]] = _gathered(_names(vocabulary))
        self._tickers = dict(_tickers(vocabulary))
        self._topics = dict(_topics(vocabulary))
        self._given = _gathered((*_given_names(vocabulary), *_roles(vocabulary)))
        self._parts = {word for name in (*self.owners, *self._tickers, *self._topics) for word in name.split()}
        self.longest = max((name.count(" ") + 1 for name in (*self.owners, *self._tickers, *self._topics)), default=1)

    @property
    def spelt(self) -> Mapping[str, tuple[Owner, ...]]:
        """The names that may be mistyped: of subjects, metrics, and of topics but for words that ask for anything."""
        topics = {name: (owner,) for name, owner in self._topics.items() if name not in SMALL}
        return topics | dict(self.owners)

    def matches(self, words: Sequence[Token]) -> list[Match]:
        """The names that stand in `words`, not overlapping."""
        found: list[Match] = []
        place = 0
        while place < len(words):
            match = self._at(words, place)
            if match:
                found.append(match)
            place = match.end if match else place + 1
        return found

    def is_part(self, word: str) -> bool:
        """Whether a folded word is a name or a word of one."""
        return word in self._parts

    def _at(self, words: Sequence[Token], place: int) -> Match | None:
        for count in range(min(self.longest, len(words) - place), 0, -1):
            owners = self._named(words[place : place + count], alone=count == len(words))
            if owners:
                return Match(owners, place, place + count)
        return None

    def _named(self, words: Sequence[Token], *, alone: bool) -> tuple[Owner, ...]:
        typed = " ".join(word.folded for word in words)
        owners = self.owners.get(typed) or self.owners.get(_without_genitive(typed))
        if owners:
            return owners
        ticker = self._tickers.get(typed.removeprefix("$"))
        if ticker and _meant_as_ticker(words[0], alone=alone):
            return (ticker,)
        topic = self._topics.get(typed)
        return (topic,) if topic else self._called(words[0], typed)

    def _called(self, word: Token, typed: str) -> tuple[Owner, ...]:
        """Whom a given name or a role means: one that is a word as well ("mark") only with a capital letter."""
        owners = self._given.get(typed, ())
        return owners if len(owners) > 1 or word.text[:1].isupper() or not is_common(typed) else ()


def _names(vocabulary: Vocabulary) -> Iterator[tuple[str, Owner]]:
    for subject in vocabulary.subjects:
        yield from ((fold(name), ("subject", subject.id)) for name in subject.names() if name not in subject.tickers)
    for metric in vocabulary.metrics:
        yield from ((fold(name), ("metric", metric.id)) for name in metric.names())


def _given_names(vocabulary: Vocabulary) -> Iterator[tuple[str, Owner]]:
    for subject in vocabulary.subjects:
        if subject.kind == "person" and subject.name.en:
            yield fold(subject.name.en).split()[0], ("subject", subject.id)


def _roles(vocabulary: Vocabulary) -> Iterator[tuple[str, Owner]]:
    """What several people are in their firms, by the names that begin with those of the firms ("Meta CFO")."""
    employing = {person.affiliation for person in vocabulary.subjects}
    firms = {one.id: tuple(map(fold, one.names())) for one in vocabulary.subjects if one.id in employing}
    held: defaultdict[str, set[str]] = defaultdict(set)
    for person in vocabulary.subjects:
        of_firm = tuple(f"{name} " for name in firms.get(person.affiliation or "", ()))
        for name in map(fold, person.aliases):
            if of_firm and name.startswith(of_firm):
                firm = max((one for one in of_firm if name.startswith(one)), key=len)
                held[name.removeprefix(firm)].add(person.id)
    for role, people in held.items():
        if len(people) > 1 and role not in _ANYBODYS:
            yield from ((role, ("subject", person)) for person in people)


def _tickers(vocabulary: Vocabulary) -> Iterator[tuple[str, Owner]]:
    for subject in vocabulary.subjects:
        yield from ((fold(ticker), ("subject", subject.id)) for ticker in subject.tickers)


def _topics(vocabulary: Vocabulary) -> Iterator[tuple[str, Owner]]:
    """The names of topics; where two share one, the first has it."""
    for topic in reversed(vocabulary.topics):
        names = (topic.name.en, topic.name.de, *topic.aliases)
        yield from ((fold(name), ("topic", topic.id)) for name in names if name)


def _gathered(names: Iterable[tuple[str, Owner]]) -> dict[str, tuple[Owner, ...]]:
    owners: dict[str, tuple[Owner, ...]] = {}
    for name, owner in names:
        there = owners.get(name, ())
        if name and owner not in there:
            owners[name] = tuple(sorted((*there, owner)))
    return owners


def _without_genitive(typed: str) -> str:
    """Metas, Googles: the German genitive (and an English one whose apostrophe was left out)."""
    return typed[:-1] if len(typed) >= _SHORTEST_GENITIVE and typed.endswith("s") else typed


def _meant_as_ticker(word: Token, *, alone: bool) -> bool:
    return alone or word.text.startswith("$") or word.text.isupper() or not is_common(word.folded)
