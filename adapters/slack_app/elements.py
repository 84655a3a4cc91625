"""The few elements that a Slack message is made of, each of them text in which Slack reads no markup."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from adapters.slack_app.shortening import clipped

Json = dict[str, Any]

_LONGEST_LABEL: Final = 75


def rich(*parts: Json) -> Iterator[Json]:
    """A block of these parts, none where all are empty."""
    filled = [part for part in parts if part["elements"]]
    if filled:
        yield {"type": "rich_text", "elements": filled}


def section(*elements: Json) -> Json:
    """A paragraph of styled texts."""
    return {"type": "rich_text_section", "elements": [one for one in elements if one["text"]]}


def quoted(words: str) -> Json:
    """The article's words, set off from ours."""
    return {"type": "rich_text_quote", "elements": [styled(f"«{words}»")]}


def styled(text: str, *styles: str) -> Json:
    """A text, in bold for example."""
    element: Json = {"type": "text", "text": text}
    return element | {"style": dict.fromkeys(styles, True)} if styles else element


def small(texts: Iterable[str]) -> Iterator[Json]:
    """A block with lines of small grey text, none where all are empty."""
    text = "\n".join(text for text in texts if text.strip())
    if text:
        yield {"type": "context", "elements": [_plain(text)]}


def button(action_id: str, words: str, value: str) -> Json:
    """A button with these words, cut where they are too long."""
    return {
        "type": "button",
        "action_id": action_id,
        "text": _plain(clipped(words, _LONGEST_LABEL)),
        "value": value,
    }


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}
