"""Which numbers and times of a statement belong to the claim's period.

The period itself, its ends, and what a change is measured against; besides, the numbers that its label and its words
say ("next five years", "FY2024 Q4").
"""

from collections.abc import Sequence
from decimal import Decimal

from knowledge.check.case import Case
from knowledge.check.number_words import numerals
from knowledge.check.spans import Span, read_spans


def explains(span: Span, text: str, case: Case) -> bool:
    """Whether the period accounts for a time that `text` names."""
    if touches(span, case) or any(span.holds(own.first) and span.holds(own.last) for own in _baseline(case)):
        return True
    said = numerals(text[span.start : span.end])
    return all(numeral.in_language("en") in numbers_of_period(case) for numeral in said)


def touches(span: Span, case: Case) -> bool:
    """Whether the time holds an end of the period."""
    period = case.claim.period
    return period is not None and (span.holds(period.start) or span.holds(period.end))


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
    return {Decimal(numeral.text[1:]) for numeral in numerals(label) if numeral.text[:1] in "QH" and len(numeral.text) == 2}  # noqa: PLR2004


def _baseline(case: Case) -> Sequence[Span]:
    period = case.claim.period
    return read_spans(case, period.baseline, "en") if period and period.baseline else ()
