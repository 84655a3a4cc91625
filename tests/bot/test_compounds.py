"""Compounds are cut only where both parts are known words."""

import pytest

from bot.compounds import parts_of

KNOWN = {"quartal", "zahlen", "investition", "budget", "ausgaben", "pläne", "data", "center", "rind", "fleisch"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("quartalszahlen", ("quartal", "zahlen")),
        ("investitionsbudget", ("investition", "budget")),
        ("ausgabenpläne", ("ausgaben", "pläne")),
        ("datacenter", ("data", "center")),
        ("rindfleisch", ("rind", "fleisch")),
        ("rinderfleisch", ("rind", "fleisch")),
    ],
)
def test_a_compound_of_known_words_is_cut(word: str, parts: tuple[str, str]) -> None:
    assert parts_of(word, KNOWN.__contains__) == parts


@pytest.mark.parametrize(
    "word", ["", "quartal", "quartalskuh", "kuhzahlen", "datxcenter", "quartals-zahlen", "budget24"]
)
def test_what_is_not_made_of_known_words_stays_whole(word: str) -> None:
    assert parts_of(word, KNOWN.__contains__) is None


def test_the_longest_first_part_counts() -> None:
    assert parts_of("dataxdatacenter", {"data", "datax", "dataxdata", "center", "datacenter"}.__contains__) == (
        "dataxdata",
        "center",
    )
