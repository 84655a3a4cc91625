"""Runs of letters: what words of one family share."""

from hypothesis import given
from hypothesis import strategies as st

from bot.statements.runs import runs, runs_of


def test_a_word_is_cut_into_runs_of_four_letters_with_its_ends() -> None:
    assert runs("spend") == {" spe", "spen", "pend", "end "}


def test_a_compound_shares_runs_with_what_it_is_made_of() -> None:
    assert len(runs("tagesverlust") & runs("verlust")) > len(runs("verlust")) / 2


def test_umlauts_are_of_one_spelling() -> None:
    assert runs("größe") == runs("groesse")


@given(st.text(st.characters(categories=["Ll"]), max_size=3))
def test_a_short_word_is_one_run_at_least(word: str) -> None:
    assert runs(word)


def test_the_runs_of_words_are_those_of_each() -> None:
    assert runs_of(["spend", "end"]) == runs("spend") | runs("end")
