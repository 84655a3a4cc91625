"""The commands by which the base grows: adding an article, and reading claims out of it.

What is fetched, taken in and stored stands in one function that names its parts, so that a chat can do the same; the
command adds the person at the terminal.
"""

import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from adapters.base import opened_store
from adapters.keeping import person
from bot.cleaning import plain
from knowledge.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.articles.fetcher import Fetcher
    from bot.curation.found import FoundArticle
    from bot.curation.proposing import Outcome
    from bot.curation.taking import Taken
    from knowledge.store import Store


_ATTEMPTS = 50
"""Looks at the base before adding gives up: each is in vain only where another article came in between."""


def adding(fetcher: "Callable[[], Fetcher]") -> click.Command:
    """The command that adds an article, with what fetches it, made when it is needed."""

    @click.command("add")
    @click.argument("source", metavar="URL|FILE|-")
    @click.option("--title", default="", help="The title, where the article does not say it or says it wrongly.")
    @click.option("--publisher", default="", help="Who published it.")
    @click.option("--author", default="", help="Who wrote it.")
    @click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it appeared.")
    @click.option("--lang", type=click.Choice(["en", "de"]), help="The language; by its words if left out.")
    @click.option("--url", default="", help="The address of an article that comes from a file.")
    def add(source: str, title: str, publisher: str, author: str, day: datetime | None, lang: Any, url: str) -> None:  # noqa: PLR0913, PLR0917 (one parameter an option)
        """Add an article from the web, a file or standard input."""
        from adapters.articles.sources import Told, article_at

        told = Told(title, publisher, author, day.date() if day else None, lang, url)
        found = article_at(source, told, fetcher(), sys.stdin.buffer.read)
        store, now = opened_store(), datetime.now(UTC)
        taken = taken_in(found, store, person(), now)
        click.echo(_sentence(taken))
        if taken.outcome == "new":
            _tell(read_claims(taken.article.id, store, person(), now))

    return add


def _public() -> "Fetcher":
    """What fetches from the public internet alone."""
    from adapters.articles.fetcher import Fetcher

    return Fetcher()


add = adding(_public)


@click.command()
@click.argument("key", metavar="ID")
def propose(key: str) -> None:
    """Read an article of the base once more, for instance after the vocabulary has grown."""
    _tell(read_claims(key, opened_store(), person(), datetime.now(UTC)))


def read_claims(key: str, store: "Store", who: str, at: datetime) -> "Outcome":
    """What is proposed of an article, written to the base as proposed; raises Fault."""
    from bot.curation.proposing import proposed
    from bot.names.others import is_other_name
    from knowledge.proposing.proposer import SentenceProposer
    from knowledge.store.edits import PutClaim

    article = next((one for one in store.articles() if one.id == key), None)
    text = store.text(key)
    if article is None:
        raise Fault(f"the article '{key}' is not known")
    if text is None:
        raise Fault(f"the base does not keep the text of the article '{key}', so that nothing can be proved by it")
    vocabulary = store.vocabulary()
    held = [claim for claim, source in store.claims() if source.id == key]
    outcome = proposed(article, text, vocabulary, held, SentenceProposer(vocabulary, is_other_name))
    store.write(who, [PutClaim(claim) for claim in outcome.claims], at)
    return outcome


def _tell(outcome: "Outcome") -> None:
    count = len(outcome.claims)
    click.echo(f"{count} {'claim' if count == 1 else 'claims'} proposed, for a curator to approve.")
    for claim in outcome.claims:
        sure = claim.proposed.confidence if claim.proposed else 0
        click.echo(f"  {sure:.0%}  {plain(claim.statement.in_language('en'))}")
    for left in outcome.left_out:
        click.echo(f"  left out: '{plain(left.words)}' ({plain(str(left.reason))})")


def taken_in(found: "FoundArticle", store: "Store", who: str, at: datetime) -> "Taken":
    """The article as the base has it afterwards; raises Fault."""
    from bot.curation.taking import take
    from knowledge.store.edits import Outdated, PutArticle, PutText

    for _ in range(_ATTEMPTS):
        seen = store.change_number()
        taken = take(found, store)
        if taken.outcome == "known":
            return taken
        try:
            store.add_article(who, [PutArticle(taken.article), PutText(taken.article.id, found.text)], at, seen=seen)
        except Outdated:
            continue  # somebody else added one meanwhile, which may be this
        return taken
    raise Fault("so many articles are being added that this one finds no gap; try again")


def _sentence(taken: "Taken") -> str:
    article = taken.article
    named = f"'{article.id}' ({_day(article.published.date)}, {article.language})"
    if taken.outcome == "known":
        gone = "; it was withdrawn" if article.withdrawn else ""
        return f"The base has this article already: {named}{gone}."
    if taken.outcome == "copy":
        return f"Added {named}, a copy of '{article.copy_of}'; what it says is told by that one."
    return f"Added {named}."


def _day(day: date) -> str:
    return day.isoformat()
