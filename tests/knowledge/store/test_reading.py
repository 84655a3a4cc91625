"""What a filled base says: evidence, coverage, walks."""

from datetime import date, timedelta

import pytest

from knowledge.article import Article
from knowledge.claim import Claim, Retirement
from knowledge.store import Coverage, Edit, PutArticle, PutClaim, PutWord, Store
from knowledge.store.evidence import CLAIMS_A_SUBJECT, MOST_CLAIMS, MOST_SUBJECTS

from .sample import NEWER, NOW, OLDER, VOCABULARY, article, claim, subject


def ids(claims: tuple[Claim, ...]) -> list[str]:
    return [one.id for one in claims]


def test_the_vocabulary_is_that_of_the_corpus(store: Store) -> None:
    assert store.vocabulary() == VOCABULARY


def test_the_vocabulary_stays_the_same_object_while_only_claims_change(store: Store) -> None:
    before = store.vocabulary()
    store.write("anna", [PutClaim(claim("new"))], NOW)
    assert store.vocabulary() is before


def test_evidence_holds_claims_that_mention_the_subject_in_any_role_newest_article_first_in_file_order(
    store: Store,
) -> None:
    assert ids(store.evidence(["meta"], []).claims) == ["meta-revenue", "energy-talk", "meta-capex", "bubble-talk"]


@pytest.mark.parametrize("speaker", ["susan-li", "reuters"])
def test_evidence_finds_who_asserts_a_claim_and_whom_the_article_had_it_from(store: Store, speaker: str) -> None:
    assert ids(store.evidence([speaker], []).claims) == ["meta-capex"]


def test_evidence_is_restricted_to_the_metrics_that_are_given(store: Store) -> None:
    assert ids(store.evidence(["meta", "alphabet"], ["revenue"]).claims) == ["meta-revenue", "alphabet-revenue"]


def test_evidence_brings_each_claims_article(store: Store) -> None:
    assert store.evidence(["meta"], ["capex"]).articles == {"older": OLDER.article}


def test_evidence_holds_a_claim_once_that_mentions_two_of_the_subjects(store: Store) -> None:
    assert ids(store.evidence(["meta", "susan-li", "reuters"], ["capex"]).claims) == ["meta-capex"]


@pytest.mark.parametrize("state", ["proposed", "retired"])
def test_only_approved_claims_are_evidence(store: Store, state: str) -> None:
    retired = Retirement(reason="wrong") if state == "retired" else None
    store.write("anna", [PutClaim(OLDER.claims[0].model_copy(update={"state": state, "retired": retired}))], NOW)
    found = store.evidence(["meta"], ["capex"])
    assert found.claims == ()
    assert Coverage("meta", "capex", 1) not in found.coverage


def test_a_claim_that_is_approved_again_is_evidence_again(store: Store) -> None:
    one = OLDER.claims[0]
    store.write("anna", [PutClaim(one.model_copy(update={"state": "proposed"}))], NOW)
    store.write("anna", [PutClaim(one)], NOW)
    assert ids(store.evidence(["meta"], ["capex"]).claims) == ["meta-capex"]


def test_an_article_that_is_dated_anew_moves_its_claims(store: Store) -> None:
    store.write("anna", [PutArticle(article("older", date(2025, 1, 1)))], NOW)
    assert ids(store.evidence(["meta"], []).claims)[0] == "meta-capex"


def test_coverage_of_a_subject_counts_every_metric_of_its_own_claims(store: Store) -> None:
    assert store.evidence(["meta"], ["capex"]).coverage == (
        Coverage("meta", "capex", 1),
        Coverage("meta", "revenue", 1),
        Coverage("meta", None, 1),
    )


def test_a_metric_alone_brings_the_claims_of_each_subject_and_the_subjects_as_coverage(store: Store) -> None:
    store.write("anna", [PutClaim(claim("alphabet-capex-again", by="alphabet"))], NOW)
    found = store.evidence([], ["capex"])
    assert ids(found.claims) == ["alphabet-capex", "meta-capex", "alphabet-capex-again"]
    assert found.coverage == (Coverage("alphabet", "capex", 2), Coverage("meta", "capex", 1))


@pytest.mark.parametrize(
    ("subjects", "metrics"), [([], []), (["nobody"], []), ([], ["nothing"]), (["nobody"], ["capex"])]
)
def test_what_is_not_known_finds_nothing(store: Store, subjects: list[str], metrics: list[str]) -> None:
    found = store.evidence(subjects, metrics)
    assert (found.claims, found.articles, found.coverage) == ((), {}, ())


