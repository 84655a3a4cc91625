"""What people suggest, and what became of what they handed in."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of suggestions and outcomes."""
    op.create_table(
        "suggestion",
        sa.Column("ident", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("accepted", sa.Text, nullable=False),
        sa.Column("taken", sa.Text, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
    )
    op.create_index("suggestion_at", "suggestion", ["at"])
    op.create_table(
        "outcome",
        sa.Column("ident", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("platform", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("told", sa.Integer, nullable=False),
    )
    op.create_index("outcome_at", "outcome", ["at"])
    op.create_index("outcome_untold", "outcome", ["told", "platform"])
