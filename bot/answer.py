"""What is answered, before any wording: claims with their roles, what disagrees, what was calculated, what is missing.

An Answer holds no sentence and no number of its own: each figure is a claim's, or a calculation that names the claims
it was made from.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.question import Question
from knowledge.amount import Unit
from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.conflicts import Pair
from knowledge.period import Period
from knowledge.value import Slug

Role = Literal["main", "also", "conflict", "contrast"]
MissingReason = Literal[
    "unknown_name", "no_metric", "other_period", "not_understood", "too_long", "no_subject", "no_claim", "not_so"
]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One claim of an answer. `citation` numbers its article, from 1 in order of appearance."""

    claim: Claim
    article: Article
    role: Role
    citation: int


@dataclass(frozen=True, kw_only=True)
class Calculated:
    """A number that no source prints, with the claims it was made from (the later one first).

    `change` is in percent of the earlier amount, signed.
    """

    kind: Literal["change"]
    value: Decimal
    unit: Unit
    inputs: tuple[Slug, ...]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Something that can be asked instead, by ids; it has claims, whose figures are not told here."""

    subject: Slug | None = None
    metric: Slug | None = None
    period: Period | None = None


@dataclass(frozen=True, kw_only=True)
class Missing:
    """A part of the question without an answer, the reason, and the nearest coverage by name.

    `guessed` says that `nearest` are guesses at a name that was mistyped.
    """

    reason: MissingReason
    words: tuple[str, ...] = ()
    subject: Slug | None = None
    metric: Slug | None = None
    period: Period | None = None
    nearest: tuple[Choice, ...] = ()
    guessed: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What every answer has: its question and the day it was asked on."""

    question: Question
    on: date


@dataclass(frozen=True, kw_only=True)
class Found(Answer):
    """Claims that answer; the first main entry is the answer.

    `unlike` warns that the leading figures of a comparison differ in basis or period; `left_out` are words of the
    question, as typed, that played no part.
    """

    entries: tuple[Entry, ...]
    conflicts: tuple[Pair, ...] = ()
    revisions: tuple[Pair, ...] = ()
    calculated: tuple[Calculated, ...] = ()
    missing: tuple[Missing, ...] = ()
    unlike: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def main(self) -> tuple[Claim, ...]:
        """The claims that answer, the first one first."""
        return tuple(entry.claim for entry in self.entries if entry.role == "main")


@dataclass(frozen=True, kw_only=True)
class Ambiguous(Answer):
    """Several readings, to choose from."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class NotFound(Answer):
    """No claim answers. Nothing is cited; `choices` offer what is nearest."""

    missing: tuple[Missing, ...]
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Help(Answer):
    """How to ask, or what a verb gave.

    `examples` are questions that have an answer here, `covered` is a subject that has claims.
    """

    examples: tuple[str, ...] = ()
    covered: Slug | None = None


AnyAnswer = Found | Ambiguous | NotFound | Help
