"""A table of phrases finds each of them in its own words, however these are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reading.phrases import Phrases
from knowledge.reading.tokens import Tokens

LETTERS = st.characters(categories=["L"])


@given(st.lists(st.text(LETTERS, min_size=1), min_size=1).map(" ".join))
def test_a_phrase_of_letters_is_cut_as_a_text_is(phrase: str) -> None:
    tokens = Tokens(phrase)
    assert Phrases({phrase: "meant"}).find(tokens, 0) == ("meant", len(tokens))


@pytest.mark.parametrize("phrase", ["ca.", "U.S. dollar", "US$", "1st half", "%"])
def test_a_phrase_with_marks_is_found(phrase: str) -> None:
    tokens = Tokens(phrase)
    assert Phrases({phrase: "meant"}).find(tokens, 0) == ("meant", len(tokens))


@pytest.mark.parametrize("text", ["us dollar", "US-Dollar", "US Dollar"])
def test_neither_case_nor_a_hyphen_tells_phrases_apart(text: str) -> None:
    assert Phrases({"US dollar": "meant"}).find(Tokens(text), 0)
