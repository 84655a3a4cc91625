"""That one process alone serves a base in a file, for as long as it lives.

A file's ledger of deliveries is for one process; several share a base on a server. The sign is a lock that the
operating system takes back when its process dies, so that no dead process ever stands in the way.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from knowledge.fault import Fault
from knowledge.store.location import Location

_AT_ONCE = text("PRAGMA busy_timeout = 0")
_TAKE = text("BEGIN EXCLUSIVE")


@contextmanager
def serving_alone(url: str | None) -> Iterator[None]:
    """Serve the base at `url` alone while the block lasts; raises Fault where another process does. Not on a server."""
    base = Location(url)
    if not base.is_sqlite:
        yield
        return
    lock = _taken(base)
    try:
        yield
    finally:
        if lock:
            lock.close()


def _taken(base: Location) -> Connection | None:
    """The lock, held until it is closed; None where no file can be made, and so no records are kept either."""
    try:
        connection = base.beside("serving").engine().connect()
        connection.execute(_AT_ONCE)
        connection.execute(_TAKE)
    except DBAPIError as error:
        if not _is_taken(error):
            return None
        raise Fault(f"another capex serve works with {base}; stop that one, or share a base on PostgreSQL") from None
    return connection


def _is_taken(error: DBAPIError) -> bool:
    return str(getattr(error.orig, "sqlite_errorname", "")).startswith("SQLITE_BUSY")
