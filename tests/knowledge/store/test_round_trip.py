"""The whole shipped base goes from one engine to the other and back, and not a byte is lost."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.places import shipped_corpus
from knowledge.fault import Fault
from knowledge.store import Imported, PutText, Store

from .sample import NOW, TEXT

LATER = datetime(2024, 9, 2, 8, tzinfo=UTC)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def filled(store: Store) -> Store:
    """The base of the tests with the whole shipped corpus, a full text and a withdrawn article on top."""
    store.import_corpus(shipped_corpus(), who="anna", at=NOW)
    store.write("anna", [PutText("older", TEXT)], NOW)
    key = min(article.id for article in store.articles())
    assert store.withdraw_article(key, "asked by the publisher", who="anna", at=NOW)
    return store


@pytest.mark.parametrize(("one", "other"), [("sqlite_url", "schema"), ("schema", "sqlite_url")])
def test_a_base_goes_to_the_other_engine_and_comes_out_byte_for_byte(
    request: pytest.FixtureRequest, tmp_path: Path, corpus: Path, one: str, other: str
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    with Store(request.getfixturevalue(one), corpus=corpus) as store:
        filled(store).export_corpus(first)
        claims, articles, words = list(store.claims()), list(store.articles()), store.vocabulary()
    with Store(request.getfixturevalue(other), corpus=corpus) as store:
        store.import_corpus(first, who="ben", at=LATER)
        store.export_corpus(second)
        assert (list(store.claims()), list(store.articles()), store.vocabulary()) == (claims, articles, words)
    assert contents(first) == contents(second)
    assert len(contents(first)) == len(list(shipped_corpus().glob("*.yaml"))) + 2 + 1


def test_an_export_that_comes_back_changes_nothing(store: Store, tmp_path: Path) -> None:
    filled(store).export_corpus(tmp_path / "out")
    number = store.change_number()
    assert store.import_corpus(tmp_path / "out", who="ben", at=LATER) == Imported(0, 0, ())
    assert store.change_number() == number


class TestFolder:
    """An export takes the place of an earlier one, and of nothing else."""

    def test_an_earlier_export_is_written_over(self, store: Store, tmp_path: Path) -> None:
        store.export_corpus(tmp_path / "out")
        before = contents(tmp_path / "out")
        store.write("anna", [PutText("older", TEXT)], NOW)
        store.export_corpus(tmp_path / "out")
        assert contents(tmp_path / "out") == {**before, "older.txt": TEXT.encode()}

    def test_a_text_that_went_since_goes_from_the_export_too(self, store: Store, tmp_path: Path) -> None:
        store.write("anna", [PutText("older", TEXT)], NOW)
        store.export_corpus(tmp_path / "out")
        store.withdraw_article("older", "asked", who="anna", at=NOW)
        store.export_corpus(tmp_path / "out")
        assert "older.txt" not in contents(tmp_path / "out")

    @pytest.mark.parametrize("name", ["letter.txt", "third.yaml", ".hidden", "vocabulary.yaml.bak"])
    def test_a_folder_with_another_file_is_refused_and_left_alone(
        self, store: Store, tmp_path: Path, name: str
    ) -> None:
        store.export_corpus(tmp_path / "out")
        (tmp_path / "out" / name).write_text("mine", encoding="utf-8")
        (tmp_path / "out" / "older.yaml").write_text("mine, too", encoding="utf-8")
        before = contents(tmp_path / "out")
        with pytest.raises(Fault, match=f"no earlier export of this base: it holds '{name}'"):
            store.export_corpus(tmp_path / "out")
        assert contents(tmp_path / "out") == before

    def test_a_file_that_only_bears_the_name_of_an_article_makes_no_export(self, store: Store, tmp_path: Path) -> None:
        (tmp_path / "notes").mkdir()
        (tmp_path / "notes" / "older.txt").write_text("mine", encoding="utf-8")
        with pytest.raises(Fault, match="no earlier export"):
            store.export_corpus(tmp_path / "notes")
        assert contents(tmp_path / "notes") == {"older.txt": b"mine"}

    def test_it_says_how_much_it_wrote(self, store: Store, tmp_path: Path) -> None:
        store.write("anna", [PutText("older", TEXT)], NOW)
        done = store.export_corpus(tmp_path / "out")
        assert (done.articles, done.claims, done.texts) == (2, 6, 1)
