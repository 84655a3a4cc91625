"""Traces of articles: written with the articles and their texts, and looked up by index.

A look-up reads rows of the index alone and hands out the few articles with most of what was asked for, so that how many
articles the base has decides nothing but the depth of the index.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from knowledge.store.edits import PutArticle, PutText
from knowledge.store.one_of import listed, one_of
from knowledge.store.schema import TEXT, change, trace
from knowledge.traces import TraceKind, runs_of, traces_of_article

MOST_FOUND: Final = 8
"""Articles that one look-up hands out."""

_COUNT = func.count()
_FOUND = (
    select(trace.c.article)
    .where(trace.c.kind == bindparam("kind", type_=TEXT), one_of(trace.c.key, "keys"))
    .group_by(trace.c.article)
    .order_by(_COUNT.desc(), trace.c.article)
    .limit(MOST_FOUND)
)
_DROP = delete(trace).where(one_of(trace.c.article, "articles"), one_of(trace.c.kind, "kinds"))
_GROWN = (
    select(change.c.number).where(change.c.number > bindparam("seen"), change.c.kind.in_(("article", "text"))).limit(1)
)


def traced(connection: Connection, kind: TraceKind, keys: Collection[str]) -> Sequence[str]:
    """The articles that have any of the traces, those with most of them first, at most `MOST_FOUND`."""
    return connection.execute(_FOUND, {"kind": kind, "keys": listed(keys)}).scalars().all()


def has_grown(connection: Connection, seen: int) -> bool:
    """Whether any article or text has changed after the change `seen`."""
    return connection.execute(_GROWN, {"seen": seen}).first() is not None


def trace_articles(connection: Connection, edits: Iterable[PutArticle]) -> None:
    """Write what articles are known by without their texts."""
    _put(connection, ("address", "text"), {edit.key: tuple(traces_of_article(edit.value)) for edit in edits})


def trace_texts(connection: Connection, edits: Iterable[PutText]) -> None:
    """Write what texts are known by; a text that is taken away takes it along."""
    _put(
        connection,
        ("run",),
        {edit.key: tuple(("run", run) for run in runs_of(edit.text)) if edit.text else () for edit in edits},
    )


def _put(
    connection: Connection, kinds: Sequence[TraceKind], found: dict[str, tuple[tuple[TraceKind, str], ...]]
) -> None:
    if not found:
        return
    connection.execute(_DROP, {"articles": listed(found), "kinds": listed(kinds)})
    rows = [{"article": key, "kind": kind, "key": one} for key, all_ in found.items() for kind, one in all_]
    if rows:
        connection.execute(insert(trace), rows)
