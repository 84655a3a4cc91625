"""The store of claims: what is known, kept in SQLite or PostgreSQL.

`Store` is the whole of its interface, with the edits that it takes and the values that it gives. No other package
sees a table or a statement.
"""

from knowledge.evidence import Coverage, Evidence, News, Source, Touched
from knowledge.store.edits import (
    Change,
    Edit,
    Exported,
    Imported,
    Outdated,
    PutArticle,
    PutClaim,
    PutText,
    PutWord,
    Revision,
)
from knowledge.store.store import Store

__all__ = [
    "Change",
    "Coverage",
    "Edit",
    "Evidence",
    "Exported",
    "Imported",
    "News",
    "Outdated",
    "PutArticle",
    "PutClaim",
    "PutText",
    "PutWord",
    "Revision",
    "Source",
    "Store",
    "Touched",
]
