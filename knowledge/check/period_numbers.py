"""Which numbers and times of a statement belong to the claim's period.

The period itself, its ends, and what a change is measured against; besides, the numbers that its label and its words
say ("next five years", "FY2024 Q4").
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from knowledge.check.case import Case
from knowledge.check.number_words import numerals
from knowledge.check.spans import Span, read_spans
from knowledge.period import Period

_EXACT = ("day", "month")
_PART = re.compile(r"\b[QH]([1-4])\b")


def explains(span: Span, text: str, case: Case) -> bool:
    """Whether a time that `text` names is the period or what it is measured against."""
    return is_own(span, text, case) or any(span.holds(own.first) and span.holds(own.last) for own in _baseline(case))


def is_own(span: Span, text: str, case: Case) -> bool:
    """Whether the time holds an end of the period, or repeats the numbers of its label or words."""
    if case.claim.period is not None and _meets(span, case.claim.period):
        return True
    said = numerals(text[span.start : span.end])
    return span.kind not in _EXACT and all(numeral.in_language("en") in numbers_of_period(case) for numeral in said)


def _meets(span: Span, period: Period) -> bool:
    """Whether a time holds an end of the period; one from year to year holds both, and one told in words neither."""
    if span.kind == "relative":
        return False
    if span.kind == "span" and span.first and span.last and period.start and period.end:
        return (span.first.year, span.last.year) == (period.start.year, period.end.year)
    if span.last is None or (span.kind, period.kind) == ("day", "week"):
        return span.first == period.start
    return span.holds(period.start) or span.holds(period.end)


def numbers_of_period(case: Case) -> frozenset[Decimal | str]:
    """The numbers in the label and in the words of the period, which a statement may repeat."""
    period = case.claim.period
    if period is None:
        return frozenset()
    in_label = {numeral.in_language("en") for numeral in numerals(period.label)}
    in_words = {numeral.in_language("de") for numeral in numerals(period.words or "")}
    return frozenset(in_label | in_words | _of_parts(period.label))


def _of_parts(label: str) -> set[Decimal | str]:
    """The number of a quarter or half: 4 for "Q4"."""
    return {Decimal(number) for number in _PART.findall(label)}


def _baseline(case: Case) -> Sequence[Span]:
    period = case.claim.period
    return read_spans(case, period.baseline, "en") if period and period.baseline else ()
