"""The tables of the base.

One idea: a row's `document` is the whole value as canonical JSON, and every other column exists because a query
looks it up or sorts by it. `mention`, `tag`, `name` and `trace` hold nothing of their own: they are derived from
approved claims, words and articles by the one write function, so that a look-up reads an index and no document.

The migrations build these tables, a test holds the two to each other. On PostgreSQL every text is compared by
code point (collation "C"), as SQLite does, so that both engines give the same order.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text

HEAD = "0003"
"""The revision that this code reads and writes: four digits, counted up."""

TEXT = Text(collation="C").with_variant(Text(), "sqlite")

METADATA = MetaData()

article = Table(
    "article",
    METADATA,
    Column("id", TEXT, primary_key=True),
    Column("published", TEXT, nullable=False),
    Column("document", TEXT, nullable=False),
    Column("text", TEXT),
)

trace = Table(
    "trace",
    METADATA,
    Column("article", TEXT, ForeignKey("article.id"), nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("key", TEXT, nullable=False),
    PrimaryKeyConstraint("article", "kind", "key"),
    Index("trace_of_key", "kind", "key", "article"),
)

claim = Table(
    "claim",
    METADATA,
    Column("id", TEXT, primary_key=True),
    Column("article", TEXT, ForeignKey("article.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("state", TEXT, nullable=False),
    Column("document", TEXT, nullable=False),
    Index("claim_of_article", "article", "position"),
    Index("claim_in_state", "state", "id"),
)

mention = Table(
    "mention",
    METADATA,
    Column("claim", TEXT, ForeignKey("claim.id"), nullable=False),
    Column("subject", TEXT, nullable=False),
    Column("role", TEXT, nullable=False),
    Column("metric", TEXT),
    Column("published", TEXT, nullable=False),
    PrimaryKeyConstraint("claim", "subject", "role"),
    Index("mention_of_subject", "subject", "metric", "role", "published", "claim"),
    Index("mention_of_metric", "metric", "role", "subject"),
)

tag = Table(
    "tag",
    METADATA,
    Column("claim", TEXT, ForeignKey("claim.id"), nullable=False),
    Column("topic", TEXT, nullable=False),
    Column("published", TEXT, nullable=False),
    PrimaryKeyConstraint("claim", "topic"),
    Index("tag_of_topic", "topic", "published", "claim"),
)

word = Table(
    "word",
    METADATA,
    Column("kind", TEXT, nullable=False),
    Column("id", TEXT, nullable=False),
    Column("position", Integer, nullable=False),
    Column("document", TEXT, nullable=False),
    PrimaryKeyConstraint("kind", "id"),
)

name = Table(
    "name",
    METADATA,
    Column("kind", TEXT, nullable=False),
    Column("folded", TEXT, nullable=False),
    Column("owner", TEXT, nullable=False),
    PrimaryKeyConstraint("kind", "folded"),
    Index("name_of_owner", "kind", "owner"),
)

change = Table(
    "change",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", TEXT, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("what", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("key", TEXT, nullable=False),
    Column("before", TEXT),
    Column("after", TEXT),
    Index("change_of_key", "kind", "key", "number"),
)

meta = Table(
    "meta",
    METADATA,
    Column("key", TEXT, primary_key=True),
    Column("value", TEXT, nullable=False),
)
