"""Statements as each engine is best asked them; on a file they are made once into the words of its driver.

SQLite answers in a few microseconds, in ten times of which SQLAlchemy looks up what it made of the statement before. So
a statement is compiled when it is first run, with the same columns to be given, and from then on the driver gets it as
it is. Each is built once and kept for good: who built one for each call would fill the memory.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Engine, Executable
from sqlalchemy.exc import DBAPIError

Values = Mapping[str, str | int | None]

Run = Callable[[Connection, Executable, Values], Sequence[Any]]
"""Gives all rows that a statement gives back, by the names of their columns; raises DBAPIError."""


def run_on(engine: Engine) -> Run:
    """How statements are run on an engine's connections."""
    return _Statements(engine.dialect).rows if engine.dialect.name == "sqlite" else sent


def sent(connection: Connection, statement: Executable, values: Values) -> Sequence[Any]:
    """To a server, to which the way costs more than anything here."""
    result = connection.execute(statement, values)
    return result.all() if result.returns_rows else ()


class _Statements:
    """What was made of the statements for a file."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._known: dict[tuple[Executable, tuple[str, ...]], _Statement] = {}

    def rows(self, connection: Connection, statement: Executable, values: Values) -> Sequence[Any]:
        """See `Run`."""
        wanted = statement, tuple(values)
        known = self._known.get(wanted)
        if known is None:
            known = self._known[wanted] = _Statement(statement, values, self._dialect)
        try:
            return known.run(connection.connection.driver_connection, values)
        except self._dialect.loaded_dbapi.Error as error:
            raise DBAPIError(known.words, None, error) from None


class _Statement:
    """One statement, as the driver takes it."""

    def __init__(self, statement: Executable, values: Values, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect, column_keys=sorted(values))  # type: ignore[attr-defined]
        whole = compiled.construct_expanded_state(values)
        self.words: Final[str] = whole.statement
        self._order: Final[Sequence[str]] = whole.positiontup
        self._fixed: Final[Values] = {name: whole.parameters[name] for name in whole.positiontup if name not in values}
        self._row: Any = None

    def run(self, driver: Any, values: Values) -> Sequence[Any]:
        """All its rows; raises the driver's errors."""
        given = [values[name] if name in values else self._fixed[name] for name in self._order]
        cursor = driver.execute(self.words, given)
        found = cursor.fetchall()
        if not found:
            return ()
        if self._row is None:
            self._row = _row([column[0] for column in cursor.description])
        return [self._row(*row) for row in found]


def _row(columns: list[str]) -> Any:
    return namedtuple("_row", columns)  # noqa: PYI024 - its columns are the statement's
