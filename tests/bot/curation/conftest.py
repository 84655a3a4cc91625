"""A base with the shipped claims and one article whose claims wait for a curator."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from adapters.collecting import read_claims, taken_in
from bot.curation.found import FoundArticle
from bot.places import shipped_corpus
from knowledge.store import Store

NOW = datetime(2025, 5, 2, 12, tzinfo=UTC)
TEXT = (
    "Meta raises its forecast\n\n"
    "Meta expects capital expenditures of $64 billion to $72 billion in 2025. The company said so on Wednesday.\n\n"
    "Alphabet reported capital expenditure of $17.2 billion in the first quarter of 2025.\n\n"
    "Amazon's revenue was $155.7 billion in the first quarter of 2025.\n"
)
ARTICLE = FoundArticle(
    title="Meta raises its forecast",
    text=TEXT,
    language="en",
    published=date(2025, 4, 30),
    url="https://paper.example/meta",
    publisher="The Paper",
)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a base with three proposed claims."""
    path = tmp_path_factory.mktemp("curated") / "base.db"
    with Store(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
        taken = taken_in(ARTICLE, store, "terminal:ann", NOW)
        read_claims(taken.article.id, store, "terminal:ann", NOW)
    return path


@pytest.fixture
def curated(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """A base of one's own with three proposed claims."""
    path = tmp_path / "base.db"
    shutil.copy(filled, path)
    with Store(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
        yield store
