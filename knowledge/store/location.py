"""Where the base lies, and how the trouble with it is told.

A `Location` is the only place that knows the URL. Its sentences name file, or host and database, and what is
wrong; a password of the URL is in none of them, also where the driver repeats it.
"""

import sqlite3
from pathlib import Path, PurePosixPath
from typing import Any, Final

from sqlalchemy import URL, Engine, NullPool, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from knowledge.fault import Fault

_WAIT_SECONDS = 30
_REACH_SECONDS = 10
_HELD = 4
"""Connections that a pool keeps open: those of a process that is asked several things at once."""

_FORMS = "sqlite:////folder/capex.db or postgresql://user:password@host/database"
_SECRETS = ("password", "passfile", "sslpassword")
_READ_ONLY = ("SQLITE_READONLY", "SQLITE_CANTOPEN")
_READ_ONLY_STATES = ("25006", "42501")


class Location:
    """A base in a SQLite file or on a PostgreSQL server, given by URL; None is the person's own base."""

    def __init__(self, url: str | URL | None) -> None:
        self._url = url if isinstance(url, URL) else _own_base() if url is None else _read(url)
        self.is_sqlite: Final = self._url.get_backend_name() == "sqlite"
        """Whether the base is a file."""

    def __str__(self) -> str:
        if self.is_sqlite:
            return f"the base {str(self._url.database).removeprefix('file:')}"
        server = self._url.host or self._url.query.get("host") or "this machine"
        return f"the base '{self._url.database}' on {server}{f':{self._url.port}' if self._url.port else ''}"

    def beside(self, what: str) -> "Location":
        """Where tables lie that go with the base: in a file of their own beside its file, or in its database."""
        if not self.is_sqlite:
            return self
        file = PurePosixPath(str(self._url.database))
        return Location(self._url.set(database=str(file.with_stem(f"{file.stem}.{what}"))))

    def engine(self) -> Engine:
        """An engine whose connections are held by their users; raises Fault where a driver is missing."""
        return self._engine({"poolclass": NullPool})

    def pool(self) -> Engine:
        """An engine that holds connections itself and lends them, as many as are asked for at once; raises Fault.

        On a server each is tried before it is lent, as the server may have gone away and come back since.
        """
        held = {"poolclass": QueuePool, "pool_size": _HELD, "max_overflow": -1, "pool_use_lifo": True}
        return self._engine(held | {"pool_pre_ping": not self.is_sqlite})

    def _engine(self, pool: dict[str, Any]) -> Engine:
        options: dict[str, Any] = {"isolation_level": "AUTOCOMMIT", **pool}
        if self.is_sqlite:
            # A held connection is used by one thread, but may be closed by another one.
            engine = create_engine(
                self._url, connect_args={"timeout": _WAIT_SECONDS, "check_same_thread": False}, **options
            )
            event.listen(engine, "connect", _as_needed)
            return engine
        try:
            waits = {} if "connect_timeout" in self._url.query else {"connect_timeout": _REACH_SECONDS}
            return create_engine(self._url, connect_args=waits, **options)
        except ModuleNotFoundError as error:
            raise Fault(f"{self} needs the package '{error.name}', which is not installed") from None

    def fault(self, error: DBAPIError) -> Fault:
        """What went wrong with the base, in one sentence without any secret."""
        return Fault(f"{self} cannot be used: {self._reason(error)}")

    def _reason(self, error: DBAPIError) -> str:
        lines = str(error.orig).strip().splitlines()
        reason = " ".join(line.strip() for line in lines[:2]) or type(error.orig).__name__
        for secret in _secrets(self._url):
            reason = reason.replace(secret, "***")
        return reason


def is_read_only(error: DBAPIError) -> bool:
    """Whether a write failed only because this base must not be written to."""
    if isinstance(error.orig, sqlite3.Error):
        return str(getattr(error.orig, "sqlite_errorname", "")).startswith(_READ_ONLY)
    return getattr(error.orig, "sqlstate", None) in _READ_ONLY_STATES


def _read(text: str) -> URL:
    try:
        url = make_url(text)
        backend = url.get_backend_name()
    except (ArgumentError, ValueError):
        # The driver's own sentence may repeat what was given, password and all.
        raise Fault(f"the database URL cannot be read; it looks like {_FORMS}") from None
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise Fault(f"a base lies in SQLite or PostgreSQL, not in '{backend}'; its URL looks like {_FORMS}")
    if url.database in (None, "", ":memory:") or url.host:
        raise Fault(f"the database URL names no file; it looks like {_FORMS}")
    return url.set(drivername="sqlite+pysqlite")


def _own_base() -> URL:
    from platformdirs import user_data_path  # only where no URL is given

    folder: Path = user_data_path("capex", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Fault(f"the folder {folder} for the base cannot be made: {error.strerror}") from None
    return URL.create("sqlite", database=str(folder / "capex.db"))


def _secrets(url: URL) -> list[str]:
    asked = [url.query.get(key) for key in _SECRETS]
    return [str(secret) for secret in (url.password, *asked) if secret]


def _as_needed(connection: Any, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # What is taken out is written over at once, also where the process dies before it can compact the file.
    connection.execute("PRAGMA secure_delete = ON")
