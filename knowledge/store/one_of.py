"""`column IN (a list whose length is not known)` as one fixed statement on both engines.

SQLAlchemy's own `in_` renders the list anew for every call. Here the list travels as one JSON parameter that the
engine unfolds, so the statement is compiled once and the engine can keep its plan.
"""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType

from knowledge.store.schema import TEXT


class _OneOf(FunctionElement[Any]):
    inherit_cache = True
    # As a Boolean it would be rendered `… = 1` on SQLite, which hides the condition from the index.
    type = NullType()


def one_of(column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
    """Whether `column` is among the names bound to `parameter` with `listed`."""
    return _OneOf(column, bindparam(parameter, type_=TEXT))


def listed(names: Iterable[str]) -> str:
    """The parameter value for `one_of`."""
    return json.dumps(list(names))


def _sides(element: _OneOf, compiler: SQLCompiler) -> list[str]:
    return [compiler.process(clause) for clause in element.clauses]


@compiles(_OneOf, "sqlite")
def _on_sqlite(element: _OneOf, compiler: SQLCompiler, **_: Any) -> str:
    column, names = _sides(element, compiler)
    return f"{column} IN (SELECT value FROM json_each({names}))"  # noqa: S608 (both sides are rendered SQL)


@compiles(_OneOf, "postgresql")
def _on_postgresql(element: _OneOf, compiler: SQLCompiler, **_: Any) -> str:
    column, names = _sides(element, compiler)
    return f"{column} = ANY (ARRAY(SELECT jsonb_array_elements_text(CAST({names} AS jsonb))))"
