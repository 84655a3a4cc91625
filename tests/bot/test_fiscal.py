"""A firm's own fiscal year, told by its distance from the day of asking."""

from datetime import date

import pytest

from bot.line import Line


def label(shipped: Line, text: str, on: date) -> list[str]:
    return [asked.period.label for asked in shipped.ask(text, on).question.periods]


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("microsoft capex this fiscal year", date(2024, 6, 30), "FY2024"),
        ("microsoft capex this fiscal year", date(2024, 7, 1), "FY2025"),
        ("microsoft capex last fiscal year", date(2024, 11, 21), "FY2024"),
        ("microsoft capex this fiscal year", date(2024, 12, 31), "FY2025"),
        ("microsoft capex this fiscal year", date(2025, 1, 1), "FY2025"),
        ("Investitionen von Microsoft im laufenden Geschäftsjahr", date(2024, 11, 21), "FY2025"),
        ("microsoft capex fiscal 2024", date(2024, 11, 21), "FY2024"),
        ("meta capex this fiscal year", date(2024, 11, 21), "FY2024"),
        ("microsoft vs meta capex this fiscal year", date(2024, 11, 21), "FY2024"),
    ],
)
def test_the_year_is_the_firms(shipped: Line, text: str, on: date, expected: str) -> None:
    assert label(shipped, text, on) == [expected]
