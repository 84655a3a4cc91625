"""What waits for a curator, in one queue: wrong figures first, then articles suggested, claims proposed, gaps.

A matter has an ident that every process knows it by. What became of it is kept under the ident; a matter with an
outcome waits no more, but for a gap that was asked again since.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from bot.gap import AskedGap
from bot.people import Person
from bot.records.port import Records
from bot.wording.phrases_of_refusals import why
from knowledge.claim import Claim
from knowledge.fault import Fault
from knowledge.value import Language

Kind = Literal["report", "article", "claim", "gap"]

LONGEST_NAME: Final = 60
"""Characters of the name by which a button knows a matter; with what else a button says it is at most 100."""


@dataclass(frozen=True, kw_only=True)
class Matter:
    """Something to decide. `about` is the id of the claim, the address or the question; `words` what was said of it."""

    kind: Kind
    ident: str
    about: str
    words: str = ""
    question: str = ""
    count: int = 1
    at: datetime | None = None
    by: Person | None = None
    language: Language = "en"

    @property
    def name(self) -> str:
        """The ident, or a shorter word for it that no other has: a button has no room for every claim's."""
        return self.ident if len(self.ident) <= LONGEST_NAME else _ident(self.kind, self.ident)

    def is_named(self, name: str) -> bool:
        """Whether this is the matter with this name or ident."""
        return name in {self.ident, self.name}


class Matters:
    """The queue, as the records and the proposed claims make it."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def waiting(self, proposed: tuple[Claim, ...], at: datetime) -> tuple[Matter, ...]:
        """All that waits, in its order."""
        settled = self._records.curation.settled()
        return (
            *(one for one in self.reports(at) if one.ident not in settled),
            *self._articles(at),
            *map(of_claim, proposed),
            *(one for one in self._gaps(at) if not (one.at and settled.get(one.ident, _never(one.at)) >= one.at)),
        )

    def reports(self, at: datetime) -> Iterator[Matter]:
        """All reports of wrong figures, settled or not, the oldest first."""
        found = self._records.reports.by_ident(at)
        for ident, one in sorted(found.items(), key=lambda known: (known[1].at, known[0])):
            yield Matter(
                kind="report",
                ident=_ident("report", ident),
                about=one.claim,
                words=one.reason,
                question=one.question,
                at=one.at,
                by=one.by,
                language=one.language,
            )

    def _articles(self, at: datetime) -> Iterator[Matter]:
        for one in self._records.curation.suggestions(at):
            yield Matter(kind="article", ident=one.ident, about=one.url, at=one.at, by=one.by, language=one.language)

    def _gaps(self, at: datetime) -> Iterator[Matter]:
        return map(_of_gap, self._records.gaps(at))


def of_claim(claim: Claim) -> Matter:
    """A proposed claim as a matter."""
    return Matter(kind="claim", ident=f"claim:{claim.id}", about=claim.id)


def kind_of(ident: str) -> Kind:
    """What kind of matter an ident is of; raises Fault for none."""
    match ident.partition(":")[0]:
        case "report":
            return "report"
        case "article":
            return "article"
        case "claim":
            return "claim"
        case "gap":
            return "gap"
    raise Fault(why("nothing_to_decide", ident))


def article_ident(delivery: str) -> str:
    """The ident of an article that is suggested by this delivery, however often that is delivered."""
    return _ident("article", delivery)


def _of_gap(asked: AskedGap) -> Matter:
    return Matter(
        kind="gap",
        ident=_ident("gap", f"{asked.gap.reason}\n{asked.gap.folded}"),
        about=asked.gap.text,
        words=asked.gap.reason,
        count=asked.count,
        at=asked.last,
        language=asked.gap.language,
    )


def _ident(kind: Kind, known_by: str) -> str:
    return f"{kind}:{hashlib.sha256(known_by.encode()).hexdigest()[:10]}"


def _never(at: datetime) -> datetime:
    return datetime.min.replace(tzinfo=at.tzinfo)
