"""Reports of wrong figures, kept with who reported in a column of its own, so that a person's can be found.

There are never more than `MOST_REPORTS`, whatever is reported: who brings a new one in over that takes the oldest out.
"""

from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import bindparam, delete, select

from bot.records.database import Database
from bot.records.port_of_answers import MOST_REPORTS, REPORT_FOR
from bot.records.schema import report
from bot.report import Report

_REPORT = TypeAdapter(Report)
_ALL = (
    select(report.c.ident, report.c.report)
    .where(report.c.at >= bindparam("since"))
    .order_by(report.c.at.desc(), report.c.ident)
)
_OLD = delete(report).where(report.c.at < bindparam("before"))
_TOO_MANY = delete(report).where(
    report.c.ident.in_(select(report.c.ident).order_by(report.c.at.desc()).offset(MOST_REPORTS))
)


class Reports:
    """See `ReportRecords`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._report = database.inserting(report).on_conflict_do_nothing()

    def report(self, ident: str, report: Report) -> None:
        """See `ReportRecords.report`."""
        document = _REPORT.dump_json(report).decode()
        row = {"ident": ident, "at": _written(report.at), "person": report.by.key, "report": document}
        self._database.write(self._report, row)
        self._database.write(_TOO_MANY, {})

    def reports(self, at: datetime) -> tuple[Report, ...]:
        """See `ReportRecords.reports`."""
        rows = self._database.rows(_ALL, {"since": _written(at - REPORT_FOR)})
        return tuple(known for row in rows if (known := _read(row)))

    def by_ident(self, at: datetime) -> dict[str, Report]:
        """See `ReportRecords.by_ident`."""
        rows = self._database.rows(_ALL, {"since": _written(at - REPORT_FOR)})
        return {row.ident: known for row in rows if (known := _read(row))}

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than 400 days."""
        self._database.write(_OLD, {"before": _written(at - REPORT_FOR)})


def _read(row: Any) -> Report | None:
    try:
        return _REPORT.validate_json(row.report)
    except ValidationError:  # kept by another version, whose reports had another shape
        return None


def _written(at: datetime) -> str:
    """A time so that text sorts as time does, whatever the zone it came in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
