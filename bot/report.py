"""A report: somebody says that a figure is wrong, which one and why, for whoever curates the base.

Reason and question are somebody's words: they are cut to a length and what is of people in them is struck out, as with
gaps. Who reported is kept beside them as a `Person`, so that whatever is kept of a person can be found.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.gap import LONGEST as LONGEST_QUESTION
from bot.masking import masked
from bot.people import Person
from bot.question import Question
from knowledge.value import Language, Slug

LONGEST_REASON: Final = 500
"""Characters of a reason that are kept."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """That `claim` is wrong, as `by` said at `at` of the answer to `question`."""

    claim: Slug
    reason: str
    question: str
    language: Language
    by: Person
    at: datetime


def report_of(claim: Slug, reason: str, question: Question, by: Person, at: datetime) -> Report:
    """The report as it may be kept."""
    return Report(
        claim=claim,
        reason=_kept(reason, LONGEST_REASON),
        question=_kept(question.text, LONGEST_QUESTION),
        language=question.language,
        by=by,
        at=at,
    )


def _kept(words: str, most: int) -> str:
    return masked(" ".join(words.split()))[:most].rstrip()
