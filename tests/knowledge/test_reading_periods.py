"""Periods in German and English, in articles and in questions, as seen from 3 August 2024."""

from datetime import date

import pytest

from knowledge.period import PeriodKind
from knowledge.reading.periods import label_of, read_periods

ON = date(2024, 8, 3)

CALENDAR = [
    ("2024", "2024", "year"),
    ("im Jahr 2024", "2024", "year"),
    ("Gesamtjahr 2024", "2024", "year"),
    ("for the full year 2024", "2024", "year"),
    ("this year", "2024", "year"),
    ("last year", "2023", "year"),
    ("dieses Jahr", "2024", "year"),
    ("nächstes Jahr", "2025", "year"),
    ("im Vorjahr", "2023", "year"),
    ("by 2026", "2026", "year"),
    ("bis Ende 2025", "2025", "year"),
    ("mid-2025", "2025", "year"),
    ("H1 2024", "H1 2024", "half"),
    ("1H24", "H1 2024", "half"),
    ("erstes Halbjahr 2024", "H1 2024", "half"),
    ("im ersten Halbjahr dieses Jahres", "H1 2024", "half"),
    ("the first half of this year", "H1 2024", "half"),
    ("in den ersten sechs Monaten des Jahres 2024", "H1 2024", "half"),
    ("from January to June 2024", "H1 2024", "half"),
    ("between january and june 2024", "H1 2024", "half"),
    ("april through june 2024", "Q2 2024", "quarter"),
    ("the last quarter of 2023", "Q4 2023", "quarter"),
    ("im letzten Quartal 2023", "Q4 2023", "quarter"),
    ("the final half of 2023", "H2 2023", "half"),
    ("q2 2024", "Q2 2024", "quarter"),
    ("4Q24", "Q4 2024", "quarter"),
    ("Q4'24", "Q4 2024", "quarter"),
    ("Q4/2024", "Q4 2024", "quarter"),
    ("Q4-2024", "Q4 2024", "quarter"),
    ("2024 Q4", "Q4 2024", "quarter"),
    ("2. Quartal 2024", "Q2 2024", "quarter"),
    ("second quarter of 2024", "Q2 2024", "quarter"),
    ("Januar bis März 2024", "Q1 2024", "quarter"),
    ("last quarter", "Q2 2024", "quarter"),
    ("nächstes Quartal", "Q4 2024", "quarter"),
    ("July 2024", "Jul 2024", "month"),
    ("in May", "May 2024", "month"),
    ("Ende Juni", "Jun 2024", "month"),
    ("letzten Monat", "Jul 2024", "month"),
    ("diese Woche", "week of 29 Jul 2024", "week"),
    ("letzte Woche", "week of 22 Jul 2024", "week"),
    ("am 30. November 2022", "30 Nov 2022", "day"),
    ("November 30, 2022", "30 Nov 2022", "day"),
    ("30.11.2022", "30 Nov 2022", "day"),
    ("2024-08-03", "3 Aug 2024", "day"),
    ("2024-08", "Aug 2024", "month"),
    ("11/30/2022", "30 Nov 2022", "day"),
    ("30.06.24", "30 Jun 2024", "day"),
    ("am Montag, 29. Juli 2024", "29 Jul 2024", "day"),
    ("Wednesday, July 31", "31 Jul 2024", "day"),
    ("KW 31", "week of 29 Jul 2024", "week"),
    ("KW 45/2025", "week of 3 Nov 2025", "week"),
    ("the week of July 29, 2024", "week of 29 Jul 2024", "week"),
    ("week ended July 28, 2024", "week of 22 Jul 2024", "week"),
    ("last week of October 2024", "week of 28 Oct 2024", "week"),
    ("letzten Woche im Oktober 2024", "week of 28 Oct 2024", "week"),
    ("first week of July 2024", "week of 1 Jul 2024", "week"),
    ("June quarter", "Q2 2024", "quarter"),
    ("im Schlussquartal 2023", "Q4 2023", "quarter"),
    ("Q1/24", "Q1 2024", "quarter"),
    ("q1'24", "Q1 2024", "quarter"),
    ("last year's third quarter", "Q3 2023", "quarter"),
    ("the first six months", "H1 2024", "half"),
    ("three months ended June 30, 2024", "Q2 2024", "quarter"),
    ("the quarter to June", "Q2 2024", "quarter"),
    ("the fiscal fourth quarter (April to June 2024)", "Q2 2024", "quarter"),
    ("im zweiten Geschäftsquartal, das am 31. Dezember 2023 endete", "Q4 2023", "quarter"),
    ("am Dienstag", "30 Jul 2024", "day"),
    ("last Friday", "2 Aug 2024", "day"),
    ("gestern", "2 Aug 2024", "day"),
]
FISCAL = [
    ("FY2024", "FY2024", "fiscal_year"),
    ("FY24", "FY2024", "fiscal_year"),
    ("fiscal year 2025", "FY2025", "fiscal_year"),
    ("im Geschäftsjahr 2024", "FY2024", "fiscal_year"),
    ("FY2024 Q4", "FY2024 Q4", "fiscal_quarter"),
    ("im zweiten Quartal seines Geschäftsjahres 2025", "FY2025 Q2", "fiscal_quarter"),
    ("im zweiten Quartal ihres Geschäftsjahres 2024/25", "FY2025 Q2", "fiscal_quarter"),
    ("in the third quarter of its fiscal year 2025", "FY2025 Q3", "fiscal_quarter"),
    ("in the third quarter of the company's fiscal 2025", "FY2025 Q3", "fiscal_quarter"),
    ("Q4 FY2024", "FY2024 Q4", "fiscal_quarter"),
    ("fiscal Q4 2024", "FY2024 Q4", "fiscal_quarter"),
    ("fourth quarter of fiscal 2024", "FY2024 Q4", "fiscal_quarter"),
    ("viertes Geschäftsquartal 2024", "FY2024 Q4", "fiscal_quarter"),
    ("Geschäftsjahr 2024/25", "FY2025", "fiscal_year"),
    ("Q3 2025/26", "FY2026 Q3", "fiscal_quarter"),
    ("the 2025 fiscal year", "FY2025", "fiscal_year"),
    ("fy24", "FY2024", "fiscal_year"),
]
STRETCHES = [
    ("von 2023 bis 2026", "2023–2026", "span"),
    ("2023-2026", "2023–2026", "span"),
    ("2023–26", "2023–2026", "span"),
    ("between 2023 and 2026", "2023–2026", "span"),
    ("first nine months of 2024", "Jan 2024–Sep 2024", "span"),
    ("Q1 bis Q3 2024", "Jan 2024–Sep 2024", "span"),
    ("In den 1990er Jahren", "1990–1999", "span"),
    ("im 19. Jahrhundert", "1801–1900", "span"),
    ("ab 2025", "from 2025", "span"),
    ("erstes bis drittes Quartal 2024", "Jan 2024–Sep 2024", "span"),
    ("zwischen dem 15. und dem 20. Januar 2018", "15 Jan 2018–20 Jan 2018", "span"),
    ("January 15-20, 2018", "15 Jan 2018–20 Jan 2018", "span"),
    ("nine months ended September 30, 2023", "Jan 2023–Sep 2023", "span"),
    ("fiscal year ended June 30, 2024", "Jul 2023–Jun 2024", "span"),
    ("im Geschäftsjahr 2024/25 (per Ende September)", "Oct 2024–Sep 2025", "span"),
    ("im ersten Geschäftshalbjahr 2024/25 (per Ende März)", "Oct 2024–Mar 2025", "span"),
    ("Geschäftsjahr 2024 (bis 30. Juni)", "Jul 2023–Jun 2024", "span"),
    ("quarter ended September 28, 2024", "29 Jun 2024–28 Sep 2024", "span"),
    ("2025 or beyond", "from 2025", "span"),
    ("after 2026", "from 2027", "span"),
    ("before 2024", "until 2023", "span"),
    ("seit November 2022", "since Nov 2022", "since"),
    ("since November 30, 2022", "since 30 Nov 2022", "since"),
    ("seit Wochenbeginn", "since 29 Jul 2024", "since"),
    ("year to date", "since 2024", "since"),
]
RELATIVE = [
    ("in den nächsten fünf Jahren", "next five years (2024–2029)", "relative"),
    ("next five years", "next five years (2024–2029)", "relative"),
    ("in den nächsten 12 Monaten", "next twelve months (2024–2025)", "relative"),
    ("in den nächsten 10 bis 15 Jahren", "next ten to 15 years (2024–2039)", "relative"),
    ("over the past two years", "last two years (2022–2024)", "relative"),
    ("im nächsten Jahrzehnt", "next decade (2024–2034)", "relative"),
    ("in den kommenden Jahren", "coming years (from 2024)", "relative"),
    ("in den letzten Jahren", "recent years (to 2024)", "relative"),
    ("in fünf Jahren", "in five years (2029)", "relative"),
    ("vor zwei Jahren", "two years ago (2022)", "relative"),
    ("im gleichen Zeitraum des Vorjahres", "same period of the year before (2023)", "relative"),
    ("the same period last year", "same period of the year before (2023)", "relative"),
]


