"""What is news since a change: claims that are approved now and were touched, with what they were before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from knowledge.claim import Claim, Retirement
from knowledge.store import PutClaim, Store

from .sample import NOW, claim, write_corpus


@dataclass
class Base:
    """A filled base, and the number from which on what the test does is news."""

    store: Store
    start: int

    def put(self, *claims: Claim) -> int:
        return self.store.write("anna", [PutClaim(one) for one in claims], NOW)

    def keys(self, after: int | None = None) -> list[str]:
        return [one.claim for one in self.store.news(after or self.start, self.store.change_number()).touched]


@pytest.fixture
def base(url: str, tmp_path: Path) -> Iterator[Base]:
    with Store(url, corpus=write_corpus(tmp_path / "corpus")) as store:
        yield Base(store, store.change_number())


def proposed(key: str) -> Claim:
    return claim(key, state="proposed")


def test_what_comes_in_approved_is_news_the_latest_first(base: Base) -> None:
    base.put(claim("a"))
    base.put(claim("b"))
    assert base.keys() == ["b", "a"]
    assert all(one.before is None for one in base.store.news(base.start, base.store.change_number()).touched)


def test_the_window_has_two_ends(base: Base) -> None:
    first = base.put(claim("a"))
    second = base.put(claim("b"))
    base.put(claim("c"))
    assert [one.claim for one in base.store.news(first, second).touched] == ["b"]


def test_a_proposal_is_news_when_it_is_approved(base: Base) -> None:
    proposal = base.put(proposed("a"))
    assert base.keys() == []
    base.put(claim("a"))
    assert base.keys(proposal) == ["a"]


def test_what_was_approved_before_comes_with_what_it_was(base: Base) -> None:
    was = base.store.claim("meta-capex")
    base.put(claim("meta-capex", direction="up"))
    base.put(claim("meta-capex", direction="down"))
    [one] = base.store.news(base.start, base.store.change_number()).touched
    assert (one.claim, one.before, one.number) == ("meta-capex", was, base.store.change_number())


def test_what_came_and_went_is_none(base: Base) -> None:
    base.put(claim("a"))
    base.put(claim("a", state="retired", retired=Retirement(reason="wrong")))
    assert base.keys() == []


def test_it_can_be_asked_for_by_subject_and_metric(base: Base) -> None:
    base.put(
        claim("a"), claim("b", metric="revenue"), claim("c", by="alphabet"), claim("d", by="alphabet", about=("meta",))
    )
    upto = base.store.change_number()

    def found(subjects: list[str], metrics: list[str]) -> list[str]:
        return sorted(one.claim for one in base.store.news(base.start, upto, subjects, metrics).touched)

    assert found(["meta"], []) == ["a", "b", "d"]
    assert found(["meta"], ["capex"]) == ["a", "d"]
    assert found([], ["revenue"]) == ["b"]
    assert found(["meta", "alphabet"], []) == ["a", "b", "c", "d"]
    assert found(["nobody"], []) == []


def test_where_there_are_too_many_the_latest_are_told_and_all_counted(base: Base) -> None:
    base.put(claim("a"))
    base.put(claim("b"))
    base.put(claim("c"))
    news = base.store.news(base.start, base.store.change_number(), most=2)
    assert ([one.claim for one in news.touched], news.total) == (["c", "b"], 3)


def test_the_change_before_a_moment_is_found(base: Base) -> None:
    base.store.write("anna", [PutClaim(claim("a"))], NOW + timedelta(days=1000))
    last = base.store.write("anna", [PutClaim(claim("b"))], NOW + timedelta(days=1001))
    assert base.store.number_before(NOW + timedelta(days=1001)) == last - 1
    assert base.store.number_before(NOW + timedelta(days=1002)) == last
    assert base.store.number_before(NOW - timedelta(days=10_000)) == 0
