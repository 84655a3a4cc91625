"""The forms of curators in Slack: why they decide so, and the parts of a claim to be changed."""

from collections.abc import Iterable
from typing import Final

from adapters.slack_app.elements import Json, words
from adapters.slack_app.modals import Origin, form, options
from bot.curation.counter import Part
from bot.curation.deciding import LONGEST_REASON
from bot.wording.curating import said
from knowledge.value import Language

_LONGEST_INPUT: Final = 3_000


def reason_form(origin: Origin, decision: str) -> Json:
    """Why a curator decides so."""
    language = origin.language
    why = {"type": "plain_text_input", "action_id": "why", "multiline": True, "max_length": LONGEST_REASON}
    asks: list[Json] = [{"type": "input", "block_id": "why", "label": words(said("reason", language)), "element": why}]
    return form(f"decided-{decision}", said("reason_title", language), origin, asks)


def edit_form(origin: Origin, parts: Iterable[Part]) -> Json:
    """The parts of a claim, to be changed."""
    asks = [_ask(part, origin.language) for part in parts]
    return form("edited", said("edit_title", origin.language), origin, asks)


def lines_of(view: Json) -> dict[str, str]:
    """What stands in the parts of a form."""
    lines: dict[str, str] = {}
    for name, block in view["state"]["values"].items():
        [state] = block.values()
        chosen = state.get("selected_option")
        lines[name] = str(chosen["value"] if chosen else state.get("value") or "").strip()
    return lines


def _ask(part: Part, language: Language) -> Json:
    asked: Json = {
        "type": "input",
        "block_id": part.name,
        "optional": not part.is_needed,
        "label": words(said(f"part_{part.name}", language)),
    }
    if part.choices:
        offered = options([(one, part.choice(one, language)) for one in part.choices])
        chosen = [one for one in offered if one["value"] == part.text]
        initial = {"initial_option": chosen[0]} if chosen else {}
        return asked | {"element": {"type": "static_select", "action_id": part.name, "options": offered} | initial}
    filled = {"initial_value": part.text[:_LONGEST_INPUT]} if part.text else {}
    typed: Json = {"type": "plain_text_input", "action_id": part.name, "multiline": part.is_long}
    return asked | {"element": typed | filled}
