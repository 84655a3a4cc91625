"""Stems: the forms of a word meet, however its umlauts are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.statements.stems import stem, stems
from knowledge.value import Language


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "invest invests investing invested"),
        ("en", "fear fears feared fearing"),
        ("de", "rechenzentrum rechenzentrums"),
        ("de", "angst ängste aengste angste"),
        ("de", "größe groesse grösse grosse"),
        ("de", "für fuer fur"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(language: Language, words: str) -> None:
    assert len({stem(word, language) for word in words.split()}) == 1


def test_words_of_different_meaning_keep_different_stems() -> None:
    assert len({stem(word, "en") for word in ("fear", "chip", "server", "invest")}) == 4


def test_the_words_of_several_texts_are_stemmed_as_words_are_read() -> None:
    assert stems(["Fears, and", "CHIPS!"], "en") == {"fear", "and", "chip"}


@given(st.text(max_size=30), st.sampled_from(["en", "de"]))
def test_any_word_has_a_stem_without_umlauts(word: str, language: Language) -> None:
    assert not set("äöüß") & set(stem(word.casefold(), language))
