"""One base for the session, made by the first start; tests that could change a base make their own."""

from pathlib import Path

import pytest

from tests.adapters.forks import Forks
from tests.adapters.program import Program, person_in


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program with a filled base that no test changes, started at each call."""
    program = Program(person_in(tmp_path_factory.mktemp("person")))
    first = program.run("ask", "")
    assert (first.code, first.err) == (0, "")
    return program


@pytest.fixture(scope="session")
def capex(started: Program, forking: Forks) -> Program:
    """The program with a filled base that no test changes."""
    return Program(started.environment, forking)


@pytest.fixture
def fresh(tmp_path: Path, forking: Forks) -> Program:
    """The program on a machine where it never ran."""
    return Program(person_in(tmp_path), forking)


@pytest.fixture
def ready(fresh: Program, base: Path) -> Program:
    """The program with a filled base of its own, which a first start would only make again."""
    own = Path(fresh.environment["XDG_DATA_HOME"]) / "capex" / base.name
    own.parent.mkdir(parents=True)
    own.write_bytes(base.read_bytes())
    return fresh


@pytest.fixture(scope="session")
def base(capex: Program) -> Path:
    """The file of the session's base."""
    return Path(capex.environment["XDG_DATA_HOME"]) / "capex" / "capex.db"
