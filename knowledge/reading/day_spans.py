"""Days that share a month: "zwischen dem 15. und dem 20. Januar 2018", "15.–20. Januar", "January 15-20, 2018"."""

from datetime import date

from knowledge.reading.dates import Dated, day_number, past_ending, read_date
from knowledge.reading.days import from_to
from knowledge.reading.phrases import Phrases, either
from knowledge.reading.time_words import MONTHS
from knowledge.reading.tokens import Tokens
from knowledge.reading.years import read_year

_OPENERS = Phrases(
    dict.fromkeys(either("vom|von|von dem|from|from the"), False)
    | dict.fromkeys(either("zwischen|zwischen dem|between|between the"), True)
)
_UNTIL = Phrases(dict.fromkeys(either("bis|bis zum|bis einschließlich|to|to the|through|until"), True))
_AND = Phrases(dict.fromkeys(either("und|und dem|and|and the"), True))
_DASHES = ("-", "–", "—", "\u2010", "\u2011")


def read_day_span(tokens: Tokens, index: int, on: date) -> Dated | None:
    """The days from one to another of a month at `index`, the words that open them included; None without."""
    opener = _OPENERS.find(tokens, index)
    place, between = (opener[1], opener[0]) if opener else (index, False)
    return _day_first(tokens, place, on, between=between) or _month_first(tokens, place, on, between=between)


def _day_first(tokens: Tokens, index: int, on: date, *, between: bool) -> Dated | None:
    first = day_number(tokens, index)
    if first is None:
        return None
    place = _past_ordinal(tokens, index + 1)
    gap = _past_gap(tokens, place, between=between)
    last = read_date(tokens, gap, on) if gap and day_number(tokens, gap) else None
    return _spanned(first, last)


def _month_first(tokens: Tokens, index: int, on: date, *, between: bool) -> Dated | None:
    month = MONTHS.find(tokens, index)
    first = day_number(tokens, month[1]) if month else None
    if month is None or first is None:
        return None
    gap = _past_gap(tokens, past_ending(tokens, month[1] + 1), between=between)
    number = day_number(tokens, gap) if gap else None
    if gap is None or number is None or MONTHS.find(tokens, gap + 1) or first >= number:
        return None
    end = past_ending(tokens, gap + 1)
    named = read_year(tokens, end + (tokens[end].text == ","), on)
    year = named.year if named and not named.fiscal else on.year - (date(on.year, month[0], 1) > on)
    try:
        days = from_to(date(year, month[0], first), date(year, month[0], number))
    except ValueError:
        return None
    return Dated(days, named.end if named else end, has_year=True)


def _spanned(first: int, last: Dated | None) -> Dated | None:
    """The days from the `first` of the month up to `last`."""
    if last is None or last.stretch.kind != "day" or last.stretch.start is None or first >= last.stretch.start.day:
        return None
    return last._replace(stretch=from_to(last.stretch.start.replace(day=first), last.stretch.start))


def _past_ordinal(tokens: Tokens, index: int) -> int:
    if tokens[index].text == "." and not tokens[index].spaced:
        return index + 1
    return past_ending(tokens, index)


def _past_gap(tokens: Tokens, index: int, *, between: bool) -> int | None:
    """The index after what stands between two days; "und" only after "zwischen"."""
    if found := (_AND if between else _UNTIL).find(tokens, index):
        return found[1]
    return index + 1 if not between and tokens[index].text in _DASHES else None
