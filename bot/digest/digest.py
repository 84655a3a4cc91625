"""A digest as data: what is told of which claims, before any wording. It holds no figure of its own."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from knowledge.article import Article
from knowledge.claim import Claim

Turn = Literal["raised", "cut", "revised", "corrected"]
"""How a figure changed: upwards, downwards, in a way that is neither; or the same claim was put right."""

Verdict = Literal["above", "below", "as_expected"]
"""How what was reported compares with what was expected."""


class Told(NamedTuple):
    """A claim with its article."""

    claim: Claim
    article: Article


@dataclass(frozen=True)
class Story:
    """One figure or statement, and all that tell it, the best first."""

    told: tuple[Told, ...]

    @property
    def lead(self) -> Told:
        """The one that is shown."""
        return self.told[0]


@dataclass(frozen=True)
class Changed:
    """A figure that took the place of an earlier one."""

    how: Turn
    story: Story
    earlier: Told


@dataclass(frozen=True)
class Outcome:
    """A reported figure, and what was expected of it, the latest expectation first."""

    story: Story
    expected: tuple[tuple[Verdict, Told], ...]


@dataclass(frozen=True)
class Clash:
    """Two figures of which at most one can be right."""

    story: Story
    other: Told


@dataclass(frozen=True, kw_only=True)
class Digest:
    """What a channel is told on a day.

    `fresh` is grouped by company; `aside` is something worth knowing for a day with little news. `claims` and
    `articles` count what came in, `repeated` those of it that only say what was known.
    """

    on: date
    changed: tuple[Changed, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    clashes: tuple[Clash, ...] = ()
    fresh: tuple[tuple[Story, ...], ...] = ()
    aside: Told | None = None
    claims: int = 0
    articles: int = 0
    repeated: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is new."""
        return not (self.changed or self.outcomes or self.clashes or self.fresh)

    @property
    def size(self) -> int:
        """How many things are new."""
        return len(self.changed) + len(self.outcomes) + len(self.clashes) + sum(map(len, self.fresh))
