"""The forms of curators on Discord: why they decide so, and the parts of a claim to be changed.

Each is known by the deed that it carries out, like the button that opens it, so that it may stay open over a restart.
Discord closes a form when it is sent off; what did not pass is told back with what was typed.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import discord
from discord import ui

from adapters.discord_app.deciding import FORMS
from adapters.discord_app.ids import Deed
from adapters.discord_app.modals import values_of
from adapters.discord_app.wording import cut
from bot.curation.counter import Part
from bot.curation.deciding import LONGEST_REASON
from bot.wording.curating import said
from knowledge.value import Language

LONGEST_INPUT: Final = 4_000
_LONGEST_TITLE: Final = 45


def reason_form(deed: Deed) -> ui.Modal:
    """Why a curator decides so."""
    why = ui.TextInput[Any](custom_id="why", style=discord.TextStyle.paragraph, max_length=LONGEST_REASON)
    modal = _form(deed, "reason_title")
    return modal.add_item(ui.Label(text=said("reason", deed.language), component=why))


def edit_form(deed: Deed, parts: Iterable[Part]) -> ui.Modal:
    """The parts of a claim that this form is for."""
    modal = _form(deed, "edit_title")
    known = {part.name: part for part in parts}
    for name in FORMS[deed.what]:
        asked = said(f"part_{name}", deed.language)
        modal.add_item(ui.Label(text=asked, component=_field(known[name], deed.language)))
    return modal


def lines_of(fields: Mapping[str, Any]) -> dict[str, str]:
    """What stands in the parts of a form."""
    return {name: value.strip() for name, value in values_of(fields)}


def _form(deed: Deed, title: str) -> ui.Modal:
    modal = ui.Modal(title=cut(said(title, deed.language), _LONGEST_TITLE), custom_id=deed.id, timeout=None)
    modal.stop()
    return modal


def _field(part: Part, language: Language) -> ui.TextInput[Any] | ui.Select[Any]:
    needed = part.is_needed
    if part.choices:
        options = [
            discord.SelectOption(label=part.choice(one, language), value=one, default=one == part.text)
            for one in part.choices
        ]
        return ui.Select(custom_id=part.name, options=options, required=needed, min_values=int(needed))
    style = discord.TextStyle.paragraph if part.is_long else discord.TextStyle.short
    default = part.text[:LONGEST_INPUT] or None
    return ui.TextInput(custom_id=part.name, style=style, default=default, required=needed, max_length=LONGEST_INPUT)
