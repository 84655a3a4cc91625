"""A period as the firm counts its years.

A fiscal period is moved to the days of the subject's own year; where the vocabulary does not know its end, the period
stays open. A quarter without its year is the one of that number reported last.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

from knowledge.period import Period
from knowledge.reading.days import shifted
from knowledge.reading.periods import PrintedPeriod
from knowledge.vocabulary import Subject

_LONG_AGO: Final = timedelta(days=120)


class Own(NamedTuple):
    """A period on the days of the firm's own year, whether that was said, and whether its label is derived."""

    period: Period
    doubtful: bool = False
    inferred: bool = False


def on_own_days(printed: PrintedPeriod, subject: Subject | None, on: date) -> Own | None:
    """The period as the firm counts its years; None for a fiscal one of a firm whose year is not known."""
    period = printed.period
    if period.kind == "fiscal_quarter" and not re.search(r"\d{4}|\d\d$", printed.text):
        reported = _last_reported(period, subject, on)
        if reported:
            return Own(reported, inferred=True)
    if period.kind.startswith("fiscal"):
        moved = _moved(period, subject)
        return Own(moved) if moved else None
    if period.kind != "quarter" or subject is None or subject.fiscal_year_end is None:
        return Own(period)
    if _FISCAL.search(printed.text):
        named = _in_own_years(period, subject)
        return Own(named, inferred=True) if named else Own(period, doubtful=True)
    reported = _reported(printed, subject, on)
    return Own(reported or period, doubtful=True, inferred=reported is not None)


def _reported(printed: PrintedPeriod, subject: Subject, on: date) -> Period | None:
    """The fiscal quarter that is meant by "the fourth quarter" where the calendar's is long over; else None."""
    period = printed.period
    if re.search(r"\d{4}", printed.text) or period.start is None or period.end is None or on - period.end < _LONG_AGO:
        return None
    return _last_reported(period, subject, on)


def _last_reported(period: Period, subject: Subject | None, on: date) -> Period | None:
    """The quarter of this number in the firm's own years that was over last, if that is not long ago."""
    if subject is None or subject.fiscal_year_end is None or period.start is None:
        return None
    month = int(subject.fiscal_year_end[:2])
    number = (period.start.month + 2) // 3
    year = on.year + 1
    for fiscal in (year, year - 1, year - 2):
        first = shifted(date(fiscal - 1, 1, 1), month + 3 * (number - 1))
        last = shifted(first, 2) if first else None
        if first is None or last is None:
            continue
        end = last.replace(day=last_day(last.year, last.month))
        if end < on and on - end < _LONG_AGO:
            label = f"FY{fiscal} Q{number}"
            return Period(start=first, end=end, label=label, kind="fiscal_quarter", words=period.words)
    return None


_FISCAL: Final = re.compile(r"fiscal|geschäfts", re.IGNORECASE)


def _in_own_years(period: Period, subject: Subject | None) -> Period | None:
    """A fiscal quarter that is told by its last day, by its number in the firm's own years."""
    if subject is None or subject.fiscal_year_end is None or period.start is None:
        return None
    after = (period.start.month - int(subject.fiscal_year_end[:2]) - 1) % 12
    year = period.start.year + (period.start.month + 11 - after > 12)  # noqa: PLR2004 (months)
    label = f"FY{year} Q{after // 3 + 1}"
    return period.model_copy(update={"label": label, "kind": "fiscal_quarter"}) if after % 3 == 0 else None


def _moved(period: Period, subject: Subject | None) -> Period | None:
    """A fiscal period on the days of the subject's year; None where its end is not known."""
    if subject is None or subject.fiscal_year_end is None or period.start is None or period.end is None:
        return None
    months = int(subject.fiscal_year_end[:2]) - 12
    first, last = shifted(period.start, months), shifted(period.end.replace(day=1), months)
    if first is None or last is None:
        return None
    return period.model_copy(update={"start": first, "end": last.replace(day=last_day(last.year, last.month))})


def last_day(year: int, month: int) -> int:
    """The number of the last day of a month."""
    return monthrange(year, month)[1]
