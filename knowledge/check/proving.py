"""A period is proved by the article's words for it, or, where it is inferred, by what both statements say.

Words that the reader reads give exactly the claim's days. Where they say less ("im vierten Quartal", "am Mittwoch" of
an article dated only about), or where the article has no words, a person has inferred the days and says them to the
reader in each statement: nothing is resolved in silence, and a changed day shows.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.check.case import Case
from knowledge.check.number_words import digits_value, numerals
from knowledge.check.proof import Finding
from knowledge.check.spans import Span, read_spans, told
from knowledge.period import Period

_WORDS = ("period", "words")


def period_is_proved(case: Case) -> Iterator[Finding]:
    """The words stand in the passages and say the period; else it is inferred, and both statements say it."""
    period = case.claim.period
    if period is None:
        return
    if period.words and period.words not in case.printed:
        yield Finding("period", _WORDS, f"'{period.words}' stands in neither quote nor context")
    read = _read_words(case, period)
    if any(_is(span, period) for span in read):
        return
    if period.words and "period" not in case.inferred:
        what = f"the reader finds {told(read)} in '{period.words}'; mend it, or name the period as inferred"
        yield Finding("period", _WORDS, what)
    for language, text in case.statements.items():
        spans = read_spans(case, case.known.numbered_names.blanked(text), language)
        if not _says(spans, period, case.article.published.date):
            what = f"the period is inferred, so the statement says its days; it says {told(spans)}"
            yield Finding("period", ("statement", language), what)


def fits_period(span: Span, case: Case) -> bool:
    """Whether a time named in a statement is the claim's period, an end of it, or what it is measured against."""
    period = case.claim.period
    if period is None:
        return False
    if span.holds(period.start) or span.holds(period.end):
        return True
    return any(span.holds(own.first) and span.holds(own.last) for own in _baseline(case, period))


def numbers_of_period(case: Case) -> frozenset[object]:
    """The numbers in the label and in the words of the period, which a statement may repeat."""
    period = case.claim.period
    if period is None:
        return frozenset()
    in_label = {numeral.value or digits_value(numeral.text, "en") for numeral in numerals(period.label)}
    in_words = {numeral.value or digits_value(numeral.text, "de") for numeral in numerals(period.words or "")}
    return frozenset(in_label | in_words) - {None}


def _read_words(case: Case, period: Period) -> Sequence[Span]:
    if period.words is None or case.language is None:
        return ()
    return read_spans(case, period.words, case.language)


def _is(span: Span, period: Period) -> bool:
    return (span.first, span.last) == (period.start, period.end) and span.kind == period.kind


def _says(spans: Sequence[Span], period: Period, on: date) -> bool:
    """Whether the spans name both ends of the period; the article's own date need not be said."""
    if any((span.first, span.last) == (period.start, period.end) for span in spans):
        return True
    opens = period.start in (None, on) or any(span.first == period.start for span in spans)
    closes = period.end in (None, on) or any(span.last == period.end for span in spans)
    return opens and (closes or period.kind == "week")


def _baseline(case: Case, period: Period) -> Sequence[Span]:
    return read_spans(case, period.baseline, "en") if period.baseline else ()
