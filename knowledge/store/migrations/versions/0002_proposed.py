"""Claims may be proposed, with a confidence and doubts, and articles copies of others.

Both stand in the documents, so that no table changes; the number keeps earlier versions, which cannot read them, from
opening the base.
"""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Nothing: the tables stay as they are."""
