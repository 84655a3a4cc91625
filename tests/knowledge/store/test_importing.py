"""Corpus files into the base and out again."""

from pathlib import Path

import pytest

import knowledge
from knowledge.corpus_file import read_article_file
from knowledge.fault import Fault, FileFault
from knowledge.store import Imported, PutClaim, PutText, PutWord, Store
from knowledge.vocabulary import Vocabulary

from .conftest import Open
from .sample import NEWER, NOW, OLDER, TEXT, VOCABULARY, claim, subject, write_corpus

FIRST = OLDER.claims[0]
EDITED = FIRST.model_copy(update={"direction": "up"})
SHIPPED = FIRST.model_copy(update={"direction": "down"})
OLDER_SHIPPED = OLDER.model_copy(update={"claims": (SHIPPED, *OLDER.claims[1:])})


def bring(store: Store, folder: Path) -> Imported:
    return store.import_corpus(folder, who="anna", at=NOW)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_an_export_is_byte_for_byte_what_was_imported(store: Store, corpus: Path, tmp_path: Path) -> None:
    store.export_corpus(tmp_path / "out")
    assert contents(tmp_path / "out") == contents(corpus)


def test_the_shipped_corpus_comes_out_as_it_is(url: str, tmp_path: Path) -> None:
    shipped = Path(knowledge.__file__).parent / "corpus"
    with Store(url, corpus=shipped) as store:
        store.export_corpus(tmp_path / "out")
    assert contents(tmp_path / "out") == contents(shipped)


def test_a_base_made_anew_from_an_export_holds_the_same(store: Store, tmp_path: Path) -> None:
    store.write("anna", [PutClaim(EDITED), PutClaim(claim("new", state="proposed")), PutText("older", TEXT)], NOW)
    store.export_corpus(tmp_path / "out")
    with Store(f"sqlite:///{tmp_path / 'anew.db'}", corpus=tmp_path / "out") as anew:
        assert list(anew.claims()) == list(store.claims())
        assert anew.vocabulary() == store.vocabulary()
        assert list(anew.articles()) == list(store.articles())
        assert anew.text("older") == TEXT


def test_an_export_that_is_imported_into_a_filled_base_restores_what_was_edited(
    store: Store, corpus: Path, tmp_path: Path
) -> None:
    store.write("anna", [PutClaim(EDITED), PutWord("subject", subject("meta", "Threads"))], NOW)
    store.export_corpus(tmp_path / "out")
    with Store(f"sqlite:///{tmp_path / 'other.db'}", corpus=corpus) as other:
        assert bring(other, tmp_path / "out") == Imported(0, 2, ())
        assert list(other.claims()) == list(store.claims())
        assert other.vocabulary() == store.vocabulary()


def test_a_second_import_changes_nothing(store: Store, corpus: Path) -> None:
    number = store.change_number()
    assert bring(store, corpus) == Imported(0, 0, ())
    assert store.change_number() == number


def test_an_import_tells_what_it_added_and_changed(store: Store, tmp_path: Path) -> None:
    more = NEWER.model_copy(update={"claims": (*NEWER.claims, claim("new", "newer"))})
    assert bring(store, write_corpus(tmp_path / "in", OLDER_SHIPPED, more)) == Imported(1, 1, ())
    assert store.claim(FIRST.id) == SHIPPED


def test_an_import_keeps_what_a_person_edited_and_names_it(store: Store, tmp_path: Path) -> None:
    store.write("anna", [PutClaim(EDITED)], NOW)
    assert bring(store, write_corpus(tmp_path / "in", OLDER_SHIPPED)) == Imported(0, 0, (f"claim {FIRST.id}",))
    assert store.claim(FIRST.id) == EDITED


def test_a_text_that_was_taken_away_is_not_brought_back(store: Store, corpus: Path) -> None:
    (corpus / "older.txt").write_bytes(TEXT.encode())
    assert bring(store, corpus) == Imported(1, 0, ())
    store.write("anna", [PutText("older", None)], NOW)
    assert bring(store, corpus).kept == ("text older",)
    assert store.text("older") is None


def test_an_upgrade_of_the_shipped_corpus_comes_in_at_the_next_start(opened: Open, corpus: Path) -> None:
    opened()
    write_corpus(corpus, OLDER_SHIPPED)
    store = opened()
    assert store.claim(FIRST.id) == SHIPPED
    assert [(entry.who, entry.what) for entry in store.changes()][-1] == ("capex", "shipped")


def test_an_upgrade_of_the_shipped_corpus_keeps_what_a_person_edited(opened: Open, corpus: Path) -> None:
    opened().write("anna", [PutClaim(EDITED)], NOW)
    write_corpus(corpus, OLDER_SHIPPED)
    assert opened().claim(FIRST.id) == EDITED


def test_an_upgrade_of_the_shipped_corpus_keeps_what_a_person_imported(
    opened: Open, corpus: Path, tmp_path: Path
) -> None:
    edited = OLDER.model_copy(update={"claims": (EDITED, *OLDER.claims[1:])})
    bring(opened(), write_corpus(tmp_path / "in", edited))
    write_corpus(corpus, OLDER_SHIPPED)
    assert opened().claim(FIRST.id) == EDITED


