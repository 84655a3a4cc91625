"""The forms behind the buttons: whom to compare with, which figure is wrong and why; and what was put into them.

A form is known by its id when it is sent off, like a button, so that it may stay open over a restart: nothing waits for
it. Discord takes 25 options in a select and five fields in a form.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import discord
from discord import ui

from adapters.discord_app.ids import PRIVATE, PUBLIC, Act
from adapters.discord_app.layout import Layout
from adapters.discord_app.view import view_of
from adapters.discord_app.wording import cut
from bot.comparing import Other
from bot.reply import Figure
from bot.report import LONGEST_REASON
from bot.wording.phrases import phrase

Json = Mapping[str, Any]

MOST_OPTIONS: Final = 25
_MOST_SELECTS: Final = 4
_LONGEST_OPTION: Final = 100
_LONGEST_NAME: Final = 100


def picker(act: Act, others: Sequence[Other]) -> ui.Modal:
    """Whom to compare with: one of the likeliest, or any other name."""
    language = act.language
    modal = _form(act, "compare_title")
    if others:
        likely = _select("other", [(other.subject, other.name) for other in others[:MOST_OPTIONS]], required=False)
        modal.add_item(ui.Label(text=phrase("compare_likely", language), component=likely))
    name = ui.TextInput[Any](
        custom_id="name",
        required=not others,
        max_length=_LONGEST_NAME,
        placeholder=phrase("compare_hint", language),
    )
    named = phrase("compare_other" if others else "compare_with", language)
    modal.add_item(ui.Label(text=named, component=name))
    return modal


def complaint(act: Act, figures: Sequence[Figure]) -> ui.Modal:
    """Which figure is wrong, and why; figures that one select does not hold stand in further ones."""
    language = act.language
    modal = _form(act, "wrong_title")
    options = [(figure.claim, figure.words) for figure in figures]
    starts = range(0, len(options), MOST_OPTIONS)[:_MOST_SELECTS]
    for number, start in enumerate(starts):
        which = _select(f"which{number}", options[start : start + MOST_OPTIONS], required=len(starts) == 1)
        modal.add_item(ui.Label(text=phrase("wrong_others" if number else "wrong_which", language), component=which))
    why = ui.TextInput[Any](custom_id="why", style=discord.TextStyle.paragraph, max_length=LONGEST_REASON)
    asked = phrase("wrong_why", language)
    modal.add_item(ui.Label(text=asked, description=phrase("wrong_hint", language), component=why))
    return modal


def guesses(act: Act, others: Sequence[Other], *, private: bool) -> ui.LayoutView:
    """Whom somebody may have meant, to pick from."""
    language = act.language
    pick = Act("pick", language, act.key, PRIVATE if private else PUBLIC)
    options = [(other.subject, other.name) for other in others[:MOST_OPTIONS]]
    select = ui.ActionRow(_select(pick.id, options, required=True))
    return view_of(Layout(phrase("did_you_mean_below", language)), select)


def given(fields: Json, name: str) -> str:
    """What was typed or chosen in a field of a form; empty where nothing was."""
    return next((value for ident, value in values_of(fields) if ident == name), "")


def chosen_figure(fields: Json) -> str:
    """The claim that was chosen, in whichever select."""
    return next((value for ident, value in values_of(fields) if ident.startswith("which") and value), "")


def values_of(fields: Json) -> Iterator[tuple[str, str]]:
    """The fields of a form by their ids, each with what was typed or chosen in it."""
    for label in fields.get("components", ()):
        field = label.get("component") or {}
        chosen = field.get("values") or [field.get("value") or ""]
        yield str(field.get("custom_id", "")), str(chosen[0])


def _form(act: Act, title: str) -> ui.Modal:
    modal = ui.Modal(title=phrase(title, act.language), custom_id=act.id, timeout=None)
    modal.stop()
    return modal


def _select(ident: str, options: Sequence[tuple[str, str]], *, required: bool) -> ui.Select[Any]:
    named = [
        discord.SelectOption(label=cut(words, _LONGEST_OPTION), value=value)
        for value, words in options
        if words.strip() and len(value) <= _LONGEST_OPTION
    ]
    return ui.Select(custom_id=ident, options=named, required=required, min_values=int(required))