@pytest.mark.parametrize(("text", "label", "kind"), [*CALENDAR, *FISCAL, *STRETCHES, *RELATIVE])
def test_a_phrase_reads_as_exactly_this_period(text: str, label: str, kind: PeriodKind) -> None:
    (printed,) = read_periods(text, "de", ON)
    assert (printed.text, printed.period.label, printed.period.kind) == (text, label, kind)


@pytest.mark.parametrize(
    ("text", "on", "label"),
    [
        ("Q1", date(2024, 8, 3), "Q1 2024"),
        ("im vierten Quartal", date(2024, 8, 3), "Q4 2023"),
        ("im dritten Quartal", date(2024, 7, 1), "Q3 2024"),
        ("2. Halbjahr", date(2024, 6, 30), "H2 2023"),
        ("27. Juli", date(2024, 7, 27), "27 Jul 2024"),
        ("27. Juli", date(2024, 7, 26), "27 Jul 2023"),
        ("im Dezember", date(2024, 8, 3), "Dec 2023"),
        ("29. Februar", date(2023, 8, 3), "29 Feb 2020"),
        ("am Dienstag", date(2024, 7, 30), "30 Jul 2024"),
        ("letzten Dienstag", date(2024, 7, 30), "23 Jul 2024"),
    ],
)
def test_a_time_without_a_year_is_the_latest_that_has_begun(text: str, on: date, label: str) -> None:
    (printed,) = read_periods(text, "de", on)
    assert printed.period.label == label


