"""The commands by which a person at a terminal decides what the base says."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.curation.office import Office
from bot.gap import Gap
from bot.people import Person
from bot.places import shipped_corpus
from bot.records import SqlRecords
from bot.report import Report
from bot.suggestion import Suggestion
from knowledge.store import Store
from tests.adapters.program import Program, is_one_sentence
from tests.curated import TEXT

NOW = datetime.now(UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")


@pytest.fixture
def based(fresh: Program, filled: Path, tmp_path: Path) -> Program:
    """The program on a base of its own with three proposed claims."""
    base = tmp_path / "base.db"
    base.write_bytes(filled.read_bytes())
    return fresh.having(CAPEX_DATABASE_URL=f"sqlite:///{base}")


def waiting(program: Program) -> list[str]:
    """The idents of what waits."""
    with Store(url_of(program), corpus=shipped_corpus()) as store, SqlRecords(url_of(program)) as records:
        return [one.ident for one in Office(store, records).waiting(datetime.now(UTC))]


def claim_of(program: Program, subject: str) -> str:
    """The id of the proposed claim on a subject."""
    with Store(url_of(program), corpus=shipped_corpus()) as store:
        return next(claim.id for claim, _ in store.claims("proposed") if claim.subject == subject)


def url_of(program: Program) -> str:
    return program.environment["CAPEX_DATABASE_URL"]


def test_what_waits_is_listed_with_context_doubts_objections_and_conflicts(based: Program) -> None:
    first = based.run("review", "--list", "--json").objects[0]
    assert first["context"]["quote"] in TEXT
    assert first["claim"]["state"] == "proposed"
    assert {first[key] == [] for key in ("doubts", "objections", "conflicts", "revisions")} == {True}
    listed = based.run("review", "--list").out
    assert listed.count("\n") == 3
    assert "  claim:amazon-revenue-q1-2025" in listed
    assert "155.7" in listed


def test_an_approved_claim_answers_in_the_next_process_and_its_history_says_who(based: Program) -> None:
    key = claim_of(based, "amazon")
    asked = ("ask", "amazon revenue Q1 2025", "--json", "--on", "2025-05-02")
    assert key not in based.run(*asked).out
    ran = based.run("approve", key)
    assert (ran.code, ran.err) == (0, "")
    assert key in based.run(*asked).out
    _, approved = based.run("history", key, "--json").objects
    assert (approved["what"], approved["who"].partition(":")[0]) == ("approve", "terminal")
    assert approved["before"]["state"] == "proposed"
    assert "state" not in approved["after"]


def test_what_is_rejected_waits_no_more_and_its_history_says_why(based: Program) -> None:
    key = claim_of(based, "amazon")
    assert based.run("reject", key, "--reason", "not AI").code == 0
    assert f"claim:{key}" not in waiting(based)
    assert "not AI" in based.run("history", key).out


def test_an_edit_that_the_article_does_not_prove_is_one_sentence_and_changes_nothing(based: Program) -> None:
    key = claim_of(based, "meta")
    assert is_one_sentence(based.run("edit", key, "--set", "statement_en=Meta spends $99 billion in 2025."))
    assert len(based.run("history", key, "--json").objects) == 1
    assert based.run("edit", key, "--set", "status=plan").code == 0
    assert "status: guidance → plan" in based.run("history", key).out


def test_an_edit_in_an_editor_passes_the_same_proof(based: Program, tmp_path: Path) -> None:
    key = claim_of(based, "meta")
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/status: guidance/status: plan/; s/, guidance)/, plan)/' \"$1\"\n")
    editor.chmod(0o755)
    assert based.having(EDITOR=str(editor)).run("edit", key).code == 0
    assert "status: guidance → plan" in based.run("history", key).out
    editor.write_text("#!/bin/sh\nsed -i 's/low: 64/low: 65/' \"$1\"\n")
    assert is_one_sentence(based.having(EDITOR=str(editor)).run("edit", key))


def test_a_conflict_has_to_be_approved_in_so_many_words(based: Program) -> None:
    text = "Meta on capex\n\n2025-04-30\n\nMeta expects capital expenditures of $41 billion in 2024.\n"
    assert based.run("article", "add", "-", given=text).code == 0
    [found] = [one for one in based.run("review", "--list", "--json").objects if one["conflicts"]]
    refused = based.run("approve", found["about"])
    assert is_one_sentence(refused)
    assert "disagrees with 'meta-capex-2024-" in refused.err
    assert "beside meta-capex-2024-" in based.run("approve", found["about"], "--conflicting").out


def test_review_goes_from_one_matter_to_the_next_with_a_key_each(based: Program) -> None:
    ran = based.run("review", given="s\na\nr\nno AI in it\ns\n")
    assert (ran.code, ran.err) == (0, "")
    assert "3 waiting" in ran.out
    assert "In the article" in ran.out
    assert "2 decided." in ran.out
    assert len(waiting(based)) == 1


def test_a_key_that_means_nothing_and_an_edit_that_is_refused_leave_the_matter(based: Program) -> None:
    ran = based.run("review", given="x\nf\nsubject=samsung\nq\n")
    assert ran.code == 0
    assert "that key means nothing here" in ran.out
    assert "no subject is known under 'samsung'" in ran.out
    assert len(waiting(based)) == 3


def test_reports_articles_and_gaps_stand_in_the_same_queue_and_are_settled(based: Program) -> None:
    with SqlRecords(url_of(based)) as records:
        wrong = Report(claim="meta-capex-2024-guidance", reason="old", question="meta", language="en", by=ANNA, at=NOW)
        records.reports.report("r1", wrong)
        records.missed(Gap(text="samsung capex", language="en", reason="unknown_name"), NOW)
        suggested = Suggestion(ident="article:1", url="http://127.0.0.1:1/", by=ANNA, language="en", at=NOW)
        records.curation.suggest(suggested)
    kinds = [ident.partition(":")[0] for ident in waiting(based)]
    assert kinds == ["report", "article", "claim", "claim", "claim", "gap"]
    report, article, *_, gap = waiting(based)
    assert based.run("reject", report, "--reason", "the call says so").code == 0
    assert "failed: http://127.0.0.1:1/" in based.run("approve", article).out
    assert based.run("reject", gap, "--reason", "not ours").code == 0
    assert {ident.partition(":")[0] for ident in waiting(based)} == {"claim"}
    with SqlRecords(url_of(based)) as records:
        told = records.curation.untold("slack")
    assert [(one.verdict, one.person) for one in told] == [("stands", ANNA), ("failed", ANNA)]


def test_who_reported_a_figure_hears_that_it_was_mended_or_retired(based: Program) -> None:
    with SqlRecords(url_of(based)) as records:
        for number, claim in enumerate(("meta-capex-2024-guidance", "meta-capex-2024-expected-unnamed")):
            wrong = Report(claim=claim, reason="old", question="meta", language="de", by=ANNA, at=NOW)
            records.reports.report(f"r{number}", wrong)
    assert based.run("retire", "meta-capex-2024-expected-unnamed", "--reason", "out of date").code == 0
    assert (
        based.run(
            "edit",
            "meta-capex-2024-guidance",
            "--set",
            "statement_en=Meta expects 35–40 billion US dollars of capital expenditure in 2024.",
        ).code
        == 0
    )
    with SqlRecords(url_of(based)) as records:
        assert {one.verdict for one in records.curation.untold("slack")} == {"mended", "retired"}


def test_a_superseded_claim_answers_no_more(based: Program) -> None:
    old, new = "meta-capex-2024-expected-unnamed", "meta-capex-2024-guidance"
    assert based.run("supersede", old, "--by", new, "--reason", "Meta's own words").code == 0
    assert f'"superseded_by": "{new}"' in based.run("history", old).out
    assert old not in based.run("ask", "meta capex 2024", "--json").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("approve", "nothing"),
        ("approve", "gap:1"),
        ("reject", "report:1", "--reason", "x"),
        ("retire", "nothing", "--reason", "x"),
        ("supersede", "meta-capex-2024-guidance", "--by", "nothing", "--reason", "x"),
        ("edit", "nothing", "--set", "status=plan"),
        ("edit", "meta-capex-2024-guidance", "--set", "colour=red"),
        ("history", "nothing"),
        ("forget", "anna"),
    ],
)
def test_what_cannot_be_decided_is_told_in_one_sentence(based: Program, arguments: tuple[str, ...]) -> None:
    assert is_one_sentence(based.run(*arguments))


def test_who_is_forgotten_is_named_neither_in_the_log_nor_in_the_records(based: Program) -> None:
    with SqlRecords(url_of(based)) as records:
        wrong = Report(claim="meta-capex-2024-guidance", reason="old", question="meta", language="en", by=ANNA, at=NOW)
        records.reports.report("r1", wrong)
    assert based.run("forget", ANNA.key).out == f"Forgot {ANNA.key}: 1 in the records, 0 in the log.\n"
    assert "U1" not in based.run("reports", "--json").out
    key = claim_of(based, "meta")
    who = based.run("history", key, "--json").objects[0]["who"]
    assert "in the log" in based.run("forget", who).out
    assert [one["who"] for one in based.run("history", key, "--json").objects] == ["forgotten"]
    path = url_of(based).removeprefix("sqlite:///")
    assert who.encode() not in Path(path).read_bytes()
