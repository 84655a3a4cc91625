"""`capex ask --explain`: how a question was read, on standard error; the answer itself stays what it is."""

import json

import pytest

from tests.adapters.program import Program, Ran
from tests.adapters.shape import ANSWER, misfits

ON = ("--on", "2026-11-21")
IN_WORDS = "is deepseek dangerous for openai"


@pytest.fixture(scope="module")
def explained(capex: Program) -> Ran:
    """A question in words with its explanation."""
    return capex.run("ask", "--explain", *ON, IN_WORDS)


def test_the_answer_is_the_one_without_it(capex: Program, explained: Ran) -> None:
    plain = capex.run("ask", *ON, IN_WORDS)
    assert (explained.code, explained.raw) == (plain.code, plain.raw)
    assert (plain.code, plain.err) == (0, "")


def test_the_explanation_goes_to_standard_error(explained: Ran) -> None:
    rows = explained.err.splitlines()
    assert rows[0].startswith("read as ")
    assert any(row.startswith("answered: found by its words: ") for row in rows)
    assert any(row.startswith("  content 'dangerous' weighs ") for row in rows)
    assert any(" points  " in row for row in rows)


def test_the_claim_that_it_names_is_the_first_of_the_answer(capex: Program, explained: Ran) -> None:
    answer = capex.run("ask", "--json", *ON, IN_WORDS).objects[0]
    assert f"answered: found by its words: {answer['claims'][0]['id']}\n" in explained.err


def test_json_stays_json(capex: Program) -> None:
    ran = capex.run("ask", "--explain", "--json", *ON, IN_WORDS)
    assert misfits(json.loads(ran.out), ANSWER) == []
    assert ran.err.startswith("read as ")


def test_what_is_not_found_ends_as_without_it(capex: Program) -> None:
    ran = capex.run("ask", "--explain", *ON, "samsung capex")
    assert ran.code == 3
    assert "answered: not_found\n" in ran.err
    assert "not explained by a name: samsung\n" in ran.err


def test_each_line_of_input_is_explained(capex: Program) -> None:
    ran = capex.run("ask", "--explain", "--stdin", "--json", *ON, given="meta\n\nfear\n")
    assert ran.code == 0
    assert len(ran.objects) == 3
    assert sum(row.startswith("read as ") for row in ran.err.splitlines()) == 3


@pytest.mark.parametrize("hostile", ["\x1b[31mmeta\x07", "\u202emeta", "meta\x00", "\x9b2Jquxly 40 billion dollars"])
def test_nothing_that_was_asked_reaches_the_terminal_as_a_command(capex: Program, hostile: str) -> None:
    ran = capex.run("ask", "--explain", "--stdin", *ON, given=f"{hostile}\n")
    assert ran.code == 0
    assert not set("\x1b\x07\x00\x9b\u202e") & set(ran.err + ran.out)


def test_without_it_nothing_is_explained(capex: Program) -> None:
    assert capex.run("ask", *ON, "fear of missing out").err == ""
