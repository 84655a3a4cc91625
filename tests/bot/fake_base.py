"""A base kept in a list: it answers the line as the store promises to, claim by claim and without SQL."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from knowledge.article import Article
from knowledge.claim import Claim, State
from knowledge.evidence import Coverage, Evidence, News, Source, Touched
from knowledge.store import Change
from knowledge.store.evidence import CLAIMS_A_SUBJECT, MOST_CLAIMS, MOST_SUBJECTS
from knowledge.vocabulary import Vocabulary

Key = Callable[[Claim], bool]


class FakeBase:
    """Claims with their articles, and the words for them; only approved claims are told."""

    def __init__(self, claims: Iterable[Claim], articles: Mapping[str, Article], vocabulary: Vocabulary) -> None:
        self._articles = articles
        self._vocabulary = vocabulary
        known = [claim for claim in claims if claim.state == "approved"]
        self._claims = sorted(known, key=self._newest_article_first)

    def vocabulary(self) -> Vocabulary:
        """All words of the base."""
        return self._vocabulary

    def evidence(self, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
        """What is known of the subjects and metrics."""
        if subjects:
            found = self._newest(lambda claim: _mentions(claim, subjects) and (not metrics or claim.metric in metrics))
            return self._evidence(found, self._coverage(lambda claim: claim.subject in subjects))
        counted = Counter(claim.subject for claim in self._claims if claim.metric in metrics)
        owners = sorted(counted, key=lambda subject: (-counted[subject], subject))[:MOST_SUBJECTS]
        held = self._coverage(lambda claim: claim.subject in owners and claim.metric in metrics)
        held.sort(key=lambda entry: owners.index(entry.subject))
        chosen = [claim for owner in owners for claim in self._newest(_of(owner, metrics))[:CLAIMS_A_SUBJECT]]
        return self._evidence(chosen, held)

    def evidence_on(self, topics: Collection[str]) -> Evidence:
        """What is known on the topics."""
        return self._evidence(self._newest(lambda claim: not set(topics).isdisjoint(claim.topics)), ())

    def evidence_of(self, claims: Collection[str]) -> Evidence:
        """These claims."""
        return self._evidence((claim for claim in self._claims if claim.id in claims), ())

    def coverage(self) -> tuple[Coverage, ...]:
        """How many claims each subject has of each metric."""
        return tuple(self._coverage(lambda _: True))

    def sources(
        self, subjects: Collection[str] = (), metrics: Collection[str] = (), topics: Collection[str] = ()
    ) -> tuple[Source, ...]:
        """The articles with claims, newest first."""
        counted = Counter(
            claim.article
            for claim in self._claims
            if (not subjects or _mentions(claim, subjects))
            and (not metrics or claim.metric in metrics)
            and (not topics or not set(topics).isdisjoint(claim.topics))
        )
        known = [Source(self._articles[key], count) for key, count in counted.items()]
        return tuple(sorted(known, key=lambda one: (-one.article.published.date.toordinal(), one.article.id)))

    def change_number(self) -> int:
        """A number that never moves, as nothing here changes."""
        return 1

    def news(self, after: int, upto: int, subjects: Collection[str] = (), metrics: Collection[str] = ()) -> News:
        """Every claim, as if the one change that there is had brought it."""
        found = [
            claim
            for claim in self._claims
            if after < 1 <= upto
            and (not subjects or not {claim.subject, *claim.about}.isdisjoint(subjects))
            and (not metrics or claim.metric in metrics)
        ]
        return News(tuple(Touched(claim.id, 1, datetime(2024, 11, 5, tzinfo=UTC), None) for claim in found), len(found))

    def number_before(self, at: datetime) -> int:
        """The change is older than any moment."""
        return 1 if at.year > 1 else 0

    def changes(self, after: int) -> Iterator[Change]:  # noqa: ARG002 - the port names it
        """No changes."""
        yield from ()

    def claims(self, state: State | None) -> Iterator[tuple[Claim, Article]]:
        """The approved claims."""
        yield from ((claim, self._articles[claim.article]) for claim in self._claims if state in (None, claim.state))

    def claim(self, key: str) -> Claim | None:
        """The claim with this id."""
        return next((claim for claim in self._claims if claim.id == key), None)

    def _evidence(self, chosen: Iterable[Claim], held: Iterable[Coverage]) -> Evidence:
        ids = {claim.id for claim in chosen}
        claims = tuple(claim for claim in self._claims if claim.id in ids)
        articles = {claim.article: self._articles[claim.article] for claim in claims}
        return Evidence(claims, MappingProxyType(articles), tuple(held))

    def _newest(self, wanted: Key) -> list[Claim]:
        found = sorted((claim for claim in self._claims if wanted(claim)), key=lambda claim: claim.id)
        found.sort(key=lambda claim: self._articles[claim.article].published.date, reverse=True)
        return found[:MOST_CLAIMS]

    def _coverage(self, wanted: Key) -> list[Coverage]:
        counted = Counter((claim.subject, claim.metric) for claim in self._claims if wanted(claim))
        entries = [Coverage(subject, metric, count) for (subject, metric), count in counted.items()]
        return sorted(entries, key=lambda one: (-one.claims, one.subject, one.metric is None, one.metric or ""))

    def _newest_article_first(self, claim: Claim) -> tuple[int, str]:
        article = self._articles[claim.article]
        return (-article.published.date.toordinal(), article.id)


class BrokenBase(FakeBase):
    """A base that fails, with what it is given, as soon as it is asked anything."""

    def __init__(self, trouble: Exception) -> None:
        super().__init__((), {}, Vocabulary())
        self._trouble = trouble

    def vocabulary(self) -> Vocabulary:
        """Nothing but trouble."""
        raise self._trouble


def _mentions(claim: Claim, subjects: Collection[str]) -> bool:
    return not set(_roles(claim)).isdisjoint(subjects)


def _roles(claim: Claim) -> Iterator[str]:
    yield from (one for one in (claim.subject, claim.speaker, claim.via) if one)
    yield from claim.about


def _of(owner: str, metrics: Collection[str]) -> Key:
    return lambda claim: claim.subject == owner and claim.metric in metrics
