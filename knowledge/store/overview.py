"""The base at a glance: what it has claims on, and the articles that they stand in.

Both are counted in the indexes that hold approved claims only, so that nothing is offered which does not answer. No
question needs these statements; they are built when the first overview is asked for.
"""

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, func, select

from knowledge.evidence import Coverage, Source
from knowledge.store.documents import article_in
from knowledge.store.one_of import listed, one_of
from knowledge.store.schema import article, claim, mention, tag

_Rows = Select[*tuple[Any, ...]]


def coverage(connection: Connection) -> tuple[Coverage, ...]:
    """See `Store.coverage`."""
    return tuple([Coverage(*row) for row in connection.execute(_coverage()).all()])


def sources(
    connection: Connection, subjects: Collection[str], metrics: Collection[str], topics: Collection[str]
) -> tuple[Source, ...]:
    """See `Store.sources`."""
    asked = {"subjects": subjects, "metrics": metrics, "topics": topics}
    given = {name: listed(values) for name, values in asked.items() if values}
    rows = connection.execute(_sources(frozenset(given)), given).all()
    return tuple([Source(article_in(document), count) for document, count in rows])


@cache
def _coverage() -> _Rows:
    count = func.count().label("claims")
    return (
        select(mention.c.subject, mention.c.metric, count)
        .where(mention.c.role == "subject")
        .group_by(mention.c.subject, mention.c.metric)
        .order_by(count.desc(), mention.c.subject, mention.c.metric.nulls_last())
    )


@cache
def _sources(given: frozenset[str]) -> _Rows:
    """Articles with how many approved claims they have, of those that all that is given fits."""
    count = func.count().label("claims")
    counted = select(claim.c.article, count).where(claim.c.state == "approved").group_by(claim.c.article)
    if given & {"subjects", "metrics"}:
        named = select(mention.c.claim)
        if "subjects" in given:
            named = named.where(one_of(mention.c.subject, "subjects"))
        if "metrics" in given:
            named = named.where(one_of(mention.c.metric, "metrics"))
        counted = counted.where(claim.c.id.in_(named))
    if "topics" in given:
        counted = counted.where(claim.c.id.in_(select(tag.c.claim).where(one_of(tag.c.topic, "topics"))))
    held = counted.subquery("held")
    return (
        select(article.c.document, held.c.claims)
        .join_from(held, article, article.c.id == held.c.article)
        .order_by(article.c.published.desc(), article.c.id)
    )
