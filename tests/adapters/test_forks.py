"""A forked program is as a started one: what it says, how it ends, and what it takes from its environment."""

import pytest

from tests.adapters.program import Program


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (["ask", "/capex meta", "--on", "2026-11-21"], b""),
        (["ask", "--stdin", "--json"], "meta\nWie hoch sind die Ausgaben für KI?\n\xff".encode()),
        (["ask", "--stdin"], b"meta\n\xff\xfe\n"),
        (["ask", b"m\xe4ta"], b""),
        (["ask", "samsung capex"], b""),
        (["ask", "--colour", "meta"], b""),
        (["chat"], b"meta\nquit\n"),
        (["tell"], b""),
        (["--help"], b""),
    ],
    ids=str,
)
def test_a_fork_says_and_ends_as_the_started_program(
    started: Program, capex: Program, arguments: list[str | bytes], given: bytes
) -> None:
    assert capex.run(*arguments, given=given) == started.run(*arguments, given=given)


def test_a_fork_takes_its_own_environment(started: Program, capex: Program) -> None:
    narrow = {"COLUMNS": "40", "CAPEX_LANGUAGE": "de"}
    assert capex.having(**narrow).run("ask", "meta") == started.having(**narrow).run("ask", "meta")
    assert capex.having(COLUMNS="40").run("ask", "meta") != capex.run("ask", "meta")


def test_what_only_an_interpreter_reads_starts_one(capex: Program) -> None:
    assert capex.forks is not None
    assert capex.forks.suit(capex.having(COLUMNS="40").environment)
    assert not capex.forks.suit(capex.having(LANG="C").environment)
    assert not capex.forks.suit(capex.having(PYTHONIOENCODING="latin-1").environment)
