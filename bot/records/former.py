"""Where records lay before they had a file of their own: among the claims, in the base's file.

What is left there would never be forgotten, so it is dropped. It is not taken over: the most that a person could
notice is one follow-up without its question, one time.
"""

from sqlalchemy import MetaData, Table
from sqlalchemy.exc import DBAPIError

from bot.records.schema import METADATA, VERSION_TABLE
from knowledge.store import opening
from knowledge.store.location import Location, is_read_only


def drop_former(base: Location) -> None:
    """Drop the tables of records from the base's file, where there are any; one that must not be written keeps them."""
    engine = base.engine()
    try:
        with engine.connect() as connection:
            if not connection.dialect.has_table(connection, VERSION_TABLE):
                return
        with opening.alone(opening.writer(engine)) as connection:
            for name in (*METADATA.tables, VERSION_TABLE):
                Table(name, MetaData()).drop(connection, checkfirst=True)
    except DBAPIError as error:
        if not is_read_only(error):
            raise base.fault(error) from None
