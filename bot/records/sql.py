"""Records shared by all processes that share the base: in its database on a server, in a file beside its file.

`first_sight` is one insert that either happens or meets an earlier one, so that of many processes exactly one
answers a delivery. It is part of every answer. So it waits neither for who imports articles nor for the disk, and no
reader waits for it: on a server it takes no lock, and the file is not that of the claims, which have other needs.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Executable, Row, Select, bindparam, delete, event, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from bot.people import Person, Place
from bot.question import Question
from bot.records.former import drop_former
from bot.records.port import EDIT_FOR, QUESTION_FOR, SEEN_FOR, builds_for, conversation_key
from bot.records.schema import HEAD, VERSION_TABLE, conversation, kept, reply, seen
from knowledge.fault import Fault
from knowledge.store import opening
from knowledge.store.location import Location
from knowledge.store.migrating import Migrations, revision_of

T = TypeVar("T")

MIGRATIONS = Migrations(Path(__file__).parent / "migrations", HEAD, VERSION_TABLE)
_QUESTION = TypeAdapter(Question)
_LAST = select(conversation.c.at, conversation.c.question).where(conversation.c.key == bindparam("key"))
_REPLY = select(reply.c.at, reply.c.reply).where(reply.c.message == bindparam("message"))
_KEPT = select(kept.c.value).where(kept.c.key == bindparam("key"))
_OLD_REPLIES = delete(reply).where(reply.c.at < bindparam("before"))
_OLD_SEEN = delete(seen).where(seen.c.at < bindparam("before"))
_OLD_QUESTIONS = delete(conversation).where(conversation.c.at < bindparam("before"))


class SqlRecords:
    """See `Records`. Raises Fault where the database cannot be reached or written."""

    def __init__(self, url: str | None) -> None:
        """Open the records beside the base at `url`, made or migrated where needed."""
        base = Location(url)
        self._where = base.beside("records")
        self._engine = self._where.pool()
        if self._where.is_sqlite:
            event.listen(self._engine, "connect", _swiftly)
        insert = sqlite.insert if self._where.is_sqlite else postgresql.insert
        self._see = insert(seen).on_conflict_do_nothing().returning(seen.c.delivery)
        answer = insert(reply)
        self._answer = answer.on_conflict_do_update(
            index_elements=["message"], set_={"at": answer.excluded.at, "reply": answer.excluded.reply}
        )
        remember = insert(conversation)
        self._remember = remember.on_conflict_do_update(
            index_elements=["key"], set_={"at": remember.excluded.at, "question": remember.excluded.question}
        )
        keep = insert(kept)
        self._keep = keep.on_conflict_do_update(
            index_elements=["key"], set_={"at": keep.excluded.at, "value": keep.excluded.value}
        )
        self._on(self._prepare)
        if base.is_sqlite:
            drop_former(base)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def first_sight(self, delivery: str, at: datetime) -> bool:
        """See `Records.first_sight`."""
        row = {"delivery": delivery, "at": at.isoformat()}
        # All rows are asked for, as the insert has happened for good when the last was given.
        return bool(self._on(lambda connection: connection.execute(self._see, row).all()))

    def answered(self, message: str, reply: str, at: datetime) -> None:
        """See `Records.answered`."""
        row = {"message": message, "at": at.isoformat(), "reply": reply}
        self._write(self._answer, row)

    def reply_to(self, message: str, at: datetime) -> str | None:
        """See `Records.reply_to`."""
        found = self._first(_REPLY, {"message": message})
        return found.reply if found and at - datetime.fromisoformat(found.at) <= EDIT_FOR else None

    def remember(self, place: Place, person: Person, question: Question, at: datetime) -> None:
        """See `Records.remember`."""
        document = _QUESTION.dump_json(question, exclude_defaults=True).decode()
        row = {"key": conversation_key(place, person), "at": at.isoformat(), "question": document}
        self._write(self._remember, row)

    def last_question(self, place: Place, person: Person, at: datetime) -> Question | None:
        """See `Records.last_question`."""
        found = self._first(_LAST, {"key": conversation_key(place, person)})
        if found is None or at - datetime.fromisoformat(found.at) > builds_for(place):
            return None
        try:
            return _QUESTION.validate_json(found.question)
        except ValidationError:  # kept by another version, whose questions had another shape
            return None

    def keep(self, key: str, value: str, at: datetime) -> None:
        """See `Records.keep`."""
        row = {"key": key, "at": at.isoformat(), "value": value}
        self._write(self._keep, row)

    def kept(self, key: str) -> str | None:
        """See `Records.kept`."""
        found = self._first(_KEPT, {"key": key})
        return found.value if found else None

    def clean_up(self, at: datetime) -> None:
        """See `Records.clean_up`."""
        self._write(_OLD_SEEN, {"before": (at - SEEN_FOR).isoformat()})
        self._write(_OLD_REPLIES, {"before": (at - EDIT_FOR).isoformat()})
        self._write(_OLD_QUESTIONS, {"before": (at - QUESTION_FOR).isoformat()})

    def _prepare(self, connection: Connection) -> None:
        """Make or migrate the tables, under the lock of all writers where there is something to do."""
        if self._revision(connection) == HEAD:
            return
        with opening.alone(opening.writer(self._engine)) as alone:
            if self._revision(alone) != HEAD:
                MIGRATIONS.run(alone)

    def _revision(self, connection: Connection) -> str | None:
        revision = revision_of(connection, VERSION_TABLE)
        if revision and revision > HEAD:
            raise Fault(f"{self._where} holds records of a newer capex (revision {revision}); upgrade capex")
        return revision

    def _first(self, query: Select[Any], values: dict[str, str]) -> Row[Any] | None:
        return self._on(lambda connection: connection.execute(query, values).first())

    def _write(self, statement: Executable, values: dict[str, str]) -> None:
        self._on(lambda connection: connection.execute(statement, values))

    def _on(self, act: Callable[[Connection], T]) -> T:
        """What `act` gives, on a connection where each statement is a transaction of its own."""
        try:
            with self._engine.connect() as connection:
                return act(connection)
        except DBAPIError as error:
            raise self._where.fault(error) from None


def _swiftly(connection: Any, _: object) -> None:
    # Readers and the writer do not wait for each other, and a write not for the disk. A power cut may take the last
    # records with it and no more: an answer could come twice, a follow-up could miss its question. The file stays
    # consistent, and a process that dies loses nothing.
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except connection.OperationalError as error:
        # SQLite waits for no lock here. The mode is the file's: whoever holds the lock is starting too and sets it, or
        # the next connection does; until then records are as right, only slower.
        if error.sqlite_errorname != "SQLITE_BUSY":
            raise
    connection.execute("PRAGMA synchronous = NORMAL")
