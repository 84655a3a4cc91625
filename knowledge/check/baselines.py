"""What a change is measured against lies before it: the same part of the year before, or the part just before.

A baseline that names days is read like a label. One in words ("previous year", "start of the week") fixes no days and
is left to its reader.
"""

from collections.abc import Iterator
from datetime import timedelta

from knowledge.check.case import Case
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.check.spans import Span, read_spans
from knowledge.period import Period
from knowledge.reading.days import shifted

_PARTS = ("year", "half", "quarter", "month", "week", "day")


def baseline_precedes(case: Case) -> Iterator[Finding]:
    """The baseline is the part of time that a reader takes it for."""
    period = case.claim.period
    if period is None or period.baseline is None:
        return
    for span in read_spans(case, period.baseline, "en"):
        if not _fits(span, period):
            what = why("not_before", period.baseline, span.told(), period.label)
            yield Finding("period", ("period", "baseline"), what)


def _fits(span: Span, period: Period) -> bool:
    if span.kind == "relative" or period.start is None or span.last is None:
        return True
    if period.kind not in _PARTS:
        return span.first == period.start or span.last == period.start - timedelta(days=1)
    just_before = span.last == period.start - timedelta(days=1)
    return span.kind == period.kind and (just_before or span.first == shifted(period.start, -12))
