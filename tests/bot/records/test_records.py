"""What is remembered, for how long, and for whom: the same in memory, on SQLite and on PostgreSQL."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.people import Person, Place
from bot.question import Question
from bot.records import Records, SqlRecords
from knowledge.fault import Fault
from knowledge.store import Store, opening
from knowledge.store.location import Location
from tests.knowledge.store.sample import write_corpus

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
BEN = Person(platform="slack", workspace="T1", user="U2")
CHANNEL = Place(platform="slack", workspace="T1", channel="C1")
THREAD = Place(platform="slack", workspace="T1", channel="C1", thread="1.0")
DIRECT = Place(platform="slack", workspace="T1", channel="D1", direct=True)
META = Question(text="meta", language="en", intent="overview", subjects=("meta",))
GOOGLE = Question(text="google", language="en", intent="overview", subjects=("alphabet",))


def test_a_delivery_is_seen_for_the_first_time_once(records: Records) -> None:
    assert [records.first_sight("event:1", NOW), records.first_sight("event:1", NOW)] == [True, False]
    assert records.first_sight("event:2", NOW)


def test_a_delivery_is_known_for_a_day(records: Records) -> None:
    records.first_sight("event:1", NOW)
    records.clean_up(NOW + timedelta(hours=23))
    assert not records.first_sight("event:1", NOW)
    records.clean_up(NOW + timedelta(hours=25))
    assert records.first_sight("event:1", NOW)


def test_everybody_in_a_thread_builds_on_its_last_question_for_seven_days(records: Records) -> None:
    records.remember(THREAD, ANNA, META, NOW)
    assert records.last_question(THREAD, BEN, NOW + timedelta(days=7)) == META
    assert records.last_question(THREAD, BEN, NOW + timedelta(days=7, seconds=1)) is None


def test_a_person_builds_on_an_own_question_in_a_channel_for_fifteen_minutes(records: Records) -> None:
    records.remember(CHANNEL, ANNA, META, NOW)
    assert records.last_question(CHANNEL, ANNA, NOW + timedelta(minutes=15)) == META
    assert records.last_question(CHANNEL, ANNA, NOW + timedelta(minutes=16)) is None


def test_nobody_builds_on_the_question_of_another_one_in_a_channel(records: Records) -> None:
    records.remember(CHANNEL, ANNA, META, NOW)
    assert records.last_question(CHANNEL, BEN, NOW) is None


def test_no_question_goes_from_one_place_to_another(records: Records) -> None:
    records.remember(THREAD, ANNA, META, NOW)
    assert records.last_question(DIRECT, ANNA, NOW) is None
    assert records.last_question(CHANNEL, ANNA, NOW) is None


def test_the_latest_question_counts(records: Records) -> None:
    records.remember(DIRECT, ANNA, META, NOW)
    records.remember(DIRECT, ANNA, GOOGLE, NOW + timedelta(minutes=1))
    assert records.last_question(DIRECT, ANNA, NOW + timedelta(minutes=2)) == GOOGLE


def test_old_questions_are_forgotten(records: Records) -> None:
    records.remember(DIRECT, ANNA, META, NOW)
    records.clean_up(NOW + timedelta(days=8))
    assert records.last_question(DIRECT, ANNA, NOW) is None


def test_a_reply_can_be_updated_for_a_minute(records: Records) -> None:
    records.answered("message:1", "reply:1", NOW)
    records.answered("message:1", "reply:2", NOW)
    assert records.reply_to("message:1", NOW + timedelta(minutes=1)) == "reply:2"
    assert records.reply_to("message:1", NOW + timedelta(minutes=1, seconds=1)) is None
    assert records.reply_to("message:2", NOW) is None
    records.clean_up(NOW + timedelta(minutes=2))
    assert records.reply_to("message:1", NOW) is None


def test_what_the_program_keeps_stays_until_another_value_takes_its_place(records: Records) -> None:
    assert records.kept("commands") is None
    records.keep("commands", "first", NOW)
    records.keep("other", "another", NOW)
    records.clean_up(NOW + timedelta(days=1000))
    assert records.kept("commands") == "first"
    records.keep("commands", "second", NOW)
    assert (records.kept("commands"), records.kept("other")) == ("second", "another")


def test_of_many_at_once_one_sees_a_delivery_first(url: str) -> None:
    with SqlRecords(url) as one, SqlRecords(url) as other, ThreadPoolExecutor(4) as threads:
        both = one, other
        seen = list(threads.map(lambda number: both[number % 2].first_sight("event:1", NOW), range(8)))
    assert seen.count(True) == 1


def test_of_many_first_starts_at_once_each_has_the_same_records(url: str) -> None:
    def started(number: int) -> bool:
        with SqlRecords(url) as records:
            return records.first_sight("event:1", NOW + timedelta(seconds=number))

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(started, range(4))).count(True) == 1


def test_a_delivery_is_seen_while_the_base_is_written_to(url: str, tmp_path: Path) -> None:
    with (
        Store(url, corpus=write_corpus(tmp_path / "corpus")),
        SqlRecords(url) as records,
        opening.alone(opening.writer(Location(url).engine())),
    ):
        assert records.first_sight("event:1", NOW)


def test_records_come_back_with_their_server(schema: str, server: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    with SqlRecords(f"{schema}&application_name=records") as records:
        assert records.first_sight("event:1", NOW)
        with psycopg.connect(server, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'records'")
        assert not records.first_sight("event:1", NOW)
        assert records.first_sight("event:2", NOW)


def test_records_lie_beside_the_base_in_either_order(url: str, tmp_path: Path) -> None:
    with SqlRecords(url) as records:
        records.remember(DIRECT, ANNA, META, NOW)
    with Store(url, corpus=write_corpus(tmp_path / "corpus")) as store:
        assert store.change_number() > 0
    with SqlRecords(url) as records:
        assert records.last_question(DIRECT, ANNA, NOW) == META


def test_records_that_cannot_be_reached_are_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="cannot be used"):
        SqlRecords(f"sqlite:///{tmp_path / 'missing' / 'base.db'}")


def test_records_of_a_newer_version_are_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'base.db'}"
    SqlRecords(url).close()
    with closing(sqlite3.connect(tmp_path / "base.records.db")) as connection:
        connection.execute("UPDATE records_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(Fault, match="newer capex"):
        SqlRecords(url)


def interrupted(records: Records) -> None:
    with records.together():
        assert records.first_sight("event:1", NOW)
        records.remember(THREAD, ANNA, META, NOW)
        raise RuntimeError("a defect")


def test_what_is_written_together_is_there_for_good_also_where_something_goes_wrong(records: Records) -> None:
    with pytest.raises(RuntimeError):
        interrupted(records)
    with records.together():
        assert not records.first_sight("event:1", NOW)
        assert records.last_question(THREAD, BEN, NOW) == META
