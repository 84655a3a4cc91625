"""An article is taken in once, whatever brings it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest

from bot.curation.alike import ONE, likeness, runs
from bot.curation.found import FoundArticle
from bot.curation.taking import Taken, take
from knowledge.article import Article
from knowledge.traces import TraceKind, runs_of, traces_of_article

WORDS = [
    "Meta",
    "expects",
    "capital",
    "expenditures",
    "of",
    "between",
    "64",
    "and",
    "72",
    "billion",
    "dollars",
    "this",
    "year",
    "the",
    "company",
    "said",
    "on",
    "Wednesday",
    "evening",
    "after",
    "the",
    "markets",
    "had",
    "closed",
    "in",
    "New",
    "York",
    "and",
    "raised",
    "its",
    "earlier",
    "guidance",
    "by",
    "several",
    "billion",
    "dollars",
    "because",
    "it",
    "is",
    "building",
    "data",
    "centres",
    "faster",
    "than",
    "planned",
    "and",
    "because",
    "servers",
    "cost",
    "more",
    "than",
    "it",
    "had",
    "thought",
]
TEXT = " ".join(WORDS)
FOUND = FoundArticle(
    title="Meta erhöht: 72 Mrd.!",
    text=TEXT,
    language="en",
    published=date(2025, 4, 30),
    url="https://www.paper.example/news/meta?id=7&utm_source=x",
    publisher="The Paper",
)


class Shelf:
    """Articles that are kept, with their texts."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[Article, str]] = {}

    def article(self, key: str) -> Article | None:
        return self.kept[key][0] if key in self.kept else None

    def text(self, article: str) -> str | None:
        return self.kept[article][1]

    def traced(self, kind: TraceKind, keys: Collection[str]) -> list[str]:
        own = {
            key: {*traces_of_article(article), *(("run", run) for run in runs_of(text))}
            for key, (article, text) in self.kept.items()
        }
        shared = {key: sum((kind, one) in found for one in keys) for key, found in own.items()}
        return sorted((key for key, count in shared.items() if count), key=lambda key: -shared[key])[:8]

    def put(self, found: FoundArticle) -> Taken:
        taken = take(found, self)
        if taken.outcome != "known":
            self.kept[taken.article.id] = taken.article, found.text
        return taken


@pytest.fixture
def shelf() -> Shelf:
    one = Shelf()
    assert one.put(FOUND).outcome == "new"
    return one


def test_a_new_article_is_named_by_its_title(shelf: Shelf) -> None:
    assert list(shelf.kept) == ["meta-erhoeht-72-mrd"]


def test_another_article_of_the_same_title_gets_a_name_of_its_own(shelf: Shelf) -> None:
    other = replace(FOUND, url="https://paper.example/2", text=" ".join(f"word{n}" for n in range(60)))
    assert shelf.put(other).article.id == "meta-erhoeht-72-mrd-2"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.paper.example/news/meta?id=7&utm_source=x",
        "http://paper.example/news/meta/?id=7",
        "https://paper.example/news/meta?fbclid=1&id=7#top",
    ],
)
def test_the_same_address_is_the_same_article_whatever_it_says_now(shelf: Shelf, url: str) -> None:
    assert shelf.put(replace(FOUND, url=url, text="Something else altogether.")).outcome == "known"


def test_another_page_of_the_same_site_is_another_article(shelf: Shelf) -> None:
    other = " ".join(f"word{n}" for n in range(60))
    assert shelf.put(replace(FOUND, url="https://paper.example/news/meta?id=8", text=other)).outcome == "new"


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), TEXT.replace("several", "many") + " Updated at noon."])
def test_the_same_text_by_the_same_publisher_is_the_same_article(shelf: Shelf, text: str) -> None:
    assert shelf.put(replace(FOUND, url="https://paper.example/moved", text=text)).outcome == "known"
    assert shelf.put(replace(FOUND, url=None, publisher=None, text=text)).outcome == "known"


def test_the_same_text_elsewhere_is_a_copy_that_names_the_first(shelf: Shelf) -> None:
    taken = shelf.put(replace(FOUND, url="https://other.example/1", publisher="Other", text="(agency) " + TEXT))
    assert (taken.outcome, taken.article.copy_of) == ("copy", "meta-erhoeht-72-mrd")
    assert taken.article.original is not None
    assert taken.article.original.publisher == "The Paper"


def test_a_copy_of_a_copy_names_the_first(shelf: Shelf) -> None:
    shelf.put(replace(FOUND, url="https://other.example/1", publisher="Other"))
    third = shelf.put(replace(FOUND, url="https://third.example/1", publisher="Third"))
    assert (third.outcome, third.article.copy_of) == ("copy", "meta-erhoeht-72-mrd")


def test_a_withdrawn_article_comes_in_by_no_other_door(shelf: Shelf) -> None:
    article, _ = shelf.kept["meta-erhoeht-72-mrd"]
    shelf.kept[article.id] = article.model_copy(update={"withdrawn": "asked for"}), ""
    assert shelf.put(replace(FOUND, url="https://other.example/1", publisher="Other")).outcome == "known"


def test_a_second_article_on_the_same_news_is_not_alike() -> None:
    other = (
        "On Wednesday Meta raised its guidance: capital expenditures of between 64 and 72 billion dollars this year."
    )
    assert likeness(runs(TEXT), runs(f"{other} {' '.join(reversed(WORDS))}")) < ONE / 2
