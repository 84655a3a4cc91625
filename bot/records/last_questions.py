"""The last question of each conversation, kept as what was understood of it."""

from datetime import datetime
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import bindparam, delete, select

from bot.at_hand import AtHand
from bot.people import Person, Place
from bot.question import Question
from bot.records.database import Database
from bot.records.port import QUESTION_FOR, builds_for, conversation_key
from bot.records.schema import conversation

_QUESTION = TypeAdapter(Question)
_LAST = select(conversation.c.at, conversation.c.question).where(conversation.c.key == bindparam("key"))
_OLD = delete(conversation).where(conversation.c.at < bindparam("before"))


class LastQuestions:
    """See `Records.remember`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._remember = database.replacing(conversation)
        self._documents = AtHand[Question, str]()

    def remember(self, place: Place, person: Person, question: Question, at: datetime) -> None:
        """See `Records.remember`."""
        document = self._documents.of(question, lambda: _document(question))
        row = {"key": conversation_key(place, person), "at": at.isoformat(), "question": document}
        self._database.write(self._remember, row)

    def last_question(self, place: Place, person: Person, at: datetime) -> Question | None:
        """See `Records.last_question`."""
        found = self._database.row(_LAST, {"key": conversation_key(place, person)})
        if found is None or at - datetime.fromisoformat(found.at) > builds_for(place):
            return None
        return _question(found.question)

    def clean_up(self, at: datetime) -> None:
        """Forget what is older than a week."""
        self._database.write(_OLD, {"before": (at - QUESTION_FOR).isoformat()})


def _document(question: Question) -> str:
    return _QUESTION.dump_json(question, exclude_defaults=True).decode()


@lru_cache(maxsize=256)  # many ask the same, and one question is the same object for the line, which remembers it
def _question(document: str) -> Question | None:
    try:
        return _QUESTION.validate_json(document)
    except ValidationError:  # kept by another version, whose questions had another shape
        return None
