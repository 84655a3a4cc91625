"""Answers that were shown, what people think of them, and reports of wrong figures."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of answers, opinions and reports."""
    op.create_table(
        "answer",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("shared", sa.Integer, nullable=False),
    )
    op.create_index("answer_at", "answer", ["at"])
    op.create_table(
        "opinion",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("helpful", sa.Integer, nullable=False),
    )
    op.create_index("opinion_at", "opinion", ["at"])
    op.create_index("opinion_person", "opinion", ["person"])
    op.create_table(
        "report",
        sa.Column("ident", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
    )
    op.create_index("report_at", "report", ["at"])
    op.create_index("report_person", "report", ["person"])
