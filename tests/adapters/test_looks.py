"""How an answer looks: colour only where there is colour, lines that fit, no loose ends, in any width."""

import re
from collections import Counter
from functools import partial

import pytest
from rich.cells import cell_len

from tests.adapters.program import Program, together
from tests.adapters.screen import colours, on_screen, plain

ON = ("--on", "2026-08-03")
QUESTIONS = (
    "/capex meta",
    "capex",
    "Investitionsausgaben von Meta, Amazon und Alphabet",
    "ai bubble",
    "who is Elliott?",
    "samsung capex",
    "特斯拉 资本支出 capex",
    "x" * 300,
    "",
    "hilfe",
)
COLOURED = re.compile(r"(3|4|9|10)[0-8]")
WIDTHS = (40, 80, 200)


@pytest.fixture(scope="module")
def pages(capex: Program) -> dict[int, list[str]]:
    """The lines of several whole answers, by width."""
    given = "".join(f"{question}\n" for question in QUESTIONS)
    arguments = ("ask", "--stdin", "--more", *ON)
    programs = [capex.having(COLUMNS=str(width)) for width in WIDTHS]
    ran = together(*(partial(program.run, *arguments, given=given) for program in programs))
    assert all((one.code, one.err) == (0, "") for one in ran)
    return {width: one.out.split("\n") for width, one in zip(WIDTHS, ran, strict=True)}


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, pages: dict[int, list[str]]) -> tuple[int, list[str]]:
    """A width, and the lines of several whole answers in it."""
    width: int = request.param
    return width, pages[width]


@pytest.fixture(scope="module")
def piped(capex: Program) -> str:
    """An answer in a pipe."""
    return capex.having(TERM="xterm-256color").run("ask", "/capex meta", *ON).out


def test_no_line_is_wider_than_the_terminal_unless_it_is_one_word(page: tuple[int, list[str]]) -> None:
    width, lines = page
    assert [line for line in lines if cell_len(line) > width and " " in line.strip()] == []


def test_only_addresses_are_wider_than_the_terminal(page: tuple[int, list[str]]) -> None:
    width, lines = page
    assert [line for line in lines if cell_len(line) > width and "://" not in line] == []


def test_no_line_ends_with_a_space(page: tuple[int, list[str]]) -> None:
    _, lines = page
    assert [line for line in lines if line != line.rstrip()] == []


def test_the_width_is_used(page: tuple[int, list[str]]) -> None:
    width, lines = page
    assert max(cell_len(line) for line in lines if "://" not in line) > width * 0.85


def test_the_words_are_the_same_in_every_width(pages: dict[int, list[str]]) -> None:
    """Compared by their letters and digits: a wrapped row mixes two columns, and a long word may be cut."""
    counts = [Counter(filter(str.isalnum, "".join(lines))) for lines in pages.values()]
    assert counts[1:] == counts[:-1]


def test_a_very_narrow_terminal_gets_an_answer(capex: Program) -> None:
    ran = capex.having(COLUMNS="12").run("ask", "/capex meta", *ON)
    assert (ran.code, ran.err) == (0, "")
    assert "35" in ran.out


class TestColour:
    def test_none_in_a_pipe(self, piped: str) -> None:
        assert "\x1b" not in piped

    def test_a_pipe_is_coloured_where_that_is_forced(self, capex: Program, piped: str) -> None:
        forced = capex.having(FORCE_COLOR="1", TERM="xterm-256color").run("ask", "/capex meta", *ON).out
        assert any(map(COLOURED.fullmatch, colours(forced)))
        assert plain(forced) == piped

    def test_a_terminal_is_coloured_and_shows_the_same_words(self, capex: Program, piped: str) -> None:
        with on_screen(capex, "ask", "/capex meta", *ON) as screen:
            assert screen.end() == 0
        assert any(map(COLOURED.fullmatch, colours(screen.written)))
        assert plain(screen.written) == piped

    @pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_a_terminal_that_wants_none_gets_none(self, capex: Program, variable: dict[str, str]) -> None:
        with on_screen(capex.having(**variable), "ask", "/capex meta", *ON) as screen:
            assert screen.end() == 0
        assert not any(map(COLOURED.fullmatch, colours(screen.written)))
        assert "35" in screen.written

    def test_json_on_a_terminal_is_never_coloured(self, capex: Program) -> None:
        with on_screen(capex, "ask", "--json", "meta") as screen:
            assert screen.end() == 0
        assert "\x1b" not in screen.written


def test_a_terminal_tells_its_own_width(capex: Program) -> None:
    with on_screen(capex.having(COLUMNS=None), "ask", "/capex meta", *ON, columns=50) as screen:
        screen.end()
    widths = [cell_len(line) for line in plain(screen.written).split("\n") if "://" not in line]
    assert 42 < max(widths) <= 50
