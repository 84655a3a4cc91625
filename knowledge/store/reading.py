"""What is read from the base, each read a fixed statement on the connection it is given.

Whole tables are walked page by page, each page fetched at once: no cursor stays open while a caller works, so a
long walk never holds a lock against a writer. A walk is complete for everything that was there when it began.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from knowledge.article import Article
from knowledge.claim import Claim, State
from knowledge.store.documents import LISTS, Kind, WordKind, article_in, claim_in, vocabulary_of
from knowledge.store.edits import Change
from knowledge.store.one_of import listed, one_of
from knowledge.store.schema import TEXT, article, change, claim, word
from knowledge.store.statements import Run, sent
from knowledge.vocabulary import Vocabulary

_PAGE = 500

_NUMBER = select(func.coalesce(func.max(change.c.number), 0).label("number"))
_WORDS = select(word.c.kind, word.c.document).order_by(word.c.kind, word.c.position, word.c.id)
_WORD_CHANGED = (
    select(change.c.number).where(change.c.number > bindparam("after"), one_of(change.c.kind, "kinds")).limit(1)
)
_WORD_KINDS = listed(LISTS)
_CLAIM = select(claim.c.document).where(claim.c.id == bindparam("id", type_=TEXT))
_ARTICLE = select(article.c.document).where(article.c.id == bindparam("id", type_=TEXT))
_TEXT = select(article.c.text).where(article.c.id == bindparam("id", type_=TEXT))
_PAIRS = (
    select(claim.c.id, claim.c.document, article.c.document)
    .join_from(claim, article)
    .where(claim.c.id > bindparam("after", type_=TEXT))
    .order_by(claim.c.id)
    .limit(_PAGE)
)
_PAIRS_IN_STATE = _PAIRS.where(claim.c.state == bindparam("state", type_=TEXT))
_ARTICLES = (
    select(article.c.id, article.c.document)
    .where(article.c.id > bindparam("after", type_=TEXT))
    .order_by(article.c.id)
    .limit(_PAGE)
)
_OF_ARTICLE = (
    select(claim.c.document)
    .where(claim.c.article == bindparam("article", type_=TEXT))
    .order_by(claim.c.position, claim.c.id)
)
_HISTORY = (
    select(change)
    .where(change.c.kind == bindparam("kind", type_=TEXT), change.c.key == bindparam("key", type_=TEXT))
    .order_by(change.c.number)
)
_CHANGES = select(change).where(change.c.number > bindparam("after")).order_by(change.c.number).limit(_PAGE)


def change_number(connection: Connection, run: Run = sent) -> int:
    """The number of the last change; 0 while there is none. It is asked before each answer, and so by the best way."""
    return int(run(connection, _NUMBER, {})[0].number)


def vocabulary_changed(connection: Connection, after: int) -> bool:
    """Whether any change later than number `after` is one of a word."""
    parameters = {"after": after, "kinds": _WORD_KINDS}
    return connection.execute(_WORD_CHANGED, parameters).first() is not None


def vocabulary(connection: Connection) -> Vocabulary:
    """All words, each kind in the order of its list."""
    documents: dict[WordKind, list[str]] = {kind: [] for kind in LISTS}
    for kind, text in connection.execute(_WORDS):
        documents[kind].append(text)
    return vocabulary_of(documents)


def claim_by_id(connection: Connection, key: str) -> Claim | None:
    """The claim with this id, in whatever state."""
    text = connection.execute(_CLAIM, {"id": key}).scalar()
    return None if text is None else claim_in(text)


def article_by_id(connection: Connection, key: str) -> Article | None:
    """The article with this id."""
    text = connection.execute(_ARTICLE, {"id": key}).scalar()
    return None if text is None else article_in(text)


def article_text(connection: Connection, key: str) -> str | None:
    """The full text of an article, where the base keeps it."""
    text: str | None = connection.execute(_TEXT, {"id": key}).scalar()
    return text


def claims(connection: Connection, state: State | None, after: str) -> list[tuple[Claim, Article]]:
    """The next page of claims with their articles, by claim id."""
    if state is None:
        rows = connection.execute(_PAIRS, {"after": after})
    else:
        rows = connection.execute(_PAIRS_IN_STATE, {"after": after, "state": state})
    return [(claim_in(text), article_in(source)) for _, text, source in rows]


def articles(connection: Connection, after: str) -> list[Article]:
    """The next page of articles, by id."""
    return [article_in(text) for _, text in connection.execute(_ARTICLES, {"after": after})]


def all_articles(connection: Connection) -> list[Article]:
    """All articles, by id."""
    found: list[Article] = []
    while page := articles(connection, found[-1].id if found else ""):
        found += page
    return found


def claims_of_article(connection: Connection, key: str) -> list[Claim]:
    """The claims of an article, whatever their state, in the order of its file."""
    return [claim_in(text) for text in connection.execute(_OF_ARTICLE, {"article": key}).scalars()]


def changes(connection: Connection, after: int) -> list[Change]:
    """The next page of the log."""
    return [_change(row) for row in connection.execute(_CHANGES, {"after": after})]


def history(connection: Connection, kind: Kind, key: str) -> list[Change]:
    """All entries of the log on one thing, in order."""
    return [_change(row) for row in connection.execute(_HISTORY, {"kind": kind, "key": key})]


def _change(row: Row[Any]) -> Change:
    at = datetime.fromisoformat(row.at)
    return Change(row.number, at, row.who, row.what, row.kind, row.key, row.before, row.after)
