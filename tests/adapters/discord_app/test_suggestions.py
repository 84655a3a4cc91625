"""What is offered while a question is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord_app.suggestions import suggestions
from bot.line import Line
from bot.names import Names

from .hostile import texts


@pytest.mark.parametrize(
    ("typed", "language", "offered"),
    [
        ("met", "en", "Meta"),
        ("goog", "en", "Alphabet"),
        ("meta capital", "en", "meta capital expenditure"),
        ("meta inves", "de", "meta Investitionsausgaben"),
        ("mircosoft", "en", "Microsoft"),
        ("capex of mircosoft", "en", "capex of Microsoft"),
    ],
)
def test_a_beginning_or_a_slip_is_completed(shipped_names: Names, typed: str, language: str, offered: str) -> None:
    assert offered in suggestions(typed, shipped_names, "de" if language == "de" else "en")


def test_names_come_before_metrics(shipped_names: Names) -> None:
    offered = suggestions("a", shipped_names, "en")
    subjects = {subject.name.en for subject in shipped_names.subjects.values()}
    kinds = [one in subjects for one in offered]
    assert kinds == sorted(kinds, reverse=True)


def test_an_empty_question_is_offered_names(shipped_names: Names) -> None:
    assert len(suggestions("", shipped_names, "en")) == 25


@given(st.data())
def test_what_is_offered_is_always_a_valid_choice(shipped_names: Names, data: st.DataObject) -> None:
    offered = suggestions(data.draw(texts), shipped_names, "en")
    assert len(offered) <= 25
    assert len(set(offered)) == len(offered)
    assert all(1 <= len(one) <= 100 for one in offered)


def test_every_name_that_is_offered_is_understood(shipped: Line, shipped_names: Names) -> None:
    from datetime import date

    for letter in "abcdefghijklmnopqrstuvwxyz":
        for offered in suggestions(letter, shipped_names, "en"):
            assert not shipped.ask(offered, date(2024, 12, 1)).question.not_understood
