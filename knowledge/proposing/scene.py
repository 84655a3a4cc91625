"""One sentence with all that was read in it, and what the sentences before left standing.

Places count in the sentence; `passage` gives them in the article. What stands from before (`Standing`) is whom and what
the text speaks of, so that "the company" and a figure without its noun are understood; it is replaced, never changed.
"""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from knowledge.amount import PrintedAmount
from knowledge.check.names import NumberedNames
from knowledge.claim import Status
from knowledge.proposing.names import Mention, NameFinder
from knowledge.proposing.sentences import Sentence
from knowledge.reading.periods import PrintedPeriod
from knowledge.reading.remembered import read_amounts, read_periods
from knowledge.value import Language, Passage


class Told(NamedTuple):
    """Something that was said before: its id, and the words of the article that said it."""

    key: str | None
    said: Passage | None
    paragraph: int


class ToldPeriod(NamedTuple):
    """A period that was said before: as it was read, and where the article says it."""

    printed: PrintedPeriod
    said: Passage
    paragraph: int
    sentence: int


class Standing(NamedTuple):
    """What the text speaks of so far."""

    subject: Told | None = None
    group: Told | None = None
    metric: Told | None = None
    past: ToldPeriod | None = None
    """The period last spoken of that is over."""
    ahead: ToldPeriod | None = None
    """The period last spoken of that is not."""
    status: Status | None = None


class Scene:
    """A sentence as it was read. `number` counts the sentences of the article."""

    def __init__(self, sentence: Sentence, number: int, names: NameFinder, language: Language, on: date) -> None:
        self.sentence = sentence
        self.text = sentence.text
        self.number = number
        self.language = language
        self.on = on
        self.mentions: tuple[Mention, ...] = names.mentions(sentence.text)
        self.names = names

    @cached_property
    def periods(self) -> tuple[PrintedPeriod, ...]:
        """The periods of the sentence."""
        return read_periods(self.text, self.language, self.on)

    def amounts(self, numbered: NumberedNames) -> tuple[PrintedAmount, ...]:
        """The amounts of the sentence, without numbers in names and times."""
        found = read_amounts(numbered.blanked(self.text), self.language)
        return tuple(one for one in found if not any(_within(one, period) for period in self.periods))

    def of_kind(self, kind: str) -> tuple[Mention, ...]:
        """The mentions of one kind."""
        return tuple(one for one in self.mentions if one.kind == kind)

    def passage(self, start: int, end: int) -> Passage:
        """Words of the sentence, with their place in the article."""
        return Passage(start=self.sentence.start + start, text=self.text[start:end])


def _within(amount: PrintedAmount, period: PrintedPeriod) -> bool:
    return period.start <= amount.start and amount.end <= period.end
