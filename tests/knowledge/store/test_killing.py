"""A process that is killed in the middle of its work leaves its batch whole or not at all.

A handful of moments a run; `python -m tests.benchmarks.kills` tries many.
"""

import random
from pathlib import Path

import pytest

from bot.places import shipped_corpus

from .killing import Killing, still_writes


@pytest.fixture
def killing(url: str, tmp_path: Path) -> Killing:
    """The whole shipped base, and moments that are others in every run."""
    return Killing(url, shipped_corpus(), tmp_path, random.Random())  # noqa: S311 (moments, no secrets)


def test_a_killed_import_is_there_whole_or_not_at_all_and_the_next_start_works(killing: Killing, url: str) -> None:
    killing.imports(2)
    assert still_writes(url, shipped_corpus())


def test_a_killed_writer_leaves_whole_batches_and_the_next_start_works(killing: Killing, url: str) -> None:
    killing.writes(3)
    assert still_writes(url, shipped_corpus())
