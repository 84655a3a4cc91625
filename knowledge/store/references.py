"""What a value names by id and that has to be known, with the place in the value where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.store.documents import Kind
from knowledge.vocabulary import Subject


@dataclass(frozen=True, slots=True)
class Reference:
    """The thing of this kind and id, named at `path` within the value."""

    kind: Kind
    key: str
    path: tuple[str | int, ...]


def references(value: object) -> Iterator[Reference]:
    """Everything that a claim, a subject or an article names; other values name nothing."""
    if isinstance(value, Claim):
        yield Reference("article", value.article, ("article",))
        yield from _words(value)
        yield from _other_claims(value)
    elif isinstance(value, Subject):
        yield from _each("subject", "members", value.members)
        yield from _one("subject", "affiliation", value.affiliation)
    elif isinstance(value, Article):
        yield from _one("article", "copy_of", value.copy_of)


def _words(claim: Claim) -> Iterator[Reference]:
    yield from _one("subject", "subject", claim.subject)
    yield from _each("subject", "about", claim.about)
    yield from _one("subject", "speaker", claim.speaker)
    yield from _one("subject", "via", claim.via)
    yield from _one("metric", "metric", claim.metric)
    yield from _one("whole", "of", claim.of)
    yield from _one("basis", "basis", claim.basis)
    yield from _each("topic", "topics", claim.topics)


def _other_claims(claim: Claim) -> Iterator[Reference]:
    for place, contrast in enumerate(claim.contrasts):
        yield Reference("claim", contrast.claim, ("contrasts", place, "claim"))
    if claim.retired and claim.retired.superseded_by:
        yield Reference("claim", claim.retired.superseded_by, ("retired", "superseded_by"))


def _one(kind: Kind, field: str, key: str | None) -> Iterator[Reference]:
    if key is not None:
        yield Reference(kind, key, (field,))


def _each(kind: Kind, field: str, keys: tuple[str, ...]) -> Iterator[Reference]:
    return (Reference(kind, key, (field, place)) for place, key in enumerate(keys))
