"""Schema revisions: which one a base has, and the way from it to the one this code reads.

Revisions are four digits, counted up, so that older and newer can be told without loading alembic; that takes
150 ms and is done only where a migration runs. A migration runs on the connection that holds the writers' lock,
inside its transaction: a base has its new schema whole or not at all.
"""

import re
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Column, Connection, MetaData, Table, select

from knowledge.fault import Fault
from knowledge.store.schema import HEAD, TEXT

VERSION_TABLE = "store_version"

_FORM = re.compile(r"\d{4}")


class Migrations(NamedTuple):
    """A folder of alembic revisions, the last of them, and the table that says which one a base has."""

    folder: Path
    head: str
    version_table: str = VERSION_TABLE

    def run(self, connection: Connection) -> None:
        """Bring the base to `head` in the transaction of `connection`; raises Fault where no revision leads there."""
        from alembic import command  # slow, and needed once in the life of a base
        from alembic.config import Config
        from alembic.util import CommandError

        config = Config(attributes={"connection": connection, "version_table": self.version_table})
        config.set_main_option("script_location", str(self.folder).replace("%", "%%"))
        try:
            command.upgrade(config, self.head)
        except CommandError as error:
            raise Fault(f"the base cannot be brought to the present schema {self.head}: {error}") from None

    @staticmethod
    def is_ours(revision: str) -> bool:
        """Whether a revision is one of this store's at all."""
        return _FORM.fullmatch(revision) is not None


SHIPPED = Migrations(Path(__file__).parent / "migrations", HEAD)
"""The revisions that belong to this code."""


def revision_of(connection: Connection, version_table: str = VERSION_TABLE) -> str | None:
    """The revision of a base; None for one that was never filled."""
    if not connection.dialect.has_table(connection, version_table):
        return None
    version = Table(version_table, MetaData(), Column("version_num", TEXT)).c.version_num
    revision: str | None = connection.execute(select(version)).scalar()
    return revision
