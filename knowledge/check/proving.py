"""A period is proved by the article's words for it, or, where it is inferred, by what both statements say.

Words that the reader reads give exactly the claim's days; words that point elsewhere ("zu diesem Zeitpunkt") are
resolved by the passages around. Where the article says less ("im vierten Quartal") or nothing, a person has inferred
the days and says them in each statement: nothing is resolved in silence, and a changed day shows.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.check.case import Case
from knowledge.check.lengths import lasts_as_long_as
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.check.spans import Span, read_spans, told
from knowledge.period import Period

_WORDS = ("period", "words")


def words_are_printed(case: Case) -> Iterator[Finding]:
    """The words for the period stand verbatim in quote or context."""
    period = case.claim.period
    if period and period.words and not _stands_whole(period.words, case.printed):
        yield Finding("period", _WORDS, why("words_unprinted", period.words))


def period_is_proved(case: Case) -> Iterator[Finding]:
    """The words say the period; else it is inferred, and both statements say it."""
    period = case.claim.period
    if period is None or _words_prove(case, period):
        return
    if period.words and "period" not in case.inferred:
        found = told(_read(case, period.words))
        yield Finding("period", _WORDS, why("period_unread", found, period.words))
        return
    for language, text in case.statements.items():
        spans = read_spans(case, case.known.numbered_names.blanked(text), language)
        if not _says(spans, period, case.article.published.date):
            yield Finding("period", ("statement", language), why("period_unsaid", told(spans)))


def _stands_whole(words: str, printed: str) -> bool:
    """Whether the words are printed and do not break off inside one ("im Jahr" of "im Jahre")."""
    return re.search(rf"{re.escape(words)}(?![a-zäöüß])", printed) is not None


def _words_prove(case: Case, period: Period) -> bool:
    if period.words is None:
        return False
    read = _read(case, period.words)
    if any((span.first, span.last, span.kind) == (period.start, period.end, period.kind) for span in read):
        return True
    if period.kind == "relative" and (_is_open(period) or _lasts(period, read, case.article.published.date)):
        return True
    return not read and _says(_read(case, case.printed), period, case.article.published.date)


def _read(case: Case, text: str) -> Sequence[Span]:
    return read_spans(case, text, case.language) if case.language else ()


def _lasts(period: Period, read: Sequence[Span], on: date) -> bool:
    """Whether the period is as long as its words say, and its far end lies where the reader finds it, if it does."""
    far = period.start if period.end == on else period.end
    return lasts_as_long_as(period, period.words or "") and all(span.holds(far) for span in read)


def _is_open(period: Period) -> bool:
    """Whether the period says only before or after the article, which needs no more proof than the article's date."""
    return period.start is None or period.end is None


def _says(spans: Sequence[Span], period: Period, on: date) -> bool:
    """Whether the spans name both ends of the period; the article's own date need not be said.

    The far end of a relative period is a day that no source prints; the month or year that holds it is enough.
    """
    if any((span.first, span.last) == (period.start, period.end) for span in spans):
        return True
    vague = period.kind == "relative"
    opens = any(span.first == period.start or (vague and span.holds(period.start)) for span in spans)
    closes = any(span.last == period.end or (vague and span.holds(period.end)) for span in spans)
    if period.kind == "week":
        return opens
    return (opens or period.start in (None, on)) and (closes or period.end in (None, on))
