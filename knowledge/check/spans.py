"""Periods as the reader finds them in a text, reduced to what can be compared: kind, first and last day, and place.

The reader gives a fiscal year the shape of the calendar; here the subject's own year end moves it to its days.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from knowledge.check.case import Case
from knowledge.check.phrases import why
from knowledge.period import PeriodKind
from knowledge.reading.remembered import read_periods
from knowledge.reason import Reason, together
from knowledge.value import Language


class Span(NamedTuple):
    """First and last day that a text names (None where that side is open), printed from `start` to before `end`."""

    kind: PeriodKind
    first: date | None
    last: date | None
    start: int
    end: int

    def holds(self, day: date | None) -> bool:
        """Whether `day` lies within; an open span holds only the day where it opens or closes."""
        if day is None:
            return False
        if self.first is None or self.last is None:
            return day in (self.first, self.last)
        return self.first <= day <= self.last

    def told(self) -> Reason:
        """The span in one phrase of a fault."""
        return why("span", why(f"the_{self.kind}"), self.first or why("open"), self.last or why("open"))


def read_spans(case: Case, text: str, language: Language) -> tuple[Span, ...]:
    """Every period in `text`, relative ones as seen from the article's date."""
    on = case.article.published.date
    spans = (
        Span(found.period.kind, found.period.start, found.period.end, found.start, found.end)
        for found in read_periods(text, language, on)
    )
    return tuple(_moved(span, case) if span.kind.startswith("fiscal") else _closed(span, on) for span in spans)


def told(spans: Sequence[Span]) -> Reason:
    """Several spans in one phrase."""
    return together(span.told() for span in spans) if spans else why("no_period")


def _closed(span: Span, on: date) -> Span:
    """`since` runs up to the article's date."""
    return span._replace(last=on) if span.kind == "since" and span.last is None else span


def _moved(span: Span, case: Case) -> Span:
    subject = case.known.subjects.get(case.claim.subject)
    if subject is None or subject.fiscal_year_end is None or span.first is None or span.last is None:
        return span
    months = int(subject.fiscal_year_end[:2]) - 12
    first = _later(span.first, months)
    last = _later(span.last.replace(day=1), months)
    return span._replace(first=first, last=last.replace(day=monthrange(last.year, last.month)[1]))


def _later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, day.day)
