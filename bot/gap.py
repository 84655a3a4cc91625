"""A gap: what was asked and is not known, as a curator needs it to close it, and nothing of who asked.

What a question holds of people is struck out before anything else is done with it, and no word is kept that is not in
what is left, so that a key does not come back in pieces. Questions that are worded alike and fail alike are one gap.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.answer import AnyAnswer, MissingReason, NotFound
from bot.masking import masked
from knowledge.folding import fold
from knowledge.value import Language, Slug

LONGEST: Final = 200
"""Characters of a question that are kept."""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A question without an answer.

    `reason` is why, `not_understood` the words that led to nothing; `subjects`, `metrics` and `period` (its label) are
    what was understood.
    """

    text: str
    language: Language
    reason: MissingReason
    not_understood: tuple[str, ...] = ()
    subjects: tuple[Slug, ...] = ()
    metrics: tuple[Slug, ...] = ()
    period: str | None = None

    @property
    def folded(self) -> str:
        """The text as it is compared."""
        return fold(self.text)


@dataclass(frozen=True, kw_only=True)
class AskedGap:
    """A gap with how often and when it was asked, first and last."""

    gap: Gap
    count: int
    first: datetime
    last: datetime


def gap_of(answer: AnyAnswer) -> Gap | None:
    """The gap that an answer shows, if any; a question that is too long was not read, so that it shows none."""
    if not isinstance(answer, NotFound) or answer.question.too_long:
        return None
    question = answer.question
    left = masked(question.text)
    text = left[:LONGEST].rstrip()
    if not fold(text):
        return None
    words = (*(word for one in answer.missing for word in one.words), *question.not_understood)
    return Gap(
        text=text,
        language=question.language,
        reason=answer.missing[0].reason,
        not_understood=tuple(word for word in dict.fromkeys(words) if word.casefold() in left.casefold()),
        subjects=question.asked,
        metrics=question.metrics,
        period=question.period.label if question.period else None,
    )
