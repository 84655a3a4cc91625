"""What a message of blocks shows, read back for tests, and what Slack would say of it."""

from collections.abc import Iterator
from typing import Any

from tests.fakes.slack.blocks import characters, problems_of
from tests.fakes.slack.limits import objects

Json = dict[str, Any]


def shown(content: Json) -> str:
    """The text that a reader of the blocks sees, one section, text of small print or button a line."""
    return "\n".join("".join(_texts(part)) for block in content["blocks"] for part in block["elements"])


def buttons(content: Json) -> list[Json]:
    """The buttons of a message."""
    return [found for _, found in objects(content["blocks"], "") if found.get("type") == "button"]


def element_types(content: Json) -> set[str]:
    """The types of everything in the blocks."""
    return {str(found["type"]) for _, found in objects(content["blocks"], "") if "type" in found}


def complaints(content: Json) -> list[str]:
    """What Slack would not take."""
    said = problems_of(content["blocks"], "/blocks", "message")
    if not 0 < len(content["text"].strip()) <= 4_000:
        said.append(f"text of {len(content['text'])} characters")
    if characters(content["blocks"]) + len(content["text"]) > 12_000:
        said.append("too long in all")
    return said


def _texts(part: Json) -> Iterator[str]:
    for _, found in objects(part, ""):
        if isinstance(found.get("text"), str):
            yield found["text"]
