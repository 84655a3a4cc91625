"""The index of statements: what it holds of a claim, and that it is the same however it came about."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.statements import Statements
from bot.statements.entry import Held
from bot.statements.phrasings import Phrasings
from bot.statements.stems import stem
from knowledge.claim import Claim, Retirement, State, Terms
from knowledge.value import Bilingual, Language, Passage
from tests.bot.samples import both, claim

WORDS = ("investing", "wandera", "wanderb", "wanderc", "fear", "chips", "Größe", "größer", "an", "x", "servers")
PROBES = (*WORDS, "wanderx", "wander", "invseting", "groesse", "servrs", "quantum")


def index(*claims: Claim) -> Statements:
    statements = Statements()
    for one in claims:
        statements.put(one)
    return statements


def saying(key: str, english: str, german: str | None = None, **fields: Any) -> Claim:
    return claim(key, statement=both(english, german or "Aussage."), **fields)


def in_state(one: Claim, state: State) -> Claim:
    retired = Retirement(reason="old") if state == "retired" else None
    return one.model_copy(update={"state": state, "retired": retired})


def known(statements: Statements) -> object:
    """Everything that an index tells."""
    told: dict[object, object] = {"size": len(statements), "claims": statements.where(lambda _: True)}
    for code in ("en", "de"):
        language: Language = "de" if code == "de" else "en"
        for word in PROBES:
            one = stem(word.casefold(), language)
            told[code, word] = (
                sorted(statements.holders(one, language)),
                statements.weight((one,), language),
                statements.printed_like(word.casefold(), language),
            )
        for key in statements.where(lambda _: True):
            told[code, "held", key] = statements.held(key, language)
    return told


texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
claims = st.builds(
    lambda number, english, german, state: in_state(saying(f"claim-{number}", english + ".", german + "."), state),
    st.integers(0, 5),
    texts,
    texts,
    st.sampled_from(["approved", "approved", "proposed", "retired"]),
)
different = st.lists(claims, unique_by=lambda one: one.id, max_size=6)

few = settings(max_examples=20)


@few
@given(different.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_the_order_in_which_claims_are_put_in_changes_nothing(orders: tuple[list[Claim], list[Claim]]) -> None:
    one, other = orders
    assert known(index(*one)) == known(index(*other))


@few
@given(different, claims)
def test_a_claim_that_is_put_in_and_dropped_leaves_the_index_as_it_was(there: list[Claim], passing: Claim) -> None:
    there = [one for one in there if one.id != passing.id]
    statements = index(*there)
    statements.put(passing)
    statements.drop(passing.id)
    assert known(statements) == known(index(*there))


@few
@given(st.lists(claims, max_size=12))
def test_an_index_that_followed_changes_is_the_one_of_their_outcome(history: list[Claim]) -> None:
    outcome = {one.id: one for one in history}
    assert known(index(*history)) == known(index(*outcome.values()))


def test_a_word_is_held_by_the_claims_that_say_it_in_any_form() -> None:
    statements = index(saying("one", "Meta invests."), saying("two", "They were investing."), saying("three", "No."))
    assert sorted(statements.holders(stem("invested", "en"), "en")) == ["one", "two"]


def test_the_statement_of_one_language_says_nothing_in_the_other() -> None:
    statements = index(saying("one", "Fear drives it.", "Angst treibt es."))
    assert list(statements.holders(stem("angst", "en"), "en")) == []
    assert list(statements.holders(stem("fear", "de"), "de")) == []


def test_the_words_of_quote_and_context_count_in_the_language_of_the_articles() -> None:
    one = saying("one", "A.", quote=Passage(start=0, text="Chips fehlen."), context=(Passage(start=50, text="Netz"),))
    statements = index(one)
    assert list(statements.holders(stem("chips", "de"), "de")) == ["one"]
    assert list(statements.holders(stem("netz", "de"), "de")) == ["one"]


def test_a_statement_that_waits_for_its_translation_has_no_words_there() -> None:
    waiting = claim("one", statement=Bilingual(en=None, de="Angst."))
    assert index(waiting).held("one", "en") == Held()


@pytest.mark.parametrize("state", ["proposed", "retired"])
def test_a_claim_that_is_not_approved_is_left_out(state: State) -> None:
    statements = index(in_state(saying("one", "Fear."), state))
    assert len(statements) == 0
    assert list(statements.holders("fear", "en")) == []


@pytest.mark.parametrize("state", ["proposed", "retired"])
def test_a_claim_that_is_approved_no_longer_is_forgotten(state: State) -> None:
    one = saying("one", "Fear.")
    assert len(index(one, in_state(one, state))) == 0


def test_a_claim_that_says_something_else_now_is_found_by_that_alone() -> None:
    statements = index(saying("one", "Fear."), saying("one", "Chips."))
    assert list(statements.holders("fear", "en")) == []
    assert list(statements.holders("chip", "en")) == ["one"]


def test_to_drop_what_is_not_there_does_nothing() -> None:
    statements = index(saying("one", "Fear."))
    statements.drop("two")
    assert len(statements) == 1


def test_a_word_weighs_as_much_as_it_is_rare() -> None:
    statements = index(saying("one", "Fear chips."), saying("two", "Chips."), saying("three", "Chips."))
    assert statements.weight(["quantum"], "en") > statements.weight(["fear"], "en") > statements.weight(["chip"], "en")


def test_a_word_that_every_claim_says_weighs_no_less_than_nothing() -> None:
    assert index(*(saying(f"claim-{number}", "Chips.") for number in range(50))).weight(["chip"], "en") >= 0


def test_claims_are_chosen_by_their_entries_in_the_order_of_their_ids() -> None:
    statements = index(saying("two", "Fear."), saying("one", "Fear."), saying("three", "Chips."))
    assert statements.where(lambda entry: "fear" in entry.texts["en"].said) == ["one", "two"]


@pytest.mark.parametrize("typed", ["quantm", "quantun", "qauntum", "quanttum"])
def test_a_printed_word_is_known_in_spite_of_a_slip(typed: str) -> None:
    assert index(saying("one", "Quantum.")).printed_like(typed, "en") == "quantum"


@pytest.mark.parametrize(
    ("printed", "typed"),
    [("Zebra.", "zebrk"), ("Quantum.", "quandom"), ("Ab1234567.", "ab1234568"), ("Quantum.", "")],
    ids=["a short word", "two slips", "a number", "nothing"],
)
def test_a_word_is_not_taken_for_another_that_it_misses_by_too_much(printed: str, typed: str) -> None:
    assert index(saying("one", printed)).printed_like(typed, "en") is None


def test_a_slip_is_forgiven_however_umlauts_are_typed() -> None:
    statements = index(saying("one", "A.", "Zölibatär."))
    assert {statements.printed_like(typed, "de") for typed in ("zölibaträ", "zoelibatar")} == {"zölibatär"}


def test_of_two_words_as_near_the_same_one_is_meant_in_every_process() -> None:
    near: Iterable[Claim] = [saying(word, f"{word}.") for word in ("wanderc", "wandera", "wanderb")]
    assert index(*near).printed_like("wanderx", "en") == "wandera"


def test_a_word_of_a_claim_that_is_gone_is_known_no_longer() -> None:
    statements = index(saying("one", "Quokkas."))
    assert statements.printed_like("quokas", "en") == "quokkas"
    statements.drop("one")
    assert statements.printed_like("quokas", "en") is None


def test_a_word_with_which_people_ask_for_several_claims_is_known_in_spite_of_a_slip() -> None:
    lines = [f"{claim} | en | who juggles {claim}" for claim in ("chips", "fear", "loss")]
    statements = Statements(lambda: Phrasings(lines))
    assert statements.printed_like("jugglse", "en") == "juggles"


def test_a_claim_is_held_by_the_terms_under_which_it_is_looked_for() -> None:
    statements = index(saying("one", "Fear.", "Angst.", terms=Terms(en="panic worry", de="panik")))
    assert list(statements.holders("panic", "en")) == ["one"]
    held = statements.held("one", "en")
    assert [sorted(one) for one in (held.said, held.quoted, held.terms)] == [["fear"], [], ["panic", "worri"]]
    assert statements.held("one", "de").terms == {"panik"}


def test_what_a_claim_says_and_what_it_quotes_are_held_apart() -> None:
    passage = Passage(start=0, text="Chips fehlen.")
    held = index(saying("one", "A.", "Prozessoren fehlen.", quote=passage)).held("one", "de")
    assert (sorted(held.said), sorted(held.quoted)) == (["fehl", "prozessor"], ["chips"])


def test_what_a_claim_is_held_by_weighs_as_the_base_is_now() -> None:
    statements = index(saying("one", "Fear."), saying("two", "Chips."))
    before = statements.held("one", "en").weight
    statements.put(saying("three", "Fear."))
    assert statements.held("one", "en").weight < before


def test_a_claim_is_known_by_whom_it_concerns() -> None:
    statements = index(saying("one", "A.", about=("alphabet",), speaker="barclays"))
    assert [list(statements.concerning(one)) for one in ("meta", "alphabet", "barclays")] == [["one"]] * 3
    statements.drop("one")
    assert list(statements.concerning("alphabet")) == []


def test_a_term_that_the_claim_says_itself_is_said() -> None:
    assert index(saying("one", "Fear.", terms=Terms(en="fear"))).held("one", "en").terms == frozenset()


def test_a_phrase_is_held_as_one_word() -> None:
    assert "too_much" in index(saying("one", "They spend too much.")).held("one", "en").said


def test_words_of_one_meaning_weigh_as_much_as_all_of_them_are_rare() -> None:
    statements = index(saying("one", "Fear."), saying("two", "Worry."), saying("three", "Chips."))
    assert statements.weight(["fear"], "en") == statements.weight(["worri"], "en")
    assert statements.weight(["fear", "worri"], "en") < statements.weight(["fear"], "en")
