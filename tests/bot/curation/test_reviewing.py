"""Review: what a curator sees, and that a decision holds for just that and passes the proof."""

from datetime import date

import pytest

from bot.curation.fields import Desk, edited, shown
from bot.curation.reviewing import Review, Seen
from bot.line import Line
from knowledge.claim import Claim
from knowledge.fault import Fault
from knowledge.store import Outdated, PutClaim, Store
from tests.curated import NOW, TEXT

ANN = "terminal:ann"
DAY = date(2025, 5, 2)


def of(store: Store, subject: str) -> Claim:
    """The claim on a subject that waits."""
    return next(claim for claim in Review(store).waiting() if claim.subject == subject)


def desk(store: Store, seen: Seen) -> Desk:
    return Desk(seen.article, store.text(seen.article.id), store.vocabulary())


def change(store: Store, of_subject: str, **lines: str) -> Claim:
    """The waiting claim on a subject with other parts, as it stands afterwards."""
    review = Review(store)
    seen = review.look(of(store, of_subject).id)
    return review.edit(edited(seen.claim, lines, desk(store, seen)), seen.mark, ANN, NOW)


def test_what_waits_stands_in_the_order_of_its_article(curated: Store) -> None:
    assert [claim.subject for claim in Review(curated).waiting()] == ["meta", "alphabet", "amazon"]


def test_a_claim_is_seen_in_its_sentence_and_paragraph_and_no_further(curated: Store) -> None:
    around = Review(curated).look(of(curated, "meta").id).around
    assert around.quote in TEXT
    assert f"{around.before}{around.quote} {around.after}" == TEXT.split("\n\n")[1]


def test_an_approved_claim_answers_and_a_waiting_one_does_not(curated: Store) -> None:
    review, line, key = Review(curated), Line(curated), of(curated, "meta").id
    assert key not in {claim["id"] for claim in _claims(line, "meta capex 2025")}
    review.approve(key, review.look(key).mark, ANN, NOW)
    assert key in {claim["id"] for claim in _claims(line, "meta capex 2025")}
    assert key not in {claim.id for claim in review.waiting()}


def _claims(line: Line, text: str) -> list[dict[str, object]]:
    from bot.answer_json import answer_json

    asked = line.ask(text, DAY)
    return list(answer_json(asked.answer, asked.reply, asked.names)["claims"])


def test_a_decision_on_something_older_is_told_to_look_again(curated: Store) -> None:
    review, key = Review(curated), of(curated, "meta").id
    mark = review.look(key).mark
    change(curated, "meta", status="plan")
    with pytest.raises(Outdated, match="has changed since"):
        review.approve(key, mark, ANN, NOW)
    with pytest.raises(Outdated, match="has changed since"):
        review.reject(key, mark, "no", ANN, NOW)


def test_a_conflict_is_seen_before_approval_and_changes_the_mark(curated: Store) -> None:
    review, key = Review(curated), of(curated, "meta").id
    before = review.look(key)
    assert before.disagreeing == frozenset()
    rival = _rival(before.claim, next(one.id for one in curated.articles() if one.id != before.article.id))
    curated.write("ben", [PutClaim(rival)], NOW)
    after = review.look(key)
    assert after.disagreeing == {rival.id}
    assert after.mark != before.mark
    with pytest.raises(Outdated):
        review.approve(key, before.mark, ANN, NOW)
    assert review.approve(key, after.mark, ANN, NOW).state == "approved"


def _rival(claim: Claim, article: str) -> Claim:
    """An approved claim on the same with another amount, of another article."""
    assert claim.amount
    amount = claim.amount.model_copy(update={"low": claim.amount.low * 2, "high": claim.amount.high * 2})  # type: ignore[operator]
    approved = {
        "id": "rival",
        "article": article,
        "amount": amount,
        "state": "approved",
        "proposed": None,
        "speaker": None,
    }
    return claim.model_copy(update=approved)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ({"subject": "samsung"}, "no subject is known under 'samsung'"),
        ({"subject": "Apple"}, "no name of 'apple' stands in quote or context"),
        ({"metric": "net profit", "statement_en": "x"}, "the statement says no amount"),
        ({"amount": "$640 billion"}, "'\\$640 billion' does not stand in the quote"),
        ({"amount": "2025"}, "no amount is read in '2025'|the reader finds"),
        ({"statement_en": "Meta: capital expenditure of $64 billion to $72 billion in 2031"}, "2031"),
        ({"quote": "Meta expects $99 billion"}, "does not stand in the article word for word"),
        ({"status": "certain"}, "'certain' is no status"),
        ({"colour": "red"}, "there is no field 'colour'"),
    ],
)
def test_an_edit_that_its_article_does_not_prove_is_refused_and_changes_nothing(
    curated: Store, lines: dict[str, str], reason: str
) -> None:
    number = curated.change_number()
    with pytest.raises(Fault, match=reason):
        change(curated, "meta", **lines)
    assert curated.change_number() == number


