"""What a curator finds under a matter on Discord: buttons for what can be decided, and for what can be edited.

A form of Discord has five fields at most, so that a claim is edited in four forms, each of what belongs together.
"""

from typing import Final

from adapters.discord_app.escaping import escape
from adapters.discord_app.ids import Deed, grant_id
from adapters.discord_app.layout import Button, Picker, in_rows
from bot.curation.office import AGREEING
from bot.reply import Deciding, Granting, Reply
from bot.wording.curating import said
from knowledge.value import Language

FORMS: Final = {
    "edit_what": ("subject", "metric", "of", "basis"),
    "edit_figure": ("quote", "amount", "measure", "direction"),
    "edit_standing": ("period", "flow", "status", "scenario"),
    "edit_words": ("speaker", "via", "statement_en", "statement_de"),
}
"""The parts of a claim that each form edits; together they are all parts."""


def decisions(deciding: Deciding, language: Language) -> tuple[tuple[Button, ...], ...]:
    """Rows of buttons: what can be decided, and below it what can be edited."""

    def named(what: str) -> Button:
        deed = Deed(what, language, deciding.matter, deciding.mark)
        return Button(said(what, language), deed.id, is_first=what in AGREEING)

    decided = [named(what) for what in deciding.buttons if what != "edit"]
    edited = [named(form) for form in FORMS] if "edit" in deciding.buttons else []
    return (*in_rows(decided), *in_rows(edited))


def curators(granted: Granting) -> str:
    """Who curates, by the names that Discord shows for them, without a ping."""
    return "\n".join(f"<@{one.user}>" if one.platform == "discord" else escape(one.key) for one in granted.curators)


def granting(reply: Reply) -> Picker | None:
    """Who is to curate, or no more, where the reply is for somebody who may say so."""
    return Picker(said("pick_curator", reply.language), grant_id(reply.language)) if reply.granting else None
