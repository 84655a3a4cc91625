"""The rows that follow from a value: mentions and tags of an approved claim, names of a word.

Pure functions; the writer replaces all rows of a value by these, so they can never drift from its document.
"""

from collections.abc import Iterator

from knowledge.claim import Claim
from knowledge.folding import fold
from knowledge.store.documents import WordKind
from knowledge.vocabulary import Metric, Subject

Row = dict[str, object]


def mentions(claim: Claim, published: str) -> Iterator[Row]:
    """One row for each subject and role in an approved claim; none for a claim that does not answer."""
    if claim.state != "approved":
        return
    roles = (
        ("subject", (claim.subject,)),
        ("about", claim.about),
        ("speaker", (claim.speaker,)),
        ("via", (claim.via,)),
    )
    for role, subjects in roles:
        for subject in dict.fromkeys(subjects):
            if subject is not None:
                yield {
                    "claim": claim.id,
                    "subject": subject,
                    "role": role,
                    "metric": claim.metric,
                    "published": published,
                }


def tags(claim: Claim, published: str) -> Iterator[Row]:
    """One row for each topic of an approved claim."""
    if claim.state == "approved":
        for topic in dict.fromkeys(claim.topics):
            yield {"claim": claim.id, "topic": topic, "published": published}


def names(kind: WordKind, word: Subject | Metric) -> Iterator[Row]:
    """One row for each name of a subject or metric, as names are compared; a name without a word meets no other."""
    for folded in dict.fromkeys(filter(None, map(fold, word.names()))):
        yield {"kind": kind, "folded": folded, "owner": word.id}
