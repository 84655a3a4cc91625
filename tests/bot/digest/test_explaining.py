"""Why a digest came or did not: each state of a delivery has its sentence."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import get_args

from bot.people import Person, Place
from bot.publishing.explaining import explained
from bot.schedule import Schedule
from bot.subscription import Delivery, Progress, Subscription

DAY = date(2026, 11, 20)
DUE = datetime(2026, 11, 20, 8, tzinfo=UTC)
ORDER = Subscription(
    place=Place(platform="slack", workspace="T1", channel="C1"),
    by=Person(platform="slack", workspace="T1", user="U1"),
    schedule=Schedule(at=time(9), zone="Europe/Berlin"),
    language="en",
)
SENT = Delivery(
    channel="slack:T1:C1", slot="2026-11-20", kind="digest", progress="done", attempt=2, due=DUE, at=DUE, after=3,
    upto=9, message="1.0", reason="busy",
)  # fmt: skip


def told(order: Subscription | None, delivery: Delivery | None, day: date = DAY, now: datetime = DUE) -> str:
    return " ".join(explained(order, delivery, day, now))


def test_what_was_posted_is_told_with_message_and_attempt() -> None:
    said = told(ORDER, SENT)
    assert "2026-11-20 08:00:00 UTC: it was posted." in said
    assert all(part in said for part in ("attempt 2", "message is 1.0", "busy", "after 3 and up to 9"))


def test_each_state_has_a_sentence_of_its_own() -> None:
    assert len({told(ORDER, replace(SENT, progress=one)) for one in get_args(Progress)}) == len(get_args(Progress))


def test_a_day_without_one_is_told_why() -> None:
    assert "no day on which" in told(ORDER, None, date(2026, 11, 21))
    assert "will be due" in told(ORDER, None, now=DUE - timedelta(hours=1))
    assert "next round" in told(ORDER, None, now=DUE + timedelta(hours=1))
    assert "no capex serve ran" in told(ORDER, None, now=DUE + timedelta(days=1))
    assert "has no digest" in told(None, None)


def test_that_it_is_paused_is_told_with_why() -> None:
    assert "paused now: is_archived" in told(replace(ORDER, standing="paused", reason="is_archived"), SENT)
