"""The database of the records: in the base's database on a server, in a file of its own beside the base's file.

Each statement is a transaction of its own and waits neither for who imports articles nor for the disk, and no reader
waits for it: on a server it takes no lock, and the file is not that of the claims, which have other needs. Records are
part of every answer.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from bot.records.schema import HEAD, VERSION_TABLE
from knowledge.fault import Fault
from knowledge.store import opening
from knowledge.store.location import Location
from knowledge.store.migrating import Migrations, revision_of
from knowledge.store.statements import Values, run_on

T = TypeVar("T")

_BEGIN = text("BEGIN IMMEDIATE")
_COMMIT = text("COMMIT")
_NONE: Values = {}

MIGRATIONS = Migrations(Path(__file__).parent / "migrations", HEAD, VERSION_TABLE)


class Database:
    """Runs statements on the records' tables, made or migrated where needed. Raises Fault where it cannot."""

    def __init__(self, where: Location) -> None:
        self._where = where
        self._engine = where.pool()
        self._of_thread = threading.local()
        self._run = run_on(self._engine)
        if where.is_sqlite:
            event.listen(self._engine, "connect", _swiftly)
        self._on(self._prepare)

    def close(self) -> None:
        """Let go of all connections; another thread's is let go of with the thread."""
        held: Connection | None = getattr(self._of_thread, "connection", None)
        if held is not None:
            held.close()
        self._engine.dispose()

    def inserting(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """An insert in the words of this engine, which has something to say for when the key is there."""
        return sqlite.insert(table) if self._where.is_sqlite else postgresql.insert(table)

    def replacing(self, table: Table) -> Executable:
        """An insert that takes the place of what has the same key."""
        insert = self.inserting(table)
        others = {column.name: insert.excluded[column.name] for column in table.columns if not column.primary_key}
        return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=others)

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction on a file, where each has its price; on a server the statements stay as they are.

        It is committed whatever happens within, as one statement that fails undoes no other.
        """
        if not self._where.is_sqlite:
            yield
            return
        self.write(_BEGIN, _NONE)
        try:
            yield
        finally:
            if self._held().connection.in_transaction:  # a full disk has ended it already
                self.write(_COMMIT, _NONE)

    def write(self, statement: Executable, values: Values) -> None:
        """Run a statement that gives nothing back."""
        self.rows(statement, values)

    def rows(self, statement: Executable, values: Values) -> Sequence[Any]:
        """All that a statement gives back: when the last row was given, an insert has happened for good."""
        return self._on(lambda connection: self._run(connection, statement, values))

    def row(self, statement: Executable, values: Values) -> Any:
        """The one row that a statement gives back; None where there is none."""
        return next(iter(self.rows(statement, values)), None)

    def _prepare(self, connection: Connection) -> None:
        """Make or migrate the tables, under the lock of all writers where there is something to do."""
        if self._revision(connection) == HEAD:
            return
        with opening.alone(opening.writer(self._engine)) as alone:
            if self._revision(alone) != HEAD:
                MIGRATIONS.run(alone)

    def _revision(self, connection: Connection) -> str | None:
        revision = revision_of(connection, VERSION_TABLE)
        if revision and revision > HEAD:
            raise Fault(f"{self._where} holds records of a newer capex (revision {revision}); upgrade capex")
        return revision

    def _on(self, act: Callable[[Connection], T]) -> T:
        """What `act` gives, on a connection where each statement is a transaction of its own."""
        try:
            if self._where.is_sqlite:
                return act(self._held())
            with self._engine.connect() as connection:
                return act(connection)
        except DBAPIError as error:
            raise self._where.fault(error) from None

    def _held(self) -> Connection:
        """The connection of this thread to the file: to borrow one for each statement would cost more than most do."""
        held: Connection | None = getattr(self._of_thread, "connection", None)
        if held is None:
            held = self._of_thread.connection = self._engine.connect()
        return held


def _swiftly(connection: Any, _: object) -> None:
    # Readers and the writer do not wait for each other, and a write not for the disk. A power cut may take the last
    # records with it and no more: an answer could come twice, a follow-up could miss its question. The file stays
    # consistent, and a process that dies loses nothing.
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except connection.OperationalError as error:
        # SQLite waits for no lock here. The mode is the file's: whoever holds the lock is starting too and sets it, or
        # the next connection does; until then records are as right, only slower.
        if error.sqlite_errorname != "SQLITE_BUSY":
            raise
    connection.execute("PRAGMA synchronous = NORMAL")
