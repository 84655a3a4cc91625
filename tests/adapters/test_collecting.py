"""Adding an article: it is in the base afterwards, once, and logged."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from adapters.articles.fetcher import Fetcher
from adapters.articles.networks import Networks
from adapters.articles.sources import Told, article_at
from adapters.collecting import taken_in
from knowledge.store import Store
from tests.adapters.articles.hostile import PAGE, PROSE, ok, serving
from tests.adapters.program import Program, is_one_sentence
from tests.curated import opened_copy

NOW = datetime(2025, 5, 1, tzinfo=UTC)
TEXT = "Meta raises its capex\n\n2025-04-30\n\n" + PROSE


@pytest.fixture
def store(shipped_base: Path, tmp_path: Path) -> Iterator[Store]:
    with opened_copy(shipped_base, tmp_path) as one:
        yield one


def test_a_page_that_is_served_is_in_the_base_with_its_text(store: Store) -> None:
    with serving({"/": ok(PAGE)}) as server:
        found = article_at(server.address(), Told(), Fetcher(Networks(["127.0.0.1/32"])), lambda: b"")
    taken = taken_in(found, store, "terminal:ann", NOW)
    assert taken.article in set(store.articles())
    assert PROSE in (store.text(taken.article.id) or "")
    assert [(one.who, one.kind) for one in store.changes()][-2:] == [
        ("terminal:ann", "article"),
        ("terminal:ann", "text"),
    ]


def test_added_again_it_changes_nothing(ready: Program) -> None:
    first = ready.run("article", "add", "-", given=TEXT)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("Added 'meta-raises-its-capex' (2025-04-30, en)")
    again = ready.run("article", "add", "-", given=TEXT + " Updated.")
    assert again.out == "The base has this article already: 'meta-raises-its-capex' (2025-04-30, en).\n"


def test_a_copy_elsewhere_names_the_first_and_survives_an_export(store: Store, tmp_path: Path) -> None:
    told = Told(publisher="The Paper", url="https://paper.example/1")
    taken_in(article_at("-", told, Fetcher(), TEXT.encode), store, "terminal:ann", NOW)
    told = Told(publisher="Other", url="https://other.example/1", day=date(2025, 5, 1))
    copy = taken_in(article_at("-", told, Fetcher(), TEXT.encode), store, "terminal:ann", NOW)
    assert (copy.outcome, copy.article.copy_of) == ("copy", "meta-raises-its-capex")
    store.export_corpus(tmp_path / "out")
    with Store(f"sqlite:///{tmp_path / 'other.db'}", corpus=tmp_path / "out") as other:
        assert copy.article in set(other.articles())


@pytest.mark.parametrize("source", ["ftp://example.com/x", "http://127.0.0.1:1/", "http://[::1]/", "no-such-file"])
def test_what_cannot_be_had_is_told_in_one_sentence(capex: Program, source: str) -> None:
    assert is_one_sentence(capex.run("article", "add", source))
