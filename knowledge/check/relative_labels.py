"""The label of a relative period, which no rule derives: its years, months and lengths are those of period and words.

"next five years (2024–2029)" names its two ends in order, "to Jul 2025" its last and "from 2024" its first; "five" is
what the article's words say, and as long as the period lasts.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from knowledge.check.lengths import lasts_as_long_as, says_length
from knowledge.check.number_words import numerals
from knowledge.check.phrases import why
from knowledge.period import Period, PeriodKind
from knowledge.reading.days import label_of
from knowledge.reason import Reason

_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DERIVED: tuple[PeriodKind, ...] = ("year", "half", "quarter", "month", "week", "day", "since", "span")
_NAMED = re.compile(
    rf"(?P<before>from |to |by |until |into |–)?(?P<month>{'|'.join(_NAMES)})? ?\b(?P<year>\d{{4}})\b(?P<on>(?=–))?"
)


class _Named(NamedTuple):
    """A year or month that a label names, as printed, and the ends of the period that it may be."""

    text: str
    month: int | None
    year: int
    ends: Sequence[date]

    def is_an_end(self) -> bool:
        """Whether one of these ends falls in it."""
        return any(end.year == self.year and self.month in (None, end.month) for end in self.ends)


def contradictions(period: Period) -> Iterator[Reason]:
    """How the label is at odds with the period."""
    label = period.label
    for kind in _DERIVED:
        if label == label_of(kind, period.start, period.end):
            yield why("label_of_kind", label, why(f"kind_{kind}"))
    named = list(_named(period))
    yield from (why("label_no_end", label, one.text) for one in named if not one.is_an_end())
    if not named:
        yield why("label_neither_end", label)
    if period.start and period.end and says_length(label) and not lasts_as_long_as(period, label):
        yield why("label_length", label, period.start, period.end)
    for text in _unsaid(period):
        yield why("label_unsaid", label, text, period.words)


def _named(period: Period) -> Iterator[_Named]:
    for match in _NAMED.finditer(period.label):
        month = _NAMES.index(match["month"]) + 1 if match["month"] else None
        if match["on"] is not None or match["before"] == "from ":
            ends = [period.start]
        elif match["before"]:
            ends = [period.end]
        else:
            ends = [period.start, period.end]
        yield _Named(match.group().strip(" –"), month, int(match["year"]), [end for end in ends if end])


def _unsaid(period: Period) -> Iterator[str]:
    """The lengths in the label that the article's words do not say; words without a number say nothing of it."""
    said: set[Decimal | str] = {numeral.in_language("de") for numeral in numerals(period.words or "")}
    for numeral in numerals(_NAMED.sub("", period.label)) if said else ():
        if numeral.in_language("en") not in said:
            yield numeral.text
