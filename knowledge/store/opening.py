"""The start: a base is made, migrated and filled, or found to be current, which is the common case and quick.

A current base is only looked at, so it may be read-only. Anything else happens in one transaction under the lock
of all writers, and what was seen before the lock is looked at again under it: of two first starts at once one
fills the base and the other finds it filled.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, delete, event, insert, select, text
from sqlalchemy.exc import DBAPIError

from knowledge.fault import Fault, FileFault
from knowledge.store.location import Location, is_read_only
from knowledge.store.migrating import Migrations, revision_of
from knowledge.store.schema import METADATA, meta

SHIPPER = "capex"
"""Who the log names for what came with the program."""

_CORPUS = "corpus"
_LOCK = text("SELECT pg_advisory_xact_lock(20240425)")
_FILLED = select(meta.c.value).where(meta.c.key == _CORPUS)
_DROP_FILLED = delete(meta).where(meta.c.key == _CORPUS)


class _State(NamedTuple):
    """The revision of a base, and the fingerprint of the corpus it was filled from."""

    revision: str | None
    filled: str | None


def writer(engine: Engine) -> Engine:
    """The same base for writing, in real transactions."""
    # Taking SQLite's write lock at once, not at the first change, keeps two writers from both reading an old state.
    return _transactions(engine, "BEGIN IMMEDIATE", "READ COMMITTED")


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees the base as it is at one moment."""
    with _transactions(engine, "BEGIN", "REPEATABLE READ").begin() as connection:
        yield connection


def _transactions(engine: Engine, begin: str, isolation: str) -> Engine:
    if engine.dialect.name != "sqlite":
        return engine.execution_options(isolation_level=isolation)
    # The driver is left in autocommit and told in so many words: its own transactions begin too late.
    transactions = engine.execution_options()
    event.listen(transactions, "begin", lambda connection: connection.exec_driver_sql(begin))
    return transactions


@contextmanager
def alone(writing: Engine) -> Iterator[Connection]:
    """A transaction that no other writer of any process shares; rolled back when its block raises."""
    with writing.begin() as connection:
        if connection.dialect.name != "sqlite":
            connection.execute(_LOCK)
        yield connection


def prepare(engine: Engine, writing: Engine, where: Location, corpus: Path, migrations: Migrations) -> str | None:
    """Make the base current. A filled base that cannot take over a newer corpus is left as it is and still answers.

    Returns the notice that says so, None where all is well; raises Fault where the base cannot be used, and then
    nothing has changed.
    """
    wanted = _fingerprint(corpus)
    with engine.connect() as connection:
        state = _state(connection, where, migrations)
    if state == _State(migrations.head, wanted):
        return None
    usable = state.revision == migrations.head and state.filled is not None
    try:
        _bring_up(writing, where, corpus, migrations, wanted)
    except FileFault:
        raise
    except Fault as fault:
        if not usable:
            raise
        return f"the corpus of this version was not taken over: {fault}"
    except DBAPIError as error:
        if not is_read_only(error):
            raise
        if not usable:
            need = "filled" if state.revision is None else "migrated"
            raise Fault(
                f"{where} is read-only and has to be {need} first; open it once where it may be written"
            ) from None
        return f"the corpus of this version was not taken over: {where} is read-only"
    return None


def _bring_up(writing: Engine, where: Location, corpus: Path, migrations: Migrations, wanted: str) -> None:
    from knowledge.store.folder import read_folder  # needs YAML, which a current base does not
    from knowledge.store.importing import import_folder

    folder = read_folder(corpus)
    with alone(writing) as connection:
        state = _state(connection, where, migrations)
        if state.revision is None:
            _refuse_other_tables(connection, where)
        if state.revision != migrations.head:
            migrations.run(connection)
        if state.filled != wanted:
            import_folder(connection, folder, SHIPPER, "shipped", datetime.now(UTC))
            connection.execute(_DROP_FILLED)
            connection.execute(insert(meta), {"key": _CORPUS, "value": wanted})


def _state(connection: Connection, where: Location, migrations: Migrations) -> _State:
    """How far a base is; raises Fault for one that is not this version's to touch."""
    revision = revision_of(connection)
    if revision is None:
        return _State(None, None)
    if not migrations.is_ours(revision):
        raise Fault(f"{where} was not written by capex (its revision is '{revision}')")
    if revision > migrations.head:
        revisions = f"revision {revision}, this one reads {migrations.head}"
        raise Fault(f"{where} was written by a newer capex ({revisions}); upgrade capex")
    return _State(revision, connection.execute(_FILLED).scalar())


def _refuse_other_tables(connection: Connection, where: Location) -> None:
    # Only under the lock: before it, a first start elsewhere may make the tables between two looks.
    if any(connection.dialect.has_table(connection, table) for table in METADATA.tables):
        raise Fault(f"{where} holds tables of another program; capex needs a base or schema of its own")


def _fingerprint(corpus: Path) -> str:
    """A hash of the corpus files, names and contents."""
    digest = hashlib.sha256()
    try:
        for file in sorted((*corpus.glob("*.yaml"), *corpus.glob("*.txt"))):
            content = file.read_bytes()
            digest.update(f"{file.name}\0{len(content)}\0".encode() + content)
    except OSError as error:
        raise Fault(f"the corpus file {error.filename} cannot be read: {error.strerror}") from None
    return digest.hexdigest()
