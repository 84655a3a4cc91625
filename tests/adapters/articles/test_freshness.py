"""How long a server wishes to be left alone."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from adapters.articles.freshness import fresh_for, retry_after

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("max-age=7200", 7200),
        ("public, Max-Age = 60, must-revalidate", 60),
        ("s-maxage=7200", 0),
        ("no-cache", 0),
        ("max-age=-5", 0),
        ("max-age=99999999999999999999", 0),
        ("", 0),
    ],
)
def test_an_answer_says_how_long_it_is_good(said: str, seconds: int) -> None:
    assert fresh_for(httpx.Headers({"Cache-Control": said})) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("Sat, 21 Nov 2026 13:00:00 GMT", 3600),
        ("Sat, 21 Nov 2026 13:00:00 -0000", 3600),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0),
        ("soon", 0),
        ("-1", 0),
        ("9" * 5000, 0),
        ("", 0),
    ],
)
def test_a_refusal_says_when_to_come_again(said: str, seconds: int) -> None:
    assert retry_after(httpx.Headers({"Retry-After": said}), NOW) == timedelta(seconds=seconds)
