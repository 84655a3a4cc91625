"""What a curator finds under a matter in Slack: a button for each decision.

A button carries the ident of the matter and the mark of what is shown of it, so that a press decides on just that.
"""

from collections.abc import Iterator
from typing import Final

from adapters.slack_app.elements import Json, button, words
from bot.reply import Deciding
from bot.wording.curating import said
from knowledge.value import Language

_BETWEEN: Final = "/"


def decisions(deciding: Deciding, language: Language) -> Iterator[Json]:
    """A button for each thing that can be done."""
    for name in deciding.buttons:
        value = f"{deciding.matter}{_BETWEEN}{deciding.mark}"
        yield button(f"decide-{name}:{language}", said(name, language), value)


def matter_of(value: str) -> tuple[str, str]:
    """The ident and the mark that a button carries."""
    ident, _, mark = value.partition(_BETWEEN)
    return ident, mark


def granting(language: Language) -> Json:
    """A picker for who is to curate, or no more."""
    element = {
        "type": "users_select",
        "action_id": f"curate:{language}",
        "placeholder": words(said("curators", language)),
    }
    return {"type": "actions", "elements": [element]}
