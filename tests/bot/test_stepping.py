"""A period one step on or back is the next one of its kind."""

from datetime import date

import pytest

from bot.question import AskedPeriod
from bot.stepping import stepped
from knowledge.reading.periods import read_periods

ON = date(2024, 9, 1)


def asked(*texts: str) -> list[AskedPeriod]:
    return [AskedPeriod(period=read_periods(text, "en", ON)[0].period) for text in texts]


def label(text: str, last: str) -> str | None:
    step = stepped(text, asked(last))
    return step.period.label if step else None


@pytest.mark.parametrize(
    ("last", "text", "reached"),
    [
        ("30 July 2024", "and the day after?", "31 Jul 2024"),
        ("31 July 2024", "und am Tag danach?", "1 Aug 2024"),
        ("30 July 2024", "und am 31.?", "31 Jul 2024"),
        ("30 July 2024", "and on the 28th?", "28 Jul 2024"),
        ("1 January 2024", "and the day before?", "31 Dec 2023"),
        ("Q4 2023", "and the quarter after?", "Q1 2024"),
        ("Q1 2024", "and twelve months earlier?", "Q1 2023"),
        ("30 October 2024", "and two days later?", "1 Nov 2024"),
        ("30 July 2024", "und tags drauf?", "31 Jul 2024"),
        ("2024", "und zwei Jahre davor?", "2022"),
        ("Q1 2024", "und im Quartal davor?", "Q4 2023"),
        ("Q1 2024", "and the previous quarter", "Q4 2023"),
        ("H1 2024", "and the half before?", "H2 2023"),
        ("H2 2023", "and the following half?", "H1 2024"),
        ("2024", "und im Jahr davor?", "2023"),
        ("2024", "und im Vorjahr?", "2023"),
        ("Q1 2024", "and the year before?", "Q1 2023"),
        ("H1 2024", "und im Jahr davor?", "H1 2023"),
        ("H1 2024", "und im Halbjahr davor?", "H2 2023"),
        ("2023", "the following year", "2024"),
        ("March 2024", "and the month after?", "Apr 2024"),
        ("Q1 2023", "and a year later?", "Q1 2024"),
        ("31 July 2024", "und am Donnerstag?", "1 Aug 2024"),
        ("30 October 2024", "and that friday?", "1 Nov 2024"),
        ("31 July 2024", "and on wednesday?", "7 Aug 2024"),
        ("Q1 2024", "and for the full year?", "2024"),
        ("H1 2024", "und im Gesamtjahr?", "2024"),
    ],
)
def test_a_step_reaches_the_neighbour(last: str, text: str, reached: str) -> None:
    assert label(text, last) == reached


@pytest.mark.parametrize("text", ["", "why?", "and google?", "after that", "day by day", "the aftermath of the day"])
def test_a_text_that_takes_no_step_reaches_nothing(text: str) -> None:
    assert label(text, "30 July 2024") is None


def test_what_leads_to_no_whole_period_is_no_step() -> None:
    assert label("and one month later?", "Q1 2024") is None
    assert label("and two months later?", "Q1 2024") is None


def test_the_day_of_a_month_is_no_step_from_a_year() -> None:
    assert label("und am 31.?", "2024") is None


def test_a_weekday_is_no_step_from_a_year() -> None:
    assert label("und am Donnerstag?", "2024") is None


def test_a_period_of_no_calendar_kind_takes_no_step() -> None:
    assert label("the year after", "next five years") is None


def test_two_periods_take_no_step() -> None:
    assert stepped("the year after", asked("2023", "2024")) is None


def test_no_period_takes_no_step() -> None:
    assert stepped("the year after", []) is None


def test_the_last_day_that_a_calendar_has_is_not_passed() -> None:
    assert label("and on the 39th?", "30 July 2024") == "8 Aug 2024"
