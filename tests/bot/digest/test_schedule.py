"""When a digest is due: once on each day that exists, whatever the clocks do, and late by half a day at most."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.schedule import CATCH_UP, DAILY, WEEKDAYS, Schedule, zone_named, zones

DAY = timedelta(days=1)
CHANGING = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Nuuk", "Africa/Cairo", "Asia/Tokyo")

schedules = st.builds(
    Schedule,
    at=st.times(timezones=st.none()).map(lambda one: one.replace(second=0, microsecond=0, fold=0)),
    zone=st.sampled_from([*CHANGING, *zones()]),
    days=st.frozensets(st.integers(0, 6), min_size=1),
)
days = st.dates(date(2000, 1, 1), date(2035, 12, 31))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def berlin(hour: int, minute: int, days: frozenset[int] = DAILY) -> Schedule:
    return Schedule(at=time(hour, minute), zone="Europe/Berlin", days=days)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "due"),
    [("2026-03-28", "2026-03-28 08:00"), ("2026-03-29", "2026-03-29 07:00"), ("2026-10-25", "2026-10-25 08:00")],
)
def test_nine_in_the_morning_is_nine_before_and_after_the_clocks_change(day: str, due: str) -> None:
    assert berlin(9, 0).due_on(date.fromisoformat(day)) == utc(due)


def test_a_time_that_the_clocks_leave_out_is_as_long_after_midnight_as_ever() -> None:
    due = berlin(2, 30).due_on(date(2026, 3, 29))
    assert due == utc("2026-03-29 01:30")
    assert due.astimezone(ZoneInfo("Europe/Berlin")).time() == time(3, 30)


def test_of_a_time_that_comes_twice_the_first_counts() -> None:
    assert berlin(2, 30).due_on(date(2026, 10, 25)) == utc("2026-10-25 00:30")


def test_a_day_whose_last_hour_is_left_out_has_its_digest_all_the_same() -> None:
    late = Schedule(at=time(23, 30), zone="America/Nuuk", days=DAILY)
    assert [due.day for due in islice(late.coming(utc("2026-03-27 12:00")), 3)] == [
        date(2026, 3, 27),
        date(2026, 3, 28),
        date(2026, 3, 29),
    ]


def test_a_day_that_a_zone_leaves_out_has_none() -> None:
    apia = Schedule(at=time(9), zone="Pacific/Apia", days=DAILY)
    assert apia.due_on(date(2011, 12, 30)) is None
    assert [due.day.day for due in islice(apia.coming(utc("2011-12-29 00:00")), 3)] == [29, 31, 1]


def test_weekdays_leave_out_the_weekend() -> None:
    friday = utc("2026-11-20 12:00")
    assert berlin(9, 0, WEEKDAYS).next(friday).day == date(2026, 11, 23)


def test_what_was_missed_is_caught_up_for_half_a_day() -> None:
    due = utc("2026-11-20 08:00")
    daily = berlin(9, 0)
    assert daily.last(due - timedelta(seconds=1)) is None
    for late in (timedelta(0), timedelta(hours=3), CATCH_UP - timedelta(seconds=1)):
        last = daily.last(due + late)
        assert last is not None
        assert last == (date(2026, 11, 20), due)
    assert daily.last(due + CATCH_UP) is None


def test_of_many_missed_days_only_the_last_is_caught_up() -> None:
    last = berlin(9, 0).last(utc("2026-11-27 10:00"))
    assert last is not None
    assert last.day == date(2026, 11, 27)


def test_a_digest_shortly_before_midnight_is_caught_up_on_the_next_day_for_its_own() -> None:
    last = berlin(23, 50).last(utc("2026-11-21 02:00"))
    assert last is not None
    assert last.day == date(2026, 11, 20)


@given(schedules, days)
def test_a_time_that_exists_is_that_time_in_its_zone(schedule: Schedule, day: date) -> None:
    due = schedule.due_on(day)
    assume(due is not None)
    assert due is not None
    local = due.astimezone(ZoneInfo(schedule.zone))
    told = datetime.combine(day, schedule.at, ZoneInfo(schedule.zone))
    if told.utcoffset() == told.replace(fold=1).utcoffset():  # the clocks do not change around it
        assert (local.date(), local.time()) == (day, schedule.at)
    else:
        before = told.replace(fold=0).utcoffset()
        assert before is not None
        assert due.replace(tzinfo=None) == datetime.combine(day, schedule.at) - before


@given(schedules, days)
def test_every_day_that_exists_is_due_once_and_in_order(schedule: Schedule, first: date) -> None:
    start = datetime.combine(first, time(), UTC)
    coming = list(islice(schedule.coming(start), 30))
    assert len(coming) == 30
    assert all(one.at < other.at and one.day < other.day for one, other in pairwise(coming))
    between = (coming[0].day + DAY * count for count in range((coming[-1].day - coming[0].day).days + 1))
    assert [day for day in between if schedule.due_on(day)] == [due.day for due in coming]


@given(schedules, moments)
def test_the_next_is_the_first_that_is_later(schedule: Schedule, now: datetime) -> None:
    due = schedule.next(now)
    assert due.at > now
    assert schedule.due_on(due.day) == due.at
    around = (schedule.due_on(schedule.day_of(now) + DAY * ahead) for ahead in range(-3, 12))
    assert min(one for one in around if one and one > now) == due.at


@given(schedules, moments)
def test_the_last_is_the_only_one_that_may_still_go_out(schedule: Schedule, now: datetime) -> None:
    around = (schedule.due_on(schedule.day_of(now) + DAY * ahead) for ahead in range(-3, 4))
    open_ = [one for one in around if one and one <= now < one + CATCH_UP]
    last = schedule.last(now)
    assert len(open_) <= 1
    assert [last.at] == open_ if last else not open_


@pytest.mark.parametrize("typed", ["Europe/Berlin", "europe/berlin", "UTC", "America/Argentina/Buenos_Aires"])
def test_a_zone_is_known_however_it_is_written(typed: str) -> None:
    found = zone_named(typed)
    assert found is not None
    assert found.casefold() == typed.casefold()


@pytest.mark.parametrize("typed", ["EST", "Europe/Atlantis", "Berlin", "", "CET", "../etc/passwd"])
def test_what_is_no_zone_is_none(typed: str) -> None:
    assert zone_named(typed) is None


def test_every_zone_that_can_be_chosen_is_one() -> None:
    assert len(zones()) > 300
    assert all(ZoneInfo(name).key == name for name in zones())
