"""What workspaces gave the bot when it was installed in them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of installations."""
    op.create_table(
        "installation",
        sa.Column("workspace", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
    )
