"""Periods as long as a number says, counted from the day of reading: "in den nächsten fünf Jahren", "last 12 months".

They begin or end on the day itself. Of "10 bis 15 Jahren" the longer counts; "in den kommenden Jahren" stays open.
"in fünf Jahren" is one year, five years on, and read only where the sentence looks ahead: "in 30 Jahren gesehen"
is no date.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from knowledge.reading.dates import Dated
from knowledge.reading.days import Stretch, from_to, shifted
from knowledge.reading.number_words import read_spelled
from knowledge.reading.phrases import words
from knowledge.reading.time_words import is_plural, turn, unit_of
from knowledge.reading.tokens import Tokens

_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_FEW = frozenset(words("few several couple paar wenigen einigen of"))
_RECENT = frozenset(("recent",))
_FUTURE = frozenset(
    words(
        "wird werden würde würden soll sollen sollte könnte könnten kann dürfte dürften will would could should might "
        "may shall expects expected expect erwartet plant plans"
    )
)
_MONTHS = {"year": 12, "decade": 120, "quarter": 3, "month": 1}
_DAYS = {"week": 7, "day": 1}
_LONGEST_YEARS = 200
_SENTENCE = 40


class Length(NamedTuple):
    """A number of units, at its longest, the English words for it and the index after its words."""

    number: Decimal
    unit: str
    words: str
    end: int


def read_duration(tokens: Tokens, index: int, on: date) -> Dated | None:
    """The stretch before or after `on` named at `index`; None without one."""
    return _open(tokens, index, on) or _near(tokens, index, on) or _distant(tokens, index, on)


def _near(tokens: Tokens, index: int, on: date) -> Dated | None:
    """As in "nächsten fünf Jahren", "last two years", "next decade", "past year"."""
    step = turn(tokens[index].key)
    if not step:
        return None
    length = _read_length(tokens, index + 1) or _one(tokens, index)
    other = _moved(on, length, step) if length else None
    if length is None or other is None:
        return None
    start, end = (on, other) if step > 0 else (other, on)
    years = f"{start.year}–{end.year}" if start.year != end.year else f"{start.year}"
    label = f"{'next' if step > 0 else 'last'} {length.words} ({years})"
    return Dated(Stretch(start, end, "relative", label), length.end, has_year=True)


def _open(tokens: Tokens, index: int, on: date) -> Dated | None:
    """As in "kommenden Jahren", "next few years", "recent years"."""
    step = -1 if tokens[index].key in _RECENT else turn(tokens[index].key)
    if not step:
        return None
    place = index + 1
    while tokens[place].key in _FEW and place < index + 3:
        place += 1
    unit = unit_of(tokens[place].key)
    if unit is None or not is_plural(tokens[place].key):
        return None
    if step > 0:
        stretch = Stretch(on, None, "relative", f"coming {unit}s (from {on.year})")
    else:
        stretch = Stretch(None, on, "relative", f"recent {unit}s (to {on.year})")
    return Dated(stretch, place + 1, has_year=True)


def _distant(tokens: Tokens, index: int, on: date) -> Dated | None:
    """As in "in fünf Jahren", "vor zwei Jahren", "two years ago"."""
    word = tokens[index].key
    ahead = word == "in"
    length = _read_length(tokens, index + 1 if word in ("in", "vor") else index)
    if length is None or length.unit in _DAYS:
        return None
    if word not in ("in", "vor") and tokens[length.end].key != "ago":
        return None
    if ahead and not _looks_ahead(tokens, index, length.end):
        return None
    then = _moved(on, length, 1 if ahead else -1)
    if then is None:
        return None
    whole = _around(then, length.unit)
    label = f"in {length.words} ({whole.label})" if ahead else f"{length.words} ago ({whole.label})"
    end = length.end + (word not in ("in", "vor"))
    return Dated(whole._replace(kind="relative", label=label), end, has_year=True)


def _around(then: date, unit: str) -> Stretch:
    """The year (or month, told in months and quarters) that holds a distant day."""
    if unit in ("year", "decade"):
        return from_to(date(then.year, 1, 1), date(then.year, 12, 31))
    after = shifted(then.replace(day=1), 1) or then
    return from_to(then.replace(day=1), after - timedelta(days=1))


def _looks_ahead(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the sentence around speaks of the future, or the words are all there is."""
    if start == 0 and tokens[end].kind == "break":
        return True
    back = _words_until_stop(tokens, range(start - 1, start - _SENTENCE, -1))
    return bool(_FUTURE & (back | _words_until_stop(tokens, range(end, end + _SENTENCE))))


def _words_until_stop(tokens: Tokens, places: range) -> set[str]:
    found = set()
    for place in places:
        if tokens[place].kind == "break" or tokens[place].text in (".", "!", "?"):
            break
        found.add(tokens[place].key)
    return found


def _read_length(tokens: Tokens, index: int) -> Length | None:
    number, place = _read_number(tokens, index)
    said = _in_words(number) if number is not None else ""
    if number is not None and tokens[place].key in ("bis", "to", "–", "-"):
        longer, after = _read_number(tokens, place + 1)
        if longer is not None:
            said, number, place = f"{said} to {_in_words(longer)}", longer, after
    unit = unit_of(tokens[place].key)
    if number is None or unit is None or number * _MONTHS.get(unit, 1) > _LONGEST_YEARS * 12:
        return None
    return Length(number, unit, f"{said} {unit}" + ("" if number == 1 else "s"), place + 1)


def _one(tokens: Tokens, index: int) -> Length | None:
    """As in "next decade" and "past year" last one unit; "next year" is a calendar year and read elsewhere."""
    unit = unit_of(tokens[index + 1].key)
    if unit is None or is_plural(tokens[index + 1].key) or (unit != "decade" and tokens[index].key != "past"):
        return None
    return Length(Decimal(1), unit, unit, index + 2)


def _read_number(tokens: Tokens, index: int) -> tuple[Decimal | None, int]:
    token = tokens[index]
    if token.kind == "number":
        plain = token.text.isdecimal() and len(token.text) <= 4  # noqa: PLR2004 (no long digits)
        return (Decimal(token.text), index + 1) if plain else (None, index)
    spelled = read_spelled(tokens, index)
    return (spelled.value, spelled.end) if spelled else (None, index)


def _in_words(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return _NAMES[int(number)] if whole and number < len(_NAMES) else f"{number.normalize():f}"


def _moved(on: date, length: Length, step: int) -> date | None:
    if length.unit in _MONTHS:
        return shifted(on, step * int(length.number * _MONTHS[length.unit]))
    return on + timedelta(days=step * int(length.number * _DAYS[length.unit]))
