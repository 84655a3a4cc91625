"""Questions without an answer, counted: one upsert each, so that of many processes none loses another one's count.

There are never more than `MOST_GAPS`, whatever is asked: who brings a new one in over that takes the one out that was
not asked for longest.
"""

from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import bindparam, case, delete, select, tuple_

from bot.gap import AskedGap, Gap
from bot.records.database import Database
from bot.records.port import GAP_FOR, MOST_GAPS
from bot.records.schema import gap

_GAP = TypeAdapter(Gap)
_ALL = (
    select(gap)
    .where(gap.c.last_at >= bindparam("since"))
    .order_by(gap.c.asked.desc(), gap.c.last_at.desc(), gap.c.folded)
)
_OLD = delete(gap).where(gap.c.last_at < bindparam("before"))
_TOO_MANY = delete(gap).where(
    tuple_(gap.c.folded, gap.c.reason).in_(
        select(gap.c.folded, gap.c.reason).order_by(gap.c.last_at.desc()).offset(MOST_GAPS)
    )
)


class Gaps:
    """See `Records.missed`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        insert = database.inserting(gap)
        new = insert.excluded
        # Processes may come in another order than their questions; what is known of the latest one is kept.
        is_later = new.last_at >= gap.c.last_at
        self._count = insert.on_conflict_do_update(
            index_elements=list(gap.primary_key),
            set_={
                "asked": gap.c.asked + 1,
                "first_at": case((new.first_at < gap.c.first_at, new.first_at), else_=gap.c.first_at),
                "last_at": case((is_later, new.last_at), else_=gap.c.last_at),
                "gap": case((is_later, new.gap), else_=gap.c.gap),
            },
        ).returning(gap.c.asked)

    def missed(self, gap: Gap, at: datetime) -> None:
        """See `Records.missed`."""
        when = _written(at)
        row: dict[str, str | int] = {
            "folded": gap.folded,
            "reason": gap.reason,
            "asked": 1,
            "first_at": when,
            "last_at": when,
            "gap": _GAP.dump_json(gap, exclude_defaults=True).decode(),
        }
        counted = self._database.row(self._count, row)
        if counted and counted.asked == 1:
            self._database.write(_TOO_MANY, {})

    def gaps(self, at: datetime) -> tuple[AskedGap, ...]:
        """See `Records.gaps`."""
        rows = self._database.rows(_ALL, {"since": _written(at - GAP_FOR)})
        return tuple(asked for row in rows if (asked := _read(row)))

    def clean_up(self, at: datetime) -> None:
        """Forget what nobody has asked for half a year."""
        self._database.write(_OLD, {"before": _written(at - GAP_FOR)})


def _read(row: Any) -> AskedGap | None:
    try:
        known = _GAP.validate_json(row.gap)
    except ValidationError:  # kept by another version, whose gaps had another shape
        return None
    first, last = datetime.fromisoformat(row.first_at), datetime.fromisoformat(row.last_at)
    return AskedGap(gap=known, count=row.asked, first=first, last=last)


def _written(at: datetime) -> str:
    """A time so that text sorts as time does, whatever the zone it came in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
