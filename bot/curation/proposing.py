"""From an article to the claims that wait for a curator: proposed, proved, and nothing kept that is not.

The proposer is a port: whatever it hands in goes through the same gate. What does not pass is told with its reason and
leaves no trace in the base.
"""

from collections.abc import Iterable
from typing import NamedTuple

from knowledge.article import Article
from knowledge.check.case import Known
from knowledge.claim import Claim
from knowledge.proposing.claims import Unfinished, claim_of
from knowledge.proposing.port import Proposal, Proposer
from knowledge.proposing.proof import refusals
from knowledge.reason import Reason
from knowledge.vocabulary import Vocabulary


class LeftOut(NamedTuple):
    """A proposal that is not kept: the words it is about, and why."""

    words: str
    reason: Reason


class Outcome(NamedTuple):
    """The claims that may be kept as proposed, in the order of the article, and what is left out."""

    claims: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...]


def proposed(article: Article, text: str, vocabulary: Vocabulary, held: Iterable[Claim], proposer: Proposer) -> Outcome:
    """What may be kept of what `proposer` reads in an article; `held` are the claims that the base has of it."""
    there = list(held)
    known = Known(vocabulary, (claim.id for claim in there))
    kept: list[Claim] = []
    left: list[LeftOut] = []
    for proposal in proposer.propose(article, text):
        try:
            claim = claim_of(proposal, article, vocabulary)
        except Unfinished as unfinished:
            left.append(LeftOut(_words(proposal), unfinished.reason))
            continue
        reasons = refusals(claim, article, text, known, (*there, *kept))
        if reasons:
            left.append(LeftOut(_words(proposal), reasons[0]))
        else:
            kept.append(claim)
    return Outcome(tuple(kept), tuple(left))


def _words(proposal: Proposal) -> str:
    return proposal.amount.text if proposal.amount else proposal.quote.text
