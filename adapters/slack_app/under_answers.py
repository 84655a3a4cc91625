"""The buttons that stand under an answer in Slack: each knows the answer by its key, and what it does by its id.

An id ends in the language of the answer, so that whatever goes wrong after a click is told in it.
"""

from collections.abc import Iterator
from typing import Final

from adapters.shortening import Shown
from adapters.slack_app.elements import Json, button
from bot.reply import Reply, Under
from bot.wording.phrases import phrase

_THUMBS: Final = {"helpful": "👍", "unhelpful": "👎"}
"""What is said by a sign, beside which a screen reader says the words."""


def standing(under: Under, shown: Shown) -> Iterator[Json]:
    """The buttons under an answer; where lines did not fit, the rest of them is behind *More* too."""
    further = ("more",) if shown.left and "more" not in under.buttons else ()
    for name in (*further, *under.buttons):
        words = phrase(name, shown.language)
        named = button(f"{name}:{shown.language}", _THUMBS.get(name, words), under.key)
        yield named | ({"accessibility_label": words} if name in _THUMBS else {})


def sharing(reply: Reply, sharer: str | None) -> Iterator[Json]:
    """The button by which the person with this id shows a private answer to the whole channel."""
    if sharer and reply.under:
        yield button(f"share:{reply.language}", phrase("share", reply.language), f"{reply.under.key} {sharer}")
