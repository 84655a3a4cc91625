"""Feeds that are followed: in memory, on SQLite and on PostgreSQL alike."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.feed import Entry, EntryCounts, FollowedFeed, WaitingEntry
from bot.records import Records, SqlRecords
from bot.records.port_of_feeds import CLAIM_FOR, ENTRY_FOR, MOST_KEPT
from tests.adapters.program import together

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=2)
PAPER = FollowedFeed(address="https://paper.example/feed", who="terminal:ann", ask_at=NOW, due=NOW)
OTHER = replace(PAPER, address="https://other.example/feed")
ONE = Entry("1", "https://paper.example/1", date(2026, 11, 20))
TWO = Entry("2", "https://paper.example/2", date(2026, 11, 21))
UNDATED = Entry("0", "https://paper.example/0")


def counts(records: Records) -> EntryCounts:
    [(_, found)] = records.feeds.feeds()
    return found


def test_a_feed_is_followed_once_and_listed_by_its_address(records: Records) -> None:
    assert records.feeds.follow(PAPER)
    assert records.feeds.follow(OTHER)
    assert not records.feeds.follow(replace(PAPER, who="terminal:bob"))
    assert [feed for feed, _ in records.feeds.feeds()] == [OTHER, PAPER]


def test_a_feed_that_is_followed_no_more_is_forgotten_with_its_entries(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.saw(PAPER.address, (ONE,), NOW)
    assert records.feeds.unfollow(PAPER.address)
    assert not records.feeds.unfollow(PAPER.address)
    records.feeds.follow(PAPER)
    assert counts(records) == EntryCounts()


def test_a_feed_that_is_due_is_claimed_by_one_alone(records: Records) -> None:
    records.feeds.follow(PAPER)
    assert records.feeds.claim("one", NOW) == PAPER
    assert records.feeds.claim("other", NOW) is None
    assert records.feeds.claim("one", NOW) is None


def test_what_is_due_longest_is_claimed_first_and_what_is_not_due_never(records: Records) -> None:
    early, late = replace(PAPER, due=NOW - timedelta(hours=1)), replace(OTHER, due=NOW + timedelta(seconds=1))
    sooner = replace(PAPER, address="https://zeit.example/feed", due=NOW.astimezone(timezone(timedelta(hours=9))))
    for feed in (late, sooner, early):
        records.feeds.follow(feed)
    claimed = [records.feeds.claim("one", NOW) for _ in range(3)]
    assert claimed == [early, sooner, None]


def test_a_claim_of_a_process_that_died_runs_out(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.claim("dead", NOW)
    assert records.feeds.claim("other", NOW + CLAIM_FOR - timedelta(seconds=1)) is None
    assert records.feeds.claim("other", NOW + CLAIM_FOR) == PAPER
    assert not records.feeds.renew(PAPER.address, "dead", LATER)


def test_a_renewed_claim_lasts_longer(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.claim("one", NOW)
    assert records.feeds.renew(PAPER.address, "one", NOW + CLAIM_FOR / 2)
    assert records.feeds.claim("other", NOW + CLAIM_FOR) is None


def test_a_feed_that_was_removed_meanwhile_is_renewed_for_nobody(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.claim("one", NOW)
    records.feeds.unfollow(PAPER.address)
    assert not records.feeds.renew(PAPER.address, "one", NOW)
    records.feeds.let_go(PAPER, "one")
    assert records.feeds.feeds() == ()


def test_who_lets_go_leaves_how_it_stands_with_the_feed(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.claim("one", NOW)
    now = replace(
        PAPER, etag='"1"', modified="Sat", asked=NOW, ask_at=LATER, due=LATER, failures=2, error="It is away."
    )
    records.feeds.let_go(now, "one")
    assert records.feeds.feeds() == ((now, EntryCounts()),)
    assert records.feeds.claim("other", NOW) is None
    assert records.feeds.claim("other", LATER) == now


def test_who_has_lost_the_claim_changes_nothing(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.claim("slow", NOW)
    records.feeds.claim("next", LATER)
    records.feeds.let_go(replace(PAPER, error="late"), "slow")
    assert records.feeds.feeds() == ((PAPER, EntryCounts()),)
    assert records.feeds.claim("slow", LATER) is None


def test_an_entry_is_new_once(records: Records) -> None:
    records.feeds.follow(PAPER)
    assert records.feeds.saw(PAPER.address, (ONE,), NOW) == 1
    assert records.feeds.saw(PAPER.address, (TWO, ONE), LATER) == 1
    assert records.feeds.waiting(PAPER.address, LATER, 10) == (WaitingEntry(ONE, 0), WaitingEntry(TWO, 0))
    assert records.feeds.waiting(OTHER.address, LATER, 10) == ()


def test_entries_wait_from_the_oldest_on_and_as_many_are_given_as_are_wanted(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.saw(PAPER.address, (TWO, ONE, UNDATED), NOW)
    assert [one.entry for one in records.feeds.waiting(PAPER.address, NOW, 2)] == [UNDATED, ONE]


def test_what_was_taken_in_waits_no_more_when_it_is_named_again(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.saw(PAPER.address, (ONE,), NOW)
    records.feeds.took(PAPER.address, ONE.mark)
    records.feeds.saw(PAPER.address, (ONE,), LATER)
    assert records.feeds.waiting(PAPER.address, LATER, 10) == ()
    assert records.feeds.next_try(PAPER.address) is None
    assert counts(records) == EntryCounts(taken=1)


def test_what_failed_waits_for_its_time_and_knows_how_often_it_did(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.saw(PAPER.address, (ONE,), NOW)
    records.feeds.failed(PAPER.address, ONE.mark, LATER)
    assert records.feeds.waiting(PAPER.address, NOW, 10) == ()
    assert records.feeds.next_try(PAPER.address) == LATER
    assert records.feeds.waiting(PAPER.address, LATER, 10) == (WaitingEntry(ONE, 1),)


def test_what_is_given_up_stays_known_and_waits_no_more(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.saw(PAPER.address, (ONE,), NOW)
    records.feeds.failed(PAPER.address, ONE.mark, None)
    assert records.feeds.saw(PAPER.address, (ONE,), LATER) == 0
    assert records.feeds.waiting(PAPER.address, LATER, 10) == ()
    assert counts(records) == EntryCounts(given_up=1)


def test_an_entry_is_forgotten_that_its_feed_has_not_named_for_long(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.saw(PAPER.address, (ONE, TWO), NOW)
    records.feeds.saw(PAPER.address, (TWO,), NOW + ENTRY_FOR + timedelta(seconds=1))
    assert counts(records) == EntryCounts(waiting=1)


def test_the_entries_of_a_silent_feed_stay_known(records: Records) -> None:
    records.feeds.follow(PAPER)
    records.feeds.saw(PAPER.address, (ONE,), NOW)
    records.clean_up(NOW + 4 * ENTRY_FOR)
    assert records.feeds.saw(PAPER.address, (ONE,), NOW + 4 * ENTRY_FOR) == 0


def test_a_feed_that_names_ever_new_entries_fills_no_disk(records: Records) -> None:
    records.feeds.follow(PAPER)
    for turn in range(3):
        named = tuple(Entry(f"{turn}-{number}", ONE.link) for number in range(MOST_KEPT // 2))
        records.feeds.saw(PAPER.address, named, NOW + timedelta(hours=turn))
    assert counts(records) == EntryCounts(waiting=MOST_KEPT)
    assert records.feeds.saw(PAPER.address, named, NOW + timedelta(hours=3)) == 0


def test_what_was_seen_of_a_feed_before_it_is_followed_is_its(records: Records) -> None:
    records.feeds.saw(PAPER.address, (ONE,), NOW)
    records.feeds.follow(PAPER)
    assert counts(records) == EntryCounts(waiting=1)


def test_what_nobody_came_to_follow_is_forgotten(records: Records) -> None:
    records.feeds.saw(PAPER.address, (ONE,), NOW)
    records.clean_up(NOW + CLAIM_FOR + timedelta(seconds=1))
    records.feeds.follow(PAPER)
    assert counts(records) == EntryCounts()


def test_of_many_processes_one_claims_a_feed_and_the_next_start_knows_it(url: str) -> None:
    with SqlRecords(url) as first, SqlRecords(url) as second:
        first.feeds.follow(PAPER)
        one, other = together(lambda: first.feeds.claim("one", NOW), lambda: second.feeds.claim("other", NOW))
    assert sorted([one, other], key=str) == [PAPER, None]
    with SqlRecords(url) as again:
        assert again.feeds.feeds() == ((PAPER, EntryCounts()),)


@pytest.mark.parametrize("turn", range(5))
def test_however_many_ask_at_once_no_feed_is_claimed_twice(url: str, turn: int) -> None:
    feeds = [replace(PAPER, address=f"https://paper.example/{turn}/{number}") for number in range(4)]
    with SqlRecords(url) as records:
        for feed in feeds:
            records.feeds.follow(feed)
        claimed = together(*(lambda by=by: records.feeds.claim(by, NOW) for by in "abcdefgh"))
    got = [feed.address for feed in claimed if feed]
    assert got
    assert len(got) == len({*got})
