"""A base with the shipped claims and one article whose three claims wait for a curator."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from adapters.collecting import read_claims, taken_in
from bot.curation.found import FoundArticle
from bot.places import shipped_corpus
from knowledge.store import PutClaim, Store

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

PAGE = (
    "<html lang=en><head><title>Amazon on capex</title><meta property='article:published_time' content='2025-05-01'>"
    "</head><body><article><h1>Amazon on capex</h1><p>Amazon reported capital expenditure of $24.3 billion in the "
    "first quarter of 2025. "
    + "The company spoke at length about its data centres and warehouses on that day. " * 12
    + "</p></article></body></html>"
)
"""A page of the web with a figure in it."""


def fill(path: Path) -> None:
    """Make the file such a base, if it is not one with the shipped claims already."""
    with Store(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
        taken = taken_in(ARTICLE, store, "terminal:ann", NOW)
        read_claims(taken.article.id, store, "terminal:ann", NOW)


def approve_all(store: Store, at: datetime) -> None:
    """A curator approves all that waits."""
    waiting = [claim for claim, _ in store.claims("proposed")]
    approved = [claim.model_copy(update={"state": "approved", "proposed": None}) for claim in waiting]
    store.write("terminal:ann", [PutClaim(claim) for claim in approved], at)


def opened_copy(filled: Path, folder: Path) -> Store:
    """A base of its own like the one in the file `filled`."""
    path = folder / "base.db"
    shutil.copy(filled, path)
    return Store(f"sqlite:///{path}", corpus=shipped_corpus())
