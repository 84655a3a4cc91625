"""A firm's own year: "this fiscal year" is the one in which the firm is on the day of asking.

A fiscal year has the name of the calendar year in which it ends. So a day lies in the firm's year as the day that is as
many months later as the calendar's year ends after the firm's lies in the calendar's.
"""

from collections.abc import Sequence
from datetime import date

from knowledge.reading.days import shifted
from knowledge.reading.periods import PrintedPeriod, read_periods
from knowledge.value import Language
from knowledge.vocabulary import Subject

_MONTHS = 12


def own_periods(
    printed: Sequence[PrintedPeriod], subjects: Sequence[Subject], language: Language, on: date
) -> tuple[PrintedPeriod, ...]:
    """The periods, those of a fiscal year that is told by its distance alone put into the firm's own.

    Where several firms are asked about that count their years differently, they stay as they are.
    """
    ends = {subject.fiscal_year_end for subject in subjects}
    end = next(iter(ends)) if len(ends) == 1 else None
    if end is None:
        return tuple(printed)
    there = shifted(on, _MONTHS - int(end[:2]))
    return tuple(_as_of(one, language, there) for one in printed) if there else tuple(printed)


def _as_of(printed: PrintedPeriod, language: Language, on: date) -> PrintedPeriod:
    if not printed.period.kind.startswith("fiscal") or any(map(str.isdigit, printed.text)):
        return printed
    there = next(iter(read_periods(printed.text, language, on)), printed)
    return printed.model_copy(update={"period": there.period})
