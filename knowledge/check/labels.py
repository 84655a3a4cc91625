"""A label says the period's own days: derived where its ends tell it, and never at odds with them.

A derivable label has one form, so that a changed day, kind or label shows in the other two. Only a relative period is
labelled in words; `relative_labels` holds those to its ends.
"""

from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.check.relative_labels import contradictions
from knowledge.period import Period, PeriodKind
from knowledge.reading.days import from_to, label_of
from knowledge.vocabulary import Subject

_KEYS = ("period", "label")


def label_is_derived(case: Case) -> Iterator[Finding]:
    """The label fits kind and ends."""
    period = case.claim.period
    if period is None:
        return
    if period.kind == "since" and period.start is None:
        yield Finding("period", ("period", "kind"), why("since_when"))
    derived = _derived(period, case.known.subjects.get(case.claim.subject))
    if derived is None:
        yield from (Finding("period", _KEYS, what) for what in contradictions(period))
    elif derived != period.label:
        yield Finding("period", _KEYS, why("label_other", derived, period.label))
    if period.kind == "span" and (better := _better_kind(period)):
        yield Finding("period", ("period", "kind"), why("is_whole", period.label, why(f"kind_{better}")))


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
