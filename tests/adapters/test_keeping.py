"""The commands that keep the base: one line of what was done, one sentence of what is wrong."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.places import shipped_corpus
from knowledge.corpus_file import read_article_file, write
from tests.adapters.program import Program, is_one_sentence

ARTICLE = "meta-raises-ai-infrastructure"


@pytest.fixture
def program(ready: Program) -> Program:
    """The program on a base of its own, used by Anna."""
    return ready.having(LOGNAME="anna", USER="anna")


@pytest.fixture
def exported(program: Program, tmp_path: Path) -> Path:
    ran = program.run("export", str(tmp_path / "out"))
    assert (ran.code, ran.err) == (0, "")
    return tmp_path / "out"


def base(program: Program) -> Path:
    return Path(program.environment["XDG_DATA_HOME"]) / "capex" / "capex.db"


def log(program: Program) -> list[tuple[str, str]]:
    """Who did what, in order, each once."""
    with closing(sqlite3.connect(base(program))) as connection:
        return [*dict.fromkeys(connection.execute("SELECT who, what FROM change ORDER BY number").fetchall())]


def changed(folder: Path) -> str:
    """Change the statement of one claim in the folder; its id."""
    file = read_article_file(folder / f"{ARTICLE}.yaml").value
    first = file.claims[0]
    other = first.model_copy(update={"statement": first.statement.model_copy(update={"en": "Said anew."})})
    write(file.model_copy(update={"claims": (other, *file.claims[1:])}), folder / f"{ARTICLE}.yaml")
    return first.id


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


class TestExport:
    def test_it_writes_the_whole_base_and_says_how_much(self, program: Program, tmp_path: Path) -> None:
        ran = program.run("export", str(tmp_path / "out"))
        assert ran.code == 0
        assert ran.out.startswith(f"Exported {len(list(shipped_corpus().glob('*.yaml'))) - 1} articles, ")
        assert ran.out.endswith(" claims, 0 full texts and the vocabulary.\n")
        assert contents(tmp_path / "out") == contents(shipped_corpus())

    def test_it_takes_the_place_of_an_earlier_one(self, program: Program, exported: Path) -> None:
        before = contents(exported)
        assert program.run("export", str(exported)).code == 0
        assert contents(exported) == before

    def test_a_folder_with_other_files_is_told_and_left_alone(self, program: Program, exported: Path) -> None:
        (exported / "letter.txt").write_text("Dear reader", encoding="utf-8")
        before = contents(exported)
        ran = program.run("export", str(exported))
        assert is_one_sentence(ran)
        assert "'letter.txt'" in ran.err
        assert contents(exported) == before

    def test_a_folder_that_cannot_be_made_is_told(self, program: Program, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        assert is_one_sentence(program.run("export", str(tmp_path / "file" / "out")))


class TestImport:
    def test_what_is_there_already_changes_nothing(self, program: Program, exported: Path) -> None:
        ran = program.run("import", str(exported))
        assert (ran.code, ran.out, ran.err) == (0, "0 added, 0 changed.\n", "")

    def test_a_change_is_counted_and_logged_under_the_persons_name(self, program: Program, exported: Path) -> None:
        changed(exported)
        assert program.run("import", str(exported)).out == "0 added, 1 changed.\n"
        assert log(program)[-1] == ("terminal:anna", "import")

    def test_what_somebody_edited_here_is_kept_and_named(self, program: Program, exported: Path) -> None:
        key = changed(exported)
        with closing(sqlite3.connect(base(program))) as connection, connection:
            entry = "SELECT max(number) + 1, '2024-09-01T00:00:00+00:00', 'ben', 'edit', 'claim' FROM change"
            connection.execute(
                f'INSERT INTO change (number, at, who, what, kind, "key") SELECT *, ? FROM ({entry})',  # noqa: S608
                (key,),
            )
        ran = program.run("import", str(exported))
        assert ran.out == f"0 added, 0 changed; 1 kept, since somebody edited them here: claim {key}.\n"

    @pytest.mark.parametrize(("old", "new"), [("claims:", "claims: ["), ("metric: capex", "metric: nothing")])
    def test_a_fault_is_told_with_file_and_line_and_changes_nothing(
        self, program: Program, exported: Path, old: str, new: str
    ) -> None:
        file = exported / f"{ARTICLE}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        before = log(program)
        ran = program.run("import", str(exported))
        assert is_one_sentence(ran)
        assert f"{file}:" in ran.err
        assert log(program) == before

    def test_a_folder_without_corpus_files_is_told(self, program: Program, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        assert is_one_sentence(program.run("import", str(tmp_path / "empty")))

    def test_a_folder_that_is_not_there_is_wrong_usage(self, program: Program, tmp_path: Path) -> None:
        assert program.run("import", str(tmp_path / "nowhere")).code == 2


class TestWithdraw:
    def withdraw(self, program: Program, key: str = ARTICLE, reason: str = "asked by the publisher") -> str:
        ran = program.run("article", "withdraw", key, "--reason", reason)
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    def test_its_claims_are_listed_as_retired_and_without_quote(self, program: Program) -> None:
        told = self.withdraw(program, reason="  asked by\n the publisher ")
        claims = [one for one in program.run("claims", "--json").objects if one["article"]["id"] == ARTICLE]
        assert told == f"Withdrew the article '{ARTICLE}': its text and the quotes of {len(claims)} claims are gone.\n"
        assert {(one["state"], one["quote"]) for one in claims} == {("retired", None)}
        assert log(program)[-1] == ("terminal:anna", "withdraw")

    def test_it_answers_no_more_and_the_base_holds_none_of_its_quotes(self, program: Program) -> None:
        quotes = [
            one["quote"].encode() for one in program.run("claims", "--json").objects if one["article"]["id"] == ARTICLE
        ]
        assert any(quote in base(program).read_bytes() for quote in quotes)
        self.withdraw(program)
        found = base(program).read_bytes()
        assert not [quote for quote in quotes if quote in found]
        answer = program.run("ask", "/capex meta", "--json").objects[0]
        assert ARTICLE not in {claim["article"]["id"] for claim in answer["claims"]}
        assert not [quote for quote in quotes if quote.decode() in json.dumps(answer, ensure_ascii=False)]

    def test_a_second_time_says_that_it_is_done(self, program: Program) -> None:
        self.withdraw(program)
        assert self.withdraw(program) == f"The article '{ARTICLE}' is withdrawn already.\n"

    def test_an_import_that_would_bring_it_back_says_that_it_does_not(self, program: Program, exported: Path) -> None:
        self.withdraw(program)
        told = f"0 added, 0 changed; no words taken of what is withdrawn here: {ARTICLE}.\n"
        assert program.run("import", str(exported)).out == told

    def test_an_export_of_it_is_sound(self, program: Program, tmp_path: Path) -> None:
        self.withdraw(program)
        assert program.run("export", str(tmp_path / "out")).code == 0
        checked = program.run("check", "--corpus", str(tmp_path / "out"))
        assert (checked.code, checked.err) == (0, "")

    @pytest.mark.parametrize(("key", "reason"), [("nowhere", "asked"), (ARTICLE, " "), (ARTICLE, "x" * 401)])
    def test_what_cannot_be_is_told_and_changes_nothing(self, program: Program, key: str, reason: str) -> None:
        assert program.run("claims").code == 0
        before = log(program)
        assert is_one_sentence(program.run("article", "withdraw", key, "--reason", reason))
        assert log(program) == before

    def test_the_reason_is_needed(self, program: Program) -> None:
        assert program.run("article", "withdraw", ARTICLE).code == 2
