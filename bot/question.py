"""What was asked, as far as it was understood; and honestly, what was not."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from knowledge.amount import PrintedAmount
from knowledge.claim import Status
from knowledge.period import Period
from knowledge.value import Language, Slug

Intent = Literal["figure", "overview", "comparison", "help", "unclear"]
"""`figure`: a subject with a metric; `overview`: one of them, or a period, alone; `unclear`: none."""


Cue = Literal["reason", "amount", "change", "view", "time", "count", "percent", "ratio", "whole", "relation"]
"""What small words ask for: why, how much, by how much it changed, what somebody says, when; that things are counted,
that the number is one in percent or for each of something; that several subjects are meant as one, or in their
relation."""

OWNING = "'s"
"""The end of an unexplained word that owns what is asked about, "amd's revenue": it is a name, known or not."""


@dataclass(frozen=True)
class Near:
    """Names that a word may have meant, when it fits none for certain: ids of subjects or of metrics."""

    word: str
    subjects: tuple[Slug, ...] = ()
    metrics: tuple[Slug, ...] = ()


@dataclass(frozen=True)
class AskedPeriod:
    """A period of a question; `yearless` says that it was named without its year ("Q4", "H1")."""

    period: Period
    yearless: bool = False


class Brand(NamedTuple):
    """A product by which a question names the firm that has it."""

    name: str
    subject: Slug


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question read against a vocabulary on a day.

    `subjects`, `metrics`, `speakers` and `topics` are ids, `people` those who speak for an analyst house that is named;
    `asks` says what for, and how, as far as its small words tell, and `statuses` which are preferred. `named_by` are
    the words that named metrics and topics. `not_understood` are the words, as typed, that carry meaning which nothing
    here accounts for, and `unnamed` the same words folded: only a claim that says them itself, or is looked for by
    them, can answer. `near` holds what such a word may have meant, `brands` the products
    that stand for firms here. `translated` says that the question is in neither of
    our languages and is answered in `language`. `respelt` is the text with its small words and names put right, where
    that changed it, `wording` the one without whom it names, where it names somebody; `after` whom and what it takes
    over from the question before it, in words, and `told` the claim that answered that one, which is no reason for it.
    """

    text: str
    respelt: str = ""
    after: str = ""
    wording: str = ""
    told: Slug | None = None
    language: Language
    translated: bool = False
    intent: Intent
    subjects: tuple[Slug, ...] = ()
    metrics: tuple[Slug, ...] = ()
    asks: frozenset[Cue] = frozenset()
    statuses: frozenset[Status] = frozenset()
    periods: tuple[AskedPeriod, ...] = ()
    speakers: tuple[Slug, ...] = ()
    people: tuple[Slug, ...] = ()
    amounts: tuple[PrintedAmount, ...] = ()
    topics: tuple[Slug, ...] = ()
    named_by: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    brands: tuple[Brand, ...] = ()
    too_long: bool = False

    @property
    def spelt(self) -> str:
        """The text with its small words and names put right."""
        return self.respelt or self.text

    @property
    def period(self) -> Period | None:
        """The first period asked about."""
        return self.periods[0].period if self.periods else None

    @property
    def asked(self) -> tuple[Slug, ...]:
        """Whom the question asks about: its subjects or, without one, those who speak."""
        return self.subjects or self.speakers

    @property
    def names_something(self) -> bool:
        """Whether the question names a subject, a speaker, a metric or a topic."""
        return bool(self.subjects or self.speakers or self.metrics or self.topics)
