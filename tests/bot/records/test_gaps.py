"""How questions without an answer are counted and forgotten: the same in memory, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from pydantic import TypeAdapter
from sqlalchemy import insert, update

from bot.gap import AskedGap, Gap
from bot.records import MemoryRecords, Records, SqlRecords
from bot.records.port import GAP_FOR, MOST_GAPS
from bot.records.schema import gap as table
from knowledge.store import opening
from knowledge.store.location import Location

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
SAMSUNG = Gap(
    text="samsung capex 2031",
    language="en",
    reason="unknown_name",
    not_understood=("samsung",),
    subjects=("meta",),
    metrics=("capex",),
    period="2031",
)
WOMBAT = Gap(text="wombat's „capex“ 😀 Ü", language="de", reason="not_understood")


def counts(records: Records, at: datetime = NOW) -> dict[str, int]:
    return {asked.gap.text: asked.count for asked in records.gaps(at)}


def test_a_gap_is_kept_with_all_that_was_understood(records: Records) -> None:
    records.missed(SAMSUNG, NOW)
    assert records.gaps(NOW) == (AskedGap(gap=SAMSUNG, count=1, first=NOW, last=NOW),)


def test_the_same_words_are_counted_with_first_and_last_time(records: Records) -> None:
    records.missed(SAMSUNG, NOW)
    again = replace(SAMSUNG, text="Samsung: CAPEX 2031?")
    records.missed(again, LATER)
    assert records.gaps(LATER) == (AskedGap(gap=again, count=2, first=NOW, last=LATER),)


def test_times_stay_in_order_whatever_comes_first_and_in_which_zone(records: Records) -> None:
    soon = NOW + timedelta(hours=1)
    records.missed(SAMSUNG, soon.astimezone(timezone(timedelta(hours=-9))))
    records.missed(replace(SAMSUNG, language="de"), NOW.astimezone(timezone(timedelta(hours=9))))
    assert records.gaps(LATER) == (AskedGap(gap=SAMSUNG, count=2, first=NOW, last=soon),)


def test_the_same_words_with_another_reason_are_another_gap(records: Records) -> None:
    records.missed(SAMSUNG, NOW)
    records.missed(replace(SAMSUNG, reason="other_period"), NOW)
    assert sorted(asked.gap.reason for asked in records.gaps(NOW)) == ["other_period", "unknown_name"]


def test_what_is_asked_most_comes_first_then_what_was_asked_last(records: Records) -> None:
    for text, times in {"often": (1, 2), "early": (3,), "late": (4,)}.items():
        for minutes in times:
            records.missed(replace(WOMBAT, text=text), NOW + timedelta(minutes=minutes))
    assert counts(records, LATER) == {"often": 2, "late": 1, "early": 1}
    assert [asked.gap.text for asked in records.gaps(LATER)] == ["often", "late", "early"]


def test_a_gap_is_kept_for_half_a_year_from_its_last_asking(records: Records) -> None:
    records.missed(SAMSUNG, NOW)
    records.missed(SAMSUNG, LATER)
    records.missed(WOMBAT, NOW)
    records.clean_up(NOW + GAP_FOR)
    assert counts(records, LATER) == {SAMSUNG.text: 2, WOMBAT.text: 1}
    records.clean_up(NOW + GAP_FOR + timedelta(seconds=1))
    assert counts(records, LATER) == {SAMSUNG.text: 2}


def test_what_is_older_is_not_shown_though_nobody_cleaned_up(records: Records) -> None:
    records.missed(SAMSUNG, NOW)
    assert counts(records, NOW + GAP_FOR) == {SAMSUNG.text: 1}
    assert counts(records, NOW + GAP_FOR + timedelta(seconds=1)) == {}


def numbered(count: int) -> Iterator[Gap]:
    return (replace(WOMBAT, text=f"number {number}") for number in range(count))


def is_full(records: Records) -> None:
    """Whether of `SAMSUNG`, asked again, `WOMBAT`, and as many others as fit, one new one drives out `WOMBAT`."""
    records.missed(SAMSUNG, LATER)
    assert len(records.gaps(LATER)) == MOST_GAPS
    records.missed(replace(WOMBAT, text="one more"), LATER)
    kept = counts(records, LATER)
    assert len(kept) == MOST_GAPS
    assert kept[SAMSUNG.text] == 2
    assert "one more" in kept
    assert WOMBAT.text not in kept


def test_when_there_are_too_many_the_one_leaves_that_was_not_asked_for_longest() -> None:
    records = MemoryRecords()
    records.missed(SAMSUNG, NOW)
    records.missed(WOMBAT, NOW)
    for one in numbered(MOST_GAPS - 2):
        records.missed(one, NOW + timedelta(seconds=1))
    is_full(records)


def test_a_database_holds_no_more_either(url: str) -> None:
    at = (NOW + timedelta(seconds=1)).isoformat(timespec="microseconds")
    same = {"asked": 1, "first_at": at, "last_at": at}
    document = TypeAdapter(Gap).dump_json
    rows = [
        {"folded": one.folded, "reason": one.reason, "gap": document(one).decode(), **same}
        for one in numbered(MOST_GAPS - 2)
    ]
    with SqlRecords(url) as records:
        records.missed(SAMSUNG, NOW)
        records.missed(WOMBAT, NOW)
        with opening.alone(opening.writer(Location(url).beside("records").engine())) as connection:
            connection.execute(insert(table), rows)
        is_full(records)


def test_of_many_at_once_every_one_counts(url: str) -> None:
    with SqlRecords(url) as one, SqlRecords(url) as other, ThreadPoolExecutor(4) as threads:
        both = one, other
        list(threads.map(lambda number: both[number % 2].missed(SAMSUNG, NOW), range(16)))
        assert counts(one) == {SAMSUNG.text: 16}


def test_a_gap_of_another_version_is_passed_over(url: str) -> None:
    with SqlRecords(url) as records:
        records.missed(SAMSUNG, NOW)
        records.missed(WOMBAT, NOW)
        with Location(url).beside("records").engine().begin() as connection:
            connection.execute(update(table).where(table.c.reason == WOMBAT.reason).values(gap='{"text": 1}'))
        assert counts(records) == {SAMSUNG.text: 1}
