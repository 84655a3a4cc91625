"""The revisions of the records, run by alembic."""
