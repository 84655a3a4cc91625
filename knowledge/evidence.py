"""Evidence: the claims that bear on a question, with their articles, and what else is known of its subjects.

What the store hands to whoever composes an answer; it knows neither of SQL nor of questions.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from knowledge.article import Article
from knowledge.claim import Claim


class Coverage(NamedTuple):
    """How many approved claims have `subject` as their subject and measure `metric` (None: no metric)."""

    subject: str
    metric: str | None
    claims: int


class Source(NamedTuple):
    """An article, and how many of its approved claims were asked for."""

    article: Article
    claims: int


class Evidence(NamedTuple):
    """Approved claims, newest article first and within it in the order of its file; their articles by id."""

    claims: tuple[Claim, ...]
    articles: Mapping[str, Article]
    coverage: tuple[Coverage, ...]

    def joined(self, other: "Evidence") -> "Evidence":
        """The claims of both, each once; the coverage is that of `other`."""
        own = {claim.id for claim in self.claims}
        further = tuple(claim for claim in other.claims if claim.id not in own)
        return Evidence((*self.claims, *further), {**other.articles, **self.articles}, other.coverage)


class Touched(NamedTuple):
    """An approved claim by id, number and time of its last change, and as it was before, if it was approved then."""

    claim: str
    number: int
    at: datetime
    before: Claim | None


class News(NamedTuple):
    """What was touched, the last touched first, and how much of that there is in all."""

    touched: tuple[Touched, ...]
    total: int
