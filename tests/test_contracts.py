"""The arrows between the folders, as import-linter's contracts in pyproject.toml state them."""

from importlinter.cli import lint_imports


def test_every_import_follows_the_arrows() -> None:
    assert lint_imports() == 0
