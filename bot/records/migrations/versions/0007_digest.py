"""What channels have ordered, and what became of each delivery."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of subscriptions, follows and deliveries."""
    op.create_table(
        "subscription",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("next_at", sa.Text),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("subscription_next_at", "subscription", ["next_at"])
    op.create_table(
        "follow",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("metric", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("follow_of", "follow", ["subject", "metric"])
    op.create_table(
        "delivery",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("slot", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("progress", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("lease", sa.Text),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("after", sa.Integer, nullable=False),
        sa.Column("upto", sa.Integer, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("aside", sa.Text, nullable=False),
        sa.Column("claims", sa.Text, nullable=False),
    )
    op.create_index("delivery_lease", "delivery", ["lease"])
    op.create_index("delivery_of_channel", "delivery", ["channel", "kind", "upto"])
    op.create_index("delivery_at", "delivery", ["at"])
