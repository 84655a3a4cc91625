"""A line that is warm has at hand what its first questions need."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.line import Line
from bot.names import Names
from knowledge.article import Article
from knowledge.claim import Claim, State
from knowledge.fault import Fault
from knowledge.store import Store
from tests.bot.fake_base import BrokenBase, FakeBase
from tests.bot.samples import VOCABULARY, article, billions, claim

DAY = date(2026, 11, 21)


class Counting(FakeBase):
    """A base that counts how often all its claims are read."""

    def __init__(self) -> None:
        super().__init__([claim("one", billions(1), "paper")], {"paper": article("paper", DAY)}, VOCABULARY)
        self.read = 0

    def claims(self, state: State | None) -> Iterator[tuple[Claim, Article]]:
        self.read += 1
        return super().claims(state)


def test_it_says_how_much_is_at_hand(shipped_store: Store, shipped_names: Names) -> None:
    approved = sum(1 for _ in shipped_store.claims("approved"))
    assert Line(shipped_store).warm() == (len(shipped_names.subjects), len(shipped_names.metrics), approved)


def test_no_question_reads_all_claims_again() -> None:
    base = Counting()
    line = Line(base)
    line.warm()
    line.ask("who said that something happened", DAY)
    assert base.read == 1


def test_a_base_that_is_away_is_told_and_may_come_back() -> None:
    with pytest.raises(Fault, match="away"):
        Line(BrokenBase(Fault("the base is away"))).warm()
