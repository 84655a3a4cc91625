"""`capex gaps`: what people asked and did not get, and where it comes from on a terminal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from adapters.gaps import REASONS
from bot.answer import MissingReason
from bot.gap import Gap
from bot.records import SqlRecords
from tests.adapters.program import Program, is_one_sentence
from tests.adapters.test_inert import FORBIDDEN
from tests.contract.hostile import FLAVOURS

NOW = datetime.now(UTC)
NOTHING = "No question without an answer is recorded.\n"
SAMSUNG = Gap(text="samsung capex", language="en", reason="unknown_name", not_understood=("samsung",))
META = Gap(text="meta 2031", language="de", reason="other_period", subjects=("meta",), period="2031")


def files(program: Program) -> set[str]:
    """The files of the base, without those that SQLite keeps while it is open."""
    return {file.name for file in (Path(program.environment["XDG_DATA_HOME"]) / "capex").glob("*.db")}


@pytest.fixture
def records(tmp_path: Path) -> Iterator[SqlRecords]:
    with SqlRecords(f"sqlite:///{tmp_path / 'base.db'}") as records:
        yield records


@pytest.fixture
def program(fresh: Program, tmp_path: Path) -> Program:
    """The program on the base of `records`."""
    return fresh.having(CAPEX_DATABASE_URL=f"sqlite:///{tmp_path / 'base.db'}")


class TestListing:
    def test_nothing_is_said_in_one_sentence(self, fresh: Program) -> None:
        ran = fresh.run("gaps")
        assert (ran.code, ran.out, ran.err) == (0, NOTHING, "")

    def test_nothing_is_no_object(self, fresh: Program) -> None:
        ran = fresh.run("gaps", "--json")
        assert (ran.code, ran.out, ran.err) == (0, "", "")

    def test_each_is_a_line_the_most_asked_first(self, program: Program, records: SqlRecords) -> None:
        records.missed(META, NOW)
        for _ in range(10):
            records.missed(SAMSUNG, NOW - timedelta(days=2))
        ran = program.run("gaps")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == (
            f"10  {(NOW - timedelta(days=2)).date()}  en  samsung capex (unknown name: samsung)\n"
            f" 1  {NOW.date()}  de  meta 2031 (other period)\n"
        )

    def test_json_is_one_object_a_line_with_all_of_it(self, program: Program, records: SqlRecords) -> None:
        earlier = NOW - timedelta(days=1)
        records.missed(META, earlier)
        records.missed(META, NOW)
        [found] = program.run("gaps", "--json").objects
        assert found == {
            "text": "meta 2031",
            "language": "de",
            "reason": "other_period",
            "not_understood": [],
            "subjects": ["meta"],
            "metrics": [],
            "period": "2031",
            "count": 2,
            "first": earlier.isoformat(),
            "last": NOW.isoformat(),
        }

    @pytest.mark.parametrize(
        ("options", "texts"),
        [
            ([], ["samsung capex", "meta 2031", "old"]),
            (["--limit", "1"], ["samsung capex"]),
            (["--reason", "other_period"], ["meta 2031"]),
            (["--since", str((NOW - timedelta(days=2)).date())], ["samsung capex", "meta 2031"]),
            (["--since", str((NOW - timedelta(days=1)).date()), "--limit", "5"], ["samsung capex"]),
        ],
    )
    def test_options_say_which(
        self, program: Program, records: SqlRecords, options: list[str], texts: list[str]
    ) -> None:
        records.missed(SAMSUNG, NOW)
        records.missed(META, NOW - timedelta(days=2))
        records.missed(replace(SAMSUNG, text="old"), NOW - timedelta(days=30))
        assert [one["text"] for one in program.run("gaps", "--json", *options).objects] == texts

    def test_that_none_fits_is_said_in_another_sentence(self, program: Program, records: SqlRecords) -> None:
        records.missed(SAMSUNG, NOW)
        ran = program.run("gaps", "--reason", "no_claim")
        assert (ran.code, ran.out) == (0, "None of the questions without an answer fits.\n")

    @pytest.mark.parametrize("options", [["--limit", "0"], ["--since", "soon"], ["--reason", "mood"], ["samsung"]])
    def test_wrong_usage(self, fresh: Program, options: list[str]) -> None:
        assert fresh.run("gaps", *options).code == 2

    def test_records_that_cannot_be_used_are_told_in_one_sentence(self, program: Program, tmp_path: Path) -> None:
        (tmp_path / "base.records.db").mkdir()
        assert is_one_sentence(program.run("gaps"))

    def test_it_lists_those_of_a_server(self, fresh: Program, schema: str) -> None:
        with SqlRecords(schema) as records:
            records.missed(SAMSUNG, NOW)
        ran = fresh.having(CAPEX_DATABASE_URL=schema).run("gaps", "--json")
        assert [one["text"] for one in ran.objects] == ["samsung capex"]

    def test_every_reason_has_words(self) -> None:
        assert set(REASONS) == {*get_args(MissingReason)} - {"too_long"}


class TestHostile:
    """Words that somebody brought into the records past every cleaning."""

    @pytest.fixture(autouse=True)
    def recorded(self, records: SqlRecords) -> None:
        for words in FLAVOURS.values():
            hostile = f"{words}\r\n\u2028{words}"
            records.missed(replace(SAMSUNG, text=hostile, not_understood=(hostile,), period=hostile), NOW)

    def test_a_terminal_gets_one_line_each_with_nothing_alive(self, program: Program) -> None:
        ran = program.run("gaps")
        assert (ran.code, ran.err) == (0, "")
        assert len(ran.out.splitlines()) == len(FLAVOURS)
        assert FORBIDDEN & set(ran.out.replace("\n", "")) == set()

    def test_json_stays_one_object_a_line(self, program: Program) -> None:
        assert len(program.run("gaps", "--json").objects) == len(FLAVOURS)

    def test_an_output_that_knows_ascii_only_gets_ascii(self, program: Program, records: SqlRecords) -> None:
        records.missed(replace(SAMSUNG, text="Übersicht – 三星"), NOW)
        ran = program.having(LANG="C", PYTHONIOENCODING="ascii").run("gaps")
        assert ran.code == 0
        assert b"Uebersicht - ??" in ran.raw


class TestSource:
    def test_a_conversation_records_what_it_did_not_find(self, ready: Program) -> None:
        said = "samsung capex\nmeta capex\nand google?\nhi\n\nSamsung, CAPEX?\nelliott capex\n"
        assert ready.run("chat", given=said).code == 0
        found = [(one["text"], one["reason"], one["count"]) for one in ready.run("gaps", "--json").objects]
        assert found == [("Samsung, CAPEX?", "unknown_name", 2), ("elliott capex", "no_metric", 1)]

    def test_a_conversation_that_finds_all_makes_no_records(self, ready: Program) -> None:
        assert ready.run("chat", given="meta capex\nexit\n").code == 0
        assert files(ready) == {"capex.db"}

    @pytest.mark.parametrize("options", [["samsung capex"], ["--stdin"]])
    def test_a_single_question_makes_no_records(self, ready: Program, options: list[str]) -> None:
        ready.run("ask", *options, given="samsung capex\n")
        assert files(ready) == {"capex.db"}
        assert ready.run("gaps").out == NOTHING

    def test_records_that_cannot_be_used_cost_no_answer_and_are_told_once(self, ready: Program) -> None:
        (Path(ready.environment["XDG_DATA_HOME"]) / "capex" / "capex.records.db").mkdir()
        ran = ready.run("chat", given="samsung capex\nnokia capex\nmeta capex\n")
        assert ran.code == 0
        assert ran.out.count("Not in the knowledge base") == 2
        assert "US$35–40 bn" in ran.out
        assert ran.err.startswith("capex: questions without an answer are not recorded: ")
        assert ran.err.count("\n") == 1
