"""In which order claims answer: best-matching first, then nearest in time, then newest.

For one thing asked, a figure comes before a sentence, a level before a change; among figures the period that holds the
day of asking or ended last before it; for one period what was reported before what was promised before what others
expect. Ties fall to the newer article, then to the id, so that every platform and engine shows the same order.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from bot.question import AskedPeriod, Cue, Question
from bot.words import ASKING
from knowledge.article import Article
from knowledge.claim import Claim, Measure, Status
from knowledge.folding import folded_words
from knowledge.period import Period

_BY_STATUS: Final[tuple[Status, ...]] = ("actual", "guidance", "plan", "forecast", "estimate", "alleged", "opinion")
_BY_MEASURE: Final[tuple[Measure, ...]] = ("level", "share", "count", "ratio", "change", "statement")
_WHOLE_YEARS = ("year", "fiscal_year")


class Wanted(NamedTuple):
    """What was asked for, and the day of asking; no subjects stands for any."""

    on: date
    subjects: Sequence[str]
    metrics: Sequence[str]
    periods: Sequence[AskedPeriod]
    asks: frozenset[Cue] = frozenset()
    statuses: frozenset[Status] = frozenset()


def ranked(claims: Iterable[Claim], articles: Mapping[str, Article], wanted: Wanted) -> list[Claim]:
    """`claims` in the order in which they answer what is wanted."""

    def key(claim: Claim) -> tuple[object, ...]:
        return (
            claim.subject not in wanted.subjects if wanted.subjects else False,
            "change" in wanted.asks and claim.measure != "change",
            claim.measure != "statement" if "reason" in wanted.asks else _in_words(claim),
            "percent" in wanted.asks and (claim.amount is None or claim.amount.unit != "percent"),
            "ratio" in wanted.asks and claim.measure != "ratio",
            place_among(claim.metric, wanted.metrics),
            "view" in wanted.asks and claim.speaker not in wanted.subjects,
            bool(wanted.statuses) and claim.status not in wanted.statuses,
            claim.measure == "change",
            _distance(claim.period, claim.measure, wanted),
            _BY_STATUS.index(claim.status),
            _BY_MEASURE.index(claim.measure),
            -articles[claim.article].published.date.toordinal(),
            claim.receipt.start,
            claim.id,
        )

    return sorted(claims, key=key)


def levels_first(claims: Sequence[Claim], question: Question, others: Iterable[Claim] = ()) -> list[Claim]:
    """The claims; before a change, or before words where an amount is asked for, the level of the same thing.

    That is where neither a change nor a reason nor a view is asked for. Such a level is found among `others`, too.
    """
    best = claims[0]
    keywords = question.metrics and not question.unnamed and ASKING.isdisjoint(folded_words(question.spelt))
    figure = "amount" in question.asks or keywords
    unasked = best.measure == "change" or (best.amount is None and figure)
    if not unasked or not question.asks.isdisjoint({"change", "percent", "reason", "view"}):
        return list(claims)
    level = next((one for one in (*claims, *others) if one.measure == "level" and thing(one) == thing(best)), best)
    return [level, *(one for one in claims if one is not level)]


def thing(claim: Claim) -> tuple[object, ...]:
    """What a claim tells something of, and of when."""
    return claim.subject, claim.metric, claim.period and claim.period.ends


def _in_words(claim: Claim) -> int:
    """0 for a figure; among sentences, those on what is to come stand first."""
    if claim.measure != "statement":
        return 0
    return 1 if claim.looks_forward else 2


def place_among(metric: str | None, metrics: Sequence[str]) -> int:
    """The place of a metric among those wanted, behind all of them where it is none."""
    return metrics.index(metric) if metric in metrics else len(metrics)


def _distance(period: Period | None, measure: Measure, wanted: Wanted) -> tuple[int, int, int]:
    """How far a claim's period lies from the one asked about or, without one, from the day of asking.

    Sentences are newest first whatever their period. Exact matches first, then whole years, as they say most; then
    the nearest end.
    """
    if period is None or measure == "statement":
        return (2, 0, 0)
    on = wanted.on
    exact = any(period.ends == asked.period.ends for asked in wanted.periods)
    start, end = period.start or period.end or on, period.end or period.start or on
    years = abs(min(max(on, start), end).year - on.year)
    days = max((on - end).days, (start - on).days, 0)
    return (0 if exact else 1, years, 0 if period.kind in _WHOLE_YEARS else days + 1)