def test_the_next_years_begin_on_the_day_of_reading() -> None:
    (printed,) = read_periods("in the next five years", "en", ON)
    assert (printed.period.start, printed.period.end) == (ON, date(2029, 8, 3))


def test_the_coming_years_have_no_end() -> None:
    (printed,) = read_periods("in den kommenden Jahren", "de", ON)
    assert (printed.period.start, printed.period.end) == (ON, None)


def test_since_a_day_has_no_end() -> None:
    (printed,) = read_periods("seit November 2022", "de", ON)
    assert (printed.period.start, printed.period.end) == (date(2022, 11, 1), None)


def test_a_period_keeps_its_words() -> None:
    (printed,) = read_periods("Sie stiegen im ersten\nHalbjahr 2024.", "de", ON)
    assert printed.text == "im ersten\nHalbjahr 2024"
    assert printed.period.words == "im ersten Halbjahr 2024"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("2019 vs 2024", ["2019", "2024"]),
        ("capex 2023 and 2024", ["2023", "2024"]),
        ("2024 $5 billion", ["2024"]),
        ("von 2023 bis 2026 kumulativ 167 Milliarden", ["2023–2026"]),
        ("Verluste steigen bis 2026 auf 11 Milliarden", ["2026"]),
        ("im zweiten Quartal im Vergleich zum Vorjahr", ["Q2 2024", "2023"]),
        ("metas capex 2024?", ["2024"]),
        ("last year's capex", ["2023"]),
        ("meta h1 24 capex", ["H1 2024"]),
        ("h1 24 vs h1 23", ["H1 2024", "H1 2023"]),
        ("2023/24, 2023-2024 und KW 45/2025", ["2023–2024", "2023–2024", "week of 3 Nov 2025"]),
        ("Q2 and Q3 2023", ["Q2 2023", "Q3 2023"]),
        ("August und September 2023", ["Aug 2023", "Sep 2023"]),
        ("im Q2 24 Prozent mehr", ["Q2 2024"]),
        ("das zweite Quartal nach dem ersten Quartal 2023", ["Q2 2024", "Q1 2023"]),
    ],
)
def test_every_period_of_a_text_is_read(text: str, labels: list[str]) -> None:
    assert [printed.period.label for printed in read_periods(text, "en", ON)] == labels


@pytest.mark.parametrize(
    "text",
    [
        "seit der Einführung von ChatGPT",
        "since the launch of ChatGPT",
        "12.000 Produkte",
        "2000 Dollar und $2024",
        "H100 und GPT-4 und Q5",
        "30 Tage, mehr als 600 Tage",
        "pro Jahr",
        "may march on",
        "in 30 Jahren technologischen Wandels gesehen",
        "vor mehr als einem Jahr",
        "31.02.2024",
        "11/10/2022",
        "heute",
        "die H2-Technologie",
        "a second quarter-point cut",
        "Telefon +49 2023 1998-0",
        "April Underwood will march on",
        "1-866-627-2023",
        "Az. 000-2024 und 333-2024",
        "Verordnung (EU) 2024/1689",
    ],
)
def test_what_names_no_period_is_not_read(text: str) -> None:
    assert read_periods(text, "de", ON) == ()


@pytest.mark.parametrize(
    ("kind", "start", "end", "label"),
    [
        ("year", date(2024, 1, 1), date(2024, 12, 31), "2024"),
        ("half", date(2024, 7, 1), date(2024, 12, 31), "H2 2024"),
        ("quarter", date(2024, 4, 1), date(2024, 6, 30), "Q2 2024"),
        ("month", date(2024, 7, 1), date(2024, 7, 31), "Jul 2024"),
        ("week", date(2024, 7, 29), date(2024, 8, 4), "week of 29 Jul 2024"),
        ("day", date(2024, 7, 30), date(2024, 7, 30), "30 Jul 2024"),
        ("span", date(2023, 1, 1), date(2026, 12, 31), "2023–2026"),
        ("span", date(2023, 1, 5), date(2023, 2, 6), "5 Jan 2023–6 Feb 2023"),
        ("since", date(2022, 11, 30), None, "since 30 Nov 2022"),
        ("fiscal_year", date(2024, 7, 1), date(2025, 6, 30), None),
        ("relative", date(2024, 8, 3), date(2029, 8, 3), None),
        ("span", None, None, None),
    ],
)
def test_a_calendar_kind_has_one_label(
    kind: PeriodKind, start: date | None, end: date | None, label: str | None
) -> None:
    assert label_of(kind, start, end) == label
