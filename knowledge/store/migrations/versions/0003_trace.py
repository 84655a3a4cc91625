"""What articles are known again by stands in a table with an index, filled from the articles that are there."""

import sqlalchemy as sa
from alembic import op

from knowledge.store.documents import article_in
from knowledge.traces import runs_of, traces_of_article

revision = "0003"
down_revision = "0002"

TEXT = sa.Text(collation="C").with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Make the table and fill it."""
    trace = op.create_table(
        "trace",
        sa.Column("article", TEXT, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("article", "kind", "key"),
    )
    op.create_index("trace_of_key", "trace", ["kind", "key", "article"])
    connection = op.get_bind()
    for key, document, text in connection.execute(sa.text("SELECT id, document, text FROM article")).all():
        found = [*traces_of_article(article_in(document)), *(("run", run) for run in runs_of(text or "") if text)]
        rows = [{"article": key, "kind": kind, "key": one} for kind, one in found]
        connection.execute(sa.insert(trace), rows)
