"""A curator's decision: written where the base is as it was seen, logged as what it is, undone nowhere."""

from decimal import Decimal
from pathlib import Path
from threading import Barrier, Thread

import pytest

from knowledge.amount import PrintedAmount
from knowledge.claim import Claim, Retirement
from knowledge.doubt import Doubt, Proposed
from knowledge.fault import Fault
from knowledge.store import Outdated, PutClaim, Revision, Store
from knowledge.value import Passage

from .conftest import Open
from .sample import NOW, OLDER, claim

FIRST = OLDER.claims[0]
WAITING = claim(
    "waiting",
    metric="revenue",
    state="proposed",
    proposed=Proposed(confidence=0.8, doubts=(Doubt(kind="status_weak"),)),
)
APPROVED = WAITING.model_copy(update={"state": "approved", "proposed": None})
REJECTED = WAITING.model_copy(
    update={"state": "retired", "proposed": None, "retired": Retirement(reason="not what it says")}
)


@pytest.fixture
def waiting(store: Store) -> Store:
    """A base with one claim that waits."""
    store.write("anna", [PutClaim(WAITING)], NOW)
    return store


def answering(store: Store) -> set[str]:
    found = store.evidence({"meta"}, {"revenue"}).claims
    return {one.id for one in found} | {one.id for one in store.evidence_of({"waiting"}).claims}


def test_a_proposed_claim_never_answers_and_an_approved_one_does_in_every_process(waiting: Store, opened: Open) -> None:
    other = opened()
    assert "waiting" not in answering(other)
    number = other.change_number()
    assert waiting.revise(Revision("approve", WAITING, APPROVED), who="anna", at=NOW) == number + 1
    assert other.change_number() == number + 1
    assert "waiting" in answering(other)


def test_a_decision_is_logged_with_who_when_what_before_and_after(waiting: Store) -> None:
    waiting.revise(Revision("approve", WAITING, APPROVED), who="slack:T1:U1", at=NOW)
    added, approved = waiting.history("claim", "waiting")
    assert (added.who, added.what, added.before) == ("anna", "edit", None)
    assert (approved.who, approved.what, approved.at) == ("slack:T1:U1", "approve", NOW)
    assert Claim.model_validate_json(approved.before or "") == WAITING
    assert Claim.model_validate_json(approved.after or "") == APPROVED


def test_what_is_rejected_stays_in_the_base_with_its_reason_and_does_not_answer(waiting: Store) -> None:
    waiting.revise(Revision("reject", WAITING, REJECTED), who="anna", at=NOW)
    assert waiting.claim("waiting") == REJECTED
    assert waiting.history("claim", "waiting")[-1].what == "reject"
    assert "waiting" not in answering(waiting)


def test_a_claim_that_was_decided_on_in_the_meantime_is_not_decided_on_again(waiting: Store) -> None:
    waiting.revise(Revision("reject", WAITING, REJECTED), who="anna", at=NOW)
    with pytest.raises(Outdated, match="'waiting' was changed in the meantime"):
        waiting.revise(Revision("approve", WAITING, APPROVED), who="ben", at=NOW)
    assert waiting.claim("waiting") == REJECTED


def test_a_conflict_that_nobody_has_seen_comes_into_no_base(waiting: Store) -> None:
    amount = PrintedAmount(low=Decimal(40), high=Decimal(40), unit="USD", bound="exact", start=0, text="40")
    other = claim("other", metric="revenue", amount=amount, quote=Passage(start=0, text="40 billion"))
    waiting.write("ben", [PutClaim(other)], NOW)
    with pytest.raises(Outdated, match="now disagrees with 'other'"):
        waiting.revise(Revision("approve", WAITING, APPROVED), who="anna", at=NOW)
    assert waiting.claim("waiting") == WAITING
    waiting.revise(Revision("approve", WAITING, APPROVED, frozenset({"other"})), who="anna", at=NOW)
    assert waiting.claim("waiting") == APPROVED


def test_how_a_claim_would_disagree_is_known_before_it_is_approved(waiting: Store) -> None:
    amount = PrintedAmount(low=Decimal(40), high=Decimal(40), unit="USD", bound="exact", start=0, text="40")
    other = claim("other", metric="revenue", amount=amount, quote=Passage(start=0, text="40 billion"))
    waiting.write("ben", [PutClaim(other)], NOW)
    held, found = waiting.against(WAITING)
    assert [set(pair) for pair in found.conflicts] == [{"waiting", "other"}]
    assert {one.id for one in held.claims} == {"other", "meta-revenue"}
    assert set(held.articles) == {"older", "newer"}


def test_a_claim_that_names_what_is_not_known_is_refused_whole(waiting: Store) -> None:
    strange = APPROVED.model_copy(update={"subject": "nobody"})
    number = waiting.change_number()
    with pytest.raises(Fault, match="names the subject 'nobody'"):
        waiting.revise(Revision("edit", WAITING, strange), who="anna", at=NOW)
    assert (waiting.change_number(), waiting.claim("waiting")) == (number, WAITING)


def test_of_two_who_decide_at_once_one_is_told(waiting: Store, opened: Open) -> None:
    stores, start = [opened(), opened()], Barrier(2)
    outcomes: list[str] = []

    def decide(store: Store, revision: Revision) -> None:
        start.wait()
        try:
            store.revise(revision, who="anna", at=NOW)
            outcomes.append("written")
        except Outdated:
            outcomes.append("told")

    revisions = [Revision("approve", WAITING, APPROVED), Revision("reject", WAITING, REJECTED)]
    threads = [Thread(target=decide, args=pair) for pair in zip(stores, revisions, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["told", "written"]
    assert len(waiting.history("claim", "waiting")) == 2


def test_what_a_curator_decided_survives_an_import_of_what_was_there_before(store: Store, corpus: Path) -> None:
    retired = FIRST.model_copy(update={"state": "retired", "retired": Retirement(reason="out of date")})
    store.revise(Revision("retire", FIRST, retired), who="anna", at=NOW)
    imported = store.import_corpus(corpus, who="ben", at=NOW)
    assert imported.kept == (f"claim {FIRST.id}",)
    assert store.claim(FIRST.id) == retired
