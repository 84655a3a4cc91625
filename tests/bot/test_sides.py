"""The two sides of a question that sets them side by side in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sides import sides


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("cisco routers vs switches share", "cisco routers", "and switches share"),
        ("power use of data centres today compared with 2030", "power use of data centres today", "and 2030"),
        ("Stromanteil der Rechenzentren heute und 2030", "Stromanteil der Rechenzentren heute", "and 2030"),
        ("R1's training cost next to what OpenAI pays", "R1's training cost", "and OpenAI pays"),
        ("Strombedarf der Rechenzentren heute gegenüber 2030", "Strombedarf der Rechenzentren heute", "and 2030"),
        ("what costs more, the staff or training the models?", "what costs more, the staff", "and training the models"),
        ("OpenAI 2024: training cost against inference cost", "OpenAI 2024: training cost", "and inference cost"),
        (
            "vergleiche den Anteil bei Switches mit dem bei Routern",
            "vergleiche den Anteil bei Switches",
            "and dem bei Routern",
        ),
        ("Wie verhält sich das Capex zum Umsatz?", "Wie verhält sich das Capex", "and Umsatz"),
    ],
)
def test_each_side_is_asked_by_itself(text: str, first: str, second: str) -> None:
    found = sides(text, names_several=False)
    assert found is not None
    assert first in found.first
    assert second in found.second


def test_the_second_side_may_stand_in_place_of_the_last_words() -> None:
    found = sides("is the share higher in training or in accelerators", names_several=False)
    assert found is not None
    assert "is the share higher in accelerators" in found.second


def test_a_short_first_side_takes_the_rest_from_the_second() -> None:
    found = sides("musk and zuck on chips", names_several=True)
    assert found is not None
    assert found.first[0] == "musk on chips"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("What share in training, and what share in chips?", "What share in training", "and what share in chips"),
        ("Wie hoch war es 2024 und wie hoch 2025?", "Wie hoch war es 2024", "and wie hoch 2025"),
        ("market share in routers and in switches", "market share in routers", "and in switches"),
    ],
)
def test_what_is_asked_again_behind_an_and_is_a_second_side(text: str, first: str, second: str) -> None:
    found = sides(text, names_several=False)
    assert found is not None
    assert first in found.first
    assert second in found.second


def test_and_joins_sides_only_where_several_are_named_or_compared() -> None:
    assert sides("chips and data centres", names_several=False) is None
    assert sides("do both chips and data centres cost more", names_several=False) is not None


@pytest.mark.parametrize("text", ["meta capex", "", "vs", "meta vs", "or what"])
def test_a_text_without_two_sides_has_none(text: str) -> None:
    assert sides(text, names_several=True) is None


@given(st.text(max_size=200), st.booleans())
def test_any_text_has_two_sides_or_none(text: str, names_several: bool) -> None:  # noqa: FBT001
    found = sides(text, names_several=names_several)
    assert found is None or (all(found.first) and all(found.second))
