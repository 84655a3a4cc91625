"""A label says the period's own days: derived where its ends tell it, and never at odds with them.

A derivable label has one form, so that a changed day, kind or label shows in the other two. The label of a relative
period says in words what the source says; its years, months and lengths are those of its ends.
"""

import re
from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.lengths import lasts_as_long_as, says_length
from knowledge.check.proof import Finding
from knowledge.period import Period, PeriodKind
from knowledge.reading.days import from_to, label_of
from knowledge.vocabulary import Subject

_KEYS = ("period", "label")
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_NAMED = re.compile(rf"(?:\b({'|'.join(_MONTHS)}) )?\b(\d{{4}})\b")


def label_is_derived(case: Case) -> Iterator[Finding]:
    """The label fits kind and ends."""
    period = case.claim.period
    if period is None:
        return
    derived = _derived(period, case.known.subjects.get(case.claim.subject))
    if derived is None:
        yield from (Finding("period", _KEYS, what) for what in _contradictions(period))
    elif derived != period.label:
        yield Finding("period", _KEYS, f"the label of this period is '{derived}', not '{period.label}'")
    if period.kind == "span" and (better := _better_kind(period)):
        yield Finding("period", ("period", "kind"), f"'{period.label}' is a whole {better}, not a span")


def _derived(period: Period, subject: Subject | None) -> str | None:
    if period.kind.startswith("fiscal"):
        return _fiscal_label(period, subject)
    return label_of(period.kind, period.start, period.end)


def _fiscal_label(period: Period, subject: Subject | None) -> str | None:
    """The label by the year in which the subject's fiscal year ends: "FY2024", "FY2024 H2", "FY2024 Q4"."""
    if subject is None or subject.fiscal_year_end is None or period.end is None:
        return None
    month = int(subject.fiscal_year_end[:2])
    year = period.end.year + (period.end.month > month)
    passed = (period.end.month - month) % 12 or 12
    part = {"fiscal_half": f" H{passed // 6}", "fiscal_quarter": f" Q{passed // 3}"}.get(period.kind, "")
    return f"FY{year}{part}"


def _better_kind(period: Period) -> PeriodKind | None:
    if period.start is None or period.end is None:
        return None
    kind = from_to(period.start, period.end).kind
    return kind if kind != "span" else None


def _contradictions(period: Period) -> Iterator[str]:
    ends = [end for end in (period.start, period.end) if end]
    named = [(_MONTHS.get(month), int(year)) for month, year in _NAMED.findall(period.label)]
    for month, year in named:
        if not any(end.year == year and month in (None, end.month) for end in ends):
            yield f"the label '{period.label}' names {_told(month, year)}, which is neither end of the period"
    if not any(year == end.year for _, year in named for end in ends):
        yield f"the label '{period.label}' names the year of neither end of the period"
    if period.start and period.end and says_length(period.label) and not lasts_as_long_as(period, period.label):
        yield f"the label '{period.label}' does not last from {period.start} to {period.end}"


def _told(month: int | None, year: int) -> str:
    return f"{_NAMES[month - 1]} {year}" if month else str(year)
