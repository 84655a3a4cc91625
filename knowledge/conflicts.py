"""Which claims conflict, and which are revisions of one speaker.

Two claims conflict when they answer the same question about the same thing and no number satisfies both. Claims of
different basis, flow, scenario or period never do, nor does a look back with a look ahead; one speaker's later word
is a revision of the earlier one. Nothing is averaged and nothing chosen.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from knowledge.article import Article
from knowledge.claim import Claim


class Pair(NamedTuple):
    """Two claims by id; in a revision the earlier one stands first."""

    one: str
    other: str


class Disagreements(NamedTuple):
    """Pairs in conflict and pairs in which a speaker revised an earlier figure."""

    conflicts: tuple[Pair, ...]
    revisions: tuple[Pair, ...]


def disagreements(claims: Iterable[Claim], articles: Mapping[str, Article]) -> Disagreements:
    """The conflicts and revisions among `claims`, in the order of the claims."""
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.amount:
            alike[question_of(claim)].append(claim)
    conflicts: list[Pair] = []
    revisions: list[Pair] = []
    for group in alike.values():
        for one, other in combinations(group, 2):
            if not _exclude_each_other(one, other):
                continue
            earlier, later = sorted((one, other), key=lambda claim: articles[claim.article].published.date)
            revised = _is_revised(earlier, later, articles)
            (revisions if revised else conflicts).append(Pair(earlier.id, later.id))
    return Disagreements(tuple(conflicts), tuple(revisions))


def is_conflict(one: Claim, other: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether two claims conflict, as `disagreements` finds it among many."""
    if question_of(one) != question_of(other) or not _exclude_each_other(one, other):
        return False
    earlier, later = sorted((one, other), key=lambda claim: articles[claim.article].published.date)
    return not _is_revised(earlier, later, articles)


def question_of(claim: Claim) -> tuple[object, ...]:
    """What a claim is an answer to: equal for claims whose amounts can be set against each other."""
    return (*thing_of(claim), claim.scenario, claim.looks_forward)


def thing_of(claim: Claim) -> tuple[object, ...]:
    """What a claim measures, whether it looks back or ahead."""
    period = claim.period
    return (
        claim.subject,
        claim.metric,
        claim.measure,
        claim.of,
        claim.amount.unit if claim.amount else None,
        claim.basis,
        (period.start, period.end, period.flow, period.baseline) if period else None,
    )


def _exclude_each_other(one: Claim, other: Claim) -> bool:
    """Whether no number satisfies both; amounts are unsigned, so of changes the direction decides as well."""
    if one.amount is None or other.amount is None:
        return False
    opposite = one.measure == "change" and {one.direction, other.direction} == {"up", "down"}
    return opposite or one.amount.is_disjoint_from(other.amount)


def _is_revised(earlier: Claim, later: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether the same speaker says it anew on a later day; two figures of one day are a conflict."""
    if earlier.speaker is None or earlier.speaker != later.speaker:
        return False
    return articles[earlier.article].published.date < articles[later.article].published.date
