"""Periods told from the day of reading: "diese Woche", "last quarter", "am Dienstag", "gestern".

One step back or forth in whole units; a weekday alone is the latest not after the day itself. "heute" and "today"
are not read: in an article they mean "nowadays".
"""

from datetime import date, timedelta

from knowledge.reading.dates import Dated
from knowledge.reading.days import Stretch, day, part_of_year, shifted, week
from knowledge.reading.phrases import Phrases, either
from knowledge.reading.time_words import WEEKDAYS, turn
from knowledge.reading.tokens import Tokens
from knowledge.reading.weeks import read_week, read_week_of_month, read_weekday_with_date

_DAYS = Phrases({"yesterday": -1, "gestern": -1, "vorgestern": -2, "tomorrow": 1})
_YEAR_BEFORE = Phrases(
    dict.fromkeys(
        (
            f"{same} {time} {when}"
            for same in ("gleichen", "selben", "gleiche", "selbe", "entsprechenden")
            for time in ("Zeitraum", "Zeitpunkt", "Quartal", "Halbjahr")
            for when in ("des Vorjahres", "des Vorjahrs", "im Vorjahr", "des vergangenen Jahres", "des letzten Jahres")
        ),
        True,
    )
    | dict.fromkeys(
        (
            f"same {time} {when}"
            for time in ("period", "quarter", "time", "half")
            for when in (
                "last year",
                "of last year",
                "a year ago",
                "a year earlier",
                "one year earlier",
                "the year before",
                "the previous year",
                "of the previous year",
                "in the previous year",
                "the prior year",
                "of the prior year",
            )
        ),
        True,
    )
    | dict.fromkeys(
        either(
            "Vorjahreszeitraum|Vorjahreszeitraums|Vorjahreszeitraumes|Vorjahresquartal|Vorjahresquartals|"
            "Vorjahreshalbjahr|year ago quarter|year ago period|year earlier period|year earlier quarter|"
            "prior year period|prior year quarter"
        ),
        True,
    )
)


def read_relative(tokens: Tokens, index: int, on: date) -> Dated | None:
    """The week, month, quarter, weekday or day told from `on` at `index`; None without one."""
    if same := _YEAR_BEFORE.find(tokens, index):
        return _year_before(same[1], on)
    if found := _DAYS.find(tokens, index):
        return Dated(day(on + timedelta(days=found[0])), found[1], has_year=True)
    if found_week := read_week_of_month(tokens, index, on):
        return found_week
    step = turn(tokens[index].key)
    if step is None:
        return _weekday(tokens, index, on) or read_week(tokens, index, on)
    return _turned(tokens, index, on, step)


def _turned(tokens: Tokens, index: int, on: date, step: int) -> Dated | None:
    """As in "last quarter", "nächste Woche", "this Friday"."""
    following = tokens[index + 1].key
    if following in WEEKDAYS:
        if dated := read_weekday_with_date(tokens, index + 1, on):
            return dated
        return Dated(day(_nearest(on, WEEKDAYS[following], step)), index + 2, has_year=True)
    stretch = _stepped(following, step, on) if tokens[index].key != "past" else None
    return Dated(stretch, index + 2, has_year=True) if stretch else None


def _year_before(end: int, on: date) -> Dated:
    """The same time a year before, whose length the words do not tell: anywhere in the year before `on`'s."""
    year = part_of_year("year", on.year - 1)
    return Dated(year._replace(kind="relative", label=f"same period of the year before ({year.label})"), end, True)  # noqa: FBT003


def _weekday(tokens: Tokens, index: int, on: date) -> Dated | None:
    if dated := read_weekday_with_date(tokens, index, on):
        return dated
    token = tokens[index]
    if token.key not in WEEKDAYS or not token.text[0].isupper():
        return None
    return Dated(day(_nearest(on, WEEKDAYS[token.key], 0)), index + 1, has_year=True)


def _nearest(on: date, weekday: int, step: int) -> date:
    """The weekday on or before `on` (step 0), before it (-1), or after it (1)."""
    back = (on.weekday() - weekday) % 7
    if step == 1:
        return on + timedelta(days=7 - back)
    return on - timedelta(days=back or (7 if step else 0))


def _stepped(unit: str, step: int, on: date) -> Stretch | None:
    if unit in ("woche", "week"):
        return week(on + timedelta(weeks=step))
    if unit in ("monat", "monats", "month"):
        then = shifted(on.replace(day=1), step)
        return part_of_year("month", then.year, then.month) if then else None
    if unit in ("quartal", "quartals", "quarter"):
        then = shifted(on.replace(day=1), 3 * step)
        return part_of_year("quarter", then.year, (then.month + 2) // 3) if then else None
    return None
