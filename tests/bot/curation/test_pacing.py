"""When a feed is asked again, and an article tried again."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.curation.pacing import after_answer, after_failure, next_try

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("wished", "waited"),
    [(timedelta(0), HOUR), (HOUR / 2, HOUR), (5 * HOUR, 5 * HOUR), (timedelta(days=30), timedelta(days=1))],
)
def test_a_feed_that_answers_is_asked_hourly_at_most_and_daily_at_least(wished: timedelta, waited: timedelta) -> None:
    assert after_answer(NOW, wished, 0) == NOW + waited


@pytest.mark.parametrize(("failures", "hours"), [(1, 2), (2, 4), (4, 16), (5, 24), (1000, 24)])
def test_each_failure_doubles_the_time_up_to_a_day(failures: int, hours: int) -> None:
    assert after_failure(NOW, failures, timedelta(0), 0) == NOW + hours * HOUR


@pytest.mark.parametrize(("wished", "waited"), [(HOUR, 2 * HOUR), (50 * HOUR, 50 * HOUR), (1000 * HOUR, 7 * 24 * HOUR)])
def test_a_server_that_refuses_is_left_alone_as_long_as_it_asks(wished: timedelta, waited: timedelta) -> None:
    assert after_failure(NOW, 1, wished, 0) == NOW + waited


def test_chance_makes_it_later_by_a_tenth_at_most() -> None:
    assert after_answer(NOW, timedelta(0), 0.5) == NOW + HOUR + timedelta(minutes=3)
    assert after_failure(NOW, 1, timedelta(0), 1) == NOW + 2 * HOUR + timedelta(minutes=12)


def test_an_article_is_tried_three_times_ever_later() -> None:
    assert [next_try(NOW, tries) for tries in (1, 2, 3)] == [NOW + HOUR, NOW + 6 * HOUR, None]
