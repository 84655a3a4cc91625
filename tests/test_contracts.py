"""The arrows between the folders, as import-linter's contracts in pyproject.toml state them."""

import subprocess
import sysconfig
from pathlib import Path


def test_every_import_follows_the_arrows() -> None:
    linter = Path(sysconfig.get_path("scripts")) / "lint-imports"  # a process of its own, as it sets up all loggers
    told = subprocess.run([linter], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout
