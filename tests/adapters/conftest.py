"""One base for the session, made by the first start; tests that could change a base make their own."""

from pathlib import Path

import pytest

from tests.adapters.program import Program, program_in


@pytest.fixture(scope="session")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytecode")


@pytest.fixture(scope="session")
def capex(tmp_path_factory: pytest.TempPathFactory, bytecode: Path) -> Program:
    """The program with a filled base that no test changes."""
    program = program_in(tmp_path_factory.mktemp("person"), bytecode)
    first = program.run("ask", "")
    assert (first.code, first.err) == (0, "")
    return program


@pytest.fixture
def fresh(tmp_path: Path, bytecode: Path) -> Program:
    """The program on a machine where it never ran."""
    return program_in(tmp_path, bytecode)


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
