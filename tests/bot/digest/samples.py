"""Windows of small claims, and what a channel is told of them."""

from collections.abc import Iterable, Mapping
from datetime import date

from bot.digest.content import Window, digest
from bot.digest.digest import Digest, Story, Told
from bot.names import Names
from knowledge.claim import Claim
from tests.bot.samples import ARTICLES, VOCABULARY

ON = date(2024, 11, 20)
NAMES = Names(VOCABULARY)


def firm_of(person: str) -> str | None:
    return next(iter(NAMES.firm_of(person)), None)


def told(
    news: Iterable[Claim],
    known: Iterable[Claim] = (),
    *,
    before: Mapping[str, Claim] | None = None,
    aside: Claim | None = None,
) -> Digest:
    """What is told of these news beside what was known."""
    new = tuple(news)
    window = Window(news=new, before=before or {}, known=(*known, *new), articles=ARTICLES, total=len(new))
    return digest(window, ON, firm_of, Told(aside, ARTICLES[aside.article]) if aside else None)


def ids(stories: Iterable[Story]) -> list[str]:
    """The claims that lead the stories."""
    return [story.lead.claim.id for story in stories]


def fresh(found: Digest) -> list[str]:
    """The claims that are told as new."""
    return [key for group in found.fresh for key in ids(group)]
