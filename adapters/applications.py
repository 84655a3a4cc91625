"""The commands by which a Discord application is connected: `capex discord sync`, `clear` and `invite`."""

import asyncio
import os
from typing import TYPE_CHECKING

import click

from adapters.base import opened_records

if TYPE_CHECKING:
    from bot.settings import Settings


@click.group()
def discord() -> None:
    """Connect a Discord application."""


@discord.command()
@click.option("--guild", metavar="ID", type=click.IntRange(min=1), help="Only in this server, where they are at once.")
def sync(guild: int | None) -> None:
    """Tell Discord the commands, if they are others than it was told last."""
    from adapters.discord_app.operating import sync as tell
    from adapters.ledger import Ledger

    with opened_records() as records:
        told = asyncio.run(tell(_settings(), Ledger(records), guild))
    click.echo("Told Discord the commands." if told else "Discord has these commands already.")


@discord.command()
@click.option("--guild", metavar="ID", type=click.IntRange(min=1), required=True, help="The server.")
def clear(guild: int) -> None:
    """Take back the commands that one server alone was told; those for everywhere stay."""
    from adapters.discord_app.operating import clear as take_back
    from adapters.ledger import Ledger

    with opened_records() as records:
        asyncio.run(take_back(_settings(), Ledger(records), guild))
    click.echo("The server has no commands of its own any more.")


@discord.command()
def invite() -> None:
    """Print the links by which the bot is added to a server, and by a person for themselves."""
    from adapters.discord_app.operating import invite as links

    found = asyncio.run(links(_settings()))
    click.echo(f"For a server: {found.server}")
    click.echo(f"For yourself, anywhere: {found.person}")


def _settings() -> "Settings":
    from bot.settings import Settings

    return Settings.from_environment(os.environ)
