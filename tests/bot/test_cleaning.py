import time

import pytest

from bot.cleaning import LONGEST_QUESTION, clean


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("ＭＥＴＡ ｃａｐｅｘ", "META capex"),
        ("ﬁrst ½ ②", "first 1⁄2 2"),
        ("u\u0308ber", "über"),
    ],
)
def test_compatible_forms_of_a_character_become_one(given: str, cleaned: str) -> None:
    assert clean(given) == cleaned


@pytest.mark.parametrize("control", ["\n", "\r\n", "\t", "\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"])
def test_a_control_character_parts_words_and_is_gone(control: str) -> None:
    assert clean(f"meta{control}capex") == "meta capex"


@pytest.mark.parametrize(
    "invisible",
    [
        "\u202e",
        "\u202a",
        "\u2066",
        "\u2069",
        "\u200e",
        "\u200f",
        "\u061c",
        "\u200b",
        "\u200c",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\U000e0041",
        "\ue000",
        "\ud800",
    ],
)
def test_an_invisible_character_inside_a_word_does_not_part_it(invisible: str) -> None:
    assert clean(f"me{invisible}ta") == "meta"


@pytest.mark.parametrize("space", ["  ", "\u00a0", "\u2003", "\u3000", "\u202f"])
def test_white_space_of_any_kind_is_one_space(space: str) -> None:
    assert clean(f"{space}meta{space}capex{space}") == "meta capex"


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("Meta’s", "Meta's"),
        ("‘meta’", "'meta'"),
        ("“meta”", '"meta"'),
        ("„meta“", '"meta"'),
        ("«meta»", '"meta"'),
    ],
)
def test_quotes_become_straight(given: str, cleaned: str) -> None:
    assert clean(given) == cleaned


@pytest.mark.parametrize(
    "given", ["/capex meta", "/CAPEX meta", "  /capex   meta", "/capex\u00a0meta", "\u200b/capex meta"]
)
def test_the_command_is_no_part_of_the_question(given: str) -> None:
    assert clean(given) == "meta"


@pytest.mark.parametrize("given", ["meta /capex", "/capexmeta", "capex meta"])
def test_only_the_command_at_the_beginning_is_taken_off(given: str) -> None:
    assert clean(given) == given


def test_an_emoji_stays_a_character_of_its_own() -> None:
    assert clean("meta 🚀 capex") == "meta 🚀 capex"


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\x00\x01", "/capex", "/capex "])
def test_nothing_visible_is_an_empty_question(text: str) -> None:
    assert not clean(text)


@pytest.mark.parametrize("length", [10_000, 1_000_000])
def test_a_long_text_stays_known_as_too_long(length: int) -> None:
    assert len(clean("a" * length)) > LONGEST_QUESTION


@pytest.mark.parametrize("unit", ["a", " ", "\u200b", "\ufdfa", "e\u0301", "\x00"])
def test_the_work_on_a_text_is_bounded_however_long_it_is(unit: str) -> None:
    begin = time.perf_counter()
    cleaned = clean(unit * 1_000_000)
    assert time.perf_counter() - begin < 0.25
    assert len(cleaned) < 100_000


def test_a_text_of_the_greatest_length_is_kept_whole() -> None:
    text = "x" * LONGEST_QUESTION
    assert clean(text) == text
