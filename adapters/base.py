"""The base that the environment names and the records beside it, opened for a command.

What is to be told of them goes to the error output.
"""

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.records import SqlRecords
    from knowledge.store import Store


def opened_store() -> "Store":
    """The store, made and filled where that is needed; raises Fault."""
    from bot.places import shipped_corpus
    from knowledge.store import Store

    store = Store(_url(), corpus=shipped_corpus())
    if store.notice:
        click.echo(f"capex: {store.notice}", err=True)
    return store


def opened_records() -> "SqlRecords":
    """The records, made where that is needed; raises Fault."""
    from bot.records import SqlRecords

    return SqlRecords(_url())


def _url() -> str | None:
    from bot.settings import Settings

    url = Settings.from_environment(os.environ).database_url
    return url.get_secret_value() if url else None
