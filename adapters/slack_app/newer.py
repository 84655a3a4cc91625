"""Slack's own block for feedback in place of two buttons, in workspaces that take it.

A post is told when a block of it is refused, so it tries the newer one first and, where that is refused, is said in the
older form; the workspace is not tried again. An acknowledgement and an answer at a click's address are shown by Slack
or lost without a word: they keep the older form.
"""

import logging
from collections.abc import Iterator
from typing import Any, Final

from slack_sdk.errors import SlackApiError

from adapters.slack_app.elements import Json, words
from adapters.slack_app.insisting import Say
from adapters.slack_app.plainer import refused_numbers
from adapters.slack_app.refusals import INVALID, code_of, refused_blocks
from bot.people import Place

_LOG: Final = logging.getLogger("capex.slack")
_GOOD, _BAD = "helpful", "unhelpful"
_KIND: Final = "context_actions"


class Newer:
    """Remembers of one workspace whether it takes the newer block."""

    def __init__(self) -> None:
        self._taken = True

    def saying(self, say: Say) -> Say:
        """`say` with the newer block where it is taken."""

        async def best(place: Place, content: Json) -> str:
            newest = newer(content) if self._taken else content
            if newest == content:
                return await say(place, content)
            try:
                return await say(place, newest)
            except SlackApiError as error:
                if not _is_about(newest["blocks"], error):
                    raise
                self._taken = False
                _LOG.info("this workspace takes no feedback buttons yet")
            return await say(place, content)

        return best


def newer(content: Json) -> Json:
    """A message with its two thumbs as feedback buttons; as it is where it has none."""
    thumbs = _thumbs(content)
    if thumbs.keys() != {_GOOD, _BAD}:
        return content
    language, key = thumbs[_GOOD]["action_id"].partition(":")[2], thumbs[_GOOD]["value"]
    buttons = {
        "type": "feedback_buttons",
        "action_id": f"opinion:{language}",
        "positive_button": _judging(thumbs[_GOOD], f"{key} {_GOOD}"),
        "negative_button": _judging(thumbs[_BAD], f"{key} {_BAD}"),
    }
    return content | {"blocks": [*_without_thumbs(content), {"type": _KIND, "elements": [buttons]}]}


def _is_about(blocks: list[Json], error: SlackApiError) -> bool:
    """Whether Slack refuses the feedback buttons: where it points at blocks, they are among them."""
    if code_of(error) not in INVALID:
        return False
    refused = refused_numbers(refused_blocks(error))
    return not refused or any(blocks[number]["type"] == _KIND for number in refused if number < len(blocks))


def judged(value: str) -> bool:
    """Whether the feedback button of this value says that the answer is helpful."""
    return value.partition(" ")[2] == _GOOD


def _thumbs(content: Json) -> dict[str, Any]:
    found = {_name(one): one for block in content.get("blocks", ()) for one in _buttons(block)}
    return {name: found[name] for name in (_GOOD, _BAD) if name in found}


def _without_thumbs(content: Json) -> Iterator[Json]:
    for block in content["blocks"]:
        left = [
            one for one in block.get("elements", ()) if block["type"] != "actions" or _name(one) not in (_GOOD, _BAD)
        ]
        if left or block["type"] != "actions":
            yield block | {"elements": left} if block["type"] == "actions" else block


def _buttons(block: Json) -> list[Json]:
    return list(block["elements"]) if block["type"] == "actions" else []


def _name(button: Json) -> str:
    return str(button["action_id"]).partition(":")[0]


def _judging(thumb: Json, value: str) -> Json:
    return {"text": words(thumb["text"]["text"]), "value": value, "accessibility_label": thumb["accessibility_label"]}
