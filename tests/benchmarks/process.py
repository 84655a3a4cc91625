"""The whole program as a process beside `python -c "import sqlalchemy, pydantic"`, started in turns.

Both run from bytecode that was compiled before, as on the second start on a person's machine, and with the base made.
"""

import os
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from tests.benchmarks.timing import in_turns, ratio, shown, verdict

AIM = 2

_ROUNDS = 9
_CAPEX = Path(sysconfig.get_path("scripts")) / "capex"
_COMMANDS: Mapping[str, list[str]] = {
    "imports": [sys.executable, "-c", "import sqlalchemy, pydantic"],
    "ask": [str(_CAPEX), "ask", "/capex meta"],
    "ask as JSON": [str(_CAPEX), "ask", "/capex meta", "--json"],
    "ask, mistyped": [str(_CAPEX), "ask", "metta capex"],
    "bare Python": [sys.executable, "-c", ""],
}


def run() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        peers = {name: _starter(command, folder) for name, command in _COMMANDS.items()}
        for start in peers.values():
            start()
        times = in_turns(peers, _ROUNDS)
    for name in ("ask", "ask as JSON", "ask, mistyped"):
        print(f"process, {name}: {verdict(ratio(times[name], times['imports']), AIM)} the imports alone")  # noqa: T201
    print("process: " + ", ".join(f"{name} {shown(median(one))}" for name, one in times.items()))  # noqa: T201


def _starter(command: list[str], folder: str) -> Callable[[], object]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAPEX_", "PYTHON"))}
    environment = kept | {"XDG_DATA_HOME": folder, "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
    return lambda: subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
