"""How answers that were shown, opinions and reports are kept and forgotten: the same in memory and on both engines."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from pydantic import TypeAdapter
from sqlalchemy import insert, update

from bot.answer import Missing
from bot.line import Line
from bot.people import Person, Workspace
from bot.question import Question
from bot.records import MemoryRecords, Records, SqlRecords
from bot.records.port_of_answers import ANSWER_FOR, MOST_REPORTS, REPORT_FOR, Opinions
from bot.records.schema import answer as table
from bot.records.schema import report as report_table
from bot.report import Report
from bot.shown_answer import ShownAnswer, shown_answer
from knowledge.store import opening
from knowledge.store.location import Location

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
BEN = replace(ANNA, user="U2")
META = ShownAnswer(
    question=Question(text="meta", language="de", intent="overview", subjects=("meta",)),
    on=date(2026, 11, 20),
    beside=(Missing(reason="no_metric", subject="meta", metric="capex"),),
)
WRONG = Report(claim="meta-capex", reason="no 😀 Ü", question="meta", language="de", by=ANNA, at=NOW)


def test_an_answer_is_found_by_its_key_with_its_question_day_and_language(records: Records) -> None:
    records.answers.show("k", META, NOW)
    assert records.answers.shown("k", NOW) == META
    assert records.answers.shown("l", NOW) is None


def test_a_question_with_all_that_can_be_in_it_comes_back_as_it_was(records: Records, shipped: Line) -> None:
    for text in ("meta vs google capex Q1 2024", "how much was 40 billion dollars in 2024?", "Was sagt Elliott?"):
        shown = shown_answer(shipped.ask(text, NOW.date()).answer)
        if shown:
            records.answers.show(text, shown, NOW)
            assert records.answers.shown(text, NOW) == shown


def test_an_answer_is_kept_for_400_days(records: Records) -> None:
    records.answers.show("k", META, NOW)
    records.clean_up(NOW + ANSWER_FOR)
    assert records.answers.shown("k", NOW + ANSWER_FOR) == META
    assert records.answers.shown("k", NOW + ANSWER_FOR + timedelta(seconds=1)) is None
    records.clean_up(NOW + ANSWER_FOR + timedelta(seconds=1))
    assert records.answers.shown("k", NOW) is None


def test_an_answer_is_shared_once(records: Records) -> None:
    records.answers.show("k", META, NOW)
    assert [records.answers.share("k"), records.answers.share("k"), records.answers.share("l")] == [True, False, False]


def test_of_many_at_once_one_shares(url: str) -> None:
    with SqlRecords(url) as one, SqlRecords(url) as other, ThreadPoolExecutor(4) as threads:
        one.answers.show("k", META, NOW)
        both = one, other
        assert sum(threads.map(lambda number: both[number % 2].answers.share("k"), range(12))) == 1


def test_a_person_has_one_opinion_of_an_answer_the_last(records: Records) -> None:
    assert records.answers.opinions() == Opinions(0, 0)
    for person, key, helpful in ((ANNA, "k", True), (BEN, "k", True), (ANNA, "k", False), (ANNA, "l", True)):
        records.answers.judge(key, person, NOW, helpful=helpful)
    assert records.answers.opinions() == Opinions(helpful=2, unhelpful=1)


def test_opinions_are_forgotten_with_their_answers(records: Records) -> None:
    records.answers.judge("k", ANNA, NOW, helpful=True)
    records.clean_up(NOW + ANSWER_FOR)
    assert records.answers.opinions() == Opinions(1, 0)
    records.clean_up(NOW + ANSWER_FOR + timedelta(seconds=1))
    assert records.answers.opinions() == Opinions(0, 0)


def test_reports_are_told_the_newest_first_and_each_once(records: Records) -> None:
    later = replace(WRONG, at=NOW + timedelta(hours=1), by=BEN)
    records.reports.report("1", WRONG)
    records.reports.report("2", later)
    records.reports.report("1", replace(WRONG, reason="told again"))
    assert records.reports.reports(later.at) == (later, WRONG)


def test_a_report_is_forgotten_after_its_time(records: Records) -> None:
    records.reports.report("1", WRONG)
    records.clean_up(NOW + REPORT_FOR)
    assert records.reports.reports(NOW + REPORT_FOR) == (WRONG,)
    assert records.reports.reports(NOW + REPORT_FOR + timedelta(seconds=1)) == ()
    records.clean_up(NOW + REPORT_FOR + timedelta(seconds=1))
    assert records.reports.reports(NOW) == ()


def is_full(records: Records) -> None:
    """Whether of as many as fit, the first at `NOW`, a newer one drives out that first one."""
    assert len(records.reports.reports(NOW)) == MOST_REPORTS
    records.reports.report("newest", replace(WRONG, at=NOW + timedelta(days=1)))
    kept = records.reports.reports(NOW)
    assert len(kept) == MOST_REPORTS
    assert kept[-1].at > NOW


def test_when_there_are_too_many_reports_the_oldest_leaves() -> None:
    records = MemoryRecords()
    for number in range(MOST_REPORTS):
        records.reports.report(str(number), replace(WRONG, at=NOW + timedelta(seconds=number)))
    is_full(records)


def test_a_database_holds_no_more_reports_either(url: str) -> None:
    reports = (replace(WRONG, at=NOW + timedelta(seconds=number)) for number in range(MOST_REPORTS))
    written = TypeAdapter(Report)
    rows = [
        {
            "ident": str(number),
            "at": one.at.isoformat(timespec="microseconds"),
            "person": one.by.key,
            "report": written.dump_json(one).decode(),
        }
        for number, one in enumerate(reports)
    ]
    with SqlRecords(url) as records:
        with opening.alone(opening.writer(Location(url).beside("records").engine())) as connection:
            connection.execute(insert(report_table), rows)
        is_full(records)


def test_an_answer_of_another_version_is_gone(url: str) -> None:
    with SqlRecords(url) as records:
        records.answers.show("k", META, NOW)
        with Location(url).beside("records").engine().begin() as connection:
            connection.execute(update(table).values(answer='{"text": 1}'))
        assert records.answers.shown("k", NOW) is None


def test_with_a_workspace_goes_what_its_people_thought_and_reported(records: Records) -> None:
    other = replace(ANNA, workspace="T12")
    for number, person in enumerate((ANNA, BEN, other)):
        records.answers.judge("k", person, NOW, helpful=True)
        records.reports.report(str(number), replace(WRONG, by=person))
    assert records.forget_workspace(Workspace(platform="slack", id="T1"), NOW)
    assert records.answers.opinions() == Opinions(1, 0)
    assert [one.by for one in records.reports.reports(NOW)] == [other]
