"""What stands under an answer, kept in this process; see `memory`."""

from dataclasses import replace
from datetime import datetime

from bot.people import Person, Workspace
from bot.records.port_of_answers import ANSWER_FOR, MOST_REPORTS, REPORT_FOR, Opinions
from bot.report import Report
from bot.shown_answer import ShownAnswer


class MemoryAnswers:
    """See `AnswerRecords`."""

    def __init__(self) -> None:
        self._answers: dict[str, tuple[datetime, ShownAnswer]] = {}
        self._shared: set[str] = set()
        self._opinions: dict[tuple[str, str], tuple[datetime, bool]] = {}

    def show(self, key: str, answer: ShownAnswer, at: datetime) -> None:
        """See `AnswerRecords.show`."""
        self._answers[key] = at, answer

    def shown(self, key: str, at: datetime) -> ShownAnswer | None:
        """See `AnswerRecords.shown`."""
        shown, answer = self._answers.get(key, (None, None))
        return answer if shown and at - shown <= ANSWER_FOR else None

    def share(self, key: str) -> bool:
        """See `AnswerRecords.share`."""
        first = key in self._answers and key not in self._shared
        self._shared.add(key)
        return first

    def judge(self, key: str, person: Person, at: datetime, *, helpful: bool) -> None:
        """See `AnswerRecords.judge`."""
        self._opinions[key, person.key] = at, helpful

    def opinions(self) -> Opinions:
        """See `AnswerRecords.opinions`."""
        good = sum(helpful for _, helpful in self._opinions.values())
        return Opinions(good, len(self._opinions) - good)

    def forget(self, workspace: Workspace) -> None:
        """Forget what its people think."""
        prefix = f"{workspace.key}:"
        self._opinions = {key: kept for key, kept in self._opinions.items() if not key[1].startswith(prefix)}

    def forget_person(self, key: str) -> int:
        """Forget what a person thinks; of how many answers that was."""
        before = len(self._opinions)
        self._opinions = {known: kept for known, kept in self._opinions.items() if known[1] != key}
        return before - len(self._opinions)

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than 400 days."""
        self._answers = {key: kept for key, kept in self._answers.items() if at - kept[0] <= ANSWER_FOR}
        self._shared &= self._answers.keys()
        self._opinions = {key: kept for key, kept in self._opinions.items() if at - kept[0] <= ANSWER_FOR}


class MemoryReports:
    """See `ReportRecords`."""

    def __init__(self) -> None:
        self._reports: dict[str, Report] = {}

    def report(self, ident: str, report: Report) -> None:
        """See `ReportRecords.report`."""
        self._reports.setdefault(ident, report)
        if len(self._reports) > MOST_REPORTS:
            del self._reports[min(self._reports, key=lambda one: self._reports[one].at)]

    def by_ident(self, at: datetime) -> dict[str, Report]:
        """See `ReportRecords.by_ident`."""
        return {ident: one for ident, one in self._reports.items() if at - one.at <= REPORT_FOR}

    def reports(self, at: datetime) -> tuple[Report, ...]:
        """See `ReportRecords.reports`."""
        kept = (report for report in self._reports.values() if at - report.at <= REPORT_FOR)
        return tuple(sorted(kept, key=lambda report: report.at, reverse=True))

    def forget(self, workspace: Workspace) -> None:
        """Forget what its people reported."""
        prefix = f"{workspace.key}:"
        self._reports = {key: one for key, one in self._reports.items() if not one.by.key.startswith(prefix)}

    def forget_person(self, key: str, nobody: Person) -> int:
        """Let no report name this person; how many did."""
        named = [ident for ident, one in self._reports.items() if one.by.key == key]
        for ident in named:
            self._reports[ident] = replace(self._reports[ident], by=nobody)
        return len(named)

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than 400 days."""
        self._reports = {key: report for key, report in self._reports.items() if at - report.at <= REPORT_FOR}
