"""Texts with a stretch of words in common have a trace in common, and traces are few and lasting."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.traces import MOST, STRETCH, address_of, runs_of

WORDS = st.lists(st.sampled_from([f"w{number}" for number in range(40)]), max_size=60)


@given(WORDS, WORDS, WORDS, WORDS, st.lists(st.integers(0, 10**6), min_size=STRETCH, max_size=STRETCH + 20))
def test_whatever_stands_around_it_a_stretch_in_common_is_found(
    before: list[str], after: list[str], left: list[str], right: list[str], numbers: list[int]
) -> None:
    shared = [f"s{number}" for number in numbers]
    assert runs_of(" ".join([*before, *shared, *after])) & runs_of(" ".join([*left, *shared, *right]))


def test_other_texts_have_none_in_common() -> None:
    one, other = (" ".join(f"{letter}{number}" for number in range(3000)) for letter in "xy")
    assert not runs_of(one) & runs_of(other)


def test_a_text_keeps_few_and_a_long_one_no_more_than_the_bound() -> None:
    assert len(runs_of(" ".join(f"x{number}" for number in range(1000)))) < 1000 / 6
    assert len(runs_of(" ".join(f"x{number}" for number in range(50_000)))) == MOST


def test_a_trace_is_the_same_in_another_process() -> None:
    code = "from knowledge.traces import runs_of; print(sorted(runs_of('a b c d e f g h')))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(sorted(runs_of("a b c d e f g h")))


@pytest.mark.parametrize("text", ["", "one", "one two three four five"])
def test_a_short_text_has_one_trace(text: str) -> None:
    assert len(runs_of(text)) == 1


def test_an_address_is_told_from_another_page_and_not_by_what_follows_visitors() -> None:
    assert address_of("https://www.a.example/x/?b=2&a=1&utm_source=z") == address_of("http://a.example/x?a=1&b=2#top")
    assert address_of("https://a.example/x?a=1") != address_of("https://a.example/x?a=2")
