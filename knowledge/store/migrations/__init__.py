"""The revisions of the base, for alembic; `knowledge.store.migrating` runs them."""
