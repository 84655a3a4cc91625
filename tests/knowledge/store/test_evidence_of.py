"""Claims fetched by their ids: only approved ones, in the order of all evidence, with their articles."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.claim import Retirement, State
from knowledge.store import Edit, PutArticle, PutClaim, Store
from knowledge.store.evidence import MOST_CLAIMS

from .sample import NEWER, NOW, OLDER, article, claim
from .test_reading import ids

EVERY = [one.id for file in (OLDER, NEWER) for one in file.claims]


def test_the_claims_that_are_asked_for_come_and_no_other(store: Store) -> None:
    assert set(ids(store.evidence_of(["meta-capex", "meta-revenue"]).claims)) == {"meta-capex", "meta-revenue"}


def test_they_come_newest_article_first_in_file_order(store: Store) -> None:
    newest_first = [one.id for file in (NEWER, OLDER) for one in file.claims]
    assert ids(store.evidence_of(sorted(EVERY)).claims) == newest_first


def test_they_come_with_their_articles_and_without_coverage(store: Store) -> None:
    found = store.evidence_of(["meta-capex"])
    assert found.articles == {"older": OLDER.article}
    assert found.coverage == ()


def test_they_are_the_claims_as_they_were_written(store: Store) -> None:
    assert store.evidence_of(["meta-capex"]).claims == (OLDER.claims[0],)


@pytest.mark.parametrize("keys", [[], ["nothing"], [""], ["meta-capex' OR 'a'='a"], ["META-CAPEX"]], ids=str)
def test_what_is_not_known_finds_nothing(store: Store, keys: list[str]) -> None:
    found = store.evidence_of(keys)
    assert (found.claims, found.articles, found.coverage) == ((), {}, ())


def test_one_that_is_asked_for_twice_comes_once(store: Store) -> None:
    assert ids(store.evidence_of(["meta-capex", "meta-capex"]).claims) == ["meta-capex"]


@pytest.mark.parametrize("state", ["proposed", "retired"])
def test_one_that_is_not_approved_does_not_come(store: Store, state: State) -> None:
    retired = Retirement(reason="wrong") if state == "retired" else None
    store.write("anna", [PutClaim(OLDER.claims[0].model_copy(update={"state": state, "retired": retired}))], NOW)
    assert ids(store.evidence_of(["meta-capex", "alphabet-revenue"]).claims) == ["alphabet-revenue"]


def test_one_of_a_withdrawn_article_does_not_come(store: Store) -> None:
    store.withdraw_article("older", "The publisher asks for it.", who="ben", at=NOW)
    assert ids(store.evidence_of(EVERY).claims) == [one.id for one in NEWER.claims]


def test_an_edit_is_seen_at_once(store: Store) -> None:
    assert store.evidence_of(["meta-capex"]).claims[0].direction == "none"
    store.write("anna", [PutClaim(OLDER.claims[0].model_copy(update={"direction": "up"}))], NOW)
    assert store.evidence_of(["meta-capex"]).claims[0].direction == "up"


def test_an_article_that_is_dated_anew_moves_its_claims(store: Store) -> None:
    store.write("anna", [PutArticle(article("older", date(2025, 1, 1)))], NOW)
    assert ids(store.evidence_of(["meta-capex", "meta-revenue"]).claims) == ["meta-capex", "meta-revenue"]


def test_more_are_fetched_than_evidence_on_a_subject_holds(store: Store) -> None:
    keys = [f"claim-{number}" for number in range(MOST_CLAIMS + 1)]
    edits: list[Edit] = [PutClaim(claim(key)) for key in keys]
    store.write("anna", edits, NOW)
    assert set(ids(store.evidence_of(keys).claims)) == set(keys)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sets(st.sampled_from(EVERY)))
def test_whichever_are_asked_for_are_a_part_of_all_in_their_order(store: Store, keys: set[str]) -> None:
    every = ids(store.evidence_of(EVERY).claims)
    assert ids(store.evidence_of(keys).claims) == [key for key in every if key in keys]
