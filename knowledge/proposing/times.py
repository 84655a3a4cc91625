"""When a figure is of: the period that stands nearest in its sentence, else the one that the text is in.

A fiscal period is moved to the days of the subject's own year (`fiscal`). "A year earlier" is the same part of the year
before, derived and named as such. Nothing is guessed: a figure whose article names no time has no period.
"""

import re
from datetime import date
from typing import Final, NamedTuple

from knowledge.doubt import DoubtKind
from knowledge.period import Flow, Period
from knowledge.proposing import cues
from knowledge.proposing.fiscal import last_day, on_own_days
from knowledge.proposing.linking import cost
from knowledge.proposing.rates import as_of, clear_rate_of, rate_of
from knowledge.proposing.scene import Scene, Standing, ToldPeriod
from knowledge.reading.days import label_of
from knowledge.reading.periods import PrintedPeriod
from knowledge.vocabulary import Subject

_POINTS: Final = ("market-value", "share-price", "market-share", "price", "implied-volatility")
_DAYS: Final = ("day", "week")
_SPENT: Final = ("capex", "ai-investment", "funding")
_DERIVED: Final = "same"
_FORWARD: Final = ("guidance", "plan", "forecast")
_WINDOW: Final = 48
_STILL: Final = 3
"""Sentences for which a year or a time that is to come is still meant."""
_STILL_QUARTER: Final = 9
"""Sentences for which the quarter of a report is still meant."""
_QUARTERS: Final = ("quarter", "half", "fiscal_quarter", "fiscal_half", "span")


class When(NamedTuple):
    """The period of a figure; `told` is where it stands if not in the sentence itself."""

    period: Period | None
    told: ToldPeriod | None = None
    doubts: tuple[DoubtKind, ...] = ()
    inferred: bool = False
    baseline: str | None = None


class Of(NamedTuple):
    """What a figure measures, whose it is, and as what it is told."""

    metric: str
    subject: Subject | None
    status: str


def period_of(scene: Scene, place: tuple[int, int], standing: Standing, of: Of) -> When:
    """The period of the amount at `place`."""
    metric = of.metric
    fitting = [one for one in scene.periods if _may_be_of(one, metric) or _is_own_week(scene, one, place, of)]
    if _is_of_year_earlier(scene, place, of.status):
        base = _base(scene, fitting, place, standing)
        if base:
            return _year_before(base, of, scene)
    if of.status not in _FORWARD and _is_left_behind(scene, place):
        return When(None, doubts=("period_missing",))
    own = [
        one
        for one in fitting
        if not _is_derived(one) and not _is_baseline(scene, one)
        if of.status in _FORWARD or not _is_of_another(scene, one, place)
    ]
    nearest = min(own, key=lambda one: cost(scene.text, (one.start, one.end), place), default=None)
    if nearest:
        return _resolved(nearest, None, of, scene, place)
    at_that_time = standing.past if cues.AT_THAT_TIME.search(scene.text) else None
    told = at_that_time or _going_on(standing, scene, metric, of.status)
    rate = clear_rate_of(scene, place) if metric not in _POINTS else None
    if told and not (rate and told.printed.period.kind in _QUARTERS):
        return _resolved(told.printed, told, of, scene, place)
    if rate:
        return When(as_of(rate, scene))
    return When(None, doubts=() if metric in _POINTS else ("period_missing",))


def _may_be_of(printed: PrintedPeriod, metric: str) -> bool:
    """Whether such a period fits the metric: prices move by the day, spending does not."""
    kind = printed.period.kind
    if metric == "share-price":
        return True
    return kind not in _DAYS or metric == "market-value"


def _is_own_week(scene: Scene, printed: PrintedPeriod, place: tuple[int, int], of: Of) -> bool:
    """Whether the week in which money was spent stands right beside it; of all else it is when somebody said so."""
    spent = of.metric in _SPENT and of.status not in _FORWARD
    if printed.period.kind != "week" or not spent or _SAYS.search(scene.text):
        return False
    ahead, behind = scene.text[printed.end : place[0]], scene.text[place[1] : printed.start]
    return _BESIDE.fullmatch(ahead if printed.end <= place[0] else behind) is not None


_BESIDE: Final = re.compile(r"\s+(?:(?:in|for|für|rund|etwa|about|just|nur)\s+)?", re.IGNORECASE)
_SAYS: Final = re.compile(rf"\b{cues.SAYS}\b", re.IGNORECASE)


def _is_baseline(scene: Scene, printed: PrintedPeriod) -> bool:
    """Whether the time is only what a change is measured against: "im Vergleich zum Vorjahr"."""
    return _AGAINST.search(scene.text[: printed.start] + " ") is not None or bool(_AGAINST.match(printed.text))


_OPENS: Final = re.compile(rf"\s*(?:in |for )?(?:the )?{cues.YEAR_EARLIER.pattern}(?:\s\w+)?,", re.IGNORECASE)
"""A sentence that begins with the year before: "In the year-ago quarter, it spent"."""
_GOES_ON: Final = re.compile(r"\d|\b(?:to|auf)\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[,;(]\s|\s[–—-]\s|\(")
_AGAINST = re.compile(
    r"\b(?:im vergleich|verglichen mit|gegenüber(?: dem)?|compared with|compared to|from|than in|als|over|against)\s+$",
    re.IGNORECASE,
)


def _is_derived(printed: PrintedPeriod) -> bool:
    return printed.period.label.startswith(_DERIVED)


