"""Parts of a year whose last day is printed: "fiscal year ended June 30, 2025", "nine months ended September 30".

Also in brackets: "Geschäftsjahr 2024/25 (per Ende September)", "fiscal 2026 (July 1, 2025 to June 30, 2026)". The last
day and the length give the first. Without a printed year the last day is the one that makes the fiscal year end in
the year that names it, or else the latest whose part has begun. What is read are these days: a calendar part where
they are one, a span otherwise. A fiscal kind stays with those whose days the text does not tell.
"""

from datetime import date, timedelta
from typing import NamedTuple

from knowledge.reading.dates import Dated, read_date
from knowledge.reading.days import from_to, shifted
from knowledge.reading.heads import Head, head_at, head_of
from knowledge.reading.phrases import Phrases, either
from knowledge.reading.stretches import past_fillers, read_stretch
from knowledge.reading.time_words import UNITS
from knowledge.reading.tokens import Tokens

_ENDED = Phrases(
    dict.fromkeys(
        either(
            "ended|ended on|ending|ending on|which ended|which ended on|which ends on|that ended|that ended on|"
            "that ends on|per|per ende|per end"
        ),
        True,
    )
)
_ENDED_AT_LAST = Phrases(dict.fromkeys(either("das am|der am|die am|das zum|das ende|der ende|das im|der im"), True))
_TO = Phrases(
    dict.fromkeys(
        either("to|to end|to the end of|through|bis|bis zum|bis ende|bis zum ende|zum|zum ende|ende|end"), True
    )
)
_VERBS = frozenset(("endete", "endet", "endend", "ausläuft", "abgelaufen", "geendet"))
_YEARS_BACK = 3


class LastDay(NamedTuple):
    """Where the words of the last day begin and what must follow them: a closing bracket or a verb."""

    place: int
    bracket: bool
    verb: bool


def read_ended(tokens: Tokens, index: int, dated: Dated | None, on: date) -> Dated | None:
    """The part of a year at `index`, already read as `dated` where it has a name, with its printed end; else None."""
    found = head_of(dated) if dated else head_at(tokens, index)
    if found is None:
        return None
    head, place = found
    if spelled := _spelled_out(tokens, head, place, on):
        return spelled
    last = _last_day(tokens, place, bare=head.year is None and not head.number)
    if last is None:
        return None
    end = _end_of(tokens, last, head, on)
    if end is None or end.stretch.end is None or (head.year and abs(end.stretch.end.year - head.year) > 1):
        return None
    after = _past_closing(tokens, end.end, last)
    start = _first_day(end.stretch.end, head.months)
    return Dated(from_to(start, end.stretch.end), after, has_year=True) if after and start else None


def _spelled_out(tokens: Tokens, head: Head, place: int, on: date) -> Dated | None:
    """The part with its first and last day in brackets: "(July 1, 2025 to June 30, 2026)"."""
    if tokens[place].text != "(":
        return None
    spelled = read_stretch(tokens, place + 1, on)
    if spelled is None or spelled.stretch.end is None or tokens[spelled.end].text != ")":
        return None
    fits = spelled.stretch.start and spelled.stretch.start == _first_day(spelled.stretch.end, head.months)
    return spelled._replace(end=spelled.end + 1) if fits else None


def _last_day(tokens: Tokens, index: int, *, bare: bool) -> LastDay | None:
    bracket = tokens[index].text == "("
    place = index + 1 if bracket or tokens[index].text == "," else index
    if late := _ENDED_AT_LAST.find(tokens, place):
        return LastDay(late[1], bracket, verb=True)
    found = _ENDED.find(tokens, place) or (
        _TO.find(tokens, place) if bracket or (bare and not _is_left(tokens, place)) else None
    )
    return LastDay(found[1], bracket, verb=False) if found else None


def _is_left(tokens: Tokens, index: int) -> bool:
    """Whether months up to a day may still lie ahead: "noch drei Monate bis Ende September"."""
    return tokens[index - 1].key in UNITS["month"] and tokens[index].key not in ("to", "through")


def _past_closing(tokens: Tokens, index: int, last: LastDay) -> int | None:
    closed = tokens[index].key in _VERBS
    if last.verb and not closed:
        return None
    index += closed
    if not last.bracket:
        return index
    return index + 1 if tokens[index].text == ")" else None


def _end_of(tokens: Tokens, last: LastDay, head: Head, on: date) -> Dated | None:
    """The day or month that ends the part, in the year that fits the head where it prints none."""
    place = past_fillers(tokens, last.place)
    printed = read_date(tokens, place, on)
    if printed is None or printed.has_year:
        return printed
    years = range(head.year, head.year - 2, -1) if head.year else range(on.year + 1, on.year - _YEARS_BACK, -1)
    candidates = (read_date(tokens, place, on, year) for year in years)
    return next((found for found in candidates if found and _fits(head, found.stretch.end, on)), None)


def _fits(head: Head, end: date | None, on: date) -> bool:
    if end is None:
        return False
    if head.year:
        return _year_end(head, end).year == head.year
    start = _first_day(end, head.months)
    return start is not None and start <= on


def _year_end(head: Head, end: date) -> date:
    """The last day of the year that the part, which ends on `end`, belongs to."""
    left = 12 - head.months * head.number if head.number else 0
    return shifted(end, left) or end


def _first_day(end: date, months: int) -> date | None:
    """The first of so many months that end on `end`; None where the calendar has no such stretch."""
    after = end + timedelta(days=1)
    start = shifted(after, -months)
    return start if start and shifted(start, months) == after else None
