"""Compacting: what was taken out of the base also leaves the unused parts of its files.

Both engines keep old rows in free pages until these are written over. The tables are rewritten without them, which
no transaction can hold, so it comes after the one that took the words out and may be repeated at any time.
"""

from sqlalchemy import Connection, Engine

_WITH_WORDS = "article, claim, change"


def compact(engine: Engine) -> None:
    """Rewrite the tables that hold words of articles; waits for whoever reads."""
    with engine.connect() as connection:
        connection.exec_driver_sql(_statement(connection))


def _statement(connection: Connection) -> str:
    return "VACUUM" if connection.dialect.name == "sqlite" else f"VACUUM (FULL) {_WITH_WORDS}"
