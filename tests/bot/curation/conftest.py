"""A base of one's own with three proposed claims."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.places import shipped_corpus
from knowledge.store import Store


@pytest.fixture
def curated(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """The open base."""
    path = tmp_path / "base.db"
    shutil.copy(filled, path)
    with Store(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
        yield store
