"""The five articles: every amount and every period that they print, each with its right reading.

The lists were checked against the texts by eye. Each phrase is read alone here; where the articles' folder is at
hand, whole texts must give exactly these lists, nothing missed and nothing more.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.reading.amounts import read_amounts
from knowledge.reading.periods import read_periods

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"
PUBLISHED = {
    "000": date(2024, 11, 2),
    "001": date(2024, 8, 3),
    "002": date(2024, 7, 27),
    "003": date(2025, 3, 25),
    "004": date(2024, 4, 25),
}
AMOUNTS: dict[str, list[tuple[str, str | None, str | None, str, str]]] = {
    "000": [
        ("fast drei Prozent", "3", "3", "percent", "almost"),
    ],
    "001": [
        ("7 %", "7", "7", "percent", "exact"),
        ("13 %", "13", "13", "percent", "exact"),
        ("fast 7 %", "7", "7", "percent", "almost"),
        ("71 %", "71", "71", "percent", "exact"),
        ("49 %", "49", "49", "percent", "exact"),
        ("0,5 %", "0.5", "0.5", "percent", "exact"),
        ("0,9 %", "0.9", "0.9", "percent", "exact"),
        ("167 Milliarden US-Dollar", "167000000000", "167000000000", "USD", "exact"),
        ("20 Milliarden US-Dollar", "20000000000", "20000000000", "USD", "exact"),
        ("106 Milliarden US-Dollar", "106000000000", "106000000000", "USD", "exact"),
        ("90 %", "90", "90", "percent", "exact"),
        ("25 Milliarden US-Dollar", "25000000000", "25000000000", "USD", "exact"),
        ("78 %", "78", "78", "percent", "exact"),
        ("33 Milliarden US-Dollar", "33000000000", "33000000000", "USD", "exact"),
        ("27 %", "27", "27", "percent", "exact"),
        ("32,5 Milliarden US-Dollar", "32500000000", "32500000000", "USD", "exact"),
        ("40 Milliarden US-Dollar", "40000000000", "40000000000", "USD", "exact"),
        ("fast zehnmal", "10", "10", "times", "almost"),
        ("bis zu 1 Billion US-Dollar", None, "1000000000000", "USD", "up_to"),
        ("22 %", "22", "22", "percent", "exact"),
        ("73 %", "73", "73", "percent", "exact"),
        ("13,47 Milliarden US-Dollar", "13470000000", "13470000000", "USD", "exact"),
        ("11 %", "11", "11", "percent", "exact"),
        ("64,6 Milliarden US-Dollar", "64600000000", "64600000000", "USD", "exact"),
        ("ca. 167 Milliarden US-Dollar", "167000000000", "167000000000", "USD", "about"),
        ("mehr als 12.000", "12000", None, "count", "more_than"),
        ("etwa 70 Milliarden US-Dollar", "70000000000", "70000000000", "USD", "about"),
        ("etwa 95 Milliarden US-Dollar", "95000000000", "95000000000", "USD", "about"),
        ("fast 25 Milliarden US-Dollar", "25000000000", "25000000000", "USD", "almost"),
    ],
    "002": [
        ("5 Milliarden US-Dollar", "5000000000", "5000000000", "USD", "exact"),
        ("bis zu 8,5 Milliarden US-Dollar", None, "8500000000", "USD", "up_to"),
        ("4 Milliarden US-Dollar", "4000000000", "4000000000", "USD", "exact"),
        ("3 Milliarden US-Dollar", "3000000000", "3000000000", "USD", "exact"),
        ("1,5 Milliarden US-Dollar", "1500000000", "1500000000", "USD", "exact"),
        ("12 Milliarden US-Dollar", "12000000000", "12000000000", "USD", "exact"),
        ("60 Milliarden US-Dollar", "60000000000", "60000000000", "USD", "exact"),
        ("etwa 20 Milliarden US-Dollar", "20000000000", "20000000000", "USD", "about"),
        ("eine Billion US-Dollar übersteigen", "1000000000000", None, "USD", "more_than"),
        ("300 Millionen", "300000000", "300000000", "count", "exact"),
        ("7 %", "7", "7", "percent", "exact"),
        ("600 Milliarden US-Dollar", "600000000000", "600000000000", "USD", "exact"),
        ("600 Millionen US-Dollar", "600000000", "600000000", "USD", "exact"),
        ("mehr als 600 %", "600", None, "percent", "more_than"),
        ("50 % übersteigt", "50", None, "percent", "more_than"),
        ("82 %", "82", "82", "percent", "exact"),
        ("95 %", "95", "95", "percent", "exact"),
        ("555 Milliarden US-Dollar", "555000000000", "555000000000", "USD", "exact"),
        ("fast 70 %", "70", "70", "percent", "almost"),
        ("über 85 %", "85", None, "percent", "more_than"),
    ],
    "003": [
        ("500-Milliarden-Dollar", "500000000000", "500000000000", "USD", "exact"),
        ("6 Millionen Dollar", "6000000", "6000000", "USD", "exact"),
        ("95 Prozent", "95", "95", "percent", "exact"),
        ("etwa 200 Milliarden Dollar", "200000000000", "200000000000", "USD", "about"),
        ("71 Prozent", "71", "71", "percent", "exact"),
        ("über 1 Billion Dollar", "1000000000000", None, "USD", "more_than"),
        ("5 Milliarden Dollar", "5000000000", "5000000000", "USD", "exact"),
        ("11 Milliarden Dollar", "11000000000", "11000000000", "USD", "exact"),
        ("3,7 Milliarden Dollar", "3700000000", "3700000000", "USD", "exact"),
        ("5 Milliarden Dollar", "5000000000", "5000000000", "USD", "exact"),
        ("2 Dollar für jeden eingenommenen Dollar", "2", "2", "USD/USD", "exact"),
        ("14 Milliarden Dollar", "14000000000", "14000000000", "USD", "exact"),
        ("100 Milliarden Dollar", "100000000000", "100000000000", "USD", "exact"),
        ("100 Milliarden Dollar", "100000000000", "100000000000", "USD", "exact"),
        ("mehr als 15 Prozent", "15", None, "percent", "more_than"),
        ("600 Milliarden Dollar", "600000000000", "600000000000", "USD", "exact"),
        ("78,5 Milliarden Dollar", "78500000000", "78500000000", "USD", "exact"),
        ("über 1 Billion Dollar", "1000000000000", None, "USD", "more_than"),
        ("3 bis 4 Prozent", "3", "4", "percent", "range"),
        ("11 bis 12 Prozent", "11", "12", "percent", "range"),
        ("bis zu 200 Dollar", None, "200", "USD", "up_to"),
        ("für jeden eingenommenen Dollar 2 Dollar", "2", "2", "USD/USD", "exact"),
        ("etwa das Zehnfache", "10", "10", "times", "about"),
    ],
    "004": [
        ("zwischen 35 und 40 Milliarden US-Dollar", "35000000000", "40000000000", "USD", "range"),
        ("6,7 Milliarden US-Dollar", "6700000000", "6700000000", "USD", "exact"),
        ("7,09 Milliarden US-Dollar", "7090000000", "7090000000", "USD", "exact"),
        ("ca. 15 Prozent", "15", "15", "percent", "about"),
        ("200 Milliarden US-Dollar", "200000000000", "200000000000", "USD", "exact"),
    ],
}
PERIODS: dict[str, list[tuple[str, str, str]]] = {
    "000": [
        ("diese Woche", "week of 28 Oct 2024", "week"),
        ("am Mittwoch", "30 Oct 2024", "day"),
        ("diese Woche", "week of 28 Oct 2024", "week"),
        ("seit Wochenbeginn", "since 28 Oct 2024", "since"),
        ("am Mittwoch", "30 Oct 2024", "day"),
        ("diese Woche", "week of 28 Oct 2024", "week"),
        ("am Freitag", "1 Nov 2024", "day"),
    ],
    "001": [
        ("2024-08-03", "3 Aug 2024", "day"),
        ("diese Woche", "week of 29 Jul 2024", "week"),
        ("Am Dienstag", "30 Jul 2024", "day"),
        ("am Mittwoch", "31 Jul 2024", "day"),
        ("am Donnerstag", "1 Aug 2024", "day"),
        ("In den letzten zwei Jahren", "last two years (2022–2024)", "relative"),
        ("Ende Juni", "Jun 2024", "month"),
        ("in den nächsten zehn Jahren", "next ten years (2024–2034)", "relative"),
        ("August", "Aug 2024", "month"),
        ("im nächsten Jahr", "2025", "year"),
        ("von 2023 bis 2026", "2023–2026", "span"),
        ("in den ersten sechs Monaten des Jahres 2024", "H1 2024", "half"),
        ("in den nächsten 18 Monaten", "next 18 months (2024–2026)", "relative"),
        ("im ersten Halbjahr 2024", "H1 2024", "half"),
        ("im vierten Quartal", "Q4 2023", "quarter"),
        ("im ersten Halbjahr dieses Jahres", "H1 2024", "half"),
        ("im Jahr 2024", "2024", "year"),
        ("letzte Woche", "week of 22 Jul 2024", "week"),
        ("in den nächsten 10 bis 15 Jahren", "next ten to 15 years (2024–2039)", "relative"),
        ("in diesem Jahr", "2024", "year"),
        ("in den nächsten fünf Jahren", "next five years (2024–2029)", "relative"),
        ("im zweiten Quartal", "Q2 2024", "quarter"),
        ("im zweiten Quartal", "Q2 2024", "quarter"),
        ("zum Vorjahr", "2023", "year"),
        ("im zweiten Quartal", "Q2 2024", "quarter"),
        ("Jahr 2025 oder darüber hinaus", "from 2025", "span"),
        ("in den nächsten Jahren", "coming years (from 2024)", "relative"),
        ("2026", "2026", "year"),
        ("bis ins nächste Jahr", "2025", "year"),
        ("Ende August", "Aug 2024", "month"),
        ("für das gesamte Jahr 2023", "2023", "year"),
    ],
    "002": [
        ("2024-07-27", "27 Jul 2024", "day"),
        ("27. Juli", "27 Jul 2024", "day"),
        ("Am 30. November 2022", "30 Nov 2022", "day"),
        ("dieses Jahr", "2024", "year"),
        ("in den nächsten 12 Monaten", "next twelve months (2024–2025)", "relative"),
        ("in diesem Jahr", "2024", "year"),
        ("diese Woche", "week of 22 Jul 2024", "week"),
        ("2026", "2026", "year"),
        ("in den nächsten Jahren", "coming years (from 2024)", "relative"),
        ("in den nächsten 10 Jahren", "next ten years (2024–2034)", "relative"),
        ("diese Woche", "week of 22 Jul 2024", "week"),
        ("in den nächsten 10 bis 15 Jahren", "next ten to 15 years (2024–2039)", "relative"),
        ("in diesem Quartal", "Q3 2024", "quarter"),
        ("im 19. Jahrhundert", "1801–1900", "span"),
        ("im 21. Jahrhundert", "2001–2100", "span"),
        ("In den 1990er Jahren", "1990–1999", "span"),
        ("im Jahr 2000", "2000", "year"),
    ],
    "003": [
        ("in den letzten Jahren", "recent years (to 2025)", "relative"),
        ("Im Jahr 2023", "2023", "year"),
        ("in den nächsten fünf Jahren", "next five years (2025–2030)", "relative"),
        ("in diesem Jahr", "2025", "year"),
        ("bis 2026", "2026", "year"),
        ("in diesem Jahr", "2025", "year"),
        ("bis 2026", "2026", "year"),
        ("2021", "2021", "year"),
        ("in anderthalb Jahren", "in 1.5 years (2026)", "relative"),
        ("Im Jahr 2021", "2021", "year"),
        ("in den nächsten fünf Jahren", "next five years (2025–2030)", "relative"),
        ("im Jahr 2030", "2030", "year"),
        ("in fünf Jahren", "in five years (2030)", "relative"),
        ("2008", "2008", "year"),
    ],
    "004": [
        ("in den kommenden Jahren", "coming years (from 2024)", "relative"),
        ("in den kommenden Jahren", "coming years (from 2024)", "relative"),
        ("in diesem Jahr", "2024", "year"),
        ("zum gleichen Zeitpunkt des Vorjahres", "same period of the year before (2023)", "relative"),
        ("im nächsten Jahr", "2025", "year"),
        ("in den kommenden Jahren", "coming years (from 2024)", "relative"),
        ("für das zweite Quartal", "Q2 2024", "quarter"),
    ],
}


def _article(name: str) -> str:
    path = ARTICLES / f"{name}.txt"
    if not path.exists():
        pytest.skip(f"the articles are not at {ARTICLES}")
    return path.read_text(encoding="utf-8")


def _number(printed: str | None) -> Decimal | None:
    return None if printed is None else Decimal(printed)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "bound"), [amount for amounts in AMOUNTS.values() for amount in amounts]
)
def test_an_amount_of_the_articles_reads_alone(
    text: str, low: str | None, high: str | None, unit: str, bound: str
) -> None:
    (amount,) = read_amounts(text, "de")
    assert amount.text == text
    assert (amount.low, amount.high, amount.unit, amount.bound) == (_number(low), _number(high), unit, bound)


@pytest.mark.parametrize("name", AMOUNTS)
def test_an_article_prints_exactly_these_amounts(name: str) -> None:
    read = [
        (amount.text, amount.low, amount.high, amount.unit, amount.bound)
        for amount in read_amounts(_article(name), "de")
    ]
    assert read == [(text, _number(low), _number(high), *rest) for text, low, high, *rest in AMOUNTS[name]]


@pytest.mark.parametrize(
    ("name", "text", "label", "kind"), [(name, *period) for name, periods in PERIODS.items() for period in periods]
)
def test_a_period_of_the_articles_reads_alone(name: str, text: str, label: str, kind: str) -> None:
    (printed,) = read_periods(text, "de", PUBLISHED[name])
    assert (printed.text, printed.period.label, printed.period.kind) == (text, label, kind)


@pytest.mark.parametrize("name", PERIODS)
def test_an_article_prints_exactly_these_periods(name: str) -> None:
    read = [
        (printed.text, printed.period.label, printed.period.kind)
        for printed in read_periods(_article(name), "de", PUBLISHED[name])
    ]
    assert read == PERIODS[name]
