"""The few elements that a Slack message is made of, each of them text in which Slack reads no markup."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from adapters.shortening import clipped

Json = dict[str, Any]

_LONGEST_LABEL: Final = 75
LONGEST_SMALL: Final = 3_000
"""Characters of one text of small print."""


def rich(*parts: Json) -> Iterator[Json]:
    """A block of these parts, none where all are empty."""
    filled = [part for part in parts if part["elements"]]
    if filled:
        yield {"type": "rich_text", "elements": filled}


def section(*elements: Json) -> Json:
    """A paragraph of styled texts."""
    return {"type": "rich_text_section", "elements": [one for one in elements if one["text"]]}


def quoted(said: str) -> Json:
    """The article's words, set off from ours."""
    return {"type": "rich_text_quote", "elements": [styled(f"«{said}»")]}


def styled(text: str, *styles: str) -> Json:
    """A text, in bold for example."""
    element: Json = {"type": "text", "text": text}
    return element | {"style": dict.fromkeys(styles, True)} if styles else element


def small(texts: Iterable[str]) -> Iterator[Json]:
    """A block with lines of small grey text, none where all are empty."""
    text = "\n".join(text for text in texts if text.strip())
    if text:
        yield {"type": "context", "elements": [words(text)]}


def small_whole(texts: Iterable[str]) -> Iterator[Json]:
    """Blocks with such lines, as many as it takes to show each of them whole."""
    pieces = [text[start : start + LONGEST_SMALL] for text in texts for start in range(0, len(text), LONGEST_SMALL)]
    lines: list[str] = []
    for piece in pieces:
        if len("\n".join([*lines, piece])) > LONGEST_SMALL:
            yield from small(lines)
            lines = []
        lines.append(piece)
    yield from small(lines)


def row(buttons: list[Json]) -> Iterator[Json]:
    """A block of buttons side by side, none without one."""
    if buttons:
        yield {"type": "actions", "elements": buttons}


def button(action_id: str, label: str, value: str) -> Json:
    """A button with these words on it, cut where they are too long."""
    return {
        "type": "button",
        "action_id": action_id,
        "text": words(clipped(label, _LONGEST_LABEL)),
        "value": value,
    }


def words(text: str) -> Json:
    """Plain text, in which even an emoji's name is text."""
    return {"type": "plain_text", "text": text, "emoji": False}
