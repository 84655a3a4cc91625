"""The migrations, the tables and the constant that names the last revision agree."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from knowledge.store import Store
from knowledge.store.migrating import SHIPPED, VERSION_TABLE
from knowledge.store.schema import METADATA


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(SHIPPED.folder))
    return ScriptDirectory.from_config(config)


def test_the_head_is_the_last_revision() -> None:
    assert scripts().get_heads() == [SHIPPED.head]


def test_revisions_are_four_digits_counted_up() -> None:
    revisions = sorted(script.revision for script in scripts().walk_revisions())
    assert revisions == [f"{number:04}" for number in range(1, len(revisions) + 1)]


@pytest.mark.usefixtures("store")
def test_the_migrations_make_the_tables_that_the_code_reads(url: str) -> None:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, METADATA) == []
        there = inspect(connection)
        for table in METADATA.tables.values():
            keys = there.get_pk_constraint(table.name)["constrained_columns"]
            assert keys == [column.name for column in table.primary_key]
    engine.dispose()


def test_postgresql_compares_text_by_code_point_as_sqlite_does(schema: str, corpus: Path) -> None:
    Store(schema, corpus=corpus).close()
    engine = create_engine(schema.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        there = inspect(connection)
        for table in METADATA.tables.values():
            for column in there.get_columns(table.name):
                assert getattr(column["type"], "collation", "C") == "C"
    engine.dispose()
