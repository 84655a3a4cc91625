"""What is done with a message that cannot stand where it belongs: its asker is given it in another way, or nobody is.

A channel is never written into twice for one message, and nothing is tried where Slack would refuse it alike.
"""

import logging
from typing import Any, Final

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack_app.blocks import MOST_BLOCKS
from adapters.slack_app.elements import small
from adapters.slack_app.recipients import Asker
from adapters.slack_app.refusals import TROUBLES, Course, code_of, course_of
from adapters.slack_app.standing import Standing
from bot.people import Place
from bot.wording.phrases import phrase

Json = dict[str, Any]

QUIET: Final[Json] = {"unfurl_links": False, "unfurl_media": False}

_LOG: Final = logging.getLogger("capex.slack")


class Instead:
    """The other ways in one workspace."""

    def __init__(self, client: AsyncWebClient, standing: Standing) -> None:
        self._client = client
        self._standing = standing

    def of(self, error: BaseException) -> Course:
        """What is done in place of what Slack refuses for good; raises it where that is a defect of ours."""
        course, code = course_of(error), code_of(error)
        if course == "never again":
            self._standing.end(code)
        elif course in {"as a defect", "plainly", "beside"}:
            raise error
        else:
            told = {"error": type(error).__name__, "code": code, "sent": course}
            _LOG.warning("a message cannot stand where it belongs", extra=told)
        return course

    async def give(self, course: Course, place: Place, content: Json, asker: Asker | None) -> None:
        """Give the asker what cannot stand where it belongs."""
        if asker is None:
            return
        try:
            if course == "to the asker alone":
                # In the channel itself: in a thread that nobody has written in Slack shows no such message.
                await self._client.chat_postEphemeral(channel=place.channel, user=asker.user, parse="none", **content)
            elif course == "in private":
                await self._client.chat_postMessage(
                    channel=asker.user, parse="none", **QUIET, **_explained(content, asker)
                )
        except TROUBLES as error:
            if course_of(error) == "never again":
                self._standing.end(code_of(error))
            else:
                told = {"error": type(error).__name__, "code": code_of(error)}
                _LOG.warning("an answer did not reach its asker", extra=told)


def _explained(content: Json, asker: Asker) -> Json:
    """The message with why it comes in private."""
    words = phrase("answered_here", asker.language)
    told = {**content, "text": f"{words}\n{content['text']}"}
    blocks = content.get("blocks", [])
    return told | {"blocks": [*small([words]), *blocks]} if 0 < len(blocks) < MOST_BLOCKS else told
