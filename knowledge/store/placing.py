"""The rows of a batch, in the order that references between tables allow: words, articles, texts, claims.

Rows that follow from a value (names, mentions, tags) are taken out for everything edited and put in anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.sql.dml import Update

from knowledge.article import Article
from knowledge.store.checking import refuse_collisions, refuse_other_texts
from knowledge.store.documents import document
from knowledge.store.edits import Edit, PutArticle, PutClaim, PutText, PutWord
from knowledge.store.one_of import listed, one_of
from knowledge.store.rows import Row, mentions, names, tags
from knowledge.store.schema import TEXT, article, claim, mention, name, tag, word
from knowledge.store.tracing import trace_articles, trace_texts
from knowledge.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Held:
    """A document that the base holds, and its position where it has one."""

    document: str
    position: int = 0


Holdings = Mapping[tuple[str, str], Held]
"""What the base holds, by (kind, id)."""

E = TypeVar("E", PutArticle, PutText, PutWord, PutClaim)


def _bound(parameter: str) -> BindParameter[str]:
    return bindparam(parameter, type_=TEXT)


def _update(table: Table, *keys: str) -> Update:
    """An update of the row with these key columns, bound under `old_…`; the other columns follow the parameters."""
    return update(table).where(*(table.c[key] == _bound(f"old_{key}") for key in keys))


_UPDATE_WORD = _update(word, "kind", "id")
_UPDATE_ARTICLE = _update(article, "id")
_UPDATE_CLAIM = _update(claim, "id")
_PUBLISHED = select(article.c.id, article.c.published).where(one_of(article.c.id, "articles"))
_LAST_CLAIMS = (
    select(claim.c.article, func.max(claim.c.position))
    .where(one_of(claim.c.article, "articles"))
    .group_by(claim.c.article)
)
_LAST_WORDS = select(word.c.kind, func.max(word.c.position)).group_by(word.c.kind)
_DROP_NAMES = delete(name).where(name.c.kind == _bound("kind"), one_of(name.c.owner, "owners"))
_DATED = (mention, tag)
_DROP = tuple(delete(table).where(one_of(table.c.claim, "claims")) for table in _DATED)
_REDATE = tuple(
    update(table)
    .where(table.c.claim.in_(select(claim.c.id).where(claim.c.article == _bound("article"))))
    .values(published=_bound("day"))
    for table in _DATED
)


def place(connection: Connection, changed: Sequence[Edit], held: Holdings) -> None:
    """Write the rows of the edits that change something."""
    _place_words(connection, [edit for edit in changed if isinstance(edit, PutWord)], held)
    _place_articles(connection, [edit for edit in changed if isinstance(edit, PutArticle)], held)
    _place_texts(connection, changed)
    _place_claims(connection, [edit for edit in changed if isinstance(edit, PutClaim)], held)


def reorder(connection: Connection, edits: Sequence[Edit], held: Holdings) -> None:
    """Give what stands elsewhere in its list the position asked for."""
    words: list[Row] = []
    claims: list[Row] = []
    for edit in edits:
        if isinstance(edit, PutWord | PutClaim) and edit.position is not None:
            there = held.get((edit.kind, edit.key))
            if there is not None and there.position != edit.position:
                row: Row = {"old_id": edit.key, "position": edit.position}
                if isinstance(edit, PutWord):
                    words.append(row | {"old_kind": edit.kind})
                else:
                    claims.append(row)
    _execute(connection, _UPDATE_WORD, words)
    _execute(connection, _UPDATE_CLAIM, claims)


def _place_words(connection: Connection, edits: Sequence[PutWord], held: Holdings) -> None:
    last: dict[str, int] = dict(connection.execute(_LAST_WORDS).all()) if edits else {}
    new, old = _split(edits, held)
    _insert(
        connection,
        word,
        [
            {
                "kind": edit.kind,
                "id": edit.key,
                "document": document(edit.value),
                "position": _position(last, edit.kind, edit.position),
            }
            for edit in new
        ],
    )
    _execute(
        connection,
        _UPDATE_WORD,
        [{"old_kind": edit.kind, "old_id": edit.key, "document": document(edit.value)} for edit in old],
    )
    for kind in ("subject", "metric"):
        named = {edit.key: edit.value for edit in edits if edit.kind == kind}
        connection.execute(_DROP_NAMES, {"kind": kind, "owners": listed(named)})
        rows = [row for one in named.values() if not isinstance(one, Term) for row in names(kind, one)]
        refuse_collisions(connection, kind, rows)
        _insert(connection, name, rows)


def _place_articles(connection: Connection, edits: Sequence[PutArticle], held: Holdings) -> None:
    new, old = _split(edits, held)
    _insert(connection, article, [{"id": edit.key, **_article_row(edit.value)} for edit in new])
    _execute(connection, _UPDATE_ARTICLE, [{"old_id": edit.key, **_article_row(edit.value)} for edit in old])
    trace_articles(connection, edits)
    days: list[Row] = [{"article": edit.key, "day": _day(edit.value)} for edit in old]
    for statement in _REDATE:
        _execute(connection, statement, days)


def _article_row(value: Article) -> Row:
    return {"published": _day(value), "document": document(value)}


def _day(value: Article) -> str:
    return value.published.date.isoformat()


def _place_texts(connection: Connection, changed: Sequence[Edit]) -> None:
    texts = [edit for edit in changed if isinstance(edit, PutText)]
    _execute(connection, _UPDATE_ARTICLE, [{"old_id": edit.key, "text": edit.text} for edit in texts])
    trace_texts(connection, texts)
    refuse_other_texts(connection, {edit.key for edit in changed if isinstance(edit, PutText | PutArticle)})


def _place_claims(connection: Connection, edits: Sequence[PutClaim], held: Holdings) -> None:
    articles = {"articles": listed({edit.value.article for edit in edits})}
    last: dict[str, int] = dict(connection.execute(_LAST_CLAIMS, articles).all())
    new, old = _split(edits, held)
    _insert(
        connection,
        claim,
        [
            {"id": edit.key, "position": _position(last, edit.value.article, edit.position), **_claim_row(edit)}
            for edit in new
        ],
    )
    _execute(connection, _UPDATE_CLAIM, [{"old_id": edit.key, **_claim_row(edit)} for edit in old])
    published: dict[str, str] = dict(connection.execute(_PUBLISHED, articles).all())
    for statement in _DROP:
        connection.execute(statement, {"claims": listed(edit.key for edit in edits)})
    for table, rows in ((mention, mentions), (tag, tags)):
        _insert(connection, table, [row for edit in edits for row in rows(edit.value, published[edit.value.article])])


def _claim_row(edit: PutClaim) -> Row:
    return {"article": edit.value.article, "state": edit.value.state, "document": document(edit.value)}


def _position(last: dict[str, int], of: str, asked: int | None) -> int:
    position = last.get(of, -1) + 1 if asked is None else asked
    last[of] = max(position, last.get(of, -1))
    return position


def _split(edits: Sequence[E], held: Holdings) -> tuple[list[E], list[E]]:
    """The edits of what is new, and of what the base holds already."""
    new = [edit for edit in edits if (edit.kind, edit.key) not in held]
    return new, [edit for edit in edits if (edit.kind, edit.key) in held]


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _execute(connection: Connection, statement: Update, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(statement, rows)
