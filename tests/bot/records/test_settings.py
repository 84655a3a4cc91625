"""What people and channels set: the same in memory, on SQLite and on PostgreSQL, until their workspace leaves."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine, insert

from bot.gap import Gap
from bot.people import Workspace
from bot.records import Records, SqlRecords
from bot.records.database import MIGRATIONS
from bot.records.schema import VERSION_TABLE, gap, setting
from knowledge.store.location import Location
from knowledge.store.migrating import Migrations

from .test_records import ANNA, BEN, CHANNEL, NOW, THREAD

LATER = NOW + timedelta(days=1)


def test_nobody_has_a_language_before_one_is_set(records: Records) -> None:
    assert records.preferred(ANNA) is None


def test_a_persons_language_is_kept_for_that_person(records: Records) -> None:
    records.prefer(ANNA, "de", NOW)
    assert (records.preferred(ANNA), records.preferred(BEN)) == ("de", None)


def test_the_latest_language_counts(records: Records) -> None:
    records.prefer(ANNA, "de", NOW)
    records.prefer(ANNA, "en", LATER)
    assert records.preferred(ANNA) == "en"


def test_a_language_can_be_taken_back(records: Records) -> None:
    records.prefer(ANNA, "de", NOW)
    records.prefer(ANNA, None, LATER)
    assert records.preferred(ANNA) is None


def test_the_same_id_elsewhere_is_another_person(records: Records) -> None:
    records.prefer(ANNA, "de", NOW)
    assert records.preferred(replace(ANNA, workspace="T2")) is None
    assert records.preferred(replace(ANNA, platform="discord")) is None


def test_a_channel_is_private_until_it_is_set_otherwise(records: Records) -> None:
    assert records.audience(CHANNEL) == "private"
    records.show_to(CHANNEL, "public", NOW)
    assert records.audience(CHANNEL) == "public"
    records.show_to(CHANNEL, "private", LATER)
    assert records.audience(CHANNEL) == "private"


def test_a_channels_setting_holds_in_its_threads_and_in_no_other_channel(records: Records) -> None:
    records.show_to(THREAD, "public", NOW)
    assert records.audience(CHANNEL) == "public"
    assert records.audience(replace(CHANNEL, channel="C2")) == "private"


def test_settings_are_not_forgotten_with_time(records: Records) -> None:
    records.prefer(ANNA, "de", NOW)
    records.clean_up(NOW + timedelta(days=1000))
    assert records.preferred(ANNA) == "de"


def test_a_workspace_takes_its_settings_along_and_no_others(records: Records) -> None:
    elsewhere = replace(ANNA, workspace="T2")
    for person in (ANNA, BEN, elsewhere):
        records.prefer(person, "de", NOW)
    records.show_to(CHANNEL, "public", NOW)
    records.show_to(replace(CHANNEL, workspace="T2"), "public", NOW)
    records.forget_workspace(Workspace(platform="slack", id="T1"), NOW)
    assert [records.preferred(person) for person in (ANNA, BEN, elsewhere)] == [None, None, "de"]
    assert records.audience(CHANNEL) == "private"
    assert records.audience(replace(CHANNEL, workspace="T2")) == "public"


def test_what_was_set_is_there_at_the_next_start(url: str) -> None:
    with SqlRecords(url) as records:
        records.prefer(ANNA, "de", NOW)
    with SqlRecords(url) as records:
        assert records.preferred(ANNA) == "de"


def test_a_value_of_another_version_counts_as_none(url: str) -> None:
    with SqlRecords(url) as records:
        records.prefer(ANNA, "de", NOW)
        engine: Engine = Location(url).beside("records").engine()
        with engine.begin() as connection:
            connection.execute(setting.update().values(value="tlh"))
        engine.dispose()
        assert records.preferred(ANNA) is None


def test_records_without_settings_are_migrated_and_keep_what_they_hold(url: str) -> None:
    engine: Engine = Location(url).beside("records").engine()
    row = {"folded": "x", "reason": "unknown_name", "asked": 1, "first_at": "", "last_at": "9", "gap": "{}"}
    with engine.begin() as connection:
        Migrations(MIGRATIONS.folder, "0003", VERSION_TABLE).run(connection)
        connection.execute(insert(gap), row)
    with SqlRecords(url) as records:
        records.prefer(ANNA, "de", NOW)
        records.missed(Gap(text="y", language="en", reason="unknown_name"), NOW)
        assert records.preferred(ANNA) == "de"
    with engine.connect() as connection:
        assert {found.folded for found in connection.execute(gap.select())} == {"x", "y"}
    engine.dispose()
