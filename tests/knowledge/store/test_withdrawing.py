"""A withdrawn article: its words are nowhere in the base, what is left says so, and nothing brings them back."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from knowledge.amount import PrintedAmount
from knowledge.claim import Caution, Claim, Contrast, Inferred, Retirement
from knowledge.corpus_file import ArticleFile, read_article_file
from knowledge.fault import Fault
from knowledge.period import Period
from knowledge.store import Change, PutArticle, PutClaim, PutText, Store
from knowledge.store.schema import METADATA
from knowledge.value import Passage

from .conftest import Open
from .sample import NEWER, NOW, OLDER, TEXT, both, claim, write_corpus

WORD = "Unverwechselbar"
QUOTE = f"{WORD}: 35 Milliarden Dollar, sagt Größe"
REASON = "The publisher asks for it."
WORDY = claim(
    "wordy",
    quote=Passage(start=3, text=QUOTE),
    context=(Passage(start=90, text=f"Kontext, {WORD}"),),
    amount=PrintedAmount(low=35, high=35, unit="USD", bound="exact", start=len(WORD) + 2, text="35 Milliarden Dollar"),
    period=Period(start="2024-01-01", end="2024-12-31", label="2024", kind="year", words=f"im Jahr {WORD}"),
    inferred=(Inferred(field="speaker", reason=both(f"'{WORD}' names nobody")),),
    cautions=(Caution(kind="scope", text=both(f"'{WORD}' leaves it open")),),
    contrasts=(Contrast(claim="meta-revenue", reason=both(f"'{WORD}' sets them apart")),),
)
FILE = OLDER.model_copy(update={"claims": (WORDY, *OLDER.claims)})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A shipped corpus with words that stand nowhere else."""
    return write_corpus(tmp_path / "corpus", FILE, NEWER)


@pytest.fixture
def store(opened: Open) -> Store:
    """A base that holds the words as text, in a claim and, by its edits, many times over in its log."""
    store = opened()
    store.write("anna", [PutText("older", TEXT)], NOW)
    for direction in ("up", "down") * 10:
        store.write("anna", [PutClaim(WORDY.model_copy(update={"direction": direction}))], NOW)
    return store


def withdraw(store: Store) -> int | None:
    return store.withdraw_article("older", REASON, who="ben", at=NOW)


def everything(store: Store) -> tuple[object, ...]:
    return store.vocabulary(), list(store.claims()), list(store.articles()), list(store.changes()), store.text("older")


