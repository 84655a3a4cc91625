"""Which answers show a gap, and what of the question stands in it."""

from datetime import date

import pytest

from bot.gap import LONGEST, Gap, gap_of
from bot.line import Line

DAY = date(2026, 11, 21)
TOKEN = "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy"  # noqa: S105 - the example of Slack's documentation


def gap(line: Line, text: str, *, before: str | None = None) -> Gap | None:
    last = line.ask(before, DAY).question if before else None
    return gap_of(line.ask(text, DAY, last=last).answer)


@pytest.mark.parametrize("text", ["meta capex", "capex", "hi", "", "  \0 ", "x" * 501, "meta capex " * 1000, "???"])
def test_what_has_an_answer_or_was_not_read_is_none(shipped: Line, text: str) -> None:
    assert gap(shipped, text) is None


def test_it_says_what_was_understood_and_what_was_not(shipped: Line) -> None:
    assert gap(shipped, "Wie hoch ist der capex von Meta und Wombats 2031?") == Gap(
        text="Wie hoch ist der capex von Meta und Wombats 2031?",
        language="de",
        reason="not_understood",
        not_understood=("Wombats",),
        subjects=("meta",),
        metrics=("capex",),
        period="2031",
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("samsung capex", "unknown_name"),
        ("meta headcount", "not_understood"),
        ("meta 2031", "other_period"),
        ("elliott capex", "no_metric"),
    ],
)
def test_it_has_the_reason_of_the_answer(shipped: Line, text: str, reason: str) -> None:
    found = gap(shipped, text)
    assert found is not None
    assert found.reason == reason


def test_a_follow_up_has_what_it_built_on(shipped: Line) -> None:
    found = gap(shipped, "and in 2031?", before="meta capex")
    assert found is not None
    assert (found.text, found.subjects, found.metrics) == ("and in 2031?", ("meta",), ("capex",))


def test_a_key_comes_back_neither_whole_nor_in_pieces(shipped: Line) -> None:
    found = gap(shipped, f"samsung capex {TOKEN}")
    assert found is not None
    assert found.text == "samsung capex ***"
    assert found.not_understood == ("samsung",)


def test_a_key_is_struck_out_also_where_the_text_is_cut(shipped: Line) -> None:
    found = gap(shipped, f"{'samsung ' * 23}capex {TOKEN}")
    assert found is not None
    assert found.text.endswith("capex ***")


def test_of_a_long_question_the_beginning_is_kept(shipped: Line) -> None:
    found = gap(shipped, "samsung capex " * 30)
    assert found is not None
    assert found.text == ("samsung capex " * 30)[:LONGEST].rstrip()


def test_a_question_of_nothing_but_what_is_struck_out_is_none(shipped: Line) -> None:
    assert gap(shipped, "anna@example.com") is None


def test_control_characters_are_gone(shipped: Line) -> None:
    found = gap(shipped, "samsung\x1b[31m\0\ncapex \u202e!")
    assert found is not None
    assert found.text == "samsung [31m capex !"


@pytest.mark.parametrize("text", ["samsung capex", "Samsung  CAPEX?", "»samsung« – capex"])
def test_questions_are_compared_by_their_words(shipped: Line, text: str) -> None:
    found = gap(shipped, text)
    assert found is not None
    assert found.folded == "samsung capex"
