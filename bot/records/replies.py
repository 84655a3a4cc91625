"""Which reply a message was given, for as long as an edit of the message changes it."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select

from bot.records.database import Database
from bot.records.port import EDIT_FOR
from bot.records.schema import reply

_REPLY = select(reply.c.at, reply.c.reply).where(reply.c.message == bindparam("message"))
_OLD = delete(reply).where(reply.c.at < bindparam("before"))


class Replies:
    """See `Records.answered`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._answer = database.replacing(reply)

    def answered(self, message: str, reply: str, at: datetime) -> None:
        """See `Records.answered`."""
        self._database.write(self._answer, {"message": message, "at": at.isoformat(), "reply": reply})

    def reply_to(self, message: str, at: datetime) -> str | None:
        """See `Records.reply_to`."""
        found = self._database.row(_REPLY, {"message": message})
        return found.reply if found and at - datetime.fromisoformat(found.at) <= EDIT_FOR else None

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than a minute."""
        self._database.write(_OLD, {"before": (at - EDIT_FOR).isoformat()})
