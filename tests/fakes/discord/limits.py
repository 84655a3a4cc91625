"""Limits of a message that no schema knows, each answered as the platform answers it.

A form can be right in every field and still be refused: the texts of a Components V2 message count together, its
components count at every depth, and old fields may not stand beside it.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.fakes.discord.components import (
    BUTTON,
    LINK_STYLE,
    PREMIUM_STYLE,
    ROW,
    SELECTS,
    STRING_SELECT,
    TEXT_DISPLAY,
    texts,
    walk,
)
from tests.fakes.discord.errors import Problem
from tests.fakes.discord.world import COMPONENTS_V2, embed_texts

CONTENT = 2000
TEXTS = 4000
COMPONENTS = 40
ROWS = 5
EMBEDS = 6000
ROW_WIDTH = 5

Json = dict[str, Any]


def message_problems(message: Json, files: set[str]) -> Iterator[Problem]:
    """What is wrong with a message as it would stand after the call."""
    components = message.get("components") or []
    if len(message.get("content") or "") > CONTENT:
        yield Problem(("content",), "BASE_TYPE_MAX_LENGTH", f"Must be {CONTENT} or fewer in length.")
    if sum(len(text) for embed in message.get("embeds") or [] for text in embed_texts(embed)) > EMBEDS:
        yield Problem(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {EMBEDS}")
    yield from _version_two(message) if (message.get("flags") or 0) & COMPONENTS_V2 else _version_one(components)
    yield from custom_id_problems(components)
    yield from _control_problems(components)
    yield from _attachment_problems(message, files)


def _version_two(message: Json) -> Iterator[Problem]:
    components = message.get("components") or []
    for legacy in ("content", "embeds", "poll", "sticker_ids"):
        if message.get(legacy):
            code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
            yield Problem(
                (legacy,), code, f"The '{legacy}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            )
    if sum(map(len, texts(components))) > TEXTS:
        code = "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"
        yield Problem(("components",), code, f"The size of component displayable text exceeds the limit of {TEXTS}")
    if sum(1 for _ in walk(components)) > COMPONENTS:
        code = "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"
        yield Problem(("components",), code, f"The total number of components exceeds the limit of {COMPONENTS}")
    for path, one in walk(components):
        if one["type"] == TEXT_DISPLAY and not one["content"].strip():
            yield Problem((*path, "content"), "BASE_TYPE_REQUIRED", "This field is required")


def _version_one(components: list[Json]) -> Iterator[Problem]:
    if len(components) > ROWS:
        yield Problem(("components",), "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {ROWS} in length.")
    for index, one in enumerate(components):
        if one["type"] != ROW:
            yield Problem(
                ("components", index, "type"), "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).'
            )


def custom_id_problems(components: list[Json]) -> Iterator[Problem]:
    """Two controls with one custom_id; the description knows the length of 100."""
    counted = Counter(one["custom_id"] for _, one in walk(components) if one.get("custom_id"))
    for path, one in walk(components):
        if counted[one.get("custom_id")] > 1:
            yield Problem(
                (*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )


def _control_problems(components: list[Json]) -> Iterator[Problem]:
    for path, one in walk(components):
        kind = one["type"]
        found = (
            _button(one) if kind == BUTTON else _select(one) if kind in SELECTS else _row(one) if kind == ROW else ()
        )
        yield from (problem.under(*path) for problem in found)


def _button(button: Json) -> Iterator[Problem]:
    style, custom_id, url = button["style"], button.get("custom_id"), button.get("url")
    if style == LINK_STYLE:
        if not url or custom_id:
            yield Problem((), "BUTTON_COMPONENT_INVALID_URL", "A link button must have a url and no custom id")
        elif not url.startswith(("http://", "https://", "discord://")):
            yield Problem(("url",), "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'discord').")
    elif style != PREMIUM_STYLE and (not custom_id or url):
        yield Problem(("custom_id",), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required and no url")
    if style != PREMIUM_STYLE and not (button.get("label") or button.get("emoji")):
        yield Problem((), "BUTTON_COMPONENT_INVALID", "A button must have a label or an emoji")


def _select(select: Json) -> Iterator[Problem]:
    least, most = select.get("min_values"), select.get("max_values")
    least, most = 1 if least is None else least, 1 if most is None else most
    options = select.get("options") or []
    if least > most or (select["type"] == STRING_SELECT and most > len(options)):
        yield Problem(("max_values",), "SELECT_COMPONENT_MAX_VALUES", "More values asked for than there are options")
    for value, times in Counter(option["value"] for option in options).items():
        if times > 1:
            yield Problem(("options",), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", f"Value duplicated: {value}")


def _row(row: Json) -> Iterator[Problem]:
    widths = [ROW_WIDTH if one["type"] in SELECTS else 1 for one in row["components"]]
    if sum(widths) > ROW_WIDTH:
        yield Problem(
            ("components",), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width"
        )


def _attachment_problems(message: Json, files: set[str]) -> Iterator[Problem]:
    for place in ("components", "embeds"):
        for address in _addresses(message.get(place) or []):
            if address.startswith("attachment://") and address.removeprefix("attachment://") not in files:
                yield Problem((place,), "ATTACHMENT_NOT_FOUND", f"Referenced attachment not found: {address}")


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "url" and isinstance(inner, str):
                yield inner
            yield from _addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner)


def mention_problems(body: Json) -> Iterator[Problem]:
    """Asked for by a test, not by the platform: nothing in this message may ping anyone."""
    allowed = body.get("allowed_mentions")
    if not isinstance(allowed, dict):
        yield Problem(("allowed_mentions",), "MENTIONS_NOT_RULED_OUT", "allowed_mentions is missing")
    elif allowed.get("parse") != [] or allowed.get("users") or allowed.get("roles") or allowed.get("replied_user"):
        yield Problem(
            ("allowed_mentions",), "MENTIONS_NOT_RULED_OUT", f"allowed_mentions lets pings through: {allowed}"
        )
