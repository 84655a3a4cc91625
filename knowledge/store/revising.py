"""A curator's decision on one claim, written only where the base still is what the curator saw.

The claim is compared, and so are the approved claims that disagree with it, under the lock of all writers: of two who
decide at once the second is told, and no conflict comes into the base that nobody has looked at.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from knowledge.claim import Claim
from knowledge.conflicts import Disagreements, disagreements
from knowledge.evidence import Evidence
from knowledge.reason import Reasons
from knowledge.store.edits import Outdated, PutClaim, Revision
from knowledge.store.evidence import evidence
from knowledge.store.reading import article_by_id, change_number, claim_by_id
from knowledge.store.writing import apply

why: Final = Reasons(
    {
        "changed": (
            "the claim '{}' was changed in the meantime; look at it again",
            "die Aussage „{}“ wurde inzwischen geändert; sieh sie dir noch einmal an",
        ),
        "disagrees": (
            "the claim '{}' now disagrees with '{}'; look at it again",
            "die Aussage „{}“ widerspricht inzwischen „{}“; sieh sie dir noch einmal an",
        ),
    }
)


def revise(connection: Connection, revision: Revision, who: str, at: datetime) -> int:
    """Write the decision and log it; returns the number of the last change. Raises Outdated, or Fault as `apply`."""
    before, after = revision.before, revision.after
    if claim_by_id(connection, before.id) != before:
        raise Outdated(why("changed", before.id))
    new = (disagreeing(connection, after) - revision.seen) if after.state == "approved" else frozenset()
    if new:
        raise Outdated(why("disagrees", before.id, min(new)))
    apply(connection, who, revision.what, at, [PutClaim(after)])
    return change_number(connection)


def disagreeing(connection: Connection, claim: Claim) -> frozenset[str]:
    """The approved claims (ids) that would be in conflict with `claim`, or a revision of it or by it."""
    found = against(connection, claim)[1]
    pairs = (*found.conflicts, *found.revisions)
    return frozenset(other for pair in pairs if claim.id in pair for other in pair) - {claim.id}


def against(connection: Connection, claim: Claim) -> tuple[Evidence, Disagreements]:
    """What is approved on the same thing, and how `claim`, if it were approved, would disagree with that."""
    held = evidence(connection, {claim.subject}, {claim.metric} if claim.metric else ())
    others = [other for other in held.claims if other.id != claim.id]
    source = article_by_id(connection, claim.article)
    articles = {**held.articles, **({source.id: source} if source else {})}
    found = disagreements([*others, claim], articles)
    own = Disagreements(*(tuple(pair for pair in pairs if claim.id in pair) for pairs in found))
    return Evidence(tuple(others), articles, ()), own
