"""The modals behind the buttons: pages to turn, a picker to compare with, a form to say that a figure is wrong.

A modal is not told where it was opened. It carries that itself, as an `Origin`, which only the bot can read or change.
"""

import json
from dataclasses import asdict, dataclass
from typing import Final

from adapters.shortening import clipped
from adapters.slack_app.elements import Json, button, row, small, words
from adapters.slack_app.pages import Pages
from bot.reply import Figure
from bot.report import LONGEST_REASON
from bot.wording.phrases import phrase
from knowledge.value import Language

MOST_OPTIONS: Final = 100
LONGEST_OPTION: Final = 75


@dataclass(frozen=True, slots=True)
class Origin:
    """The answer that a modal belongs to, and where what comes of it goes.

    Attributes:
        url: where to answer the click that opened it, for the clicker alone.
        private: whether the answer is for the clicker alone, so that what comes of it is as well.
    """

    key: str
    language: Language
    channel: str
    thread: str | None
    url: str
    private: bool

    @classmethod
    def of(cls, view: Json) -> "Origin":
        """The origin that a view carries."""
        return cls(**json.loads(view["private_metadata"]))


def paged(title: str, pages: Pages, origin: Origin, number: int, turn: str) -> Json:
    """Page `number`, from 0, and buttons of the action `turn` to the pages beside it."""
    language, last = origin.language, len(pages) - 1
    at = min(number, last)
    beside = [(at - 1, "back")] * (at > 0) + [(at + 1, "next")] * (at < last)
    buttons = [button(f"{turn}:{name}:{language}", phrase(name, language), str(to)) for to, name in beside]
    place = [phrase("page", language, at + 1, len(pages))] if last else []
    blocks = [*pages[at], *small(place), *row(buttons)]
    return _modal(title, origin, blocks) | {"close": words(phrase("close", language))}


def picker(origin: Origin) -> Json:
    """Whom to compare with."""
    language = origin.language
    element = {
        "type": "external_select",
        "action_id": f"other:{language}",
        "min_query_length": 0,
        "placeholder": words(phrase("compare_hint", language)),
    }
    asks = {
        "type": "input",
        "block_id": "other",
        "label": words(phrase("compare_with", language)),
        "element": element,
    }
    return form("compare", phrase("compare_title", language), origin, [asks])


def options(named: list[tuple[str, str]]) -> list[Json]:
    """Options of a picker: values with the words for each."""
    known = [(value, clipped(name, LONGEST_OPTION)) for value, name in named if name.strip()]
    return [{"text": words(name), "value": value} for value, name in known[:MOST_OPTIONS]]


def complaint(origin: Origin, figures: tuple[Figure, ...]) -> Json:
    """Which figure is wrong, and why."""
    language = origin.language
    which = {
        "type": "static_select",
        "action_id": "which",
        "options": options([(figure.claim, figure.words) for figure in figures]),
    }
    why = {"type": "plain_text_input", "action_id": "why", "multiline": True, "max_length": LONGEST_REASON}
    asks = [
        {"type": "input", "block_id": "which", "label": words(phrase("wrong_which", language)), "element": which},
        {
            "type": "input",
            "block_id": "why",
            "label": words(phrase("wrong_why", language)),
            "hint": words(phrase("wrong_hint", language)),
            "element": why,
        },
    ]
    return form("wrong", phrase("wrong_title", language), origin, asks)


def told(title: str, sentence: str, origin: Origin) -> Json:
    """A modal that says one thing."""
    block = {"type": "section", "text": words(sentence)}
    return _modal(title, origin, [block]) | {"close": words(phrase("close", origin.language))}


def given(view: Json, block: str) -> str:
    """What was typed or chosen in a block of a form."""
    [state] = view["state"]["values"][block].values()
    chosen = state.get("selected_option")
    return str(chosen["value"] if chosen else state.get("value") or "")


def form(callback: str, title: str, origin: Origin, asks: list[Json]) -> Json:
    """A modal that is sent off, under the id `callback`."""
    language = origin.language
    buttons = {"submit": words(phrase("send", language)), "close": words(phrase("cancel", language))}
    return _modal(title, origin, asks) | buttons | {"callback_id": f"{callback}:{language}"}


def _modal(title: str, origin: Origin, blocks: list[Json]) -> Json:
    carried = json.dumps(asdict(origin))
    return {"type": "modal", "title": words(title), "private_metadata": carried, "blocks": blocks}
