"""Which claims fit a question: by subject, metric, period, speaker, amount and topic, each strictly.

A period fits when it is the one asked about, lies inside it, or is a span that ends with it ("by 2026"). A quarter or
half asked for without its year means the latest that the base knows; a fiscal period is known by its label, since two
firms' fiscal quarters differ.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from operator import itemgetter

from bot.question import AskedPeriod, Question
from bot.words import GENERIC
from knowledge.amount import Amount, PrintedAmount
from knowledge.claim import Claim
from knowledge.period import Period
from knowledge.reading.days import part_of_year

_CURRENCY = 3
"""Letters of a currency's code, with which a unit of money begins (ISO 4217)."""
_OR = re.compile(r"\b(or|oder)\b")
_LONG = ("span", "relative")
_YEARS = ("year", "span")
_SHORT = ("month", "week", "day")
_PART = re.compile(r"\b[QH][1-4]\b")


def fits(claim: Claim, question: Question) -> bool:
    """Whether a claim answers every part of the question but its subject."""
    return (
        (not question.metrics or claim.metric in question.metrics)
        and ("change" not in question.asks or claim.measure == "change" or claim.direction != "none")
        and (not question.periods or any(period_fits(claim.period, asked.period) for asked in question.periods))
        and (not question.speakers or not question.subjects or says(claim, (*question.speakers, *question.people)))
        and (not question.amounts or is_amount_asked(claim.amount, question))
        and ("count" not in question.asks or not is_no_count(claim.amount))
        and (not question.topics or bool(question.metrics) or not set(question.topics).isdisjoint(claim.topics))
    )


def is_money(amount: Amount | None) -> bool:
    """Whether an amount is one of a currency, whole or for each of something."""
    return amount is not None and amount.unit[:_CURRENCY].isupper() and amount.unit[:_CURRENCY].isalpha()


def is_no_count(amount: Amount | None) -> bool:
    """Whether an amount counts no things: one of money or in percent, or a multiple."""
    return amount is not None and (is_money(amount) or amount.unit in {"times", "percent"})


def concerned(claim: Claim) -> tuple[str | None, ...]:
    """Everybody with whom a claim has to do, in any role."""
    return (claim.subject, claim.speaker, claim.via, *claim.about)


def concerns(claim: Claim, subject: str) -> bool:
    """Whether a claim has to do with a subject in any role."""
    return subject in concerned(claim)


def is_general(question: Question) -> bool:
    """Whether it is asked about AI as a whole, as every question here is, or about a time and nobody."""
    return bool(question.asked or question.periods) and set(question.asked) <= set(GENERIC)


def is_own(claim: Claim, subject: str) -> bool:
    """Whether a claim is about the subject itself, or said by it."""
    return subject in (claim.subject, claim.speaker)


def is_of_all(claims: Collection[Claim], question: Question) -> bool:
    """Whether each who is asked about has claims of its own among these, or a claim at their head is about them all."""
    together = any(set(question.asked) <= {claim.subject, *claim.about} for claim in list(claims)[:1])
    return together or all(any(is_own(claim, one) for claim in claims) for one in question.asked)


def says(claim: Claim, speakers: Sequence[str]) -> bool:
    """Whether one of `speakers` asserts the claim."""
    return claim.speaker in speakers or claim.via in speakers


def period_fits(period: Period | None, asked: Period) -> bool:
    """Whether a claim's period is the one asked about or lies inside it."""
    if period is None:
        return False
    if period.ends == asked.ends:
        return True
    if period.kind == "relative" and _ahead(period) == _ahead(asked):
        return True
    if period.start is None or period.end is None:
        return _turns_in(period, asked)
    if asked.kind.startswith("fiscal"):
        return period.label == asked.label or period.label.startswith(f"{asked.label} ")
    inside = (asked.start is None or asked.start <= period.start) and (asked.end is None or period.end <= asked.end)
    return inside or _ends_with(period, asked) or _begins_in(period, asked)


def _ends_with(period: Period, asked: Period) -> bool:
    """Whether a longer period ends with the one asked about, or in the year that is ("by 2034")."""
    if period.start is None or period.end is None or asked.end is None or period.kind not in _LONG:
        return False
    in_the_year = asked.kind in _YEARS and period.end.year == asked.end.year != period.start.year
    return period.end == asked.end or in_the_year


def _turns_in(period: Period, asked: Period) -> bool:
    """Whether what has one end only ("since 28 October", "until August") has it in a short time that is asked about."""
    turn = period.start or period.end
    if turn is None or asked.start is None or asked.end is None or asked.kind not in _SHORT:
        return False
    return asked.start <= turn <= asked.end


def _begins_in(period: Period, asked: Period) -> bool:
    """Whether a week begins in the month asked about, or that part of it."""
    if period.kind != "week" or period.start is None or asked.kind != "month":
        return False
    return (asked.start or date.min) <= period.start <= (asked.end or date.max)


def _ahead(period: Period) -> str:
    """What a relative period is called whenever it is said: "next five years"."""
    return (
        period.label.split(" (")[0]
        .replace("decade", "10 years")
        .replace("ten years", "10 years")
        .replace("1.5 years", "18 months")
    )


def with_years(question: Question, claims: Iterable[Claim]) -> Question:
    """`question` with each part of a year (Q4, H1, 1 August) that was named alone put into the latest year known."""
    if not any(asked.yearless for asked in question.periods):
        return question
    anytime = replace(question, periods=())
    known = [claim.period for claim in claims if claim.period and claim.period.end and fits(claim, anytime)]
    return replace(question, periods=tuple(_with_year(asked, known) for asked in question.periods))


def _with_year(asked: AskedPeriod, known: Iterable[Period]) -> AskedPeriod:
    if not asked.yearless:
        return asked
    known = list(known)
    alike = [(period.end or period.start, period) for period in known if _same_part(period, asked.period)]
    if alike:
        return AskedPeriod(period=max(alike, key=itemgetter(0))[1])
    days = [period.start for period in known if _is_in_the_month(period, asked.period) and period.start]
    return AskedPeriod(period=_month_of(max(days))) if days else asked


def _is_in_the_month(period: Period, asked: Period) -> bool:
    """Whether a day or a week is in the month asked about, of whatever year."""
    if asked.kind != "month" or asked.start is None or period.start is None or period.kind not in _SHORT:
        return False
    return period.start.month == asked.start.month


def _month_of(day: date) -> Period:
    stretch = part_of_year("month", day.year, day.month)
    return Period(start=stretch.start, end=stretch.end, label=stretch.label, kind=stretch.kind)


def _same_part(period: Period, asked: Period) -> bool:
    part, asked_part = _PART.search(period.label), _PART.search(asked.label)
    if asked_part or part:
        return part is not None and asked_part is not None and part.group() == asked_part.group()
    one, other = period.start, asked.start
    if one is None or other is None or period.kind != asked.kind:
        return False
    return (one.month, one.day) == (other.month, other.day)


def is_amount_asked(amount: Amount | None, question: Question) -> bool:
    """Whether an amount is one of those asked about."""
    return amount is not None and any(
        asked.unit in (amount.unit, "count") and _is_of(asked, {amount.low, amount.high}) for asked in question.amounts
    )


def _is_of(asked: PrintedAmount, ends: Collection[Decimal | None]) -> bool:
    """Whether the ends of an amount are those asked for; of two with "or" between them one will do."""
    numbers = {asked.low, asked.high} - {None}
    return not numbers.isdisjoint(ends) if _OR.search(asked.text) else numbers.issubset(ends)
