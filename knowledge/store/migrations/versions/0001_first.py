"""The first form of the base."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text(collation="C").with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "article",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("published", TEXT, nullable=False),
        sa.Column("document", TEXT, nullable=False),
        sa.Column("text", TEXT),
    )
    op.create_table(
        "claim",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("article", TEXT, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("document", TEXT, nullable=False),
    )
    op.create_index("claim_of_article", "claim", ["article", "position"])
    op.create_index("claim_in_state", "claim", ["state", "id"])
    op.create_table(
        "mention",
        sa.Column("claim", TEXT, sa.ForeignKey("claim.id"), nullable=False),
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("metric", TEXT),
        sa.Column("published", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("claim", "subject", "role"),
    )
    op.create_index("mention_of_subject", "mention", ["subject", "metric", "role", "published", "claim"])
    op.create_index("mention_of_metric", "mention", ["metric", "role", "subject"])
    op.create_table(
        "tag",
        sa.Column("claim", TEXT, sa.ForeignKey("claim.id"), nullable=False),
        sa.Column("topic", TEXT, nullable=False),
        sa.Column("published", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("claim", "topic"),
    )
    op.create_index("tag_of_topic", "tag", ["topic", "published", "claim"])
    op.create_table(
        "word",
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("document", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("kind", "id"),
    )
    op.create_table(
        "name",
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("folded", TEXT, nullable=False),
        sa.Column("owner", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("kind", "folded"),
    )
    op.create_index("name_of_owner", "name", ["kind", "owner"])
    op.create_table(
        "change",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("who", TEXT, nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("before", TEXT),
        sa.Column("after", TEXT),
    )
    op.create_index("change_of_key", "change", ["kind", "key", "number"])
    op.create_table(
        "meta",
        sa.Column("key", TEXT, primary_key=True),
        sa.Column("value", TEXT, nullable=False),
    )
