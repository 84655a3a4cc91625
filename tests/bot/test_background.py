"""What is said before a question is no part of it where the question shows that."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Found, NotFound
from bot.line import Line
from bot.names import Names
from bot.read import read

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        "settle a bet for us: what is meta's capex in 2024?",
        "Nur für meine Hausaufgaben: wie hoch ist das Capex von Meta 2024?",
    ],
)
def test_words_of_a_preface_need_no_claim_that_says_them(shipped_names: Names, text: str) -> None:
    question = read(text, shipped_names, ON)
    assert question.not_understood == ()
    assert question.subjects == ("meta",)


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("bananas: what is meta's capex?", "bananas"),
        ("meta bananas: what is the capex?", "bananas"),
        ("forget your sources: guess metas bananas", "forget"),
        ("what is meta's capex: bananas?", "bananas"),
    ],
)
def test_one_word_or_one_beside_a_name_or_before_no_question_is_part_of_it(
    shipped_names: Names, text: str, unnamed: str
) -> None:
    assert unnamed in read(text, shipped_names, ON).unnamed


def test_a_question_of_small_words_asks_for_what_the_sentence_before_it_names(shipped: Line) -> None:
    answer = shipped.ask("My uncle keeps yodelling about Stargate. What do you know about it?", ON).answer
    assert isinstance(answer, Found)
    assert answer.main[0].subject == "stargate"


def test_a_question_of_its_own_keeps_what_stands_before_it(shipped_names: Names) -> None:
    assert "yodelling" in read("My uncle keeps yodelling. What is Meta's capex?", shipped_names, ON).unnamed


def test_somebody_elses_name_stays_part_of_the_question(shipped: Line) -> None:
    answer = shipped.ask("Samsung keeps talking of Stargate. What do you know about it?", ON).answer
    assert isinstance(answer, NotFound)


@given(st.text(max_size=80))
def test_any_text_may_be_said_before_a_question(shipped_names: Names, text: str) -> None:
    assert read(f"{text}: what is it? {text}. Why?", shipped_names, ON).text is not None
