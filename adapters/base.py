"""The base that the environment names, opened for a command; what is to be told of it goes to the error output."""

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from knowledge.store import Store


def opened_store() -> "Store":
    """The store, made and filled where that is needed; raises Fault."""
    from bot.places import shipped_corpus
    from bot.settings import Settings
    from knowledge.store import Store

    url = Settings.from_environment(os.environ).database_url
    store = Store(url.get_secret_value() if url else None, corpus=shipped_corpus())
    if store.notice:
        click.echo(f"capex: {store.notice}", err=True)
    return store
