"""The index of names against a scan of all of them."""

import random
from collections.abc import Collection, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.names.index import Index
from tests.slips import KINDS, slipped

few_letters = st.text("ab c", min_size=3, max_size=14)


def scanned(names: Collection[str], typed: str, slips: int) -> dict[str, int]:
    return {name: far for name in names if (far := OSA.distance(typed, name)) <= slips}


@given(names=st.sets(few_letters, max_size=30), typed=st.text("ab c", min_size=2, max_size=14))
@example(names={"abcd"}, typed="acbd")
@example(names={"abcabcabc"}, typed="abacbabcc")
@example(names={"abc"}, typed="ab")
def test_within_one_slip_are_just_the_names_that_a_scan_finds(names: set[str], typed: str) -> None:
    assert dict(Index(names).within_one(typed)) == scanned(names, typed, 1)


@given(names=st.sets(few_letters, max_size=30), typed=st.text("ab c", min_size=3, max_size=14))
@example(names={"abcabcabc"}, typed="abacbcabc")
@example(names={"abcdefghi"}, typed="abdcfeghi")
@example(names={"abcdefghi"}, typed="abdcegfhi")
@example(names={"abcdefghi"}, typed="bacdefhgi")
@example(names={"abcdefghi"}, typed="abdcefghix")
@example(names={"abcdefghi"}, typed="xabcdegfhi")
def test_within_two_slips_are_just_the_names_that_a_scan_finds(names: set[str], typed: str) -> None:
    assert dict(Index(names).within_two(typed)) == scanned(names, typed, 2)


def mistyped(names: Sequence[str], choices: random.Random) -> str:
    typed = choices.choice(names)
    for _ in range(2):
        typed = slipped(typed, choices.choice(KINDS), choices) or typed
    return typed


@pytest.mark.parametrize("seed", range(5))
def test_two_slips_in_words_of_many_lengths_are_found_as_by_a_scan(seed: int) -> None:
    choices = random.Random(seed)  # noqa: S311
    names = ["".join(choices.choices("abcdefgh ", k=choices.randint(3, 24))) for _ in range(300)]
    index = Index(frozenset(names))
    for _ in range(200):
        typed = mistyped(names, choices)
        if len(typed) > 2:
            assert dict(index.within_two(typed)) == scanned(names, typed, 2), typed
            assert dict(index.within_one(typed)) == scanned(names, typed, 1), typed


def test_an_index_without_names_finds_none() -> None:
    index = Index(frozenset())
    assert index.within_one("meta") == index.within_two("metaplatforms") == []
