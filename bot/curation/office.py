"""The curators' office: what waits, what it looks like, and what is decided, the same at a terminal and in every chat.

Whoever speaks for it has made sure that the person may curate. A decision on a claim settles the reports of it too, so
that those who reported it hear of it. Everything here raises Fault.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal, get_args

from bot.curation.fields import Desk, edited, worded
from bot.curation.matters import Matter, Matters, kind_of
from bot.curation.reviewing import Base, Review, Seen
from bot.records.port import Records
from bot.suggestion import Outcome, Verdict
from bot.wording.phrases_of_refusals import why
from knowledge.claim import Claim
from knowledge.fault import Fault
from knowledge.value import Language

Decision = Literal["approve", "reject", "retire", "stands", "accept", "decline", "close_gap"]
"""What can be decided of a matter; `reject`, `retire`, `stands` and `decline` need a reason."""

DECISIONS: Final[Mapping[str, Decision]] = {one: one for one in get_args(Decision)}
"""Each decision by its name, as a button tells it."""

AGREEING: Final = frozenset[Decision]({"approve", "accept"})
"""What is decided mostly, and stands out among the buttons."""

REASONED: Final = frozenset[Decision]({"reject", "retire", "stands", "decline"})
"""What is decided with a reason."""

_OF: Final[Mapping[str, tuple[Decision, ...]]] = {
    "claim": ("approve", "reject"),
    "report": ("retire", "stands"),
    "article": ("accept", "decline"),
    "gap": ("close_gap",),
}
"""What can be decided of each kind; a claim, and one that is reported, can be edited besides."""

_VERDICTS: Final[Mapping[Decision, Verdict]] = {"stands": "stands", "decline": "declined", "close_gap": "closed"}


class Office:
    """Reviews claims and settles what people handed in."""

    def __init__(self, base: Base, records: Records) -> None:
        self._base = base
        self._records = records
        self._matters = Matters(records)
        self.review = Review(base)

    def waiting(self, at: datetime) -> tuple[Matter, ...]:
        """All that waits for a curator."""
        return self._matters.waiting(self.review.waiting(), at)

    def matter(self, ident: str, at: datetime) -> Matter:
        """The matter that waits under this ident or name."""
        kind_of(ident)
        found = next((one for one in self.waiting(at) if one.is_named(ident)), None)
        if found is None:
            raise Fault(why("decided_or_unknown", ident))
        return found

    def next(self, at: datetime, after: str = "") -> Matter | None:
        """The first that waits, or the one behind `after`, from the last one on the first again."""
        waiting = self.waiting(at)
        place = next((number for number, one in enumerate(waiting, 1) if one.is_named(after)), 0)
        return waiting[place % len(waiting)] if waiting else None

    def seen(self, matter: Matter) -> Seen | None:
        """The claim that a matter is about, if it is about one that the base has."""
        if matter.kind not in {"claim", "report"} or self._base.claim(matter.about) is None:
            return None
        return self.review.look(matter.about)

    def decide(  # noqa: PLR0913, PLR0917 - who decides what on what grounds
        self, decision: Decision, matter: Matter, mark: str, reason: str, who: str, at: datetime
    ) -> None:
        """Make a decision; `mark` is that of the claim as it was seen, where it is about one."""
        if decision not in _OF[matter.kind]:
            raise Fault(why("decided_by", matter.ident, why(f"decided_{matter.kind}")))
        if decision in REASONED and not reason.strip():
            raise Fault(why("give_reason_told"))
        if decision == "approve":
            self.review.approve(matter.about, mark, who, at)
        elif decision == "reject":
            self.review.reject(matter.about, mark, reason, who, at)
        elif decision == "retire":
            self.retire(matter.about, reason, who, at)
        elif decision == "accept":
            self._accept(matter, who)
        else:
            self._settle(matter, _VERDICTS[decision], reason, who, at)

    def lines(self, claim: Claim, language: Language) -> dict[str, str]:
        """The parts of a claim, as they can be edited."""
        return worded(claim, self._base.vocabulary(), language)

    def edit(self, key: str, lines: Mapping[str, str], mark: str, who: str, at: datetime) -> Claim:
        """Change parts of a claim; returns it as it stands then."""
        seen = self.review.look(key)
        desk = Desk(seen.article, self._base.text(seen.article.id), self._base.vocabulary())
        return self.replace(edited(seen.claim, lines, desk), mark, who, at)

    def replace(self, claim: Claim, mark: str, who: str, at: datetime) -> Claim:
        """Put a claim in place of the one with its id."""
        after = self.review.edit(claim, mark, who, at)
        self._tell_reporters(claim.id, "mended", "", who, at)
        return after

    def retire(self, key: str, reason: str, who: str, at: datetime) -> Claim:
        """Let an approved claim answer no more."""
        after = self.review.retire(key, reason, who, at)
        self._tell_reporters(key, "retired", reason, who, at)
        return after

    def supersede(self, key: str, by: str, reason: str, who: str, at: datetime) -> Claim:
        """Let another claim answer in place of an approved one."""
        after = self.review.supersede(key, by, reason, who, at)
        self._tell_reporters(key, "mended", reason, who, at)
        return after

    def _tell_reporters(self, key: str, verdict: Verdict, reason: str, who: str, at: datetime) -> None:
        for matter in self._matters.reports(at):
            if matter.about == key:
                self._records.curation.settle(_outcome(matter, verdict, reason, who, at))

    def _accept(self, matter: Matter, who: str) -> None:
        if not self._records.curation.accept(matter.ident, who):
            raise Fault(why("decided_already", matter.ident))

    def _settle(self, matter: Matter, verdict: Verdict, reason: str, who: str, at: datetime) -> None:
        if not self._records.curation.settle(_outcome(matter, verdict, reason, who, at)):
            raise Fault(why("decided_already", matter.ident))


def _outcome(matter: Matter, verdict: Verdict, reason: str, who: str, at: datetime) -> Outcome:
    return Outcome(
        ident=matter.ident,
        verdict=verdict,
        who=who,
        at=at,
        person=matter.by,
        language=matter.language,
        about=matter.about,
        words=" ".join(reason.split()),
    )
