"""What channels have ordered, and the ledger of deliveries: the same in memory, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.people import Person, Place, Workspace
from bot.records import Records, SqlRecords
from bot.records.port_of_digests import DELIVERY_FOR
from bot.schedule import Schedule
from bot.subscription import Delivery, Follow, Interest, Progress, Subscription

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ANNA = Person(platform="slack", workspace="T1", user="U1")
CHANNEL = Place(platform="slack", workspace="T1", channel="C1")
OTHER = replace(CHANNEL, channel="C2")
ORDERED = Subscription(
    place=CHANNEL,
    by=ANNA,
    schedule=Schedule(at=time(9, 30), zone="Europe/Berlin"),
    language="de",
    on=Interest(subjects=("meta",), metrics=("capex",)),
    on_empty_days=False,
    since=7,
)
META = Follow(place=CHANNEL, by=ANNA, language="en", subject="meta", since=3)
TODAY = Delivery(
    channel="slack:T1:C1",
    slot="2026-11-21",
    kind="digest",
    progress="claimed",
    attempt=1,
    due=NOW,
    at=NOW,
    after=3,
    upto=9,
)


def channels(found: tuple[Subscription, ...]) -> list[str]:
    return [one.place.channel for one in found]


class TestSubscriptions:
    def test_what_a_channel_orders_comes_back_whole(self, records: Records) -> None:
        records.digests.subscribe(ORDERED, NOW)
        assert records.digests.subscription(CHANNEL) == ORDERED
        assert records.digests.subscription(OTHER) is None

    def test_the_last_order_of_a_channel_counts(self, records: Records) -> None:
        records.digests.subscribe(ORDERED, NOW)
        records.digests.subscribe(replace(ORDERED, language="en"), NOW)
        assert [one.language for one in records.digests.subscriptions()] == ["en"]

    def test_those_are_due_whose_time_has_come_the_longest_due_first(self, records: Records) -> None:
        records.digests.subscribe(ORDERED, NOW)
        records.digests.subscribe(replace(ORDERED, place=OTHER), NOW - MINUTE)
        records.digests.subscribe(replace(ORDERED, place=replace(CHANNEL, channel="C3")), NOW + MINUTE)
        records.digests.subscribe(replace(ORDERED, place=replace(CHANNEL, channel="C4")), None)
        assert channels(records.digests.due("slack", NOW, 10)) == ["C2", "C1"]
        assert channels(records.digests.due("slack", NOW, 1)) == ["C2"]
        assert records.digests.due("discord", NOW, 10) == ()

    def test_a_change_holds_only_where_nobody_was_quicker(self, records: Records) -> None:
        records.digests.subscribe(ORDERED, NOW)
        quick, slow = replace(ORDERED, language="en"), replace(ORDERED, standing="paused")
        assert records.digests.change(ORDERED, quick, NOW + MINUTE)
        assert not records.digests.change(ORDERED, slow, None)
        assert records.digests.subscription(CHANNEL) == quick
        assert channels(records.digests.due("slack", NOW + MINUTE, 10)) == ["C1"]

    def test_an_order_can_be_taken_back_once(self, records: Records) -> None:
        records.digests.subscribe(ORDERED, NOW)
        assert [records.digests.unsubscribe(CHANNEL), records.digests.unsubscribe(CHANNEL)] == [True, False]
        assert records.digests.subscription(CHANNEL) is None


class TestFollows:
    def test_a_channel_follows_a_thing_once_and_from_the_first_time_on(self, records: Records) -> None:
        records.digests.follow(META)
        records.digests.follow(replace(META, since=99))
        records.digests.follow(replace(META, metric="capex"))
        assert records.digests.follows(TODAY.channel) == (META, replace(META, metric="capex"))
        assert records.digests.follows("slack:T1:C2") == ()

    def test_what_all_follow_is_told_by_channel(self, records: Records) -> None:
        records.digests.follow(replace(META, place=OTHER))
        records.digests.follow(META)
        assert [one.place.channel for one in records.digests.all_follows()] == ["C1", "C2"]

    def test_it_can_be_taken_back(self, records: Records) -> None:
        records.digests.follow(META)
        assert not records.digests.unfollow(CHANNEL, "meta", "capex")
        assert records.digests.unfollow(CHANNEL, "meta", "")
        assert records.digests.follows(TODAY.channel) == ()


class TestLedger:
    def test_a_delivery_is_opened_once(self, records: Records) -> None:
        assert records.digests.open(TODAY, NOW + MINUTE)
        assert not records.digests.open(TODAY, NOW + MINUTE)
        assert records.digests.open(replace(TODAY, slot="2026-11-22"), NOW + MINUTE)
        assert records.digests.delivery(TODAY.channel, TODAY.slot) == TODAY

    def test_a_delivery_is_taken_when_its_lease_is_over_and_by_one(self, records: Records) -> None:
        records.digests.open(TODAY, NOW + MINUTE)
        assert records.digests.take("slack", NOW, NOW + MINUTE, 9) == ()
        assert records.digests.take("discord", NOW + MINUTE, NOW + 2 * MINUTE, 9) == ()
        assert records.digests.take("slack", NOW + MINUTE, NOW + 2 * MINUTE, 9) == (replace(TODAY, attempt=2),)
        assert records.digests.take("slack", NOW + MINUTE, NOW + 2 * MINUTE, 9) == ()

    def test_who_has_lost_a_delivery_writes_nothing(self, records: Records) -> None:
        records.digests.open(TODAY, NOW)
        [taken] = records.digests.take("slack", NOW, NOW + MINUTE, 9)
        assert not records.digests.write(replace(TODAY, progress="sending"), NOW + MINUTE)
        done = replace(taken, progress="done", message="1.0", aside="a", claims=("a", "b"), at=NOW + MINUTE)
        assert records.digests.write(done, None)
        assert records.digests.delivery(TODAY.channel, TODAY.slot) == done

    def test_a_delivery_that_is_over_is_neither_taken_nor_written(self, records: Records) -> None:
        records.digests.open(TODAY, NOW)
        assert records.digests.write(replace(TODAY, progress="done"), None)
        assert records.digests.take("slack", NOW + MINUTE, NOW + 2 * MINUTE, 9) == ()
        assert not records.digests.write(replace(TODAY, progress="sending"), NOW)

    def test_no_more_are_taken_than_are_wanted_those_over_longest_first(self, records: Records) -> None:
        for number in range(4):
            records.digests.open(replace(TODAY, channel=f"slack:T1:C{number}"), NOW - number * MINUTE)
        taken = records.digests.take("slack", NOW, NOW + MINUTE, 2)
        assert {one.channel for one in taken} == {"slack:T1:C3", "slack:T1:C2"}

    @pytest.mark.parametrize(
        ("progress", "told"),
        [("claimed", 0), ("sending", 0), ("posted", 9), ("done", 9), ("silent", 9), ("uncertain", 9), ("refused", 0)],
    )
    def test_the_news_of_what_arrived_or_may_have_count_as_told(
        self, records: Records, progress: Progress, told: int
    ) -> None:
        records.digests.open(replace(TODAY, progress=progress), NOW)
        assert records.digests.told(TODAY.channel, "digest") == told
        assert records.digests.told(TODAY.channel, "alert") == 0

    def test_deliveries_are_told_the_newest_first(self, records: Records) -> None:
        days = [replace(TODAY, slot=f"2026-11-{day}", at=NOW + timedelta(days=day)) for day in (21, 22, 23)]
        for one in days:
            records.digests.open(one, NOW)
        records.digests.open(replace(TODAY, slot="after 3", kind="alert"), NOW)
        since = NOW + timedelta(days=22)
        assert records.digests.deliveries(TODAY.channel, "digest", since) == (days[2], days[1])

    def test_only_what_is_over_is_forgotten_after_its_time(self, records: Records) -> None:
        records.digests.open(TODAY, NOW)
        later = NOW + DELIVERY_FOR + MINUTE
        records.clean_up(later)
        assert records.digests.delivery(TODAY.channel, TODAY.slot) == TODAY
        records.digests.write(replace(TODAY, progress="done"), None)
        records.clean_up(NOW + DELIVERY_FOR)
        assert records.digests.delivery(TODAY.channel, TODAY.slot)
        records.clean_up(later)
        assert records.digests.delivery(TODAY.channel, TODAY.slot) is None


def test_a_workspace_that_leaves_takes_its_orders_along(records: Records) -> None:
    records.digests.subscribe(ORDERED, NOW)
    records.digests.follow(META)
    records.digests.open(TODAY, NOW)
    elsewhere = replace(CHANNEL, workspace="T11")
    records.digests.subscribe(replace(ORDERED, place=elsewhere), NOW)
    assert records.forget_workspace(Workspace(platform="slack", id="T1"), NOW)
    assert records.digests.subscriptions() == (replace(ORDERED, place=elsewhere),)
    assert records.digests.all_follows() == ()
    assert records.digests.delivery(TODAY.channel, TODAY.slot) is None


def test_of_many_processes_one_opens_and_one_takes(url: str) -> None:
    with SqlRecords(url) as one, SqlRecords(url) as other, ThreadPoolExecutor(4) as threads:
        both = one, other

        def opened(number: int) -> bool:
            return both[number % 2].digests.open(TODAY, NOW)

        def taken(number: int) -> int:
            return len(both[number % 2].digests.take("slack", NOW, NOW + MINUTE, 9))

        assert sum(threads.map(opened, range(8))) == 1
        assert sum(threads.map(taken, range(8))) == 1
