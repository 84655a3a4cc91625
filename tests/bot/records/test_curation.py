"""Who curates, what is suggested and what became of it: the same in memory, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, insert

from bot.curation.roles import Roles
from bot.people import Person, Workspace, person_of
from bot.question import Question
from bot.records import MemoryRecords, Records, SqlRecords
from bot.records.database import MIGRATIONS
from bot.records.port_of_curation import ERRAND_FOR, MATTER_FOR
from bot.records.schema import VERSION_TABLE, setting
from bot.report import Report
from bot.suggestion import Outcome, Suggestion
from knowledge.store.location import Location
from knowledge.store.migrating import Migrations

from .test_records import ANNA, BEN, CHANNEL, NOW

LATER = NOW + timedelta(minutes=1)
ADDRESS = Suggestion(ident="s1", url="https://paper.example/ü", by=ANNA, language="de", at=NOW)
STANDS = Outcome(
    ident="report:1",
    verdict="stands",
    who=BEN.key,
    at=NOW,
    person=ANNA,
    language="de",
    about="meta-capex",
    words="Ü 😀",
)
WRONG = Report(claim="meta-capex", reason="no", question="meta", language="de", by=ANNA, at=NOW)


def test_who_is_granted_may_curate_until_that_is_taken_back(records: Records) -> None:
    records.curation.grant(ANNA, BEN, NOW)
    records.curation.grant(ANNA, BEN, LATER)
    assert records.curation.granted() == {ANNA.key}
    records.curation.revoke(ANNA)
    assert records.curation.granted() == frozenset()


def test_a_grant_leaves_what_the_person_set(records: Records) -> None:
    records.prefer(ANNA, "de", NOW)
    records.curation.grant(ANNA, BEN, NOW)
    records.curation.revoke(ANNA)
    assert records.preferred(ANNA) == "de"


def test_a_suggestion_waits_until_one_curator_accepts_it(records: Records) -> None:
    records.curation.suggest(ADDRESS)
    records.curation.suggest(ADDRESS)
    assert records.curation.suggestions(LATER) == (ADDRESS,)
    assert records.curation.errand(LATER) is None
    assert [records.curation.accept("s1", BEN.key), records.curation.accept("s1", BEN.key)] == [True, False]
    assert records.curation.suggestions(LATER) == ()
    assert records.curation.errand(LATER) == replace(ADDRESS, accepted=BEN.key)


def test_an_errand_is_one_processs_until_its_time_is_up_and_nobodys_when_it_is_done(records: Records) -> None:
    records.curation.suggest(replace(ADDRESS, accepted=BEN.key))
    taken = records.curation.errand(NOW)
    assert records.curation.errand(NOW + ERRAND_FOR) is None
    again = records.curation.errand(NOW + ERRAND_FOR + timedelta(seconds=1))
    assert taken
    assert again
    assert (taken.tries, again.tries) == (0, 1)
    records.curation.settle(replace(STANDS, ident="s1", verdict="added"))
    assert records.curation.errand(NOW + timedelta(days=1)) is None


def test_a_declined_suggestion_is_neither_waiting_nor_accepted_any_more(records: Records) -> None:
    records.curation.suggest(ADDRESS)
    records.curation.settle(replace(STANDS, ident="s1", verdict="declined"))
    assert records.curation.suggestions(NOW) == ()
    assert not records.curation.accept("s1", BEN.key)


def test_a_matter_is_settled_by_whoever_is_first(records: Records) -> None:
    assert records.curation.settle(STANDS)
    assert not records.curation.settle(replace(STANDS, verdict="retired", at=LATER))
    assert records.curation.untold("slack") == (STANDS,)
    assert records.curation.settled() == {"report:1": NOW}


def test_a_gap_may_be_closed_again(records: Records) -> None:
    closed = Outcome(ident="gap:1", verdict="closed", who=BEN.key, at=NOW)
    assert records.curation.settle(closed)
    assert records.curation.settle(replace(closed, at=LATER))
    assert records.curation.settled() == {"gap:1": LATER}


def test_an_outcome_is_told_once_or_again_where_it_could_not_be_told(records: Records) -> None:
    records.curation.settle(STANDS)
    assert records.curation.untold("discord") == ()
    assert [records.curation.tell("report:1"), records.curation.tell("report:1")] == [True, False]
    assert records.curation.untold("slack") == ()
    records.curation.tell_again("report:1")
    assert records.curation.untold("slack") == (STANDS,)


def test_what_concerns_nobody_is_told_to_nobody(records: Records) -> None:
    records.curation.settle(replace(STANDS, person=None))
    assert records.curation.untold("slack") == ()


@pytest.mark.parametrize("engine", ["sqlite_url", "schema"])
def test_of_many_processes_one_takes_an_errand_and_one_tells(request: pytest.FixtureRequest, engine: str) -> None:
    url = request.getfixturevalue(engine)
    with SqlRecords(url) as one, SqlRecords(url) as other, ThreadPoolExecutor(8) as pool:
        one.curation.suggest(replace(ADDRESS, accepted=BEN.key))
        one.curation.settle(STANDS)
        both = (one, other) * 4
        taken = list(pool.map(lambda records: records.curation.errand(NOW), both))
        told = list(pool.map(lambda records: records.curation.tell("report:1"), both))
    assert sum(errand is not None for errand in taken) == 1
    assert sum(told) == 1


def test_suggestions_and_outcomes_are_kept_for_400_days(records: Records) -> None:
    records.curation.suggest(ADDRESS)
    records.curation.settle(STANDS)
    records.clean_up(NOW + MATTER_FOR)
    assert (records.curation.suggestions(NOW), records.curation.untold("slack")) == ((ADDRESS,), (STANDS,))
    records.clean_up(NOW + MATTER_FOR + timedelta(seconds=1))
    assert (records.curation.suggestions(NOW), records.curation.untold("slack")) == ((), ())


def test_a_workspace_takes_its_curators_and_suggestions_along(records: Records) -> None:
    elsewhere = replace(ANNA, workspace="T2")
    for person, ident in ((ANNA, "s1"), (elsewhere, "s2")):
        records.curation.grant(person, replace(BEN, workspace=person.workspace), NOW)
        records.curation.suggest(replace(ADDRESS, ident=ident, by=person))
        records.curation.settle(replace(STANDS, ident=f"report:{ident}", person=person))
    records.forget_workspace(Workspace(platform="slack", id="T1"), NOW)
    assert records.curation.granted() == {elsewhere.key}
    assert [one.ident for one in records.curation.suggestions(NOW)] == ["s2"]
    assert [one.ident for one in records.curation.untold("slack")] == ["report:s2"]


def test_who_is_forgotten_is_named_nowhere_and_what_they_handed_in_stays(records: Records) -> None:
    records.prefer(ANNA, "de", NOW)
    records.remember(CHANNEL, ANNA, Question(text="meta", language="de", intent="overview"), NOW)
    records.answers.judge("k", ANNA, NOW, helpful=True)
    records.reports.report("r1", WRONG)
    records.reports.report("r2", replace(WRONG, by=BEN))
    records.curation.grant(ANNA, BEN, NOW)
    records.curation.suggest(ADDRESS)
    records.curation.settle(STANDS)
    assert records.forget_person(ANNA.key) == 7
    assert records.preferred(ANNA) is None
    assert records.last_question(CHANNEL, ANNA, NOW) is None
    assert records.answers.opinions().helpful == 0
    nobody = Person(platform="slack", workspace="", user="forgotten")
    assert records.reports.by_ident(NOW) == {"r1": replace(WRONG, by=nobody), "r2": replace(WRONG, by=BEN)}
    assert records.curation.granted() == frozenset()
    assert [one.by for one in records.curation.suggestions(NOW)] == [nobody]
    assert records.curation.untold("slack") == ()
    assert records.forget_person(ANNA.key) == 0


@pytest.mark.parametrize("key", ["discord:7:5", "discord::5"])
def test_who_is_forgotten_by_any_key_curates_no_more_on_discord(records: Records, key: str) -> None:
    granting = Person(platform="discord", workspace="7", user="6")
    roles = Roles([], records, lambda: True)
    forgotten, other = (Person(platform="discord", workspace="7", user=user) for user in ("5", "55"))
    roles.toggle(forgotten, granting, NOW)
    roles.toggle(other, granting, NOW)
    assert records.forget_person(key) == 1
    assert not roles.may(forgotten)
    assert not roles.may(replace(forgotten, workspace=""))
    assert roles.may(other)
    assert records.forget_person(key) == 0


def test_a_person_is_known_by_the_key(records: Records) -> None:
    assert isinstance(records, MemoryRecords | SqlRecords)
    assert [person_of(one.key) for one in (ANNA, BEN)] == [ANNA, BEN]
    with pytest.raises(ValueError, match="names nobody"):
        person_of("slack")


def test_records_of_the_sixth_form_are_migrated_and_keep_settings(url: str) -> None:
    engine: Engine = Location(url).beside("records").engine()
    with engine.begin() as connection:
        Migrations(MIGRATIONS.folder, "0006", VERSION_TABLE).run(connection)
        row = {"owner": ANNA.key, "name": "language", "workspace": "slack:T1", "at": NOW.isoformat(), "value": "de"}
        connection.execute(insert(setting), row)
    engine.dispose()
    with SqlRecords(url) as records:
        assert records.preferred(ANNA) == "de"
        records.curation.suggest(ADDRESS)
        assert records.curation.suggestions(NOW) == (ADDRESS,)
