"""Records in the base's own database, shared by all processes that share the base.

`first_sight` is one insert that either happens or meets an earlier one, so that of many processes exactly one
answers a delivery.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Row, Select, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from bot.people import Person, Place
from bot.question import Question
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
        self._where = Location(url)
        self._engine = self._where.engine()
        self._writing = opening.writer(self._engine)
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
        self._write(self._prepare)

    def first_sight(self, delivery: str, at: datetime) -> bool:
        """See `Records.first_sight`."""
        row = {"delivery": delivery, "at": at.isoformat()}
        return self._write(lambda connection: connection.execute(self._see, row).first() is not None)

    def answered(self, message: str, reply: str, at: datetime) -> None:
        """See `Records.answered`."""
        row = {"message": message, "at": at.isoformat(), "reply": reply}
        self._write(lambda connection: connection.execute(self._answer, row))

    def reply_to(self, message: str, at: datetime) -> str | None:
        """See `Records.reply_to`."""
        found = self._first(_REPLY, {"message": message})
        return found.reply if found and at - datetime.fromisoformat(found.at) <= EDIT_FOR else None

    def remember(self, place: Place, person: Person, question: Question, at: datetime) -> None:
        """See `Records.remember`."""
        document = _QUESTION.dump_json(question, exclude_defaults=True).decode()
        row = {"key": conversation_key(place, person), "at": at.isoformat(), "question": document}
        self._write(lambda connection: connection.execute(self._remember, row))

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
        self._write(lambda connection: connection.execute(self._keep, row))

    def kept(self, key: str) -> str | None:
        """See `Records.kept`."""
        found = self._first(_KEPT, {"key": key})
        return found.value if found else None

    def clean_up(self, at: datetime) -> None:
        """See `Records.clean_up`."""

        def forget(connection: Connection) -> None:
            connection.execute(_OLD_SEEN, {"before": (at - SEEN_FOR).isoformat()})
            connection.execute(_OLD_REPLIES, {"before": (at - EDIT_FOR).isoformat()})
            connection.execute(_OLD_QUESTIONS, {"before": (at - QUESTION_FOR).isoformat()})

        self._write(forget)

    def _prepare(self, connection: Connection) -> None:
        revision = revision_of(connection, VERSION_TABLE)
        if revision and revision > HEAD:
            raise Fault(f"{self._where} holds records of a newer capex (revision {revision}); upgrade capex")
        if revision != HEAD:
            MIGRATIONS.run(connection)

    def _first(self, query: Select[Any], values: dict[str, str]) -> Row[Any] | None:
        try:
            with self._engine.connect() as connection:
                return connection.execute(query, values).first()
        except DBAPIError as error:
            raise self._where.fault(error) from None

    def _write(self, act: Callable[[Connection], T]) -> T:
        try:
            with opening.alone(self._writing) as connection:
                return act(connection)
        except DBAPIError as error:
            raise self._where.fault(error) from None
