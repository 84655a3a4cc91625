"""Evidence: what the base knows that bears on a question, and what else it could have been asked.

Which claims matter is found in the indexes of `mention` and `tag`, which hold approved claims only; then one
select fetches those claims with their articles. So the cost follows the size of the answer, not of the base. Each
statement is built once, when it is first needed: a question needs two of them.
"""

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import CTE, Connection, Select, Subquery, func, select

from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.evidence import Coverage, Evidence
from knowledge.store.documents import article_in, claim_in
from knowledge.store.one_of import listed, one_of
from knowledge.store.schema import article, claim, mention, tag

MOST_CLAIMS = 500
"""More claims than any answer shows; the newest are taken."""

MOST_SUBJECTS = 24
CLAIMS_A_SUBJECT = 4


def evidence(connection: Connection, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
    """See `Store.evidence`."""
    if not subjects and not metrics:
        return Evidence((), MappingProxyType({}), ())
    names = {"subjects": listed(subjects), "metrics": listed(metrics)}
    if subjects:
        wanted = _of_subjects_and_metrics() if metrics else _of_subjects()
        return _evidence(connection, wanted, names, _coverage_of_subjects())
    return _evidence(connection, _of_metrics(), names, _coverage_of_metrics())


def evidence_on(connection: Connection, topics: Collection[str]) -> Evidence:
    """See `Store.evidence_on`."""
    return _evidence(connection, _on_topics(), {"topics": listed(topics)}, None)


def evidence_of(connection: Connection, claims: Collection[str]) -> Evidence:
    """See `Store.evidence_of`."""
    return _evidence(connection, _these(), {"claims": listed(claims)}, None)


_Rows = Select[*tuple[Any, ...]]


def _evidence(connection: Connection, wanted: _Rows, names: Mapping[str, str], known: _Rows | None) -> Evidence:
    found: list[Claim] = []
    sources: dict[str, Article] = {}
    for text, source in connection.execute(wanted, names).all():
        one = claim_in(text)
        found.append(one)
        if one.article not in sources:
            sources[one.article] = article_in(source)
    coverage = () if known is None else tuple([Coverage(*row) for row in connection.execute(known, names).all()])
    return Evidence(tuple(found), MappingProxyType(sources), coverage)


def _documents(chosen: Subquery) -> _Rows:
    """The documents of the chosen claims and of their articles, in the order that Evidence promises."""
    return (
        select(claim.c.document, article.c.document)
        .join_from(chosen, claim, claim.c.id == chosen.c.claim)
        .join(article, article.c.id == claim.c.article)
        .order_by(article.c.published.desc(), article.c.id, claim.c.position, claim.c.id)
    )


def _newest(rows: _Rows) -> Subquery:
    """At most `MOST_CLAIMS` of the mentioned (or tagged) claims, each once: one may mention a subject twice."""
    published, key = rows.selected_columns
    return rows.distinct().order_by(published.desc(), key).limit(MOST_CLAIMS).subquery("chosen")


def _mentions() -> _Rows:
    return select(mention.c.published, mention.c.claim).where(one_of(mention.c.subject, "subjects"))


@cache
def _of_subjects() -> _Rows:
    return _documents(_newest(_mentions()))


@cache
def _of_subjects_and_metrics() -> _Rows:
    return _documents(_newest(_mentions().where(one_of(mention.c.metric, "metrics"))))


@cache
def _of_metrics() -> _Rows:
    return _documents(_newest_of_each())


@cache
def _on_topics() -> _Rows:
    return _documents(_newest(select(tag.c.published, tag.c.claim).where(one_of(tag.c.topic, "topics"))))


@cache
def _these() -> _Rows:
    approved = select(claim.c.id.label("claim")).where(one_of(claim.c.id, "claims"), claim.c.state == "approved")
    return _documents(approved.subquery("chosen"))


def _counted() -> CTE:
    """The subjects that have most claims with the metrics."""
    count = func.count().label("claims")
    return (
        select(mention.c.subject, count)
        .where(one_of(mention.c.metric, "metrics"), mention.c.role == "subject")
        .group_by(mention.c.subject)
        .order_by(count.desc(), mention.c.subject)
        .limit(MOST_SUBJECTS)
        .cte("counted")
    )


def _newest_of_each() -> Subquery:
    counted = _counted()
    newest_first = (mention.c.published.desc(), mention.c.claim)
    place = func.row_number().over(partition_by=mention.c.subject, order_by=newest_first).label("place")
    ranked = (
        select(mention.c.claim, place)
        .join_from(counted, mention, mention.c.subject == counted.c.subject)
        .where(one_of(mention.c.metric, "metrics"), mention.c.role == "subject")
        .subquery("ranked")
    )
    return select(ranked.c.claim).where(ranked.c.place <= CLAIMS_A_SUBJECT).subquery("chosen")


@cache
def _coverage_of_subjects() -> _Rows:
    count = func.count().label("claims")
    return (
        select(mention.c.subject, mention.c.metric, count)
        .where(one_of(mention.c.subject, "subjects"), mention.c.role == "subject")
        .group_by(mention.c.subject, mention.c.metric)
        .order_by(count.desc(), mention.c.subject, mention.c.metric.nulls_last())
    )


@cache
def _coverage_of_metrics() -> _Rows:
    counted = _counted()
    count = func.count().label("claims")
    return (
        select(mention.c.subject, mention.c.metric, count)
        .join_from(counted, mention, mention.c.subject == counted.c.subject)
        .where(one_of(mention.c.metric, "metrics"), mention.c.role == "subject")
        .group_by(counted.c.claims, mention.c.subject, mention.c.metric)
        .order_by(counted.c.claims.desc(), mention.c.subject, count.desc(), mention.c.metric)
    )
