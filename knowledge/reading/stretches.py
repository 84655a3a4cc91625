"""Stretches made of named times: "von 2023 bis 2026", "since 30 Nov 2022", "ab 2025", "before 2026", "2025 or beyond".

A time without a year borrows that of its partner ("Januar bis März 2024"). "bis 2026" and "by 2026" name the year
itself, since a figure "by 2026" is one of that year.
"""

from datetime import date, timedelta

from knowledge.reading.dates import Dated, read_date
from knowledge.reading.day_spans import read_day_span
from knowledge.reading.days import Stretch, day, from_to, stretch, week
from knowledge.reading.durations import read_duration
from knowledge.reading.part_spans import read_part_span
from knowledge.reading.parts import read_last_part, read_part
from knowledge.reading.phrases import Phrases, either
from knowledge.reading.relative import read_relative
from knowledge.reading.tokens import Tokens
from knowledge.reading.years import read_short_year

_FILLERS = Phrases(
    dict.fromkeys(
        either(
            "the|der|dem|den|das|des|im|in|in the|am|zum|early|late|mid|ende|anfang|mitte|end of|the end of|start of|"
            "the start of|beginning of|the beginning of|ende des|anfang des|in den|in der"
        ),
        True,
    )
)
_FROM = Phrases({"von": "bis", "vom": "bis", "from": "to", "between": "and", "zwischen": "und"})
_SINCE = Phrases(dict.fromkeys(("seit", "since", "ever since"), True))
_ONWARD = Phrases({"ab": True, "nach": False, "after": False, "starting in": True, "beginning in": True})
_BEFORE = Phrases(dict.fromkeys(("before", "vor", "prior to"), True))
_BEYOND = Phrases(
    dict.fromkeys(
        either(
            "oder darüber hinaus|und darüber hinaus|or beyond|and beyond|onwards|onward|on|or later|and later|"
            "oder später|und später|and after"
        ),
        True,
    )
)
_STARTS = Phrases(
    {"wochenbeginn": "week", "beginn der woche": "week", "the start of the week": "week"}
    | {"the beginning of the week": "week", "jahresbeginn": "year", "jahresanfang": "year", "beginn des jahres": "year"}
    | {"anfang des jahres": "year", "the start of the year": "year", "the beginning of the year": "year"}
)
_TO_DATE = Phrases(dict.fromkeys(("year to date", "ytd", "bisher in diesem jahr", "so far this year"), True))
_BETWEEN = ("bis", "to", "through", "until")
_DASHES = ("-", "–", "—", "\u2010", "\u2011", "/")
_REPORTED = ("quarter", "half", "fiscal_quarter", "fiscal_half")
"""Kinds that "after" names as an event: "after the third quarter" is after its report."""
_FISCAL = ("fiscal_year", "fiscal_half", "fiscal_quarter")


def read_stretch(tokens: Tokens, index: int, on: date) -> Dated | None:
    """The stretch that begins at `index`, from the words that open it to the last; None without one."""
    for reader in (_since, _by_spans, _from_to, _beyond, _before, read_named):
        if found := reader(tokens, index, on):
            return found
    return None


def read_named(tokens: Tokens, index: int, on: date, year: int | None = None) -> Dated | None:
    """One named time at `index`: a day, month, quarter, half, year, week or a stretch told from `on`."""
    return tokens.once(_read_one, index, on, year)


def _read_one(tokens: Tokens, index: int, on: date, year: int | None) -> Dated | None:
    return (
        read_date(tokens, index, on, year)
        or read_last_part(tokens, index, on)
        or read_relative(tokens, index, on)
        or read_part(tokens, index, on, year)
        or read_duration(tokens, index, on)
    )


def past_fillers(tokens: Tokens, index: int) -> int:
    """The index after an article, preposition or "end of" at `index`, or the same index."""
    found = _FILLERS.find(tokens, index)
    return tokens.past_hyphen(found[1]) if found else index


def _by_spans(tokens: Tokens, index: int, on: date) -> Dated | None:
    return read_day_span(tokens, index, on) or read_part_span(tokens, index, on)


