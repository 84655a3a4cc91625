"""The commands that keep the base: export, import, and withdrawing an article.

Each does one thing to the store and tells it in one line. What they change stands in the change log under the name
of the person at the terminal.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from adapters.base import opened_store

if TYPE_CHECKING:
    from knowledge.store import Imported


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def export(folder: Path) -> None:
    """Write the whole base to a new folder, or over an earlier export."""
    done = opened_store().export_corpus(folder)
    click.echo(f"Exported {_count(done.articles, 'article')}, {_count(done.claims, 'claim')}, ", nl=False)
    click.echo(f"{_count(done.texts, 'full text')} and the vocabulary.")


@click.command("import")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
def import_(folder: Path) -> None:
    """Take over the files of a folder; what somebody edited in the base stays."""
    done = opened_store().import_corpus(folder, who=person(), at=datetime.now(UTC))
    click.echo("; ".join(_told(done)) + ".")


@click.group()
def article() -> None:
    """Keep the articles of the base."""


@article.command()
@click.argument("key", metavar="ID")
@click.option("--reason", required=True, help="Why, in one line; it stands with the article and its claims.")
def withdraw(key: str, reason: str) -> None:
    """Take an article's text and all quotes from it out of the base, and retire its claims."""
    claims = opened_store().withdraw_article(key, " ".join(reason.split()), who=person(), at=datetime.now(UTC))
    if claims is None:
        click.echo(f"The article '{key}' is withdrawn already.")
    else:
        click.echo(f"Withdrew the article '{key}': its text and the quotes of {_count(claims, 'claim')} are gone.")


def _told(done: "Imported") -> Iterator[str]:
    yield f"{done.added} added, {done.changed} changed"
    if done.kept:
        yield f"{len(done.kept)} kept, since somebody edited them here: {', '.join(done.kept)}"
    if done.withdrawn:
        yield f"no words taken of what is withdrawn here: {', '.join(done.withdrawn)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def person() -> str:
    """Who the change log names."""
    import getpass

    try:
        return f"terminal:{getpass.getuser()}"
    except (ImportError, KeyError, OSError):
        return "terminal:unknown"  # an account without a name, as in some containers
