"""The index of names: which subjects and metrics the words of a question mean, exactly or nearly.

Built once for each state of the vocabulary, then only read. What is exact is looked up at once; the index of near
names is cut when a word is first doubted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from bot.names.common import is_common
from bot.names.exact import Exact, Match, Owner
from bot.names.near import Meant, NearNames
from knowledge.folding import Token, fold
from knowledge.value import Language
from knowledge.vocabulary import Metric, Subject, Vocabulary

_GROUP_FROM = 3
"""So many are named as a group at least."""


_SPEAKING: Final = ("person", "analyst_house")
"""Kinds of subjects that speak of others; beside one of these they are who says it."""


class Names:
    """Every name of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.subjects = {subject.id: subject for subject in vocabulary.subjects}
        self.metrics = {metric.id: metric for metric in vocabulary.metrics}
        self.terms = {term.id: term for term in (*vocabulary.bases, *vocabulary.wholes)}
        self.topics = {topic.id: topic for topic in vocabulary.topics}
        self._exact = Exact(vocabulary)
        people: set[Owner] = {("subject", one.id) for one in vocabulary.subjects if one.kind == "person"}
        self._near = NearNames(self._exact.spelt, people)
        self._hints = _language_words(vocabulary.metrics)
        self._kin = _kin(vocabulary.subjects)

    @property
    def longest(self) -> int:
        """How many words the longest name has."""
        return self._exact.longest

    def exact(self, words: Sequence[Token]) -> list[Match]:
        """Names that stand in `words` letter for letter, the longest first, not overlapping."""
        return self._exact.matches(words)

    def near(self, words: Sequence[Token]) -> tuple[Owner, ...]:
        """The owners of the names that `words`, taken together, miss by a slip or two; empty for none."""
        return self.meant(words).owners

    def meant(self, words: Sequence[Token]) -> Meant:
        """The same with the name that is missed."""
        return self._near.meant(" ".join([word.folded for word in words]))

    def resembling(self, word: str) -> tuple[Owner, ...]:
        """Owners of names that a short or doubtful word resembles: to ask back with, never to answer with."""
        return self._near.resembling(word)

    def is_word(self, token: Token) -> bool:
        """Whether a token is a word of its own: a name or part of one, nearly a name, or a common word."""
        return self._exact.is_part(token.folded) or is_common(token.folded) or bool(self.near((token,)))

    def covered(self, metric: str) -> tuple[str, ...]:
        """The metrics that asking for `metric` asks for: those it covers, or itself."""
        return self.metrics[metric].covers or (metric,)

    def people_of(self, subjects: Iterable[str]) -> tuple[str, ...]:
        """Those who speak for the analyst houses among `subjects`: a house says what its analysts say."""
        houses = {subject for subject in subjects if self.subjects[subject].kind == "analyst_house"}
        return tuple(person.id for person in self.subjects.values() if houses and person.affiliation in houses)

    def speaks(self, subject: str) -> bool:
        """Whether a subject is somebody who speaks of others: a person, or an analyst house."""
        return self.subjects[subject].kind in _SPEAKING

    def firm_of(self, subject: str) -> tuple[str, ...]:
        """The company that a person belongs to; empty for anybody else."""
        firm = self.subjects[subject].affiliation
        return (firm,) if firm and self.subjects[firm].kind == "company" else ()

    def among_its_people(self, people: Iterable[str], subjects: Collection[str]) -> str | None:
        """The only one of the people who belongs to one of the subjects; None where several do, or nobody."""
        found = [one for one in people if self.subjects[one].affiliation in subjects]
        return found[0] if len(found) == 1 else None

    def members_of(self, subject: str) -> tuple[str, ...]:
        """The members of a group; empty for anybody else."""
        return self.subjects[subject].members

    def kin_of(self, subject: str) -> frozenset[str]:
        """Who stands near a subject: its groups and members, its people, a person's firm and the groups of that."""
        return self._kin.get(subject, frozenset())

    def group_of(self, subjects: Collection[str]) -> str | None:
        """The group that has just these members, and at least three."""
        wanted = set(subjects)
        groups = (one.id for one in self.subjects.values() if set(one.members) == wanted)
        return next(groups, None) if len(wanted) >= _GROUP_FROM else None

    def generic(self, words: Iterable[str]) -> frozenset[str]:
        """The subjects that `words` name."""
        owners = (owner for word in words for owner in self._exact.owners.get(word, ()))
        return frozenset(key for kind, key in owners if kind == "subject")

    def hints(self, words: Sequence[Token]) -> list[Language]:
        """The languages of the metric words among `words`, for those that only one language has."""
        return [self._hints[word.folded] for word in words if word.folded in self._hints]


def _kin(subjects: Sequence[Subject]) -> Mapping[str, frozenset[str]]:
    near: defaultdict[str, set[str]] = defaultdict(set)
    for one in subjects:
        for other in (*one.members, *filter(None, [one.affiliation])):
            near[one.id].add(other)
            near[other].add(one.id)
    groups = {one.id for one in subjects if one.members}
    of_the_firm = {one.id: near[one.affiliation] & groups for one in subjects if one.affiliation}
    return {one: frozenset(others | of_the_firm.get(one, set())) for one, others in near.items()}


def _language_words(metrics: Iterable[Metric]) -> dict[str, Language]:
    english: set[str] = set()
    german: set[str] = set()
    for metric in metrics:
        english.update(word for name in (metric.name.en, *metric.aliases_en) if name for word in fold(name).split())
        german.update(word for name in (metric.name.de, *metric.aliases_de) if name for word in fold(name).split())
    hints: dict[str, Language] = dict.fromkeys(english - german, "en")
    hints.update(dict.fromkeys(german - english, "de"))
    return hints
