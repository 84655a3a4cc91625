"""The migrations of the records, their tables and the constant that names the last revision agree."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, insert, inspect

from bot.feed import FollowedFeed
from bot.gap import Gap
from bot.people import Workspace
from bot.records import SqlRecords
from bot.records.database import MIGRATIONS
from bot.records.schema import HEAD, METADATA, VERSION_TABLE, kept, seen
from knowledge.store import Store
from knowledge.store.location import Location
from knowledge.store.migrating import Migrations
from tests.knowledge.store.sample import write_corpus

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS.folder))
    return ScriptDirectory.from_config(config)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    engine = Location(url).beside("records").engine()
    yield engine
    engine.dispose()


def test_the_head_is_the_last_revision_of_four_digits_counted_up() -> None:
    revisions = sorted(script.revision for script in scripts().walk_revisions())
    assert scripts().get_heads() == [HEAD]
    assert revisions == [f"{number:04}" for number in range(1, len(revisions) + 1)]


def test_the_migrations_make_the_tables_that_the_code_reads(engine: Engine, url: str) -> None:
    SqlRecords(url).close()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, METADATA) == []
        there = inspect(connection)
        for table in METADATA.tables.values():
            keys = there.get_pk_constraint(table.name)["constrained_columns"]
            assert keys == [column.name for column in table.primary_key]


def test_records_of_the_first_form_are_migrated_and_keep_what_they_hold(engine: Engine, url: str) -> None:
    with engine.begin() as connection:
        Migrations(MIGRATIONS.folder, "0001", VERSION_TABLE).run(connection)
        connection.execute(insert(seen), {"delivery": "event:1", "at": NOW.isoformat()})
    with SqlRecords(url) as records:
        assert not records.first_sight("event:1", NOW)
        records.keep("commands", "the newest", NOW)
    with SqlRecords(url) as records:
        assert records.kept("commands") == "the newest"


def test_records_of_the_second_form_are_migrated_and_count_gaps(engine: Engine, url: str) -> None:
    with engine.begin() as connection:
        Migrations(MIGRATIONS.folder, "0002", VERSION_TABLE).run(connection)
        connection.execute(insert(kept), {"key": "commands", "at": NOW.isoformat(), "value": "the newest"})
    gap = Gap(text="samsung capex", language="en", reason="unknown_name")
    with SqlRecords(url) as records:
        assert records.kept("commands") == "the newest"
        records.missed(gap, NOW)
    with SqlRecords(url) as records:
        assert [asked.gap for asked in records.gaps(NOW)] == [gap]


def test_records_that_lay_among_the_claims_are_dropped_there(sqlite_url: str, tmp_path: Path) -> None:
    base = Location(sqlite_url).engine()
    with Store(sqlite_url, corpus=write_corpus(tmp_path / "corpus")) as store:
        with base.begin() as connection:
            Migrations(MIGRATIONS.folder, "0001", VERSION_TABLE).run(connection)
            connection.execute(insert(seen), {"delivery": "event:1", "at": NOW.isoformat()})
        SqlRecords(sqlite_url).close()
        assert store.change_number() > 0
    with base.connect() as connection:
        assert {*METADATA.tables, VERSION_TABLE} & {*inspect(connection).get_table_names()} == set()


def test_records_of_the_third_form_are_migrated_and_keep_installations(engine: Engine, url: str) -> None:
    with engine.begin() as connection:
        Migrations(MIGRATIONS.folder, "0003", VERSION_TABLE).run(connection)
        connection.execute(insert(kept), {"key": "commands", "at": NOW.isoformat(), "value": "the newest"})
    team = Workspace(platform="slack", id="T1")
    with SqlRecords(url) as records:
        assert records.kept("commands") == "the newest"
        records.install(team, "sealed", NOW)
    with SqlRecords(url) as records:
        assert records.installation(team) == "sealed"


def test_records_of_the_sixth_form_are_migrated_and_follow_feeds(engine: Engine, url: str) -> None:
    with engine.begin() as connection:
        Migrations(MIGRATIONS.folder, "0006", VERSION_TABLE).run(connection)
        connection.execute(insert(kept), {"key": "commands", "at": NOW.isoformat(), "value": "the newest"})
    feed = FollowedFeed(address="https://paper.example/feed", who="terminal:ann", ask_at=NOW, due=NOW)
    with SqlRecords(url) as records:
        assert records.kept("commands") == "the newest"
        assert records.feeds.follow(feed)
    with SqlRecords(url) as records:
        assert records.feeds.claim("one", NOW) == feed
