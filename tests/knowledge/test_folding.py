"""One folding: what is looked up by is what collides."""

from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.folding import fold, folded_words, tokens
from knowledge.value import Bilingual
from knowledge.vocabulary import Metric, Subject, Vocabulary


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mag-7", "mag 7"),
        ("Dell'Oro", "Dell Oro"),
        ("Meta’s", "Meta"),
        ("Character.AI", "character ai"),
        ("Größe", "GRÖSSE"),
        ("S&P  500", "s p 500"),
        ("Ｍｅｔａ", "meta"),
        ("Mu\u0308ller", "Müller"),
    ],
)
def test_names_that_a_question_cannot_tell_apart_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(ascii_letters + digits + " _$'", max_size=40))
def test_a_plain_name_folds_to_its_folded_words(name: str) -> None:
    assert fold(name) == " ".join(token.folded for token in tokens(name))


@given(st.text(max_size=40))
def test_a_token_stands_where_it_says(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


@pytest.mark.parametrize("name", ["High Flyer", "high-flyer", "HIGH.FLYER"])
def test_names_that_punctuation_alone_tells_apart_collide(name: str) -> None:
    subjects = (subject("one", "High-Flyer"), subject("two", name))
    with pytest.raises(ValueError, match="belongs to 'one' and cannot also belong to 'two'"):
        Vocabulary(subjects=subjects)


def test_a_subject_and_a_metric_may_share_a_name() -> None:
    Vocabulary(subjects=(subject("one", "Cap-Ex"),), metrics=(Metric(id="two", name=Bilingual(en="cap ex")),))


def test_names_without_a_word_meet_in_no_question() -> None:
    Vocabulary(subjects=(subject("one", "!!!"), subject("two", "???")))


def subject(key: str, name: str) -> Subject:
    return Subject(id=key, kind="company", name=Bilingual(en=name))


@given(st.text())
def test_words_without_places_are_those_with_places(text: str) -> None:
    assert folded_words(text) == [token.folded for token in tokens(text)]
