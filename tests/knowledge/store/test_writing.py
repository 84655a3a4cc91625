"""The one way by which a base changes, and its log."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.claim import Claim, Contrast, Retirement
from knowledge.fault import Fault
from knowledge.store import Change, Edit, PutArticle, PutClaim, PutText, PutWord, Store
from knowledge.vocabulary import Term

from .conftest import Open
from .sample import NOW, OLDER, TEXT, VOCABULARY, article, both, claim, statement, subject

FIRST = OLDER.claims[0]


def last(store: Store) -> Change:
    return list(store.changes())[-1]


def everything(store: Store) -> tuple[object, ...]:
    return store.vocabulary(), list(store.claims()), list(store.articles()), list(store.changes())


def test_a_change_is_logged_with_who_when_what_before_and_after(store: Store) -> None:
    changed = FIRST.model_copy(update={"direction": "up"})
    number = store.write("anna", [PutClaim(changed)], NOW)
    entry = last(store)
    assert (entry.number, entry.who, entry.at, entry.what) == (number, "anna", NOW, "edit")
    assert (entry.kind, entry.key) == ("claim", FIRST.id)
    assert entry.before is not None
    assert Claim.model_validate_json(entry.before) == FIRST
    assert entry.after is not None
    assert Claim.model_validate_json(entry.after) == changed


def test_what_is_added_has_no_before(store: Store) -> None:
    store.write("anna", [PutClaim(claim("new"))], NOW)
    assert last(store).before is None


def test_the_time_of_a_change_is_kept_whatever_its_zone(store: Store) -> None:
    at = datetime(2024, 9, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
    store.write("anna", [PutClaim(claim("new"))], at)
    assert last(store).at == at
    assert last(store).at.tzinfo is UTC


def test_a_time_without_its_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        store.write("anna", [PutClaim(claim("new"))], NOW.replace(tzinfo=None))


def test_an_edit_that_changes_nothing_logs_nothing(store: Store) -> None:
    before = everything(store)
    number = store.change_number()
    assert store.write("anna", [PutClaim(FIRST), PutWord("subject", VOCABULARY.subjects[0])], NOW) == number
    assert everything(store) == before


def test_one_bad_edit_undoes_the_whole_batch(store: Store) -> None:
    before = everything(store)
    good: list[Edit] = [PutWord("subject", subject("nvidia")), PutArticle(article("third")), PutClaim(claim("new"))]
    with pytest.raises(Fault, match="'worse' names the subject 'nobody', which is not known"):
        store.write("anna", [*good, PutClaim(claim("worse", by="nobody"))], NOW)
    assert everything(store) == before
    store.write("anna", good, NOW)


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ({"of_article": "nowhere"}, "article"),
        ({"by": "nobody"}, "subject"),
        ({"about": ("meta", "nobody")}, "subject"),
        ({"speaker": "nobody"}, "subject"),
        ({"via": "nobody"}, "subject"),
        ({"metric": "nothing"}, "metric"),
        ({"measure": "share", "of": "nothing"}, "whole"),
        ({"basis": "nothing"}, "basis"),
        ({"topics": ("nothing",)}, "topic"),
        ({"contrasts": (Contrast(claim="nothing", reason=both("why")),)}, "claim"),
        ({"state": "retired", "retired": Retirement(reason="old", superseded_by="nothing")}, "claim"),
    ],
    ids=str,
)
def test_a_claim_names_only_what_is_known(store: Store, field: dict[str, object], kind: str) -> None:
    with pytest.raises(Fault, match=f"the claim 'new' names the {kind} 'no[a-z]+', which is not known"):
        store.write("anna", [PutClaim(claim("new", **field))], NOW)  # type: ignore[arg-type]


def test_the_members_of_a_group_are_known(store: Store) -> None:
    with pytest.raises(Fault, match="the subject 'group' names the subject 'nobody'"):
        store.write("anna", [PutWord("subject", subject("group", kind="group", members=("meta", "nobody")))], NOW)


def test_the_order_within_a_batch_does_not_matter(store: Store) -> None:
    edits: list[Edit] = [
        PutClaim(statement("new", "third", "nvidia", contrasts=(Contrast(claim="newer-yet", reason=both("why")),))),
        PutClaim(claim("newer-yet", "third", "nvidia")),
        PutArticle(article("third")),
        PutWord("subject", subject("nvidia")),
    ]
    store.write("anna", edits, NOW)
    assert [one.id for one in store.evidence(["nvidia"], []).claims] == ["new", "newer-yet"]


@pytest.mark.parametrize("name", ["Google", "google", "GOOGLE", "Alphabet"])
def test_a_name_that_has_an_owner_is_refused_with_both_named(store: Store, name: str) -> None:
    with pytest.raises(Fault, match="belongs to 'alphabet' and cannot also belong to 'nvidia'"):
        store.write("anna", [PutWord("subject", subject("nvidia", name))], NOW)


def test_two_words_of_one_batch_cannot_own_one_name(store: Store) -> None:
    edits = [PutWord("subject", subject("nvidia", "Chips")), PutWord("subject", subject("amd", "chips"))]
    with pytest.raises(Fault, match="'chips' belongs to 'nvidia' and cannot also belong to 'amd'"):
        store.write("anna", edits, NOW)


def test_a_subject_may_be_named_like_a_metric(store: Store) -> None:
    store.write("anna", [PutWord("subject", subject("capex-inc", "capex"))], NOW)
    assert store.vocabulary().subjects[-1].aliases == ("capex",)


def test_a_name_moves_from_one_word_to_another_within_a_batch(store: Store) -> None:
    edits = [PutWord("subject", subject("google-cloud", "Google")), PutWord("subject", subject("alphabet"))]
    store.write("anna", edits, NOW)
    assert store.vocabulary().subjects[-1].aliases == ("Google",)


def test_a_name_that_was_given_up_is_free(store: Store) -> None:
    store.write("anna", [PutWord("subject", subject("alphabet"))], NOW)
    store.write("anna", [PutWord("subject", subject("nvidia", "Google"))], NOW)


def test_a_new_word_is_the_last_of_its_kind(store: Store) -> None:
    store.write("anna", [PutWord("topic", Term(id="aaa", name=both("Aaa")))], NOW)
    assert [one.id for one in store.vocabulary().topics] == ["bubble", "energy", "aaa"]


def test_new_words_of_one_batch_keep_its_order(store: Store) -> None:
    store.write("anna", [PutWord("topic", Term(id=key, name=both(key))) for key in ("zzz", "aaa")], NOW)
    assert [one.id for one in store.vocabulary().topics][2:] == ["zzz", "aaa"]


def test_one_thing_is_not_edited_twice_in_a_batch(store: Store) -> None:
    with pytest.raises(Fault, match="the claim 'new' stands twice"):
        store.write("anna", [PutClaim(claim("new")), PutClaim(claim("new", direction="up"))], NOW)


def test_a_copy_that_is_not_valid_is_refused(store: Store) -> None:
    with pytest.raises(Fault, match="the claim 'meta-capex' is not valid: a retired claim has a reason"):
        store.write("anna", [PutClaim(FIRST.model_copy(update={"state": "retired"}))], NOW)


def test_a_text_is_kept_with_its_article_and_never_logged(store: Store) -> None:
    store.write("anna", [PutText("older", TEXT)], NOW)
    assert store.text("older") == TEXT
    assert store.text("newer") is None
    assert "Meta expects" not in str(last(store))
    assert OLDER.article.sha256 in str(last(store).after)


def test_a_text_can_be_taken_away(store: Store) -> None:
    store.write("anna", [PutText("older", TEXT)], NOW)
    store.write("anna", [PutText("older", None)], NOW)
    assert store.text("older") is None
    assert last(store).after is None


def test_another_text_than_the_articles_is_refused(store: Store) -> None:
    with pytest.raises(Fault, match="the text given for the article 'older' is not the one"):
        store.write("anna", [PutText("older", TEXT + " ")], NOW)


def test_a_text_of_no_article_is_refused(store: Store) -> None:
    with pytest.raises(Fault, match="the text 'third' names the article 'third', which is not known"):
        store.write("anna", [PutText("third", TEXT)], NOW)


def test_two_open_stores_see_each_others_changes(opened: Open) -> None:
    ours, theirs = opened(), opened()
    number = theirs.change_number()
    assert theirs.vocabulary() == VOCABULARY
    ours.write("anna", [PutWord("subject", subject("nvidia")), PutClaim(claim("new", by="nvidia"))], NOW)
    assert theirs.change_number() == number + 2
    assert theirs.vocabulary().subjects[-1].id == "nvidia"
    assert [one.id for one in theirs.evidence(["nvidia"], []).claims] == ["new"]


claims = st.builds(
    lambda number, by, metric, state, topics: claim(
        f"claim-{number}",
        by=by,
        metric=metric,
        topics=tuple(topics),
        state=state,
        retired=Retirement(reason="old") if state == "retired" else None,
    ),
    st.integers(0, 4),
    st.sampled_from(["meta", "alphabet"]),
    st.sampled_from(["capex", "revenue"]),
    st.sampled_from(["proposed", "approved", "retired"]),
    st.lists(st.sampled_from(["bubble", "energy"]), max_size=3),
)
batches = st.lists(st.lists(claims, unique_by=lambda one: one.id, max_size=3), max_size=5)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(batches)
def test_whatever_is_written_look_ups_agree_with_the_claims_and_the_log_with_the_writes(
    store: Store, written: list[list[Claim]]
) -> None:
    for batch in written:
        store.write("anna", [PutClaim(one) for one in batch], NOW)
    approved = [one for one, _ in store.claims("approved")]
    for key in ("meta", "alphabet"):
        found = store.evidence([key], [])
        assert {one.id for one in found.claims} == {
            one.id for one in approved if key in (one.subject, one.speaker, one.via, *one.about)
        }
        assert sum(one.claims for one in found.coverage) == sum(one.subject == key for one in approved)
    for topic in ("bubble", "energy"):
        found = store.evidence_on([topic])
        assert {one.id for one in found.claims} == {one.id for one in approved if topic in one.topics}
    state: dict[str, str | None] = {}
    for number, entry in enumerate(store.changes(), 1):
        assert entry.number == number
        assert entry.before == state.get(f"{entry.kind} {entry.key}")
        assert entry.before != entry.after
        state[f"{entry.kind} {entry.key}"] = entry.after
    for one, _ in store.claims():
        assert Claim.model_validate_json(state[f"claim {one.id}"] or "") == one
