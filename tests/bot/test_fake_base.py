"""The fake base keeps the store's promises, so that what is shown on it holds on the store."""

import pytest

from bot.line import Line
from knowledge.corpus_file import VOCABULARY_FILE, read_article_file
from knowledge.store import Store

from .fake_base import FakeBase
from .samples import ON

QUESTIONS = ["meta", "meta capex", "capex", "loss", "meta vs google", "according to Barclays", "samsung capex",
             "meta 2031", "openai loss 2026", "big tech AI investment", "help", "is AI a bubble?",
             "share price", "Susan Li", "AI"]  # fmt: skip


@pytest.fixture(scope="module")
def fake(shipped_store: Store, tmp_path_factory: pytest.TempPathFactory) -> FakeBase:
    folder = tmp_path_factory.mktemp("exported")
    shipped_store.export_corpus(folder)
    paths = sorted(path for path in folder.glob("*.yaml") if path.name != VOCABULARY_FILE)
    files = [read_article_file(path).value for path in paths]
    articles = {file.article.id: file.article for file in files}
    return FakeBase((one for file in files for one in file.claims), articles, shipped_store.vocabulary())


@pytest.fixture(scope="module")
def faked(fake: FakeBase) -> Line:
    """The line over the fake base."""
    return Line(fake)


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_fake_base_gives_the_answer_of_the_store(faked: Line, shipped: Line, text: str) -> None:
    own, real = faked.ask(text, ON), shipped.ask(text, ON)
    assert (own.answer, own.reply.headline) == (real.answer, real.reply.headline)


@pytest.mark.parametrize(
    ("subjects", "metrics"),
    [(["meta"], []), (["meta", "alphabet"], []), (["meta"], ["capex"]), ([], ["capex"]), ([], ["capex",
     "ai-investment"]),
     (["barclays"], []), (["nobody"], []), ([], [])],
)  # fmt: skip
def test_the_fake_base_has_the_evidence_of_the_store(
    fake: FakeBase, shipped_store: Store, subjects: list[str], metrics: list[str]
) -> None:
    own, real = fake.evidence(subjects, metrics), shipped_store.evidence(subjects, metrics)
    assert own == real


def test_the_fake_base_covers_what_the_store_covers(fake: FakeBase, shipped_store: Store) -> None:
    assert fake.coverage() == shipped_store.coverage()


@pytest.mark.parametrize(
    ("subjects", "metrics", "topics"),
    [([], [], []), (["meta"], [], []), (["meta"], ["capex"], []), ([], ["capex"], []), ([], [], ["bubble"])],
)
def test_the_fake_base_has_the_sources_of_the_store(
    fake: FakeBase, shipped_store: Store, subjects: list[str], metrics: list[str], topics: list[str]
) -> None:
    assert fake.sources(subjects, metrics, topics) == shipped_store.sources(subjects, metrics, topics)
