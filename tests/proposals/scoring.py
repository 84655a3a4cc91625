"""How well proposals meet what was annotated: figures found, and of those found each field that is right.

A proposal and an annotation are the same figure where their words overlap in the text; it is found where amount, unit
and bound are the same. What is proposed besides counts against precision.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from knowledge.amount import Amount
from knowledge.proposing.port import Proposal, Proposer
from knowledge.value import Passage
from tests.proposals.annotated import Annotated, Sample

FIELDS = ("subject", "metric", "measure", "period", "status")


class Score(NamedTuple):
    """Counts over articles; `right` of the figures found, by field."""

    wanted: int
    proposed: int
    found: int
    right: Counter[str]

    @property
    def recall(self) -> float:
        """The share of the annotated figures that were found."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of the proposed figures that were annotated."""
        return self.found / self.proposed if self.proposed else 1.0

    def share(self, field: str) -> float:
        """The share of the figures found whose field is right."""
        return self.right[field] / self.found if self.found else 1.0


class Pair(NamedTuple):
    """An annotation and the proposal of the same figure, one of them None where it has no other."""

    sample: Sample
    wanted: Annotated | None
    proposed: Proposal | None


def pairs(proposer: Proposer, found: Iterable[Sample]) -> Iterator[Pair]:
    """Each annotated and each proposed figure once."""
    for sample in found:
        left = [one for one in proposer.propose(sample.article, sample.text) if one.amount]
        for wanted in sample.figures:
            same = next((one for one in left if _is_same(one, wanted, sample.text)), None)
            if same:
                left.remove(same)
            yield Pair(sample, wanted, same)
        yield from (Pair(sample, None, one) for one in left)


def score(found: Iterable[Pair]) -> Score:
    """The counts of all pairs."""
    whole = list(found)
    both = [(one.wanted, one.proposed) for one in whole if one.wanted and one.proposed]
    right = Counter(field for wanted, proposed in both for field in FIELDS if is_right(field, wanted, proposed))
    return Score(
        sum(one.wanted is not None for one in whole), sum(one.proposed is not None for one in whole), len(both), right
    )


def is_right(field: str, wanted: Annotated, proposed: Proposal) -> bool:
    """Whether one field of a proposal is as annotated."""
    if field == "period":
        return wanted.period in period_names(proposed)
    return bool(getattr(wanted, field) == getattr(proposed, field))


def period_names(proposed: Proposal) -> Sequence[str | None]:
    """What an annotation may call the period of a proposal."""
    period = proposed.period
    if period is None:
        return (None,)
    return period.label, f"{period.start or ''}..{period.end or ''}"


def says_same(one: Amount, other: Amount) -> bool:
    """Whether two amounts are the same, wherever they are printed."""
    return (one.low, one.high, one.unit, one.bound) == (other.low, other.high, other.unit, other.bound)


def _is_same(proposed: Proposal, wanted: Annotated, text: str) -> bool:
    if proposed.amount is None or not says_same(proposed.amount, wanted.amount):
        return False
    start = proposed.quote.start + proposed.amount.start
    end = start + len(proposed.amount.text)
    spans = (match.span() for match in re.finditer(re.escape(wanted.words), text))
    return any(start < last and first < end for first, last in spans)


__all__ = ["FIELDS", "Pair", "Passage", "Score", "is_right", "pairs", "period_names", "says_same", "score"]
