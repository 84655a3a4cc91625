"""What a curator finds under a matter in Slack: a button for each decision.

A button carries the ident of the matter and the mark of what is shown of it, so that a press decides on just that.
"""

from collections.abc import Iterator
from typing import Final

from adapters.slack_app.elements import Json, button, styled, words
from bot.curation.office import AGREEING
from bot.people import Person
from bot.reply import Deciding, Granting
from bot.wording.curating import said
from knowledge.value import Language

_BETWEEN: Final = "/"


def decisions(deciding: Deciding, language: Language) -> Iterator[Json]:
    """A button for each thing that can be done."""
    for name in deciding.buttons:
        value = f"{deciding.matter}{_BETWEEN}{deciding.mark}"
        stands_out = {"style": "primary"} if name in AGREEING else {}
        yield button(f"decide-{name}:{language}", said(name, language), value) | stands_out


def matter_of(value: str) -> tuple[str, str]:
    """The ident and the mark that a button carries."""
    ident, _, mark = value.partition(_BETWEEN)
    return ident, mark


def granting(granted: Granting, language: Language) -> Iterator[Json]:
    """Who curates, by the names that Slack shows for them, and a picker for who is to, or no more."""
    named = [_named(one) for one in granted.curators]
    if named:
        yield {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": named}]}
    element = {
        "type": "users_select",
        "action_id": f"curate:{language}",
        "placeholder": words(said("pick_curator", language)),
    }
    yield {"type": "actions", "elements": [element]}


def _named(person: Person) -> Json:
    """A person as Slack names its own, anybody else by key; nobody is notified of a message for one person's eyes."""
    own: Json = {"type": "user", "user_id": person.user}
    return {"type": "rich_text_section", "elements": [own if person.platform == "slack" else styled(person.key)]}
