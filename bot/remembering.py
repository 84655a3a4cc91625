"""A line that knows what it answered to the same question while its base stands as it stood.

An answer depends on the question, the day, the language, the question before, and the base; the base numbers its
changes. So an answer holds until the number moves, and then all are forgotten at once: nothing of what was withdrawn
stays in memory. A team asks the same questions again and again, and each click on a choice asks one of a few.
"""

from collections import OrderedDict
from datetime import date
from typing import Final

from bot.base import Base
from bot.line import Asked, Line
from bot.question import Question
from knowledge.value import Language

MOST: Final = 256
"""Answers that are kept, the one that was asked last longest ago leaves first; some ten megabytes."""

_LONGEST: Final = 200
"""Characters of a question of which the answer is kept."""

_Key = tuple[str, date, Language | None, Question | None, Language | None]


class RememberingLine(Line):
    """See `Line`; safe where several threads ask."""

    def __init__(self, base: Base) -> None:
        super().__init__(base)
        self._numbered = base
        self._known: tuple[int, OrderedDict[_Key, Asked]] = -1, OrderedDict()

    def ask(
        self,
        text: str,
        on: date,
        language: Language | None = None,
        last: Question | None = None,
        spoken: Language | None = None,
    ) -> Asked:
        """See `Line.ask`; the very same object for what was asked before."""
        number = self._numbered.change_number()  # read before the answer: one that is newer is worked out again
        if self._known[0] != number:
            self._known = number, OrderedDict()
        known, key = self._known[1], (text, on, language, last, spoken)
        asked = known.pop(key, None) or super().ask(text, on, language, last, spoken)
        if len(text) <= _LONGEST:
            known[key] = asked
        if len(known) > MOST:
            known.popitem(last=False)
        return asked
