"""What the base says now that it did not say before a change, found in the log.

A claim is news where a change in the window has touched it and it is approved now; as it was before the window it
comes along, so that the caller sees what is new of it. What came and went within the window is none. The newest are
taken where there are too many, and all are counted.
"""

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, func, select

from knowledge.claim import Claim
from knowledge.evidence import News, Touched
from knowledge.store.documents import claim_in
from knowledge.store.one_of import listed, one_of
from knowledge.store.schema import change, mention

_ROLES = ("subject", "about")


def news(
    connection: Connection, window: tuple[int, int], subjects: Collection[str], metrics: Collection[str], most: int
) -> News:
    """See `Store.news`."""
    after, upto = window
    values = {"after": after, "upto": upto, "most": most, "subjects": listed(subjects), "metrics": listed(metrics)}
    rows = connection.execute(_touched(bool(subjects), bool(metrics)), values).all()
    found = tuple(Touched(row.key, row.last, datetime.fromisoformat(row.at), _approved(row.before)) for row in rows)
    return News(found, rows[0].total if rows else 0)


def _approved(document: str | None) -> Claim | None:
    before = claim_in(document) if document else None
    return before if before and before.state == "approved" else None


@cache
def _touched(has_subjects: bool, has_metrics: bool) -> Select[*tuple[Any, ...]]:  # noqa: FBT001 - which statement it is
    fitting = [mention.c.claim == change.c.key, mention.c.role.in_(_ROLES)]
    fitting += [one_of(mention.c.subject, "subjects")] if has_subjects else []
    fitting += [one_of(mention.c.metric, "metrics")] if has_metrics else []
    # The window is small, claims are most of the log: an index by kind would walk all of it.
    kind = func.coalesce(change.c.kind, "")
    touched = (
        select(
            change.c.key,
            func.min(change.c.number).label("first"),
            func.max(change.c.number).label("last"),
            func.count().over().label("total"),
        )
        .where(change.c.number > bindparam("after"), change.c.number <= bindparam("upto"), kind == "claim")
        .where(exists().where(*fitting).correlate(change))
        .group_by(change.c.key)
        .order_by(_last().desc())
        .limit(bindparam("most"))
        .subquery("touched")
    )
    last = change.alias("last")
    return (
        select(touched.c.key, touched.c.last, touched.c.total, last.c.at, change.c.before)
        .join_from(touched, change, change.c.number == touched.c.first)
        .join(last, last.c.number == touched.c.last)
        .order_by(touched.c.last.desc())
    )


def _last() -> ColumnElement[int]:
    return func.max(change.c.number)


_NUMBER_AT = select(func.coalesce(func.max(change.c.number), 0)).where(change.c.at < bindparam("at"))


def number_at(connection: Connection, at: str) -> int:
    """See `Store.number_before`."""
    return int(connection.execute(_NUMBER_AT, {"at": at}).scalar_one())
