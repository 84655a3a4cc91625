"""Digests and alerts in Slack: posted without anybody having asked, in the workspace that ordered them.

Slack knows no key by which to tell a repeated post, and reading a channel is no right of the bot: whether a message
whose answer is missing stands there cannot be found out. What Slack says of a failed call is sorted into what is
certain, as `adapters.publishing.port` wants it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

import aiohttp
from slack_sdk.errors import SlackApiError

from adapters.publishing import Leaving, NotSent, Refused, Unclear
from adapters.slack_app.blocks import message
from adapters.slack_app.elements import Json, styled
from adapters.slack_app.lanes import Crowded
from adapters.slack_app.refusals import TROUBLES, code_of, course_of
from adapters.slack_app.retrying import AWAY, BUSY
from adapters.slack_app.sending import Sender
from bot.people import Person, Place, Platform
from bot.reply import Reply
from knowledge.value import Language

SenderIn = Callable[[str], Awaitable[Sender | None]]
"""What sends in a workspace; None where this process has no token of it."""

_NOTHING_SENT: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
_LATER: Final = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded", "team_added_to_org"})
_UNTOUCHED: Final = frozenset({BUSY, AWAY})


async def _nothing() -> None:
    """Nothing has to be known before."""


class SlackPublisher:
    """See `Publisher`."""

    platform: Platform = "slack"

    def __init__(self, sender_in: SenderIn) -> None:
        self._sender_in = sender_in

    async def post(self, place: Place, reply: Reply, key: str, leaving: Leaving) -> str:  # noqa: ARG002 - Slack knows no keys
        """See `Publisher.post`."""
        return await self._sent(place, message(reply), leaving)

    async def find(self, place: Place, reply: Reply, key: str, since: datetime) -> str | None:  # noqa: ARG002
        """See `Publisher.find`."""
        raise Unclear("the connection to Slack broke")

    async def add(self, place: Place, message_id: str, reply: Reply) -> None:
        """See `Publisher.add`."""
        await self._sent(replace(place, thread=message_id), message(reply))

    async def tell(self, person: Person, place: Place, words: str, language: Language) -> None:  # noqa: ARG002
        """See `Publisher.tell`."""
        direct = Place(platform="slack", workspace=person.workspace, channel=person.user, direct=True)
        await self._sent(direct, _on_channel(words, place))

    async def _sent(self, place: Place, content: Json, leaving: Leaving = _nothing) -> str:
        sender = await self._sender_in(place.workspace)
        if sender is None:
            raise NotSent("this process has no access to the workspace")
        if sender.ended:
            raise Refused("the workspace has ended the bot's access")
        try:
            return await sender.publish(place, content, leaving)
        except Crowded:
            raise NotSent("too many messages wait in the channel") from None
        except TROUBLES as error:
            raise _sorted(error) from None


def _sorted(error: BaseException) -> NotSent | Refused | Unclear:
    """What is certain after a call has failed for good."""
    code = code_of(error)
    if isinstance(error, _NOTHING_SENT):
        return NotSent("Slack cannot be reached")
    if not isinstance(error, SlackApiError):
        return Unclear("the connection to Slack broke")
    if code in _LATER or _status(error) in _UNTOUCHED:
        return NotSent(code or "Slack is busy")
    if course_of(error) == "to the asker alone":
        return Unclear(code or "Slack had trouble")
    return Refused(code)


def _status(error: SlackApiError) -> int:
    return int(getattr(error.response, "status_code", 0) or getattr(error.response, "status", 0))


def _on_channel(words: str, place: Place) -> Json:
    """The words, with the channel that they are about."""
    if place.direct:
        return {"text": words}
    channel = {"type": "channel", "channel_id": place.channel}
    section = {"type": "rich_text_section", "elements": [channel, styled(f" {words}")]}
    return {"text": f"<#{place.channel}> {words}", "blocks": [{"type": "rich_text", "elements": [section]}]}