def _is_of_year_earlier(scene: Scene, place: tuple[int, int], status: str) -> bool:
    """Whether the amount is what it is compared with, of the year before; guidance is compared with older guidance."""
    clause = _CLAUSE.split(scene.text[: place[0]])[-1]
    if (opening := _OPENS.match(scene.text)) and not re.search(r"\d", scene.text[opening.end() : place[0]]):
        return True
    told = cues.YEAR_EARLIER.search(clause)
    if told and not _GOES_ON.search(clause[told.end() :]) and not _AGAINST.search(clause[: told.start()]):
        return not cues.BY.search(clause[told.end() :])
    after = scene.text[place[1] : place[1] + _WINDOW]
    match = cues.YEAR_EARLIER.search(after)
    before = re.search(cues.BEFORE.pattern + r"\s+(?:[\w.,$€]+\s+){0,2}$", scene.text[: place[0]], re.IGNORECASE)
    if match and before and not re.search(r"\d", after[: match.start()]):
        return True
    compares = before is not None and before.group().strip().lower() in ("from", "up from", "down from")
    return compares and status not in _FORWARD and _has_twin(scene, place)


def _is_of_another(scene: Scene, printed: PrintedPeriod, place: tuple[int, int]) -> bool:
    """Whether the time is that of an amount which this one is compared with: "19 billion, after 15 last year"."""
    between = scene.text[place[1] : printed.start]
    return _COMPARES.search(between) is not None


_COMPARES: Final = re.compile(rf"{cues.BEFORE.pattern}\s+(?:[\w.-]+\s+){{0,3}}?[$€£]?\d", re.IGNORECASE)


def _is_left_behind(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether something went from the amount to another, so that its time is an earlier one that nobody names."""
    leaves = re.search(r"\b(?:from|von)\s+$", scene.text[: place[0]], re.IGNORECASE)
    return leaves is not None and _ARRIVES.match(scene.text, place[1]) is not None


_ARRIVES: Final = re.compile(r"\s*(?:to|auf)\s+(?:\w+\s+){0,2}[$€£]?\d", re.IGNORECASE)


def _has_twin(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether "from 22 billion" follows a figure with no other time for it."""
    after = scene.text[place[1] :]
    return not any(one.start >= place[1] for one in scene.periods) and re.search(r"\bto\b", after) is None


def _base(
    scene: Scene, fitting: list[PrintedPeriod], place: tuple[int, int], standing: Standing
) -> tuple[PrintedPeriod, ToldPeriod | None] | None:
    own = [one for one in fitting if not _is_derived(one) and not cues.YEAR_EARLIER.search(one.text)]
    nearest = min(own, key=lambda one: cost(scene.text, (one.start, one.end), place), default=None)
    if nearest:
        return nearest, None
    told = standing.past or standing.ahead
    return (told.printed, told) if told else None


def _year_before(base: tuple[PrintedPeriod, ToldPeriod | None], of: Of, scene: Scene) -> When:
    when = _resolved(base[0], base[1], of, scene, (0, 0))
    period = when.period
    if period is None or period.start is None or period.end is None or period.kind in ("relative", "since"):
        return When(None, doubts=("period_missing",))
    start, end = _earlier(period.start), _earlier(period.end)
    label = label_of(period.kind, start, end) or _label_before(period.label)
    moved = Period(start=start, end=end, label=label, kind=period.kind, flow=period.flow)
    return When(moved, when.told, ("period_derived",), inferred=True)


def _earlier(day: date) -> date:
    """The same day of the year before; the last of a month stays the last."""
    year, last = day.year - 1, last_day(day.year, day.month)
    return date(year, day.month, last_day(year, day.month) if day.day == last else day.day)


def _label_before(label: str) -> str:
    return re.sub(r"\d{4}", lambda match: str(int(match.group()) - 1), label)


def _going_on(standing: Standing, scene: Scene, metric: str, status: str) -> ToldPeriod | None:
    """The period that was said before and still holds: what is over for facts, what is not for what is to come."""
    if metric in _POINTS:
        return None
    if status in _FORWARD:
        told = standing.ahead
        return told if told and scene.number - told.sentence <= _STILL else None
    told = standing.past or standing.ahead
    if told is None:
        return None
    reach = _STILL_QUARTER if told.printed.period.kind in _QUARTERS else _STILL
    return told if scene.number - told.sentence <= reach else None


def _resolved(printed: PrintedPeriod, told: ToldPeriod | None, of: Of, scene: Scene, place: tuple[int, int]) -> When:
    own = on_own_days(printed, of.subject, scene.on)
    if own is None:
        return When(None, doubts=("fiscal_year_unknown",))
    period, metric = own.period, of.metric
    doubts: list[DoubtKind] = ["period_from_before"] if told else []
    if printed.period.kind == "quarter" and own.doubtful:
        doubts.append("fiscal_or_calendar")
    if period.kind == "since" and period.end is None:
        period = period.model_copy(update={"end": scene.on})
    flow: Flow = "point" if metric == "market-value" and period.kind == "day" else "total"
    rate = rate_of(scene, place) if place != (0, 0) and flow == "total" else None
    flow = rate.flow if rate else flow
    return When(period.model_copy(update={"flow": flow}), told, tuple(doubts), inferred=own.inferred)


def resolved(printed: PrintedPeriod, of: Of, scene: Scene) -> When:
    """A period that a sentence names, by itself."""
    return _resolved(printed, None, of, scene, (0, 0))
