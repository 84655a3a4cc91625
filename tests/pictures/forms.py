"""What every renderer needs: escaped text, elements, and the refusal of any form or field that would not be drawn."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

Json = dict[str, Any]
Draw = Callable[[Json], str]


class Undrawn(ValueError):
    """Something is sent that the renderers do not draw."""


def draw(forms: Mapping[Any, Draw], part: Json, what: str) -> str:
    """The HTML of a part by its type."""
    kind = part.get("type")
    if kind not in forms:
        raise Undrawn(f"no picture of the {what} type {kind!r}: teach its renderer to draw it")
    return forms[kind](part)


def drawn(part: Json, *fields: str) -> None:
    """Refuse a part with a field that is neither among those drawn nor one without looks."""
    unseen = part.keys() - {*fields, "type", "id", "block_id", "action_id", "custom_id", "value"}
    if unseen:
        raise Undrawn(f"no picture of {sorted(unseen)} in the type {part.get('type')!r}: teach its renderer to draw it")


def element(tag: str, inside: str, looks: str = "", /, **attributes: str) -> str:
    """An element around HTML, with a class for its looks; its attributes are plain text."""
    named = {**({"class": looks} if looks else {}), **attributes}
    given = "".join(f' {name}="{escape(value)}"' for name, value in named.items())
    return f"<{tag}{given}>{inside}</{tag}>"


def plain(text: str) -> str:
    """Plain text as HTML, its line breaks kept."""
    return escape(text).replace("\n", "<br>")