def test_an_upgrade_that_collides_with_a_persons_word_is_left_out_with_a_notice(opened: Open, corpus: Path) -> None:
    opened().write("anna", [PutWord("subject", subject("nvidia", "Chips"))], NOW)
    chips = subject("chips", "Chips")
    write_corpus(corpus, vocabulary=VOCABULARY.model_copy(update={"subjects": (*VOCABULARY.subjects, chips)}))
    store = opened()
    assert store.notice is not None
    assert "'chips' belongs to 'nvidia' and cannot also belong to 'chips'" in store.notice
    assert store.vocabulary().subjects[-1].id == "nvidia"
    assert len(list(store.claims())) == 6


def test_a_claim_that_a_person_added_stands_behind_those_of_the_file(store: Store, tmp_path: Path) -> None:
    store.write("anna", [PutClaim(claim("a-new-one"))], NOW)
    store.export_corpus(tmp_path / "out")
    file = read_article_file(tmp_path / "out" / "older.yaml").value
    assert [one.id for one in file.claims] == [*(one.id for one in OLDER.claims), "a-new-one"]


def test_a_file_that_is_only_put_in_another_order_is_exported_in_it_and_logs_nothing(
    store: Store, tmp_path: Path
) -> None:
    number = store.change_number()
    turned = OLDER.model_copy(update={"claims": OLDER.claims[::-1]})
    words = VOCABULARY.model_copy(update={"subjects": VOCABULARY.subjects[::-1]})
    folder = write_corpus(tmp_path / "in", turned, NEWER, vocabulary=words)
    assert bring(store, folder) == Imported(0, 0, ())
    assert store.change_number() == number
    store.export_corpus(tmp_path / "out")
    assert contents(tmp_path / "out") == contents(folder)


def test_a_folder_may_name_what_only_the_base_knows(store: Store, tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "in", OLDER_SHIPPED, vocabulary=Vocabulary())
    (folder / "vocabulary.yaml").unlink()
    assert bring(store, folder) == Imported(0, 1, ())


def broken(store: Store, folder: Path, file: str, text: str, what: str) -> None:
    """The import of `folder` names the line of `file` that holds `text`, and changes nothing."""
    before = list(store.changes()), list(store.claims())
    with pytest.raises(FileFault, match=what) as caught:
        bring(store, folder)
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    assert Path(caught.value.path) == folder / file
    assert text in lines[caught.value.line - 1]
    assert (list(store.changes()), list(store.claims())) == before


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("subject: meta", "subject: nobody", "subject: the subject 'nobody' is not known"),
        ("speaker: susan-li", "speaker: nobody", "speaker: the subject 'nobody' is not known"),
        ("via: reuters", "via: nobody", "via: the subject 'nobody' is not known"),
        ("- meta\n", "- nobody\n", "about: the subject 'nobody' is not known"),
        ("metric: capex", "metric: nothing", "metric: the metric 'nothing' is not known"),
        ("basis: leases", "basis: nothing", "basis: the basis 'nothing' is not known"),
        ("- bubble", "- nothing", "topics: the topic 'nothing' is not known"),
        ("status: actual", "status: actually", "status"),
        ("direction: up", "direction: up\n  direction: up", "stands twice"),
    ],
    ids=lambda text: str(text).strip(),
)
def test_a_fault_in_a_file_is_told_with_its_line_and_changes_nothing(
    store: Store, tmp_path: Path, old: str, new: str, what: str
) -> None:
    changed = OLDER.model_copy(update={"claims": (EDITED, *OLDER.claims[1:])})
    folder = write_corpus(tmp_path / "in", changed, NEWER)
    file = folder / "older.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    broken(store, folder, "older.yaml", new.strip().splitlines()[-1], what)


def test_an_id_that_stands_in_two_files_is_a_fault(store: Store, tmp_path: Path) -> None:
    again = NEWER.model_copy(update={"claims": (claim(FIRST.id, "newer"),)})
    folder = write_corpus(tmp_path / "in", again, OLDER_SHIPPED)
    broken(store, folder, "older.yaml", f"id: {FIRST.id}", "the claim 'meta-capex' stands already in newer.yaml")


def test_an_id_that_stands_twice_in_a_file_is_a_fault(store: Store, tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "in", OLDER.model_copy(update={"claims": (FIRST, SHIPPED)}))
    broken(store, folder, "older.yaml", f"id: {FIRST.id}", "stands already above")


def test_a_claim_in_the_file_of_another_article_is_a_fault(store: Store, tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "in", OLDER.model_copy(update={"claims": (claim("new", "newer"),)}))
    broken(store, folder, "older.yaml", "article: newer", "the claim 'new' of 'newer' stands in the file of 'older'")


def test_an_unknown_member_of_a_group_is_a_fault(store: Store, tmp_path: Path) -> None:
    group = subject("group", kind="group", members=("meta", "nobody"))
    words = VOCABULARY.model_copy(update={"subjects": (*VOCABULARY.subjects, group)})
    folder = write_corpus(tmp_path / "in", vocabulary=words)
    broken(store, folder, "vocabulary.yaml", "nobody", "members: the subject 'nobody' is not known")


def test_a_folder_without_corpus_files_is_a_fault(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Fault, match="holds no corpus files"):
        bring(store, tmp_path / "nowhere")


def test_an_export_that_cannot_be_written_is_a_fault(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Fault, match="cannot be written"):
        store.export_corpus(tmp_path / "file" / "folder")
