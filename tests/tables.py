"""Bases with all their tables and nothing in them, for tests that ask neither how tables are made nor who makes them.

The migrations make the tables once in each process of a run: then a file of them is copied, and a schema goes from
test to test, emptied in between. To make them anew costs more than most tests do.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from bot.records import SqlRecords
from bot.records.schema import METADATA as OF_RECORDS
from knowledge.store.location import Location
from knowledge.store.migrating import SHIPPED
from knowledge.store.opening import alone, writer
from knowledge.store.schema import METADATA as OF_CLAIMS

Lend = Callable[[], AbstractContextManager[str]]
"""Gives the URL of a base for the time of one test."""

_FORM = (
    "SELECT oid, relname, relkind, relnatts FROM pg_class WHERE relnamespace = current_schema()::regnamespace "
    "ORDER BY oid"
)
_EMPTY = "; ".join(
    f"DELETE FROM {table.name}"  # noqa: S608 (names of our own)
    for metadata in (OF_CLAIMS, OF_RECORDS)
    for table in reversed(metadata.sorted_tables)
)


def make_tables(url: str) -> None:
    """Make the tables of claims and of records in an empty base."""
    engine = Location(url).engine()
    with alone(writer(engine)) as connection:
        SHIPPED.run(connection)
    engine.dispose()
    SqlRecords(url).close()


def copy_of(folder: Path, to: Path) -> str:
    """The URL of a base of its own with the files that were made in `folder`."""
    shutil.copytree(folder, to, dirs_exist_ok=True)
    return f"sqlite:///{to / 'base.db'}"


@contextmanager
def emptied_after_each(url: str) -> Iterator[Lend]:
    """A schema with tables for one test after the other, each of which leaves the tables themselves as they are."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        form = connection.execute(_FORM).fetchall()

        @contextmanager
        def lent() -> Iterator[str]:
            yield url
            connection.execute(_EMPTY)
            assert connection.execute(_FORM).fetchall() == form, "this test wants an empty schema of its own"

        yield lent
