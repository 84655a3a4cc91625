"""A process that is killed in the middle of its work leaves its batch whole or not at all.

A handful of moments a run; `python -m tests.benchmarks.kills` tries many.
"""

import random
import shutil
from pathlib import Path

import pytest

from bot.places import shipped_corpus
from knowledge.corpus_file import VOCABULARY_FILE, read_article_file, write

from .killing import Killing, still_writes


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two of the shipped articles, without what ties their claims to others'."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    shutil.copy(shipped_corpus() / VOCABULARY_FILE, folder)
    for name in ("meta-raises-ai-infrastructure.yaml", "big-tech-problem-ai-plans.yaml"):
        file = read_article_file(shipped_corpus() / name).value
        claims = tuple(claim.model_copy(update={"contrasts": ()}) for claim in file.claims)
        write(file.model_copy(update={"claims": claims}), folder / name)
    return folder


@pytest.fixture
def killing(url: str, corpus: Path, tmp_path: Path) -> Killing:
    """A filled base, and moments that are others in every run."""
    return Killing(url, corpus, tmp_path, random.Random())  # noqa: S311 (moments, no secrets)


def test_a_killed_import_is_there_whole_or_not_at_all_and_the_next_start_works(
    killing: Killing, url: str, corpus: Path
) -> None:
    killing.imports(3)
    assert still_writes(url, corpus)


def test_a_killed_writer_leaves_whole_batches_and_the_next_start_works(
    killing: Killing, url: str, corpus: Path
) -> None:
    killing.writes(3)
    assert still_writes(url, corpus)
