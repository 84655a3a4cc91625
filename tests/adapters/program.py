"""The program as a person starts it: `capex` as a process with an environment of its own, and what came out.

Where a process that has read the program's modules is at hand, it is forked from that. Nothing of the environment of
the tests reaches it but where programs and bytecode are, so that no person's base is touched.
"""

import json
import os
import subprocess
import sysconfig
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TypeVar

from tests.adapters.forks import Call, Forks

ROOT = Path(__file__).parents[2]
CAPEX = Path(sysconfig.get_path("scripts")) / "capex"
SLOWEST = 30

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ran:
    """How a process ended, and what it said; `raw` is its output as bytes."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """The output as UTF-8."""
        return self.raw.decode()

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The output as one JSON object a line."""
        return [json.loads(line) for line in self.out.split("\n")[:-1]]


@dataclass(frozen=True, slots=True)
class Program:
    """`capex` with the environment in which it runs, and the process from which it is forked if any."""

    environment: Mapping[str, str]
    forks: Forks | None = None

    def having(self, **variables: str | None) -> "Program":
        """The same with other variables; None takes one away."""
        changed = {**self.environment, **variables}
        return Program({name: value for name, value in changed.items() if value is not None}, self.forks)

    def run(self, *arguments: str | bytes, given: str | bytes = b"") -> Ran:
        """Run it to its end with `given` as standard input."""
        data = given.encode() if isinstance(given, str) else given
        if self.forks and self.forks.suit(self.environment):
            return self._forked(self.forks, arguments, data)
        done = subprocess.run(
            [CAPEX, *arguments],
            env=self.environment,
            input=data,
            capture_output=True,
            timeout=SLOWEST,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr.decode())

    def _forked(self, forks: Forks, arguments: Iterable[str | bytes], data: bytes) -> Ran:
        call = Call([str(CAPEX), *map(os.fsdecode, arguments)], dict(self.environment), str(Path.cwd()))
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
            given.write(data)
            given.seek(0)
            code = forks.run(call, (given, out, err), SLOWEST)
            out.seek(0)
            err.seek(0)
            return Ran(code, out.read(), err.read().decode())

    def ask_many(self, questions: Iterable[str], *options: str) -> list[dict[str, Any]]:
        """The answers to several questions as objects, from one process."""
        ran = self.run("ask", "--stdin", "--json", *options, given="".join(f"{question}\n" for question in questions))
        assert (ran.code, ran.err) == (0, "")
        return ran.objects

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """Start it with pipes."""
        pipe = subprocess.PIPE
        return subprocess.Popen([CAPEX, *arguments], env=self.environment, stdin=pipe, stdout=pipe, stderr=pipe)


def person_in(folder: Path) -> dict[str, str]:
    """An environment with a person's data under `folder`."""
    return {
        **{name: os.environ[name] for name in ("PATH", "PYTHONPYCACHEPREFIX") if name in os.environ},
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
    }


def together(*calls: Callable[[], T]) -> list[T]:
    """The results of several calls, which run at the same time."""
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        return [result.result() for result in [workers.submit(call) for call in calls]]


def is_one_sentence(ran: Ran) -> bool:
    """Whether the program told a fault as it promises: one line on stderr, nothing else, exit code 1."""
    return ran.code == 1 and not ran.raw and ran.err.startswith("capex: ") and ran.err.count("\n") == 1