def test_every_part_that_is_shown_can_be_handed_in_again_and_changes_nothing(curated: Store) -> None:
    for claim, article in curated.claims("proposed"):
        parts = Desk(article, curated.text(article.id), curated.vocabulary())
        assert edited(claim, shown(claim), parts) == claim


def test_a_statement_that_was_put_together_follows_its_parts(curated: Store) -> None:
    after = change(curated, "meta", status="plan")
    assert after.status == "plan"
    assert "plan" in (after.statement.en or "")


def test_a_statement_in_a_curators_own_words_stays(curated: Store) -> None:
    said = "Meta plans capital expenditure of $64 billion to $72 billion in 2025."
    assert change(curated, "meta", statement_en=said).statement.en == said
    assert change(curated, "meta", status="plan").statement.en == said


def test_a_period_that_the_quote_does_not_print_is_named_as_inferred(curated: Store) -> None:
    after = change(curated, "meta", period="2026")
    assert after.period
    assert (after.period.label, after.period.words) == ("2026", None)
    assert [one.field for one in after.inferred if one.field == "period"] == ["period"]


def test_what_is_rejected_is_kept_with_its_reason_and_may_be_taken_up_again(curated: Store) -> None:
    review, key = Review(curated), of(curated, "alphabet").id
    review.reject(key, review.look(key).mark, "  it is  old ", ANN, NOW)
    held = curated.claim(key)
    assert held
    assert held.retired
    assert (held.state, held.retired.reason) == ("retired", "it is old")
    assert review.approve(key, review.look(key).mark, ANN, NOW).state == "approved"
    assert [entry.what for entry in curated.history("claim", key)] == ["edit", "reject", "approve"]


def test_a_superseded_claim_names_the_one_that_answers_in_its_place(curated: Store) -> None:
    review = Review(curated)
    old, new = of(curated, "alphabet").id, of(curated, "meta").id
    review.approve(old, review.look(old).mark, ANN, NOW)
    with pytest.raises(Fault, match="is proposed, so that it cannot answer in place"):
        review.supersede(old, new, "newer", ANN, NOW)
    review.approve(new, review.look(new).mark, ANN, NOW)
    ended = review.supersede(old, new, "newer", ANN, NOW)
    assert ended.retired
    assert ended.retired.superseded_by == new
    assert curated.history("claim", old)[-1].what == "supersede"


def test_decisions_that_make_no_sense_are_refused(curated: Store) -> None:
    review, key = Review(curated), of(curated, "meta").id
    with pytest.raises(Fault, match="give a reason"):
        review.reject(key, review.look(key).mark, "  ", ANN, NOW)
    with pytest.raises(Fault, match="only an approved one can be retired"):
        review.retire(key, "old", ANN, NOW)
    review.approve(key, review.look(key).mark, ANN, NOW)
    with pytest.raises(Fault, match="approved already"):
        review.approve(key, review.look(key).mark, ANN, NOW)
    with pytest.raises(Fault, match="only a proposed one can be rejected"):
        review.reject(key, review.look(key).mark, "no", ANN, NOW)
    with pytest.raises(Fault, match="the claim 'nothing' is not known"):
        review.look("nothing")


def test_a_shipped_claim_of_which_the_base_keeps_no_text_is_edited_but_for_its_words(curated: Store) -> None:
    review = Review(curated)
    claim, article = next(pair for pair in curated.claims("approved") if pair[0].amount and pair[0].basis)
    seen = review.look(claim.id)
    assert seen.objections == ()
    after = edited(claim, {"basis": ""}, Desk(article, None, curated.vocabulary()))
    assert review.edit(after, seen.mark, ANN, NOW).basis is None
    moved = claim.model_copy(update={"quote": claim.receipt.model_copy(update={"start": claim.receipt.start + 1})})
    assert "keeps no text" in " ".join(map(str, review.imagined(moved).objections))


def test_every_shipped_claim_passes_the_gate_as_it_stands(curated: Store) -> None:
    review = Review(curated)
    refused = {claim.id: review.look(claim.id).objections for claim, _ in curated.claims("approved")}
    assert {key: told for key, told in refused.items() if told} == {}
