"""At the border of the program what goes wrong becomes a sentence; a traceback is for whoever asks for it."""

import subprocess
import sys

from tests.adapters.program import ROOT, Program, Ran, is_one_sentence

SCRIPT = """
import sys
from adapters.command_line import capex, main

@capex.command()
def broken() -> None:
    raise ZeroDivisionError("of meta by nothing")

sys.argv = ["capex", "broken"]
main()
"""


def defect(program: Program) -> Ran:
    """The program with a command that has a mistake in it."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=program.environment, cwd=ROOT, capture_output=True, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr.decode())


def test_a_defect_is_apologised_for_in_one_sentence(capex: Program) -> None:
    ran = defect(capex)
    assert is_one_sentence(ran), ran
    assert ran.err.startswith("capex: Sorry, ")
    assert "Traceback" not in ran.err
    assert "meta" not in ran.err


def test_who_asks_for_it_is_shown_the_traceback_above_the_sentence(capex: Program) -> None:
    ran = defect(capex.having(CAPEX_DEBUG="1"))
    assert ran.code == 1
    assert ran.err.startswith("Traceback")
    assert "ZeroDivisionError: of meta by nothing" in ran.err
    assert ran.err.splitlines()[-1].startswith("capex: Sorry, ")


def test_the_sentence_names_the_way_to_the_traceback(capex: Program) -> None:
    assert "CAPEX_DEBUG=1" in defect(capex).err
