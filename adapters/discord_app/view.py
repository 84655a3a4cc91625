"""A message as the library's view: a container of texts and rules, and rows of buttons below it.

A view is stopped as soon as it is made: the library would keep it, and a task beside it, to wait for presses, which the
ids of the buttons tell of by themselves.
"""

from collections.abc import Iterator
from typing import Any

import discord
from discord import ui

from adapters.discord_app.layout import Button, Layout


def view_of(layout: Layout) -> ui.LayoutView:
    """The view of a message that fits."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*_inside(layout)))
    for row in layout.rows:
        view.add_item(ui.ActionRow(*map(_button, row)))
    if layout.picker:
        people = ui.UserSelect[Any](custom_id=layout.picker.id, placeholder=layout.picker.words)
        view.add_item(ui.ActionRow(people))
    view.stop()
    return view


def _inside(layout: Layout) -> Iterator[ui.Item[Any]]:
    groups = [group for group in ((layout.head,), layout.body, (layout.foot,)) if any(group)]
    for number, group in enumerate(groups):
        if number:
            yield ui.Separator(spacing=discord.SeparatorSpacing.small)
        for text in group:
            yield ui.TextDisplay(text)


def _button(button: Button) -> ui.Button[Any]:
    style = discord.ButtonStyle.success if button.is_first else discord.ButtonStyle.secondary
    return ui.Button(label=button.label, custom_id=button.id, style=style)
