"""The base at a glance, on both engines: what it covers, and the articles that this stands in."""

from collections.abc import Collection

import pytest

from knowledge.claim import Retirement, State
from knowledge.store import Coverage, PutClaim, Store

from .sample import NEWER, NOW, OLDER


def listed(
    store: Store, subjects: Collection[str] = (), metrics: Collection[str] = (), topics: Collection[str] = ()
) -> list[tuple[str, int]]:
    return [(one.article.id, one.claims) for one in store.sources(subjects, metrics, topics)]


def test_every_subject_is_counted_with_each_of_its_metrics(store: Store) -> None:
    every = {("alphabet", "revenue"), ("alphabet", None), ("alphabet", "capex"), ("meta", "revenue"), ("meta", "capex")}
    every.add(("meta", None))
    assert set(store.coverage()) == {Coverage(subject, metric, 1) for subject, metric in every}


def test_what_has_most_claims_comes_first(store: Store) -> None:
    again = OLDER.claims[0].model_copy(update={"id": "meta-capex-again"})
    store.write("anna", [PutClaim(again)], NOW)
    assert store.coverage()[0] == Coverage("meta", "capex", 2)


def test_all_articles_are_listed_newest_first_with_the_number_of_their_claims(store: Store) -> None:
    assert listed(store) == [("newer", len(NEWER.claims)), ("older", len(OLDER.claims))]


@pytest.mark.parametrize(
    ("subjects", "metrics", "topics", "expected"),
    [
        (["meta"], [], [], [("newer", 2), ("older", 2)]),
        (["reuters"], [], [], [("older", 1)]),
        (["meta", "alphabet"], ["capex"], [], [("newer", 1), ("older", 1)]),
        ([], ["revenue"], [], [("newer", 1), ("older", 1)]),
        ([], [], ["energy"], [("newer", 1)]),
        (["alphabet"], [], ["bubble"], [("older", 1)]),
        (["nobody"], [], [], []),
    ],
)
def test_articles_are_listed_that_have_claims_on_all_that_is_named(
    store: Store, subjects: list[str], metrics: list[str], topics: list[str], expected: list[tuple[str, int]]
) -> None:
    assert listed(store, subjects, metrics, topics) == expected


def test_a_claim_that_names_two_of_the_subjects_counts_once(store: Store) -> None:
    assert listed(store, ["meta", "susan-li", "reuters"], ["capex"]) == [("older", 1)]


@pytest.mark.parametrize("state", ["proposed", "retired"])
def test_only_approved_claims_count(store: Store, state: State) -> None:
    retired = Retirement(reason="wrong") if state == "retired" else None
    store.write("anna", [PutClaim(OLDER.claims[0].model_copy(update={"state": state, "retired": retired}))], NOW)
    assert listed(store, ["meta"], ["capex"]) == []
    assert Coverage("meta", "capex", 1) not in store.coverage()
    assert ("older", len(OLDER.claims) - 1) in listed(store)


def test_a_withdrawn_article_is_not_listed(store: Store) -> None:
    store.withdraw_article("older", "The publisher asks for it.", who="ben", at=NOW)
    assert [key for key, _ in listed(store)] == ["newer"]
