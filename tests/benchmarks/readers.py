"""How many phrases of real pages the readers read right, beside public readers on the same phrases.

Two measures. Exact: every amount with both ends, unit and bound, every period with both ends. Generous, for the peers
and for ours alike: of the amounts only the lowest and highest value and the currencies, and of what a peer finds only
the kinds (money, percent, plain number) that the phrase has; of the periods one day within each and none outside. A
phrase that says nothing is right where no money and no percent (no day) is found. price-parser reads one price of a
text, quantulum3 knows no German and dateparser knows days only; each is asked in the way it does best.
"""

import warnings
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from knowledge.reading.amounts import read_amounts
from knowledge.reading.periods import read_periods
from tests.knowledge.readings import (
    LANGUAGES,
    PARTS,
    AmountCase,
    Figure,
    PeriodCase,
    Stretch,
    amount_cases,
    period_cases,
)

_PLAIN = "plain"
_CURRENCIES = {"dollar": "USD", "united states dollar": "USD", "euro": "EUR", "pound sterling": "GBP"} | {
    "swiss franc": "CHF",
    "japanese yen": "JPY",
    "yen": "JPY",
    "chinese yuan": "CNY",
    "yuan": "CNY",
    "singapore dollar": "SGD",
}
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "EURO": "EUR", "£": "GBP", "¥": "JPY", "S$": "SGD", "FR.": "CHF"}
_CLOSE = Decimal("0.000001")
"""Peers count in binary floats; a millionth of the value is the same value."""


class Found(NamedTuple):
    """A value and its kind: a currency, `percent`, or `plain`."""

    value: Decimal
    kind: str


AmountReader = Callable[[AmountCase], Sequence[Found]]
DayReader = Callable[[PeriodCase], Sequence[date]]


def run() -> None:
    """Print the accuracy of each reader by language and part."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # peers warn of what they lack and of old syntax
        amounts: Mapping[str, AmountReader] = {"ours": _ours, **peers()}
        days: Mapping[str, DayReader] = {"ours": _our_days, "dateparser": _dateparser()}
        for language in LANGUAGES:
            for part in PARTS:
                figures = amount_cases(language, part)
                right = sum(_is_exact(case) for case in figures)
                shares = {
                    name: sum(_values_right(case, read(case)) for case in figures) for name, read in amounts.items()
                }
                _tell(f"amounts {language} {part}", len(figures), right, shares)
                periods = period_cases(language, part)
                right = sum(_days_exact(case) for case in periods)
                shares = {name: sum(_days_right(case, read(case)) for case in periods) for name, read in days.items()}
                _tell(f"periods {language} {part}", len(periods), right, shares)


def _tell(what: str, count: int, exact: int, generous: Mapping[str, int]) -> None:
    shares = ", ".join(f"{name} {_share(right, count)}" for name, right in generous.items())
    print(f"readers, {what}: exact {_share(exact, count)}; generous: {shares}")  # noqa: T201


def _share(right: int, count: int) -> str:
    return f"{right}/{count} ({right / count:.0%})"


def _is_exact(case: AmountCase) -> bool:
    read = read_amounts(case.text, case.language)
    return case.expected == tuple(Figure(one.low, one.high, one.unit, one.bound) for one in read)


def _days_exact(case: PeriodCase) -> bool:
    read = read_periods(case.text, case.language, case.on)
    return case.expected == tuple(Stretch(one.period.start, one.period.end) for one in read)


def _values_right(case: AmountCase, found: Sequence[Found]) -> bool:
    said = [Found(end, _kind(one.unit)) for one in case.expected for end in (one.low, one.high) if end is not None]
    if not said:
        return all(one.kind == _PLAIN for one in found)
    wanted = {_class(one.kind) for one in said}
    found = [one for one in found if _class(one.kind) in wanted]
    return {one.kind for one in said} == {one.kind for one in found} and all(
        _close(end(one.value for one in said), end(one.value for one in found)) for end in (min, max)
    )


def _kind(unit: str) -> str:
    return _PLAIN if unit in ("count", "times") else unit[:3] if "/" in unit else unit


def _class(kind: str) -> str:
    return kind if kind in (_PLAIN, "percent") else "money"


def _close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other))


def _days_right(case: PeriodCase, found: Sequence[date]) -> bool:
    """Whether each period holds a day that was found, and no day stands outside them all."""
    each = all(any(_holds(period, day) for day in found) for period in case.expected)
    return each and all(any(_holds(period, day) for period in case.expected) for day in found)


def _holds(period: Stretch, day: date) -> bool:
    return (period.start or date.min) <= day <= (period.end or date.max)


def peers() -> Mapping[str, AmountReader]:
    """Public readers of amounts."""
    return {"quantulum3": _quantulum(), "price-parser": _price_parser()}


def _ours(case: AmountCase) -> Sequence[Found]:
    read = read_amounts(case.text, case.language)
    return [Found(end, _kind(one.unit)) for one in read for end in (one.low, one.high) if end is not None]


def _our_days(case: PeriodCase) -> Sequence[date]:
    read = read_periods(case.text, case.language, case.on)
    return [day for one in read if (day := one.period.start or one.period.end)]


def _quantulum() -> AmountReader:
    from quantulum3 import parser

    def read(case: AmountCase) -> Sequence[Found]:
        return [
            Found(abs(Decimal(str(value))), _quantulum_kind(one.unit.name, one.unit.entity.name))
            for one in parser.parse(case.text)
            for value in _around(one.value, one.uncertainty)
        ]

    return read


def _around(value: float, apart: float | None) -> Sequence[float]:
    """Both ends of what quantulum3 tells as a middle and an uncertainty, as it does of ranges."""
    return (value - apart, value + apart) if apart else (value,)


def _quantulum_kind(unit: str, entity: str) -> str:
    if unit == "percentage":
        return "percent"
    if entity == "currency":
        return _CURRENCIES.get(unit.lower(), unit)
    return _PLAIN


def _price_parser() -> AmountReader:
    from price_parser import Price

    def read(case: AmountCase) -> Sequence[Found]:
        price = Price.fromstring(case.text)
        if price.amount is None:
            return []
        sign = (price.currency or "").upper()
        return [Found(abs(price.amount), _SIGNS.get(sign, sign) or _PLAIN)]

    return read


def _dateparser() -> DayReader:
    from dateparser.search import search_dates

    def read(case: PeriodCase) -> Sequence[date]:
        on = datetime(case.on.year, case.on.month, case.on.day)  # noqa: DTZ001 (days have no zone)
        settings = {"RELATIVE_BASE": on, "PREFER_DAY_OF_MONTH": "first", "PREFER_MONTH_OF_YEAR": "first"}
        found = search_dates(case.text, languages=[case.language], settings=settings) or []
        return [moment.date() for _, moment in found]

    return read
