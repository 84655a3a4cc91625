"""Values of the program's own, kept from one start to the next; nothing of a person, so that none of them is old."""

from datetime import datetime

from sqlalchemy import bindparam, select

from bot.records.database import Database
from bot.records.schema import kept

_KEPT = select(kept.c.value).where(kept.c.key == bindparam("key"))


class OwnValues:
    """See `Records.keep`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._keep = database.replacing(kept)

    def keep(self, key: str, value: str, at: datetime) -> None:
        """See `Records.keep`."""
        self._database.write(self._keep, {"key": key, "at": at.isoformat(), "value": value})

    def kept(self, key: str) -> str | None:
        """See `Records.kept`."""
        found = self._database.row(_KEPT, {"key": key})
        return found.value if found else None
