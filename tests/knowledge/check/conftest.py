"""A sound corpus for every test."""

from pathlib import Path

import pytest

from .sample import Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """A corpus without a fault."""
    return Corpus(tmp_path)
