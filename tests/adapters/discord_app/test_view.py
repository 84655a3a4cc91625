"""A message is written as the library itself would write it, and the library is left nothing to keep."""

from typing import Any

import discord
import pytest
from discord import ui

from adapters.discord_app.layout import Button, Layout, Picker
from adapters.discord_app.view import view_of

pytestmark = pytest.mark.asyncio

_UNSAID = {"accent_color": None, "spoiler": False, "disabled": False}
"""What Discord takes for granted, and the library says all the same."""

WHOLE = Layout(
    "head",
    ("one", "two"),
    "foot",
    ((Button("Yes", "yes", is_first=True), Button("No", "no")), (Button("👍", "thumb"),)),
    Picker("Pick", "pick"),
)


def _said(component: Any) -> Any:
    """A component without what is taken for granted."""
    if isinstance(component, list):
        return [_said(one) for one in component]
    if not isinstance(component, dict):
        return component
    return {key: _said(value) for key, value in component.items() if (key, value) not in _UNSAID.items()}


def _button(label: str, ident: str, style: discord.ButtonStyle = discord.ButtonStyle.secondary) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=ident, style=style)


async def test_it_is_written_as_the_library_writes_it() -> None:
    rule = discord.SeparatorSpacing.small
    own = ui.LayoutView(timeout=None)
    one, two = ui.TextDisplay[Any]("one"), ui.TextDisplay[Any]("two")
    head, foot = ui.TextDisplay[Any]("head"), ui.TextDisplay[Any]("foot")
    own.add_item(ui.Container(head, ui.Separator(spacing=rule), one, two, ui.Separator(spacing=rule), foot))
    own.add_item(ui.ActionRow(_button("Yes", "yes", discord.ButtonStyle.success), _button("No", "no")))
    own.add_item(ui.ActionRow(_button("👍", "thumb")))
    own.add_item(ui.ActionRow(ui.UserSelect[Any](custom_id="pick", placeholder="Pick")))
    view = view_of(WHOLE)
    assert _said(view.to_components()) == _said(own.to_components())  # type: ignore[no-untyped-call]
    assert view.has_components_v2() == own.has_components_v2()


async def test_rows_of_the_library_stand_below() -> None:
    row = ui.ActionRow[Any](_button("More", "more"))
    *_, last = view_of(Layout("head"), row).to_components()  # type: ignore[no-untyped-call]
    assert last == row.to_component_dict()


async def test_the_library_has_nothing_to_keep() -> None:
    view = view_of(WHOLE)
    assert view.is_finished()
    assert not view.is_dispatchable()


async def test_a_view_says_what_it_is() -> None:
    assert repr(view_of(WHOLE)) == "<WrittenView components=4>"
