from datetime import date
from typing import Any

import pytest

from bot.wording.times import period_text, published_text
from knowledge.article import DatePrecision, Published
from knowledge.period import Period

from .samples import half, quarter, year


def period(kind: str, start: date | None, end: date | None, label: str = "label") -> Period:
    fields: dict[str, Any] = {"kind": kind, "start": start, "end": end, "label": label}
    return Period(**fields)


@pytest.mark.parametrize(
    ("of", "english", "german"),
    [
        (year(2024), "2024", "2024"),
        (half(2024, 1), "H1 2024", "1. Halbjahr 2024"),
        (half(2023, 2), "H2 2023", "2. Halbjahr 2023"),
        (quarter(2024, 1), "Q1 2024", "Q1 2024"),
        (quarter(2024, 4), "Q4 2024", "Q4 2024"),
        (period("month", date(2024, 4, 1), date(2024, 4, 30)), "Apr 2024", "Apr. 2024"),
        (period("day", date(2024, 4, 24), date(2024, 4, 24)), "24 Apr 2024", "24. Apr. 2024"),
        (period("week", date(2024, 7, 29), date(2024, 8, 4)), "week of 29 Jul 2024", "Woche ab 29. Juli 2024"),
        (period("fiscal_year", date(2023, 7, 1), date(2024, 6, 30), "FY2024"), "FY2024", "GJ 2024"),
        (period("fiscal_quarter", date(2024, 4, 1), date(2024, 6, 30), "FY2024 Q4"), "FY2024 Q4", "GJ 2024 Q4"),
        (period("since", date(2022, 11, 30), None), "since 30 Nov 2022", "seit 30. Nov. 2022"),
        (period("since", date(2022, 11, 30), date(2024, 8, 3)), "since 30 Nov 2022", "seit 30. Nov. 2022"),
        (period("span", date(2023, 1, 1), date(2026, 12, 31)), "2023–2026", "2023–2026"),
        (period("span", date(2024, 3, 1), date(2024, 5, 31)), "Mar 2024 – May 2024", "März 2024 – Mai 2024"),
        (period("relative", date(2025, 1, 1), None), "from 1 Jan 2025", "ab 1. Jan. 2025"),
        (period("span", None, date(2026, 12, 31)), "by 31 Dec 2026", "bis 31. Dez. 2026"),
    ],
)
def test_a_period_has_its_name_in_each_language(of: Period, english: str, german: str) -> None:
    assert period_text(of, "en") == english
    assert period_text(of, "de") == german


@pytest.mark.parametrize(
    ("precision", "english", "german"),
    [
        ("day", "25 Apr 2024", "25. Apr. 2024"),
        ("about", "about 25 Apr 2024", "um den 25. Apr. 2024"),
        ("on_or_after", "on or after 25 Apr 2024", "frühestens 25. Apr. 2024"),
        ("month", "Apr 2024", "Apr. 2024"),
        ("year", "2024", "2024"),
    ],
)
def test_a_date_is_no_more_precise_than_is_known(precision: DatePrecision, english: str, german: str) -> None:
    published = Published(date=date(2024, 4, 25), precision=precision)
    assert published_text(published, "en") == english
    assert published_text(published, "de") == german
