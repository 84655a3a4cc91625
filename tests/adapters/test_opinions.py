"""`capex reports` and `capex feedback`: what people say of answers, for whoever keeps the base."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.people import Person
from bot.records import SqlRecords
from bot.report import Report
from tests.adapters.program import Program, is_one_sentence

NOW = datetime.now(UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
WRONG = Report(claim="meta-capex", reason="It is\x1b[31m 40.", question="meta", language="en", by=ANNA, at=NOW)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[SqlRecords]:
    with SqlRecords(f"sqlite:///{tmp_path / 'base.db'}") as records:
        yield records


@pytest.fixture
def program(fresh: Program, tmp_path: Path) -> Program:
    """The program on the base of `records`."""
    return fresh.having(CAPEX_DATABASE_URL=f"sqlite:///{tmp_path / 'base.db'}")


def test_that_nothing_is_reported_is_said(fresh: Program) -> None:
    ran = fresh.run("reports")
    assert (ran.code, ran.out, ran.err) == (0, "No wrong figure is reported.\n", "")


def test_a_report_is_a_line_the_newest_first_without_who_and_without_escapes(
    program: Program, records: SqlRecords
) -> None:
    yesterday = NOW - timedelta(days=1)
    records.reports.report("1", Report(**{**vars(WRONG), "claim": "older", "at": yesterday}))
    records.reports.report("2", WRONG)
    ran = program.run("reports")
    assert ran.out == (
        f"{NOW.date()}  meta-capex  It is [31m 40. (asked: meta)\n"
        f"{yesterday.date()}  older  It is [31m 40. (asked: meta)\n"
    )


def test_json_is_one_object_a_report_with_who_reported(program: Program, records: SqlRecords) -> None:
    records.reports.report("1", WRONG)
    assert program.run("reports", "--json").objects == [
        {
            "claim": "meta-capex",
            "reason": WRONG.reason,
            "question": "meta",
            "language": "en",
            "at": NOW.isoformat(),
            "by": {"platform": "slack", "workspace": "T1", "user": "U1"},
        }
    ]


def test_opinions_are_counted(program: Program, records: SqlRecords) -> None:
    for key, helpful in (("a", True), ("b", True), ("c", False)):
        records.answers.judge(key, ANNA, NOW, helpful=helpful)
    assert program.run("feedback").out == "2 helpful, 1 not helpful\n"
    assert program.run("feedback", "--json").objects == [{"helpful": 2, "unhelpful": 1}]


@pytest.mark.parametrize("command", ["reports", "feedback"])
def test_records_that_cannot_be_used_are_told_in_one_sentence(program: Program, tmp_path: Path, command: str) -> None:
    (tmp_path / "base.records.db").mkdir()
    assert is_one_sentence(program.run(command))
