"""The port of the records for what stands under an answer: the answer itself, and what people did with it.

Whoever shows an answer keeps it under its key; whoever presses a button, in this process or another, finds it there.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple, Protocol

from bot.people import Person
from bot.report import Report
from bot.shown_answer import ShownAnswer

ANSWER_FOR: Final = timedelta(days=400)
"""How long a button under an answer works, and how long an opinion of it is counted."""

REPORT_FOR: Final = timedelta(days=400)
"""How long a report is kept."""

MOST_REPORTS: Final = 10_000
"""Reports that are kept, so that nobody fills the disk; the oldest leaves first."""


class Opinions(NamedTuple):
    """How many found an answer helpful, and how many did not."""

    helpful: int
    unhelpful: int


class AnswerRecords(Protocol):
    """Answers that were shown."""

    def show(self, key: str, answer: ShownAnswer, at: datetime) -> None:
        """Keep an answer under its key."""

    def shown(self, key: str, at: datetime) -> ShownAnswer | None:
        """The answer of a key, unless it is unknown or too old."""

    def share(self, key: str) -> bool:
        """Whether nobody has shared this answer before; from now on it is shared."""

    def judge(self, key: str, person: Person, at: datetime, *, helpful: bool) -> None:
        """Keep what a person thinks of an answer, in place of what the person thought before."""

    def opinions(self) -> Opinions:
        """What people think of all answers."""


class ReportRecords(Protocol):
    """Reports of wrong figures."""

    def report(self, ident: str, report: Report) -> None:
        """Keep a report; one of the same `ident` is kept already."""

    def reports(self, at: datetime) -> tuple[Report, ...]:
        """All reports, the newest first."""

    def by_ident(self, at: datetime) -> dict[str, Report]:
        """All reports by their idents."""
