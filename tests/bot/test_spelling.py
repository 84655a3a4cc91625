"""Misspelt small words are put right before anything is read; words of their own are left as they are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names import Names
from bot.read import read
from bot.spelling import respelt
from knowledge.folding import Token

ON = date(2024, 9, 1)


def no_word(_: Token) -> bool:
    return False


def any_word(_: Token) -> bool:
    return True


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mcuh", "much"),
        ("hwo", "how"),
        ("adn", "and"),
        ("Halbjar", "halbjahr"),
        ("bilion", "billion"),
        ("acording", "according"),
        ("quartre", "quarter"),
        ("Miliarden", "milliarden"),
        ("septmber", "september"),
        ("fuer", "für"),
        ("naechstes", "nächstes"),
        ("waechst", "wächst"),
    ],
)
def test_a_misspelt_small_word_is_put_right(typed: str, meant: str) -> None:
    assert respelt(typed, no_word) == meant


@pytest.mark.parametrize("typed", ["mch", "muxh", "hw", "hpw", "yaer2", "bilionx", "x", "2024", "$mcuh"])
def test_a_short_word_or_a_worse_slip_is_left_as_it_is(typed: str) -> None:
    assert respelt(typed, no_word) == typed


@pytest.mark.parametrize("typed", ["mcuh", "bilion", "Halbjar", "Meta", "bullion"])
def test_a_word_of_its_own_is_never_put_right(typed: str) -> None:
    assert respelt(typed, any_word) == typed


def test_what_stands_around_a_misspelt_word_stays() -> None:
    assert respelt("  How mcuh,\n(does) it?  ", no_word) == "  How much,\n(does) it?  "


@given(st.text(st.characters(exclude_categories=["L"]), max_size=60))
def test_a_text_without_letters_stays_as_it_is(text: str) -> None:
    assert respelt(text, no_word) == text


@given(st.text(max_size=60))
def test_what_is_put_right_once_is_right(text: str) -> None:
    once = respelt(text, no_word)
    assert respelt(once, no_word) == once


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "how mcuh did meta spend in the first quartre of 2024",
            "how much did meta spend in the first quarter of 2024",
        ),
        ("Meta Investitionsausgaben im ersten Halbjar 2024", "Meta Investitionsausgaben im ersten Halbjahr 2024"),
        ("who expects 11 bilion dollars", "who expects 11 billion dollars"),
        ("acording to Barclays", "according to Barclays"),
        ("Investitionsausgaben von Meta naechstes Jahr", "Investitionsausgaben von Meta nächstes Jahr"),
    ],
)
def test_a_misspelt_question_asks_what_the_right_one_asks(shipped_names: Names, typed: str, meant: str) -> None:
    one, other = read(typed, shipped_names, ON), read(meant, shipped_names, ON)
    asked = (one.subjects, one.speakers, one.metrics, one.period and one.period.start, one.not_understood)
    assert asked == (
        other.subjects,
        other.speakers,
        other.metrics,
        other.period and other.period.start,
        other.not_understood,
    )
    assert [amount.low for amount in one.amounts] == [amount.low for amount in other.amounts]


@pytest.mark.parametrize("name", ["Meta", "Alphabet", "Susan", "Elliott", "capex"])
def test_a_name_is_never_put_right(shipped_names: Names, name: str) -> None:
    assert respelt(name, shipped_names.is_word) == name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("im juli 24", "im juli 2024"),
        ("juli 24", "juli 2024"),
        ("ende oktober '24", "ende oktober 2024"),
        ("in july 24", "in july 2024"),
        ("end of april 24", "end of april 2024"),
        ("since august 24", "since august 2024"),
    ],
)
def test_a_year_of_two_digits_after_a_month_is_written_out(typed: str, meant: str) -> None:
    assert respelt(typed, any_word) == meant


@pytest.mark.parametrize("typed", ["july 24", "on july 24", "24. Juli", "juli 24 milliarden"])
def test_a_day_of_a_month_is_no_year(typed: str) -> None:
    assert respelt(typed, any_word) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("capex in the June 2024 quarter", "capex in the Q2 2024"),
        ("the quarter that ended in June 2024", "the Q2 2024"),
        ("what they laid out", "what they spent"),
        ("were people laid off", "were people laid off"),
        ("next 5yr", "next 5 years"),
        ("capex in 25", "capex in 2025"),
        ("15 in 25 firms", "15 in 25 firms"),
    ],
)
def test_other_ways_to_write_a_time_are_put_right(typed: str, meant: str) -> None:
    assert respelt(typed, lambda token: token.folded not in {"yr", "buck"}) == meant
