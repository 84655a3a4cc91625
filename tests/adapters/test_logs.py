"""What the running bot logs of its own defects: each is a line with its traceback, and one sentence besides."""

import json
import subprocess
import sys

from tests.adapters.program import ROOT, Program

SCRIPT = """
import sys
from adapters.command_line import capex, main
from adapters.logs import log_as_json, log_what_ends_it

@capex.command()
def broken() -> None:
    log_as_json()
    log_what_ends_it()
    raise ZeroDivisionError("of nothing")

sys.argv = ["capex", "broken"]
main()
"""


def test_a_defect_that_ends_the_program_is_logged_before_it_is_told(capex: Program) -> None:
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, env=capex.environment, cwd=ROOT, capture_output=True, text=True, check=False)
    log, sentence = done.stderr.splitlines()
    told = json.loads(log)
    assert (done.returncode, told["level"], told["message"]) == (1, "critical", "a defect has ended the bot")
    assert "ZeroDivisionError: of nothing" in told["defect"]
    assert sentence.startswith("capex: Sorry, ")
