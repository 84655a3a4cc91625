"""Of several sentences one asks; the others are its background."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Found, NotFound
from bot.line import Line
from bot.sentences import parted

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("I know the profit. What was the capex?", "What was the capex?"),
        ("What was the capex? My boss says 60 billion.", "What was the capex?"),
        ("I know the profit; what was the capex", "what was the capex"),
        ("Am 24. April fiel die Aktie. Um wie viel?", "Um wie viel?"),
    ],
)
def test_the_one_that_asks_is_told_by_its_mark_or_its_words(text: str, asking: str) -> None:
    found = parted(text)
    assert found is not None
    assert found.asking == asking
    assert asking not in found.background


@pytest.mark.parametrize(
    "text",
    [
        "What was the capex?",
        "What was it? Who says so?",
        "I know the profit. Thanks a lot.",
        "Meta vs. Google capex",
        "",
    ],
)
def test_one_sentence_two_questions_or_none_are_not_parted(text: str) -> None:
    assert parted(text) is None


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("I have the profit already. What was Meta's capex in Q1 2024?", "meta-capex-2024-q1"),
        (
            "It was a dark day for Meta's shareholders in April 2024. How many billions of market value were lost?",
            "meta-market-value-2024-04-24-loss",
        ),
        ("What did Meta put into capex in Q1 2024? My boss quoted 60 billion.", "meta-capex-2024-q1"),
    ],
)
def test_what_asks_for_a_figure_goes_back_to_its_background_for_what_it_leaves_out(
    shipped: Line, text: str, claim: str
) -> None:
    answer = shipped.ask(text, ON).answer
    assert isinstance(answer, Found)
    assert answer.main[0].id == claim


def test_a_figure_of_the_background_does_not_answer_for_another_time(shipped: Line) -> None:
    text = "I have Cisco's market value of 2000 already. What was its market value in 2010?"
    assert isinstance(shipped.ask(text, ON).answer, NotFound)


def test_somebody_unknown_in_the_background_is_not_left_out(shipped: Line) -> None:
    assert isinstance(shipped.ask("Samsung sells phones. What was its capex in 2024?", ON).answer, NotFound)


@given(st.text(max_size=120))
def test_the_parts_hold_every_word_of_any_text(text: str) -> None:
    found = parted(text)
    if found:
        assert sorted(f"{found.asking} {found.background}".split()) == sorted(text.split())