def in_columns(url: str, words: str) -> list[str]:
    """The columns of all tables, as `table.column`, in which `words` stand."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    found = []
    with engine.connect() as connection:
        for table in inspect(connection).get_table_names():
            for column in inspect(connection).get_columns(table):
                rows = connection.execute(text(f'SELECT "{column["name"]}" FROM "{table}"')).scalars()  # noqa: S608
                if any(words in str(row) for row in rows):
                    found.append(f"{table}.{column['name']}")
    engine.dispose()
    return sorted(found)


def on_disk(schema: str) -> bytes:
    """All pages of the tables on the server's disk, as they are."""
    engine = create_engine(schema.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        paths = (text(f"SELECT pg_read_binary_file(pg_relation_filepath('{table}'))") for table in METADATA.tables)
        pages = b"".join(connection.execute(one).scalar_one() for one in paths)
    engine.dispose()
    return pages


def brought_back(store: Store) -> list[Claim]:
    return [one for one, _ in store.claims() if one.article == "older" and (one.quote or one.state != "retired")]


def test_no_column_holds_its_words(store: Store, url: str) -> None:
    assert in_columns(url, WORD) == ["change.after", "change.before", "claim.document"]
    assert withdraw(store) == 4
    assert in_columns(url, WORD) == []
    assert in_columns(url, "Milliarden") == []
    assert in_columns(url, "Meta expects 35 billion") == []


@pytest.mark.parametrize("readers", [0, 1])
def test_the_file_holds_its_words_no_more_also_not_in_free_pages(
    sqlite_url: str, tmp_path: Path, corpus: Path, readers: int
) -> None:
    with Store(sqlite_url, corpus=corpus) as store, Store(sqlite_url, corpus=corpus) as other:
        store.write("anna", [PutText("older", TEXT)], NOW)
        store.write("anna", [PutClaim(WORDY.model_copy(update={"direction": "up"}))], NOW)
        for _ in range(readers):
            assert other.claim("wordy")
        assert WORD.encode() in (tmp_path / "base.db").read_bytes()
        withdraw(store)
        assert other.change_number() == store.change_number()
    left = [file for file in tmp_path.glob("base.db*") if WORD.encode() in file.read_bytes()]
    assert left == []


def test_the_tables_of_the_server_hold_its_words_no_more_also_not_in_free_pages(schema: str, corpus: Path) -> None:
    with Store(schema, corpus=corpus) as store:
        store.write("anna", [PutText("older", TEXT)], NOW)
        store.write("anna", [PutClaim(WORDY.model_copy(update={"direction": "up"}))], NOW)
        assert WORD.encode() in on_disk(schema)
        withdraw(store)
    assert WORD.encode() not in on_disk(schema)


def test_what_is_left_says_what_it_was_and_why_it_went(store: Store) -> None:
    withdraw(store)
    left = store.claim("wordy")
    assert left is not None
    assert (left.state, left.retired) == ("retired", Retirement(reason=REASON))
    assert left.quote is None
    assert {*left.context, *left.inferred, *left.cautions, *left.contrasts} == set()
    assert (left.statement, left.subject, left.metric) == (WORDY.statement, WORDY.subject, WORDY.metric)
    assert left.amount is not None
    assert left.amount.low == left.amount.high == 35
    assert left.amount.text == "35 USD"
    assert left.period is not None
    assert (left.period.label, left.period.words) == ("2024", None)
    article = next(one for one in store.articles() if one.id == "older")
    assert article == OLDER.article.model_copy(update={"withdrawn": REASON})
    assert store.text("older") is None


def test_its_claims_answer_no_more_and_others_do(store: Store) -> None:
    withdraw(store)
    assert {one.article for one in store.evidence(["meta", "alphabet"], []).claims} == {"newer"}
    assert {one.article for one in store.evidence_on(["bubble", "energy"]).claims} == {"newer"}


def test_the_log_keeps_every_entry_and_says_that_the_article_was_withdrawn(store: Store) -> None:
    before = list(store.changes())
    withdraw(store)
    after = list(store.changes())
    told = [(one.number, one.at, one.who, one.what, one.kind, one.key) for one in after]
    assert told[: len(before)] == [(one.number, one.at, one.who, one.what, one.kind, one.key) for one in before]
    news = after[len(before) :]
    assert {(one.who, one.what) for one in news} == {("ben", "withdraw")}
    assert {one.kind for one in news} == {"article", "claim", "text"}
    assert [one.number for one in after] == list(range(1, len(after) + 1))
    assert_chained(after)


def assert_chained(entries: list[Change]) -> None:
    """Each entry goes on from what the one before left, as it did when nothing was withdrawn."""
    state: dict[tuple[str, str], str | None] = {}
    for entry in entries:
        assert entry.before == state.get((entry.kind, entry.key))
        state[entry.kind, entry.key] = entry.after


def test_entries_of_other_articles_stay_as_they_were(store: Store) -> None:
    def others() -> list[Change]:
        return [one for one in store.changes() if '"article":"older"' not in f"{one.before}{one.after}"]

    before = others()
    withdraw(store)
    kept = {one.number: one for one in others()}
    assert [kept[one.number] for one in before] == before


def test_a_claim_that_came_to_another_article_keeps_its_words_there_only(store: Store) -> None:
    moved = WORDY.model_copy(update={"article": "newer", "quote": claim("x").quote, "amount": claim("x").amount})
    store.write("anna", [PutClaim(moved)], NOW)
    withdraw(store)
    assert store.claim("wordy") == moved
    assert QUOTE not in "".join(f"{one.before}{one.after}" for one in store.changes())


def test_a_claim_that_was_retired_before_keeps_its_reason(store: Store) -> None:
    retired = WORDY.model_copy(update={"state": "retired", "retired": Retirement(reason="wrong")})
    store.write("anna", [PutClaim(retired)], NOW)
    withdraw(store)
    left = store.claim("wordy")
    assert left is not None
    assert (left.quote, left.retired) == (None, Retirement(reason="wrong"))


def test_a_second_withdrawal_changes_nothing_and_says_so(store: Store) -> None:
    withdraw(store)
    before = everything(store)
    assert withdraw(store) is None
    assert everything(store) == before


@pytest.mark.parametrize(
    ("key", "reason", "what"),
    [
        ("nowhere", REASON, "the article 'nowhere' is not known"),
        ("older", "", "the article 'older' is not valid"),
        ("older", "x" * 401, "the article 'older' is not valid"),
        ("older", "two\nlines", "the article 'older' is not valid"),
    ],
)
def test_what_cannot_be_withdrawn_is_told_and_changes_nothing(store: Store, key: str, reason: str, what: str) -> None:
    before = everything(store)
    with pytest.raises(Fault, match=what):
        store.withdraw_article(key, reason, who="ben", at=NOW)
    assert everything(store) == before


class TestNothingComesBack:
    def test_by_the_next_start(self, store: Store, opened: Open, url: str) -> None:
        withdraw(store)
        assert brought_back(opened()) == []
        assert in_columns(url, WORD) == []

    def test_by_a_newer_shipped_corpus(self, store: Store, opened: Open, corpus: Path, url: str) -> None:
        withdraw(store)
        more = claim("another", quote=WORDY.quote, amount=WORDY.amount)
        changed = WORDY.model_copy(update={"direction": "flat"})
        linked = NEWER.claims[0].model_copy(update={"direction": "up"})
        newer = NEWER.model_copy(update={"claims": (linked, *NEWER.claims[1:])})
        write_corpus(corpus, FILE.model_copy(update={"claims": (changed, more, *OLDER.claims)}), newer)
        again = opened()
        assert again.notice is None
        assert again.claim(linked.id) == linked
        assert brought_back(again) == []
        assert in_columns(url, WORD) == []

    def test_by_an_import_which_says_so(self, store: Store, corpus: Path, url: str) -> None:
        withdraw(store)
        number = store.change_number()
        (corpus / "older.txt").write_bytes(TEXT.encode())
        imported = store.import_corpus(corpus, who="anna", at=NOW)
        assert (imported.added, imported.changed, imported.withdrawn) == (0, 0, ("older",))
        assert store.change_number() == number
        assert brought_back(store) == []
        assert store.text("older") is None
        assert in_columns(url, WORD) == []

    def test_by_an_edit_which_is_refused(self, store: Store) -> None:
        withdraw(store)
        before = everything(store)
        for edit in (PutClaim(WORDY), PutText("older", TEXT)):
            with pytest.raises(Fault, match=r"the article 'older' was withdrawn, so the .* cannot bring words of it"):
                store.write("anna", [edit], NOW)
        assert everything(store) == before


class TestElsewhere:
    """An export carries the withdrawal, and a base that imports it withdraws the article too."""

    @pytest.fixture
    def exported(self, store: Store, tmp_path: Path) -> Path:
        withdraw(store)
        store.export_corpus(tmp_path / "out")
        return tmp_path / "out"

    def test_an_export_and_import_is_lossless(self, store: Store, exported: Path, tmp_path: Path) -> None:
        with Store(f"sqlite:///{tmp_path / 'anew.db'}", corpus=exported) as anew:
            assert everything(anew)[:3] == everything(store)[:3]
            anew.export_corpus(tmp_path / "again")
        for file in exported.iterdir():
            assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()
        assert WORD not in (exported / "older.yaml").read_text(encoding="utf-8")

    def test_a_base_that_knows_the_article_forgets_its_words(
        self, exported: Path, corpus: Path, tmp_path: Path
    ) -> None:
        path = tmp_path / "other.db"
        with Store(f"sqlite:///{path}", corpus=corpus) as other:
            own = claim("of-their-own", quote=WORDY.quote, amount=WORDY.amount)
            edited = OLDER.article.model_copy(update={"author": "Somebody"})
            edits = (PutClaim(own), PutText("older", TEXT), PutArticle(edited))
            other.write("cleo", [*edits, PutClaim(WORDY.model_copy(update={"direction": "up"}))], NOW)
            assert other.import_corpus(exported, who="cleo", at=NOW).kept == ()
            assert brought_back(other) == []
            assert other.text("older") is None
            assert_chained(list(other.changes()))
        assert WORD.encode() not in path.read_bytes()
        assert sqlite3.connect(path).execute("SELECT count(*) FROM claim").fetchone() == (8,)

    def test_a_file_with_words_of_an_article_that_it_withdraws_is_refused(self, opened: Open, tmp_path: Path) -> None:
        base = opened()
        before = everything(base)
        article = OLDER.article.model_copy(update={"withdrawn": REASON})
        folder = write_corpus(tmp_path / "in", ArticleFile(article=article, claims=FILE.claims))
        with pytest.raises(Fault, match="the article 'older' was withdrawn"):
            base.import_corpus(folder, who="cleo", at=NOW)
        assert everything(base) == before

    def test_the_file_reads_as_it_was_written(self, store: Store, exported: Path) -> None:
        file = read_article_file(exported / "older.yaml").value
        assert {one.id: one for one in file.claims} == {
            one.id: one for one, article in store.claims() if article.id == "older"
        }
