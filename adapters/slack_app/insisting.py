"""A message that Slack refuses as it is, said once more in a way that Slack may take.

Each way is tried once, so that this ends; where none is left, Slack's last word is raised.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Final

from slack_sdk.errors import SlackApiError

from adapters.slack_app.plainer import plainer
from adapters.slack_app.refusals import Course, code_of, course_of, refused_blocks
from bot.people import Place

Json = dict[str, Any]
Say = Callable[[Place, Json], Awaitable[str]]

_LOG: Final = logging.getLogger("capex.slack")


async def insisting(say: Say, place: Place, content: Json) -> str:
    """What `say` gives, after it was said in other ways that Slack may take, each tried once."""
    tried: set[Course] = set()
    while True:
        try:
            return await say(place, content)
        except SlackApiError as error:
            course = course_of(error)
            again = _again(course, place, content, refused_blocks(error))
            if again is None or course in tried:
                raise
            tried.add(course)
            place, content = again
            _LOG.info("a message is sent once more", extra={"code": code_of(error), "sent": course})


def _again(course: Course, place: Place, content: Json, told: str) -> tuple[Place, Json] | None:
    if course == "plainly":
        plain = plainer(content, told)
        return (place, plain) if plain else None
    return (replace(place, thread=None), content) if course == "beside" and place.thread else None
