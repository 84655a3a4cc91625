"""A base of one's own with three proposed claims."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.store import Store
from tests.curated import opened_copy


@pytest.fixture
def curated(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """The open base."""
    with opened_copy(filled, tmp_path) as store:
        yield store
