"""The commands: `/capex question:`, a group for the verbs of the grammar, and three entries in a message's menu.

A command of the group only puts its words into the grammar's form, so that it does what the same words do anywhere.
All can be used where the bot is, in direct messages, and anywhere by whoever installed the bot for themselves.
"""

from collections.abc import Iterator
from typing import Any, Final

import discord
from discord import app_commands

from adapters.discord_app.doors import Doors, Interaction, Suggestions, completing
from adapters.discord_app.inbound import first_address
from adapters.discord_app.orders import add_orders

Tree = app_commands.CommandTree[Any]

WHERE: Final = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
"""Where commands can be used."""

BY: Final = app_commands.AppInstallationType(guild=True, user=True)
"""Who brings them there: a server, or a person."""

_CHANGES: Final = {
    "language en": "Answer me in English",
    "language de": "Answer me in German",
    "language auto": "Answer me in the language of my client",
    "channel private": "This channel: only who asks sees the answer",
    "channel public": "This channel: everybody sees the answers",
}
"""What can be set, as the grammar takes it, and what Discord calls it."""


def add_commands(tree: Tree, doors: Doors, suggestions: Suggestions) -> None:
    """Put all commands into a tree."""
    tree.add_command(_capex(doors, suggestions))
    tree.add_command(_group(doors, suggestions))
    for menu in _menus(doors):
        tree.add_command(menu)


def _capex(doors: Doors, suggestions: Suggestions) -> app_commands.Command[Any, ..., None]:
    """`/capex question:`; without a question it gives help."""

    @app_commands.command(name="capex", description="Ask about AI spending; each figure comes with its source")
    @app_commands.describe(question="A company, a metric, a period: meta capex 2024")
    async def capex(interaction: Interaction, question: str = "") -> None:
        await doors.asked(interaction, question)

    capex.autocomplete("question")(completing(suggestions.questions))
    return capex


def _group(doors: Doors, suggestions: Suggestions) -> app_commands.Group:
    """`/capexbot …`: a command with an option can have no commands under it, and `/help` would be everybody's."""
    group = app_commands.Group(
        name="capexbot",
        description="More about AI spending: compare, check, sources, coverage, digests, articles, settings",
    )

    @group.command(name="compare", description="Set the figures of two side by side")
    @app_commands.describe(
        first="Whom to compare", second="With whom; also with a metric or a period: microsoft capex 2024"
    )
    async def compare(interaction: Interaction, first: str, second: str) -> None:
        await doors.asked(interaction, f"{first} vs {second}")

    @group.command(name="sources", description="The articles that the figures stand in, newest first")
    @app_commands.describe(name="Only those on a company, a person or a metric")
    async def sources(interaction: Interaction, name: str = "") -> None:
        await doors.asked(interaction, f"sources {name}")

    @group.command(name="coverage", description="What there are figures and statements on")
    @app_commands.describe(name="Only those on a company, a person or a metric")
    async def coverage(interaction: Interaction, name: str = "") -> None:
        await doors.asked(interaction, f"coverage {name}")

    @group.command(name="help", description="How to ask, with questions that have an answer")
    async def helping(interaction: Interaction) -> None:
        await doors.asked(interaction, "help")

    @group.command(name="settings", description="Your language, and whom answers in this channel are for")
    @app_commands.describe(change="What to change; leave it out to see the settings")
    @app_commands.choices(change=[app_commands.Choice(name=name, value=value) for value, name in _CHANGES.items()])
    async def settings(interaction: Interaction, change: str = "") -> None:
        await doors.asked(interaction, f"settings {change}")

    add_orders(group, doors, suggestions)
    _add_curation(group, doors)
    for command, options in ((compare, ("first", "second")), (sources, ("name",)), (coverage, ("name",))):
        for option in options:
            command.autocomplete(option)(completing(suggestions.questions))
    return group


def _add_curation(group: app_commands.Group, doors: Doors) -> None:
    """The verbs by which the base grows; who may not use one is told so."""

    @group.command(name="check", description="Whether a sentence with a figure is supported, with receipts")
    @app_commands.describe(sentence="Such as: Microsoft spent $33bn in Q4 2024")
    async def check(interaction: Interaction, sentence: str) -> None:
        await doors.asked(interaction, f"check {sentence}")

    @group.command(name="add", description="Suggest an article; a curator's own is read at once")
    @app_commands.describe(address="Where it stands: https://…")
    async def add(interaction: Interaction, address: str) -> None:
        await doors.asked(interaction, f"add {first_address(address)}")

    @group.command(name="review", description="For curators: what waits, to approve, edit or reject")
    async def review(interaction: Interaction) -> None:
        await doors.asked(interaction, "review")

    @group.command(name="curators", description="For administrators: who curates")
    async def curators(interaction: Interaction) -> None:
        await doors.asked(interaction, "curators")


def _menus(doors: Doors) -> Iterator[app_commands.ContextMenu]:
    async def ask_about_this(interaction: Interaction, message: discord.Message) -> None:
        await doors.asked_about(interaction, message)

    async def check_this(interaction: Interaction, message: discord.Message) -> None:
        await doors.asked_to_check(interaction, message)

    async def add_as_article(interaction: Interaction, message: discord.Message) -> None:
        await doors.asked_to_add(interaction, message)

    yield app_commands.ContextMenu(name="Ask about this", callback=ask_about_this)
    yield app_commands.ContextMenu(name="Check this", callback=check_this)
    yield app_commands.ContextMenu(name="Add as article", callback=add_as_article)