def _since(tokens: Tokens, index: int, on: date) -> Dated | None:
    if found := _TO_DATE.find(tokens, index):
        return Dated(stretch("since", date(on.year, 1, 1), None), found[1], has_year=True)
    opener = _SINCE.find(tokens, index)
    if opener is None:
        return None
    if begun := _STARTS.find(tokens, opener[1]):
        start = week(on).start if begun[0] == "week" else date(on.year, 1, 1)
        return Dated(stretch("since", start, None), begun[1], has_year=True)
    named = read_named(tokens, past_fillers(tokens, opener[1]), on)
    if named is None or named.stretch.start is None or named.stretch.kind in ("relative", "span"):
        return None
    return Dated(stretch("since", named.stretch.start, None), named.end, has_year=True)


def _from_to(tokens: Tokens, index: int, on: date) -> Dated | None:
    opener = _FROM.find(tokens, index)
    first_at = past_fillers(tokens, opener[1]) if opener else index
    first = read_named(tokens, first_at, on)
    second_at = _past_gap(tokens, first.end, opener[0] if opener else None) if first else None
    if first is None or second_at is None:
        return None
    second = _second(tokens, past_fillers(tokens, second_at), on, first)
    if second is None or (second.stretch.kind == "year" and not first.has_year):
        return None
    if second.has_year and not first.has_year and second.stretch.start:
        first = read_named(tokens, first_at, on, second.stretch.start.year) or first
    joined = _join(first.stretch, second.stretch)
    return Dated(joined, second.end, has_year=True) if joined else None


def _past_gap(tokens: Tokens, index: int, word: str | None) -> int | None:
    token = tokens[index]
    if token.key == word or (token.key in _BETWEEN and word not in ("und", "and")):
        return index + 1
    return index + 1 if token.text in _DASHES and word is None else None


def _second(tokens: Tokens, index: int, on: date, first: Dated) -> Dated | None:
    year = first.stretch.start.year if first.has_year and first.stretch.start else None
    if named := read_named(tokens, index, on, year):
        return named
    short = read_short_year(tokens, index) if first.stretch.kind == "year" and not tokens[index].spaced else None
    if short is None:
        return None
    return Dated(from_to(date(short.year, 1, 1), date(short.year, 12, 31)), short.end, has_year=True)


def _join(first: Stretch, second: Stretch) -> Stretch | None:
    if "relative" in (first.kind, second.kind) or not (first.start and second.end) or first.start >= second.end:
        return None
    if first.start == second.start:
        return None
    joined = from_to(first.start, second.end)
    if first.kind in _FISCAL or second.kind in _FISCAL:
        return joined._replace(kind="span", label=f"{first.label}–{second.label}")
    return joined


def _beyond(tokens: Tokens, index: int, on: date) -> Dated | None:
    """As in "ab 2025", "after 2026", "2025 oder darüber hinaus"."""
    opener = _ONWARD.find(tokens, index) or (_FROM.find(tokens, index) if tokens[index].key == "from" else None)
    named = read_named(tokens, past_fillers(tokens, opener[1]) if opener else index, on)
    if named is None or named.stretch.start is None or named.stretch.end is None or named.stretch.kind == "relative":
        return None
    beyond = _BEYOND.find(tokens, named.end)
    if beyond and tokens[named.end].key == "on" and beyond[1] == named.end + 1 and tokens[index].key != "from":
        beyond = None  # "for the second quarter on Wednesday"
    if opener and opener[0] is False and named.stretch.kind in _REPORTED:
        return named
    if beyond is None and (opener is None or tokens[index].key == "from"):
        return None
    start = named.stretch.end + timedelta(days=1) if opener and opener[0] is False else named.stretch.start
    return Dated(stretch("span", start, None), beyond[1] if beyond else named.end, has_year=True)


def _before(tokens: Tokens, index: int, on: date) -> Dated | None:
    opener = _BEFORE.find(tokens, index)
    named = read_named(tokens, past_fillers(tokens, opener[1]), on) if opener else None
    if named is None or named.stretch.start is None or named.stretch.kind == "relative":
        return None
    eve = day(named.stretch.start - timedelta(days=1)).end
    return Dated(stretch("span", None, eve), named.end, has_year=True)
