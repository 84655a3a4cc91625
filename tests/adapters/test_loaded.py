"""What a question loads: on a current base nothing that the answer does not need."""

import subprocess
import sys

import pytest

from tests.adapters.program import ROOT, Program

SCRIPT = """
import sys
from adapters.command_line import main
sys.argv = ["capex", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    code = end.code
print(*sorted(name.partition(".")[0] for name in sys.modules), file=sys.stderr)
sys.exit(code)
"""
SEARCHES = """
import gc, sys
from adapters.command_line import main
searches = []
gc.callbacks.append(lambda phase, _: searches.append(phase))
sys.argv = ["capex", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    code = end.code
print(len(searches), file=sys.stderr)
sys.exit(code)
"""
SDKS = {"slack_sdk", "slack_bolt", "discord", "aiohttp", "websockets"}
FETCHING = {"httpx", "httpcore", "trafilatura", "feedparser", "lxml"}
NEEDED_BY_OTHERS = FETCHING | {
    "alembic",
    "babel",
    "mako",
    "yaml",
    "prompt_toolkit",
    "rapidfuzz",
    "spellchecker",
    "psycopg",
}


def loaded(program: Program, *arguments: str) -> set[str]:
    """The packages that are loaded when the command ends."""
    return set(told(SCRIPT, program, *arguments).split())


def told(script: str, program: Program, *arguments: str) -> str:
    """What the script says of a command that succeeds."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=program.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout
    return done.stderr


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["text", "json"])
def test_a_question_loads_only_what_it_needs(capex: Program, options: list[str]) -> None:
    packages = loaded(capex, "ask", "/capex meta", *options)
    assert {"sqlalchemy", "pydantic"} <= packages
    assert packages & (SDKS | NEEDED_BY_OTHERS) == set()
    assert ("rich" in packages) == (not options)


@pytest.mark.parametrize("question", ["/capex meta", "metta capex"])
def test_a_question_makes_too_little_for_garbage_to_be_looked_for(capex: Program, question: str) -> None:
    assert int(told(SEARCHES, capex, "ask", question)) == 0


def test_reading_a_text_loads_no_base(capex: Program) -> None:
    assert loaded(capex, "read", "5 %") & (SDKS | NEEDED_BY_OTHERS | {"sqlalchemy"}) == set()