def test_a_topic_brings_its_claims_newest_first(store: Store) -> None:
    assert ids(store.evidence_on(["bubble"]).claims) == ["energy-talk", "bubble-talk"]


def many(subjects: int, claims_each: int) -> list[Edit]:
    """Subjects with as many claims of one metric, each claim in an article of another day."""
    days = [date(2020, 1, 1) + timedelta(days=day) for day in range(claims_each)]
    edits: list[Edit] = [PutArticle(article(f"day-{day}", day)) for day in days]
    for number in range(subjects):
        key = f"company-{number:03}"
        edits.append(PutWord("subject", subject(key)))
        edits += (PutClaim(claim(f"{key}-{day}", f"day-{day}", key)) for day in days)
    return edits


def test_of_more_claims_than_anyone_reads_the_newest_are_evidence(store: Store) -> None:
    store.write("anna", many(2, MOST_CLAIMS), NOW)
    found = store.evidence(["company-000"], [])
    assert len(found.claims) == MOST_CLAIMS
    found = store.evidence(["company-000", "company-001"], ["capex"])
    assert len(found.claims) == MOST_CLAIMS
    assert {one.article for one in found.claims} == {
        f"day-{date(2020, 1, 1) + timedelta(days=day)}" for day in range(MOST_CLAIMS // 2, MOST_CLAIMS)
    }


def test_a_metric_alone_brings_few_claims_of_the_subjects_that_have_most(store: Store) -> None:
    extra: list[Edit] = [PutClaim(claim("one-more", by="company-029"))]
    store.write("anna", many(30, CLAIMS_A_SUBJECT + 2) + extra, NOW)
    found = store.evidence([], ["capex"])
    counts = [7] + [6] * (MOST_SUBJECTS - 1)
    assert [one.claims for one in found.coverage] == counts
    assert found.coverage[0].subject == "company-029"
    assert [one.subject for one in found.coverage[1:]] == [f"company-{number:03}" for number in range(23)]
    assert len(found.claims) == MOST_SUBJECTS * CLAIMS_A_SUBJECT
    assert min(one.article for one in found.claims if one.subject != "company-029") == "day-2020-01-03"


def test_only_claims_of_its_own_count_for_a_subject_under_a_metric_alone(store: Store) -> None:
    quoted = [PutClaim(claim(f"reuters-{part}", by="reuters", about=("meta",), speaker="susan-li")) for part in "ab"]
    store.write("anna", quoted, NOW)
    found = store.evidence([], ["capex"]).coverage
    assert [(one.subject, one.claims) for one in found] == [("reuters", 2), ("alphabet", 1), ("meta", 1)]


def test_an_article_that_is_dated_anew_makes_its_claims_the_newest(store: Store) -> None:
    store.write("anna", many(1, CLAIMS_A_SUBJECT + 1), NOW)
    store.write("anna", [PutArticle(article("day-2020-01-01", date(2024, 1, 1)))], NOW)
    found = ids(store.evidence([], ["capex"]).claims)
    assert "company-000-2020-01-01" in found
    assert "company-000-2020-01-02" not in found


def test_all_claims_come_with_their_articles_ordered_by_id(store: Store) -> None:
    pairs = list(store.claims())
    assert [one.id for one, _ in pairs] == sorted(one.id for file in (OLDER, NEWER) for one in file.claims)
    assert all(one.article == source.id for one, source in pairs)


def test_a_walk_over_more_than_a_page_is_complete(store: Store) -> None:
    store.write("anna", many(2, 400), NOW)
    assert len(list(store.claims())) == 806
    assert len(list(store.articles())) == 402
    assert [change.number for change in store.changes()] == list(range(1, store.change_number() + 1))


def test_a_walk_does_not_keep_a_writer_waiting(store: Store) -> None:
    for one, _ in store.claims():
        store.write("anna", [PutClaim(one.model_copy(update={"direction": "up"}))], NOW)
    assert {one.direction for one, _ in store.claims()} == {"up"}


def test_claims_are_walked_by_state(store: Store) -> None:
    store.write("anna", [PutClaim(claim("waiting", state="proposed"))], NOW)
    assert [one.id for one, _ in store.claims("proposed")] == ["waiting"]
    assert len(list(store.claims("approved"))) == 6


def test_a_claim_is_found_by_its_id_in_whatever_state(store: Store) -> None:
    waiting = claim("waiting", state="proposed")
    store.write("anna", [PutClaim(waiting)], NOW)
    assert store.claim("waiting") == waiting
    assert store.claim("nothing") is None


def test_articles_come_by_id(store: Store) -> None:
    assert list[Article](store.articles()) == [NEWER.article, OLDER.article]
