"""Phrases of real pages: as many read exactly right as ever before, never fewer.

What is missed of the periods: "in the next five years" ends here on the same day five years on, where the pages'
readers end it a day earlier; "by the end of 2027" names the year; and the year of a product ("Windows Server 2022")
or a car called Q4 look like a year and a quarter.
"""

import pytest

from knowledge.reading.amounts import read_amounts
from knowledge.reading.periods import read_periods
from knowledge.value import Language
from tests.knowledge.readings import Figure, Stretch, amount_cases, period_cases


@pytest.mark.parametrize(("language", "right", "phrases"), [("de", 112, 112), ("en", 112, 112)])
def test_amounts_of_real_pages_are_read_exactly(language: Language, right: int, phrases: int) -> None:
    cases = amount_cases(language, "dev")
    missed = [
        case.text
        for case in cases
        if case.expected
        != tuple(Figure(read.low, read.high, read.unit, read.bound) for read in read_amounts(case.text, language))
    ]
    assert (len(cases) - len(missed), len(cases)) == (right, phrases), missed


@pytest.mark.parametrize(("language", "right", "phrases"), [("de", 52, 56), ("en", 51, 56)])
def test_periods_of_real_pages_are_read_exactly(language: Language, right: int, phrases: int) -> None:
    cases = period_cases(language, "dev")
    missed = [
        case.text
        for case in cases
        if case.expected
        != tuple(Stretch(read.period.start, read.period.end) for read in read_periods(case.text, language, case.on))
    ]
    assert (len(cases) - len(missed), len(cases)) == (right, phrases), missed
