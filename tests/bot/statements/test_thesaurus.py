"""The thesaurus: symmetric meanings and narrower ones, and a file of which every line can be met by a question."""

from pathlib import Path

import pytest

import bot.statements
from bot.statements.stems import stem
from bot.statements.thesaurus import alike, meant_words, phrases_in
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


def parts(line: str) -> tuple[list[str], list[str]]:
    """The words of a line that are asked for, and the narrower ones that answer them."""
    asked, _, narrower = line.partition(">")
    return asked.split(), narrower.split()


def test_words_of_one_line_mean_each_other(language: Language) -> None:
    for line in LINES:
        meaning = {stem(word, language) for word in parts(line)[0]}
        assert all(meaning <= alike(one, language) for one in meaning), line


def test_a_word_is_answered_by_what_is_narrower_than_it(language: Language) -> None:
    for asked, narrower in map(parts, LINES):
        answering = {stem(word, language) for word in narrower}
        assert all(answering <= alike(stem(word, language), language) for word in asked)


def test_what_is_narrower_does_not_ask_for_what_is_wider() -> None:
    assert "bankruptci" in alike("troubl", "en")
    assert "troubl" not in alike("bankruptci", "en")


@pytest.mark.parametrize("line", LINES)
def test_a_line_holds_several_words_each_as_questions_are_read(line: str) -> None:
    asked, narrower = parts(line)
    words = [*asked, *narrower]
    assert len(set(words)) == len(words) > 1
    assert [token.folded for token in tokens(" ".join(words))] == words


def test_a_phrase_is_found_however_its_words_are_spaced() -> None:
    assert list(phrases_in("do they spend too\n much?")) == ["too_much"]


def test_a_part_of_a_longer_word_is_no_phrase() -> None:
    assert list(phrases_in("a tattoo muchly")) == []
