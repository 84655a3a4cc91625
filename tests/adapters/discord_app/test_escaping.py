"""Any text is shown as it is and does nothing."""

import re

import pytest
from hypothesis import example, given

from adapters.discord_app.escaping import escape

from .hostile import PIECES, texts
from .markup import live, shown

_ORDINARY = {"US$35–40 bn", "S&P 500"}


@given(texts)
@example("[1] x](https://evil.example)")
@example("[a [b](https://evil.example)")
@example("<<@1>")
def test_nothing_is_alive(text: str) -> None:
    assert live(escape(text)) == set()


@given(texts)
def test_it_reads_as_before_on_one_line(text: str) -> None:
    one_line = re.sub(r"[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+", " ", text)
    assert shown(escape(text)) == one_line.replace("\u200b", "")


@given(texts, texts)
def test_pieces_with_a_space_between_are_inert_together(first: str, second: str) -> None:
    assert live(f"{escape(first)} {escape(second)}") == set()


@pytest.mark.parametrize(
    "text",
    ["US$35–40 bn", "S&P 500", "−5.5% on Q1 2023's US$7.09 bn [1] (calculated)", "a < b", "Dell'Oro", "24/7: ok"],
)
def test_ordinary_text_stays_letter_for_letter(text: str) -> None:
    assert escape(text).replace("\\<", "<") == text


@pytest.mark.parametrize("text", ["3. August 2024", "1. Halbjahr 2024", "- item", "# 1", "> a"])
def test_what_would_begin_a_block_reads_as_before(text: str) -> None:
    assert live(text)
    assert not live(escape(text))
    assert shown(escape(text)) == text


def test_the_checker_sees_what_is_alive() -> None:
    quiet = {piece for piece in PIECES if not live(piece)}
    assert not [piece for piece in quiet if len(piece.strip("\\")) > 2 and piece not in _ORDINARY]
