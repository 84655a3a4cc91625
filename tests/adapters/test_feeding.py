"""`capex feed` as a person runs it."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.feed import Entry, FollowedFeed
from bot.records import SqlRecords
from tests.adapters.program import Program, is_one_sentence

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PAPER = FollowedFeed(address="https://paper.example/feed", who="terminal:ann", ask_at=NOW, due=NOW)


def records_of(program: Program) -> SqlRecords:
    return SqlRecords(f"sqlite:///{Path(program.environment['XDG_DATA_HOME']) / 'capex' / 'capex.db'}")


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/feed", "http://[::1]/", "paper.example/feed", "file:///x"])
def test_what_is_no_feed_of_the_public_internet_is_told_in_one_sentence(ready: Program, address: str) -> None:
    assert is_one_sentence(ready.run("feed", "add", address))
    assert ready.run("feed", "list").out == "No feed is followed.\n"


def test_feeds_are_listed_with_what_became_of_their_articles(ready: Program) -> None:
    ready.run("feed", "list")
    with records_of(ready) as records:
        records.feeds.follow(replace(PAPER, asked=NOW, failures=2, error="'paper.example' did not answer in time"))
        records.feeds.saw(PAPER.address, (Entry("1", "https://paper.example/1"),), NOW)
    assert ready.run("feed", "list").out == (
        "https://paper.example/feed\n"
        "  asked 2026-11-21 12:00, next after 2026-11-21 12:00 UTC; articles: 0 taken in, 1 waiting, 0 given up\n"
        "  failed 2 times in turn: 'paper.example' did not answer in time\n"
    )
    [told] = [json.loads(line) for line in ready.run("feed", "list", "--json").out.splitlines()]
    assert (told["url"], told["added_by"], told["failures"]) == (PAPER.address, "terminal:ann", 2)
    assert told["articles"] == {"taken": 0, "waiting": 1, "given_up": 0}


def test_a_feed_is_removed_once(ready: Program) -> None:
    ready.run("feed", "list")
    with records_of(ready) as records:
        records.feeds.follow(PAPER)
    assert ready.run("feed", "remove", PAPER.address).out == "The feed is followed no more.\n"
    assert ready.run("feed", "remove", PAPER.address).out == "This feed is not followed.\n"
