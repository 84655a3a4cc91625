"""How often somebody began to fetch what was accepted."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count the tries; what waits already was not tried as far as is known."""
    op.add_column("suggestion", sa.Column("tries", sa.Integer, nullable=False, server_default="0"))
