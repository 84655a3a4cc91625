"""Periods and their article's date agree with the status: a fact has begun, a forecast is not long over.

Articles that are dated only about leave some days; a forecast may speak of a period that is over and not reported yet,
which takes companies up to four months.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from knowledge.article import DatePrecision, Published
from knowledge.check.case import Case
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.claim import FORWARD
from knowledge.reason import called

_LATEST = {"day": 0, "about": 7, "on_or_after": 31, "month": 31, "year": 366}
_UNREPORTED = timedelta(days=123)
_COUNTED_IN_WEEKS = timedelta(weeks=26)


def status_fits_time(case: Case) -> Iterator[Finding]:
    """Facts and estimates have begun by the article's date; a look forward ends after it or is not reported yet."""
    claim, published = case.claim, case.article.published
    period = claim.period
    if period is None:
        return
    status = why(f"status_{claim.status}")
    if claim.status in ("actual", "estimate") and period.start and period.start > latest(published):
        what = why("begins_after", status, period.start, published.date)
        yield Finding("time", ("period", "start"), what)
    if claim.status in FORWARD and period.end and period.end < published.date - _UNREPORTED:
        what = why("ended_before", status, period.end, published.date)
        yield Finding("time", ("period", "end"), what)


def open_kinds_meet_the_article(case: Case) -> Iterator[Finding]:
    """`since` ends at the article's date; `relative` begins or ends there, and lasts as one counts."""
    period, day = case.claim.period, case.article.published.date
    if period is None:
        return
    if period.kind == "since" and period.end != day:
        yield Finding("time", ("period", "end"), why("since_ends", day, period.end))
    if period.kind == "relative" and day not in (period.start, period.end):
        yield Finding("time", ("period", "start"), why("relative_ends", day))
    elif period.kind == "relative" and period.start and period.end and not _is_counted(period.start, period.end):
        yield Finding("time", ("period", "end"), why("not_counted", period.start, period.end))


def fiscal_period_fits_subject(case: Case) -> Iterator[Finding]:
    """A fiscal period ends where the subject's fiscal year, or a part of it, does; without one it would say nothing."""
    period, subject = case.claim.period, case.known.subjects.get(case.claim.subject)
    if period is None or not period.kind.startswith("fiscal") or subject is None:
        return
    named = called(subject.id, subject.name.in_language("de"))
    if subject.fiscal_year_end is None:
        yield Finding("time", ("period", "kind"), why("no_fiscal_end", named))
        return
    months = {"fiscal_year": 12, "fiscal_half": 6}.get(period.kind, 3)
    if period.end and (period.end.month - int(subject.fiscal_year_end[:2])) % months:
        year_end = why("month_day", *subject.fiscal_year_end.split("-"))
        yield Finding("time", ("period", "end"), why("fiscal_ends", period.end, named, year_end))


def _is_counted(start: date, end: date) -> bool:
    """Whole weeks or months apart, or up to where a month begins or ends; nobody counts years in weeks."""
    at_edge = start.day == 1 or (end + timedelta(days=1)).day == 1
    return at_edge or start.day == end.day or (end - start < _COUNTED_IN_WEEKS and (end - start).days % 7 == 0)


def latest(published: Published) -> date:
    """The last day on which the article may have appeared."""
    precision: DatePrecision = published.precision
    return published.date + timedelta(days=_LATEST[precision])
