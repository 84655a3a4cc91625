"""Answers that were shown, under their keys, and what people think of them: one opinion a person and answer.

That an answer is shared is one update that either happens or meets an earlier one, so that of many clicks in many
processes exactly one shares it.
"""

from datetime import UTC, datetime

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import bindparam, delete, func, select, update

from bot.at_hand import AtHand
from bot.people import Person
from bot.records.database import Database
from bot.records.port_of_answers import ANSWER_FOR, Opinions
from bot.records.schema import answer, opinion
from bot.shown_answer import ShownAnswer

_ANSWER = TypeAdapter(ShownAnswer)
_SHOWN = select(answer.c.answer).where(answer.c.key == bindparam("key"), answer.c.at >= bindparam("since"))
_SHARE = (
    update(answer).where(answer.c.key == bindparam("of"), answer.c.shared == 0).values(shared=1).returning(answer.c.key)
)
_OPINIONS = select(
    func.count().label("opinions"),
    func.coalesce(func.sum(opinion.c.helpful), 0).label("helpful"),
).select_from(opinion)
_OLD = tuple(delete(table).where(table.c.at < bindparam("before")) for table in (answer, opinion))


class Answers:
    """See `AnswerRecords`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._show = database.inserting(answer).on_conflict_do_nothing()
        self._judge = database.replacing(opinion)
        self._documents = AtHand[ShownAnswer, str]()

    def show(self, key: str, answer: ShownAnswer, at: datetime) -> None:
        """See `AnswerRecords.show`."""
        document = self._documents.of(answer, lambda: _document(answer))
        self._database.write(self._show, {"key": key, "at": _written(at), "answer": document, "shared": 0})

    def shown(self, key: str, at: datetime) -> ShownAnswer | None:
        """See `AnswerRecords.shown`."""
        found = self._database.row(_SHOWN, {"key": key, "since": _written(at - ANSWER_FOR)})
        if found is None:
            return None
        try:
            return _ANSWER.validate_json(found.answer)
        except ValidationError:  # kept by another version, whose questions had another shape
            return None

    def share(self, key: str) -> bool:
        """See `AnswerRecords.share`."""
        return bool(self._database.rows(_SHARE, {"of": key}))

    def judge(self, key: str, person: Person, at: datetime, *, helpful: bool) -> None:
        """See `AnswerRecords.judge`."""
        self._database.write(
            self._judge, {"key": key, "person": person.key, "at": _written(at), "helpful": int(helpful)}
        )

    def opinions(self) -> Opinions:
        """See `AnswerRecords.opinions`."""
        found = self._database.rows(_OPINIONS, {})[0]
        return Opinions(found.helpful, found.opinions - found.helpful)

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than 400 days."""
        for statement in _OLD:
            self._database.write(statement, {"before": _written(at - ANSWER_FOR)})


def _document(answer: ShownAnswer) -> str:
    return _ANSWER.dump_json(answer, exclude_defaults=True).decode()


def _written(at: datetime) -> str:
    """A time so that text sorts as time does, whatever the zone it came in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
