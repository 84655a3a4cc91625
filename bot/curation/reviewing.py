"""Review: a claim as a curator has to see it, and the curator's decision on just that.

What is seen has a mark, made of the claim and of what disagrees with it. A decision names the mark, so that it holds
for what was seen and for nothing else; whoever decides on something older is told to look again.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.curation.deciding import approved, rejected, retired
from bot.curation.gate import objections
from bot.curation.surroundings import Surroundings, surroundings
from bot.wording.phrases_of_refusals import why
from knowledge.article import Article
from knowledge.check.case import Known
from knowledge.claim import Claim, State
from knowledge.conflicts import Disagreements
from knowledge.evidence import Evidence
from knowledge.fault import Fault
from knowledge.reason import Reason, one_by_one
from knowledge.store import Outdated, Revision
from knowledge.vocabulary import Vocabulary


class Base(Protocol):
    """What review needs of the store."""

    def claim(self, key: str) -> Claim | None:
        """The claim with this id, in whatever state."""

    def claims(self, state: State | None = None) -> Iterator[tuple[Claim, Article]]:
        """All claims in a state, with their articles."""

    def claims_of(self, article: str) -> Sequence[Claim]:
        """The claims of an article."""

    def article(self, key: str) -> Article | None:
        """The article with this id."""

    def text(self, article: str) -> str | None:
        """The full text of an article, where the base keeps it."""

    def vocabulary(self) -> Vocabulary:
        """All words."""

    def against(self, claim: Claim) -> tuple[Evidence, Disagreements]:
        """What is approved on the same thing, and how the claim would disagree with it."""

    def revise(self, revision: Revision, *, who: str, at: datetime) -> int:
        """Make and log a decision; raises Outdated, or Fault."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A claim as it is to be decided on: where it stands, what the proof objects to, what it would disagree with."""

    claim: Claim
    article: Article
    around: Surroundings
    objections: tuple[Reason, ...]
    held: Evidence
    found: Disagreements

    @property
    def disagreeing(self) -> frozenset[str]:
        """The ids of the approved claims that it would be in conflict with, or a revision of."""
        pairs = (*self.found.conflicts, *self.found.revisions)
        return frozenset(one for pair in pairs for one in pair) - {self.claim.id}

    @property
    def mark(self) -> str:
        """Twelve letters that stand for all of this."""
        seen = [self.claim.model_dump_json(), *sorted(self.disagreeing)]
        return hashlib.sha256("\n".join(seen).encode()).hexdigest()[:12]


class Review:
    """Looks at claims and decides on them, in the name of a person. Everything here raises Fault."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def waiting(self) -> tuple[Claim, ...]:
        """The proposed claims, article by article, each in the order of its text."""
        found = [claim for claim, _ in self._base.claims("proposed")]
        return tuple(
            sorted(found, key=lambda claim: (claim.article, claim.quote.start if claim.quote else 0, claim.id))
        )

    def look(self, key: str) -> Seen:
        """A claim as it stands."""
        return self.imagined(self._claim(key))

    def imagined(self, claim: Claim) -> Seen:
        """A claim as it would stand, edited from the one of its id."""
        before = self._claim(claim.id)
        article = self._base.article(before.article)
        if article is None:
            raise Fault(why("unknown_article", before.article))
        text = self._base.text(article.id)
        held = self._base.claims_of(article.id)
        contrasted = (one.claim for one in claim.contrasts if self._base.claim(one.claim))
        known = Known(self._base.vocabulary(), (*(one.id for one in held), *contrasted))
        evidence, found = self._base.against(claim)
        return Seen(
            claim=claim,
            article=article,
            around=surroundings(claim, text),
            objections=objections(claim, before, article, text, known, held),
            held=evidence,
            found=found,
        )

    def approve(self, key: str, mark: str, who: str, at: datetime) -> Claim:
        """Let a claim answer from now on, as it was seen under `mark`; raises Fault with what the proof objects to."""
        seen = self._seen(key, mark)
        _refuse(seen)
        return self._revised(Revision("approve", seen.claim, approved(seen.claim), seen.disagreeing), who, at)

    def edit(self, claim: Claim, mark: str, who: str, at: datetime) -> Claim:
        """Let the claim of this id be `claim`, in the state that it has; `mark` is that of the claim before."""
        seen = self._seen(claim.id, mark)
        before = seen.claim
        kept = {"state": before.state, "retired": before.retired, "proposed": before.proposed}
        after = self.imagined(claim.model_copy(update=kept))
        _refuse(after)
        return self._revised(Revision("edit", before, after.claim, after.disagreeing), who, at)

    def reject(self, key: str, mark: str, reason: str, who: str, at: datetime) -> Claim:
        """Let a proposed claim never answer."""
        seen = self._seen(key, mark)
        return self._revised(Revision("reject", seen.claim, rejected(seen.claim, reason)), who, at)

    def retire(self, key: str, reason: str, who: str, at: datetime) -> Claim:
        """Let an approved claim answer no more."""
        claim = self._claim(key)
        return self._revised(Revision("retire", claim, retired(claim, reason)), who, at)

    def supersede(self, key: str, by: str, reason: str, who: str, at: datetime) -> Claim:
        """Let an approved claim answer no more, since another one does in its place."""
        claim, other = self._claim(key), self._claim(by)
        if other.state != "approved":
            raise Fault(why("cannot_replace", by, why(f"state_{other.state}")))
        return self._revised(Revision("supersede", claim, retired(claim, reason, by)), who, at)

    def _claim(self, key: str) -> Claim:
        claim = self._base.claim(key)
        if claim is None:
            raise Fault(why("unknown_claim", key))
        return claim

    def _seen(self, key: str, mark: str) -> Seen:
        seen = self.look(key)
        if seen.mark != mark:
            raise Outdated(why("changed_since", key))
        return seen

    def _revised(self, revision: Revision, who: str, at: datetime) -> Claim:
        self._base.revise(revision, who=who, at=at)
        return revision.after


def _refuse(seen: Seen) -> None:
    if seen.objections:
        raise Fault(why("unproved", seen.claim.id, one_by_one(seen.objections)))
