"""The commands that keep the list of feeds; `capex serve` polls them."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from adapters.base import opened_records
from adapters.keeping import person
from bot.cleaning import plain

if TYPE_CHECKING:
    from bot.feed import EntryCounts, FollowedFeed


@click.group()
def feed() -> None:
    """Keep the feeds whose articles come into the base by themselves."""


@feed.command()
@click.argument("address", metavar="URL")
def add(address: str) -> None:
    """Follow a feed (RSS or Atom): its articles are read, and their claims proposed, while `capex serve` runs."""
    from adapters.articles.fetcher import Fetcher
    from adapters.polling import followed

    with opened_records() as records:
        found = followed(address, person(), Fetcher(), records.feeds, datetime.now(UTC))
    if found is None:
        click.echo("This feed is followed already.")
        return
    count = len(found.entries)
    name = f"'{plain(found.title)}'" if found.title else "the feed"
    click.echo(f"Following {name}; its {count} {'article comes' if count == 1 else 'articles come'} first.")


@feed.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def list_(as_json: bool) -> None:  # noqa: FBT001 - a flag
    """List the feeds, when each was asked last and is asked next, and what became of its articles."""
    with opened_records() as records:
        feeds = records.feeds.feeds()
    if not feeds and not as_json:
        click.echo("No feed is followed.")
    # Not by click, which takes an output that knows ASCII only for a mistake and writes UTF-8 to it.
    for one, counts in feeds:
        for line in (_json(one, counts),) if as_json else _lines(one, counts):
            sys.stdout.write(f"{line}\n")


@feed.command()
@click.argument("address", metavar="URL")
def remove(address: str) -> None:
    """Follow a feed no more; what came from it stays in the base."""
    with opened_records() as records:
        was_followed = records.feeds.unfollow(address.partition("#")[0])
    click.echo("The feed is followed no more." if was_followed else "This feed is not followed.")


def _lines(one: "FollowedFeed", counts: "EntryCounts") -> Iterator[str]:
    yield plain(one.address)
    asked = f"asked {one.asked:%Y-%m-%d %H:%M}" if one.asked else "never asked"
    became = f"{counts.taken} taken in, {counts.waiting} waiting, {counts.given_up} given up"
    yield f"  {asked}, next after {one.ask_at:%Y-%m-%d %H:%M} UTC; articles: {became}"
    if one.error:
        yield f"  failed {one.failures} {'time' if one.failures == 1 else 'times'} in turn: {plain(one.error)}"


def _json(one: "FollowedFeed", counts: "EntryCounts") -> str:
    told = {
        "url": one.address,
        "added_by": one.who,
        "asked": one.asked.isoformat() if one.asked else None,
        "ask_after": one.ask_at.isoformat(),
        "failures": one.failures,
        "error": one.error or None,
        "articles": counts._asdict(),
    }
    return json.dumps(told)
