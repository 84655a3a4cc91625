"""Which periods of claims fit the one that is asked about."""

from datetime import date

import pytest

from bot.fitting import period_fits, with_years
from bot.question import AskedPeriod, Question
from knowledge.period import Period
from tests.bot.samples import billions, claim, year

JULY = Period(start=date(2024, 7, 1), end=date(2024, 7, 31), label="Jul 2024", kind="month")
WEEK = Period(start=date(2024, 7, 29), end=date(2024, 8, 4), label="week of 29 Jul 2024", kind="week")
TEN_YEARS = Period(start=date(2024, 6, 30), end=date(2034, 6, 30), label="next ten years (2024–2034)", kind="relative")
SINCE = Period(start=date(2024, 7, 28), end=None, label="since 28 Jul 2024", kind="since")
UNTIL = Period(start=None, end=date(2024, 7, 28), label="until Jul 2024", kind="span")


@pytest.mark.parametrize("period", [JULY, WEEK, SINCE, UNTIL])
def test_what_begins_or_turns_in_a_month_is_of_it(period: Period) -> None:
    assert period_fits(period, JULY)


@pytest.mark.parametrize("period", [SINCE, UNTIL])
def test_what_has_one_end_is_not_of_a_whole_year(period: Period) -> None:
    assert not period_fits(period, year(2024))


def test_years_to_come_are_told_by_the_one_they_end_in() -> None:
    assert period_fits(TEN_YEARS, year(2034))
    assert not period_fits(TEN_YEARS, year(2030))
    assert not period_fits(TEN_YEARS, year(2024))


def test_a_year_is_not_told_by_a_month_of_it() -> None:
    assert not period_fits(year(2024), JULY)


def test_a_month_without_its_year_is_that_of_the_latest_day_in_it_that_is_known() -> None:
    days = (date(2023, 7, 9), date(2024, 7, 3))
    claims = [
        claim(
            f"of-{day.year}",
            billions(1),
            period=Period(start=day, end=day, label=f"{day.day} Jul {day.year}", kind="day"),
        )
        for day in days
    ]
    this = Period(start=date(2026, 7, 1), end=date(2026, 7, 31), label="Jul 2026", kind="month")
    question = Question(text="", language="en", intent="figure", periods=(AskedPeriod(this, yearless=True),))
    assert [one.period for one in with_years(question, claims).periods] == [JULY]
    dated = Question(text="", language="en", intent="figure", periods=(AskedPeriod(this),))
    assert with_years(dated, claims).periods == dated.periods
