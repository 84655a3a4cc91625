"""The thread that polls: it begins, goes on whatever a round meets, and ends when it is asked to."""

import threading
from collections.abc import Callable

import pytest

from adapters.following import FeedsOfBase, Following
from adapters.logs import logging_what_ends_threads
from bot.records import MemoryRecords
from knowledge.fault import Fault
from knowledge.store import Store

SOON = 30.0


class Rounds:
    """Rounds that are counted, each with the trouble that is told for it."""

    def __init__(self, *troubles: Exception | None) -> None:
        self._troubles = list(troubles)
        self.done = threading.Event()
        self.count = 0

    def __call__(self, may_go_on: Callable[[], bool]) -> None:
        self.count += 1
        if not self._troubles:
            return  # one more, which may begin in the moment in which the end is asked for
        assert may_go_on()
        trouble = self._troubles.pop(0)
        if not self._troubles:
            self.done.set()
        if trouble:
            raise trouble


def test_a_round_is_done_at_once_and_the_end_is_not_waited_for_in_vain() -> None:
    rounds = Rounds(None)
    following = Following(rounds, every=3600)
    following.start()
    assert rounds.done.wait(SOON)
    following.stop()
    assert (rounds.count, following.is_at_work) == (1, False)


def test_neither_trouble_with_the_records_nor_a_defect_ends_it(caplog: pytest.LogCaptureFixture) -> None:
    rounds = Rounds(Fault("the base is away"), ZeroDivisionError(), None)
    following = Following(rounds, every=0.001)
    with logging_what_ends_threads():
        following.start()
        assert rounds.done.wait(SOON)
        following.stop()
    told = [(record.levelname, record.message) for record in caplog.records]
    assert told == [
        ("WARNING", "the feeds could not be polled"),
        ("ERROR", "a defect has ended a thread"),
    ]


def test_a_round_that_is_under_way_is_told_to_end() -> None:
    begun, seen = threading.Event(), []

    def round_(may_go_on: Callable[[], bool]) -> None:
        begun.set()
        while may_go_on():
            threading.Event().wait(0.001)
        seen.append("ended")

    following = Following(round_)
    following.start()
    assert begun.wait(SOON)
    following.stop()
    assert seen == ["ended"]


def test_what_never_began_ends() -> None:
    following = Following(Rounds(None))
    following.stop()
    assert not following.is_at_work


def test_a_base_without_feeds_is_asked_for_nothing(shipped_store: Store) -> None:
    FeedsOfBase(shipped_store, MemoryRecords())(lambda: True)
