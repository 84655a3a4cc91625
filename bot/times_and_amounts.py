"""The periods and amounts of a question, read as people type them and not only as articles print them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from bot.question import AskedPeriod
from bot.words import YEAR_MARKS
from knowledge.amount import PrintedAmount
from knowledge.reading.amounts import read_amounts
from knowledge.reading.periods import PrintedPeriod, read_periods
from knowledge.value import Language, Passage

_YEAR = re.compile(r"\d{4}|['y]\d{2}\b|\b\d{2}$")
_AFTER_AN_EVENT = re.compile(
    r"\b(?:after|following|since|nach|seit)\b(?=(?: the| den| dem| der)? (?:[^\W\d]+ ){0,2}(?:\d{1,2} )?\d{4}(?:'s)? "
    r"(?:earnings|results?|report|call|conference|announcement|numbers|figures|quarterly|zahlen|bericht|bilanz))",
    re.IGNORECASE,
)
"""What is after an event is of its time, and not of all times after it."""

_UNPARTED = re.compile(r"(?<![\w.,$€])\d{5,9}(?![\w.,%])")
_QUOTES = str.maketrans(dict.fromkeys("\"'", " "))


def read_passages(
    text: str, language: Language, on: date
) -> tuple[tuple[PrintedPeriod, ...], tuple[PrintedAmount, ...]]:
    """The periods and the amounts that stand in a text, asked on a day; no amount in a period."""
    text = text.translate(_QUOTES)  # an amount in quotes is meant all the same
    text = _AFTER_AN_EVENT.sub(lambda found: " " * len(found.group()), text)
    periods, amounts = read_periods(text, language, on), (*read_amounts(text, language), *_unparted(text))
    if not amounts and any(map(str.isdigit, text)):  # marks in numbers are all that a language decides
        amounts = read_amounts(text, "de" if language == "en" else "en")
    return periods, tuple(amount for amount in amounts if not any(_overlap(amount, period) for period in periods))


def _unparted(text: str) -> Iterator[PrintedAmount]:
    """Counts from ten thousand on whose digits nothing parts: an article prints none so, a person types them."""
    for digits in _UNPARTED.finditer(text):
        count = Decimal(digits.group())
        yield PrintedAmount(
            start=digits.start(), text=digits.group(), low=count, high=count, unit="count", bound="exact"
        )


def asked_periods(printed: Sequence[PrintedPeriod], language: Language) -> Iterator[AskedPeriod]:
    """The periods, those that name no year put into the only one that is named ("on 30 July and 1 August 2024")."""
    named = {one.period.start.year for one in printed if one.period.start and not _is_yearless(one)}
    year = named.pop() if len(named) == 1 else None
    for one in printed:
        yearless = _is_yearless(one)
        found = read_periods(f"{one.text} {year}", language, date(year, 1, 1)) if yearless and year else ()
        yield AskedPeriod(period=found[0].period) if found else AskedPeriod(period=one.period, yearless=yearless)


def _is_yearless(printed: PrintedPeriod) -> bool:
    """Whether the words name a part of a year ("Q4", "1 August") and neither its year nor how far away it is."""
    words = printed.text.casefold()
    parts = ("half", "quarter", "month", "day", "fiscal_half", "fiscal_quarter")
    return printed.period.kind in parts and not any(mark in words for mark in YEAR_MARKS) and not _YEAR.search(words)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end
