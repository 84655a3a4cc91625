"""Feeds that are followed, and the entries that were seen in them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of feeds and entries."""
    op.create_table(
        "feed",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("etag", sa.Text, nullable=False),
        sa.Column("modified", sa.Text, nullable=False),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("ask_at", sa.Text, nullable=False),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("held_until", sa.Text, nullable=False),
    )
    op.create_index("feed_due", "feed", ["due"])
    op.create_table(
        "feed_entry",
        sa.Column("feed", sa.Text, primary_key=True),
        sa.Column("mark", sa.Text, primary_key=True),
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("first_at", sa.Text, nullable=False),
        sa.Column("named_at", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("try_at", sa.Text, nullable=False),
    )
    op.create_index("feed_entry_try", "feed_entry", ["feed", "state", "try_at"])
    op.create_index("feed_entry_named", "feed_entry", ["feed", "named_at"])
