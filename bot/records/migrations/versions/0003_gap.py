"""Questions without an answer, counted."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of gaps."""
    op.create_table(
        "gap",
        sa.Column("folded", sa.Text, primary_key=True),
        sa.Column("reason", sa.Text, primary_key=True),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("first_at", sa.Text, nullable=False),
        sa.Column("last_at", sa.Text, nullable=False),
        sa.Column("gap", sa.Text, nullable=False),
    )
    op.create_index("gap_last_at", "gap", ["last_at"])
