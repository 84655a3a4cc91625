"""Records kept in this process: for a base that cannot be written, and for tests.

They forget with the process; until then they keep every promise but the one across processes.
"""

from datetime import datetime

from bot.people import Person, Place
from bot.question import Question
from bot.records.port import EDIT_FOR, QUESTION_FOR, SEEN_FOR, builds_for, conversation_key


class MemoryRecords:
    """See `Records`."""

    def __init__(self) -> None:
        self._seen: dict[str, datetime] = {}
        self._replies: dict[str, tuple[datetime, str]] = {}
        self._questions: dict[str, tuple[datetime, Question]] = {}
        self._kept: dict[str, str] = {}

    def first_sight(self, delivery: str, at: datetime) -> bool:
        """See `Records.first_sight`."""
        if delivery in self._seen:
            return False
        self._seen[delivery] = at
        return True

    def answered(self, message: str, reply: str, at: datetime) -> None:
        """See `Records.answered`."""
        self._replies[message] = at, reply

    def reply_to(self, message: str, at: datetime) -> str | None:
        """See `Records.reply_to`."""
        answered, reply = self._replies.get(message, (None, None))
        return reply if answered and at - answered <= EDIT_FOR else None

    def remember(self, place: Place, person: Person, question: Question, at: datetime) -> None:
        """See `Records.remember`."""
        self._questions[conversation_key(place, person)] = at, question

    def last_question(self, place: Place, person: Person, at: datetime) -> Question | None:
        """See `Records.last_question`."""
        asked, question = self._questions.get(conversation_key(place, person), (None, None))
        return question if asked and at - asked <= builds_for(place) else None

    def keep(self, key: str, value: str, at: datetime) -> None:  # noqa: ARG002 - nothing here asks how old it is
        """See `Records.keep`."""
        self._kept[key] = value

    def kept(self, key: str) -> str | None:
        """See `Records.kept`."""
        return self._kept.get(key)

    def clean_up(self, at: datetime) -> None:
        """See `Records.clean_up`."""
        self._seen = {key: seen for key, seen in self._seen.items() if at - seen <= SEEN_FOR}
        self._replies = {key: kept for key, kept in self._replies.items() if at - kept[0] <= EDIT_FOR}
        self._questions = {key: kept for key, kept in self._questions.items() if at - kept[0] <= QUESTION_FOR}
