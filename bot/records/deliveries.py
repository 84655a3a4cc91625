"""Deliveries that were seen: one insert that either happens or meets an earlier one.

So of many processes exactly one answers a delivery, and none asks before it writes.
"""

from datetime import datetime

from sqlalchemy import bindparam, delete

from bot.records.database import Database
from bot.records.port import SEEN_FOR
from bot.records.schema import seen

_OLD = delete(seen).where(seen.c.at < bindparam("before"))


class Deliveries:
    """See `Records.first_sight`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._see = database.inserting(seen).on_conflict_do_nothing().returning(seen.c.delivery)

    def first_sight(self, delivery: str, at: datetime) -> bool:
        """See `Records.first_sight`."""
        return bool(self._database.rows(self._see, {"delivery": delivery, "at": at.isoformat()}))

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than a day."""
        self._database.write(_OLD, {"before": (at - SEEN_FOR).isoformat()})
