"""The thesaurus: symmetric meanings, and a file of which every line can be met by a question."""

from pathlib import Path

import pytest

import bot.statements
from bot.statements.stems import stem
from bot.statements.thesaurus import alike, meant_words
from knowledge.folding import tokens
from knowledge.value import Language

LINES = (Path(bot.statements.__file__).parent / "meanings.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> Language:
    return "de" if request.param == "de" else "en"


def test_a_word_means_itself(language: Language) -> None:
    assert all(stem(word, language) in alike(stem(word, language), language) for word in meant_words())


def test_a_word_that_has_no_line_means_itself_alone(language: Language) -> None:
    assert alike("quxly", language) == {"quxly"}


def test_words_of_one_line_mean_each_other(language: Language) -> None:
    for line in LINES:
        meaning = {stem(word, language) for word in line.split()}
        assert all(meaning <= alike(one, language) for one in meaning), line


def test_if_one_word_means_another_the_other_means_it_too(language: Language) -> None:
    every = {stem(word, language) for word in meant_words()}
    assert [(one, other) for one in every for other in alike(one, language) if one not in alike(other, language)] == []


@pytest.mark.parametrize("line", LINES)
def test_a_line_holds_several_words_each_as_questions_are_read(line: str) -> None:
    words = line.split()
    assert len(set(words)) > 1
    assert [token.folded for token in tokens(line)] == words
