"""A person who is to be forgotten: the log keeps what was done and when, and names nobody for it."""

from sqlalchemy import Connection, bindparam, update

from knowledge.store.schema import TEXT, change

NOBODY = "forgotten"
"""Who the log names in place of a person who is forgotten."""

_FORGET = update(change).where(change.c.who == bindparam("old", type_=TEXT)).values(who=NOBODY)


def forget(connection: Connection, who: str) -> int:
    """Take a person's key out of the log; in how many entries it stood."""
    return connection.execute(_FORGET, {"old": who}).rowcount
