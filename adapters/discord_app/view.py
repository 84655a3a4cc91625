"""A message as the library's view, written as Discord takes it: texts and rules in a container, rows of buttons below.

The library would make an object of each text and button, ask each for its form as the message goes out, and keep all
of them, and a task beside them, to wait for presses. None of that is needed: what a press means stands in the id of
the button, whichever process made it.
"""

from collections.abc import Iterator
from typing import Any, Final

import discord
from discord import ComponentType, ui

from adapters.discord_app.layout import Button, Layout

Json = dict[str, Any]

_TEXT: Final = ComponentType.text_display.value
_CONTAINER: Final = ComponentType.container.value
_ROW: Final = ComponentType.action_row.value
_BUTTON: Final = ComponentType.button.value
_PLAIN: Final = discord.ButtonStyle.secondary.value
_STANDING_OUT: Final = discord.ButtonStyle.success.value
_RULE: Final = {
    "type": ComponentType.separator.value,
    "divider": True,
    "spacing": discord.SeparatorSpacing.small.value,
}


class WrittenView(ui.LayoutView):
    """A view whose components are at hand: it has no items, is never kept by the library, and waits for nothing.

    What the library begins a view with (a name drawn by lot, something to await its end by) is left out, as it would
    cost more than all else here; in its place stands all that it asks of a view that is sent.
    """

    def __init__(self, components: list[Json]) -> None:
        self._written = components

    def to_components(self) -> list[Json]:
        """The wire form."""
        return self._written

    def has_components_v2(self) -> bool:
        """Texts are components here, which is what Discord calls the second version."""
        return True

    def is_dispatchable(self) -> bool:
        """Presses are told to the client."""
        return False

    def is_finished(self) -> bool:
        """No press is waited for."""
        return True

    def __repr__(self) -> str:
        return f"<{type(self).__name__} components={len(self._written)}>"


def view_of(layout: Layout, *below: ui.ActionRow[Any]) -> ui.LayoutView:
    """The view of a message that fits, with rows of the library's own `below` it."""
    return WrittenView(components_of(layout) + [row.to_component_dict() for row in below])


def components_of(layout: Layout) -> list[Json]:
    """All that stands in a message, as Discord takes it."""
    components = []
    if layout.texts:
        components.append({"type": _CONTAINER, "components": list(_inside(layout))})
    components += [row_of(list(map(button_of, row))) for row in layout.rows]
    if layout.picker:
        people = ui.UserSelect[Any](custom_id=layout.picker.id, placeholder=layout.picker.words)
        components.append(ui.ActionRow(people).to_component_dict())
    return components


def row_of(buttons: list[Json]) -> Json:
    """Buttons side by side."""
    return {"type": _ROW, "components": buttons}


def button_of(button: Button) -> Json:
    """A button that is known by its id."""
    style = _STANDING_OUT if button.is_first else _PLAIN
    return {"type": _BUTTON, "style": style, "label": button.label, "custom_id": button.id}


def _inside(layout: Layout) -> Iterator[Json]:
    groups = [group for group in ((layout.head,), layout.body, (layout.foot,)) if any(group)]
    for number, group in enumerate(groups):
        if number:
            yield _RULE
        for text in group:
            yield {"type": _TEXT, "content": text}
