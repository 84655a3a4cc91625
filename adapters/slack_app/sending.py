"""How messages leave: through the Web API or the address that came with a click, without previews, with new tries.

Nothing of what is sent is logged; where Slack refuses, its error code is.
"""

import logging
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.revisits import Refused
from bot.people import Place
from bot.wording.phrases import phrase
from knowledge.value import Language

Json = dict[str, Any]

_LOG = logging.getLogger("capex.slack")
_SDK_LOG: Final = logging.getLogger("capex.slack.web")
"""The SDK's debugging shows whole messages; it is never wanted."""

_GONE: Final = frozenset({"message_not_found", "cant_update_message"})
_NO_MEMBER: Final = frozenset({"not_in_channel", "channel_not_found"})
_CLOSED: Final = frozenset({"not_found", "hash_conflict"})
_OK: Final = 200


def web_client(token: str, base_url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """A client of the Web API at `base_url`."""
    _SDK_LOG.setLevel(logging.INFO)
    return AsyncWebClient(token=token, base_url=base_url, session=session, retry_handlers=_retries(), logger=_SDK_LOG)


class Sender:
    """Posts, updates and takes back the bot's messages."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def post(self, place: Place, content: Json) -> str:
        """Post a message; its timestamp."""
        posted = await self._client.chat_postMessage(
            channel=place.channel,
            thread_ts=place.thread,
            parse="none",
            unfurl_links=False,
            unfurl_media=False,
            **content,
        )
        return str(posted["ts"])

    async def update(self, place: Place, ts: str, content: Json) -> None:
        """Put other content into a message; nothing where it is gone."""
        try:
            await self._client.chat_update(channel=place.channel, ts=ts, parse="none", **content)
        except SlackApiError as error:
            _tolerate_gone(error)

    async def delete(self, channel: str, ts: str, address: str) -> None:
        """Take a message back; nothing where it is gone, and by the click's address where the bot is not a member."""
        try:
            await self._client.chat_delete(channel=channel, ts=ts)
        except SlackApiError as error:
            if error.response["error"] in _NO_MEMBER:
                await self._send(address, {"delete_original": True})
                return
            _tolerate_gone(error)

    async def open_view(self, trigger: str, view: Json, language: Language) -> None:
        """Open a modal on a click; raises Refused, which says so in `language`, where it came too late."""
        try:
            await self._client.views_open(trigger_id=trigger, view=view)
        except SlackApiError as error:
            if error.response["error"] == "expired_trigger_id":
                raise Refused(phrase("too_slow", language)) from None
            if error.response["error"] != "exchanged_trigger_id":  # a try whose answer was lost has opened it
                raise

    async def update_view(self, view: Json, shown: Json) -> None:
        """Put other content into a modal; nothing where it is closed, or another click was faster."""
        try:
            await self._client.views_update(view_id=view["id"], hash=view["hash"], view=shown)
        except SlackApiError as error:
            if error.response["error"] not in _CLOSED:
                raise

    async def respond(self, address: str, content: Json, *, replace: bool) -> None:
        """Answer a click at its own address: in place of the message, or beside it for the clicker alone."""
        how = {"replace_original": True} if replace else {"replace_original": False, "response_type": "ephemeral"}
        await self._send(address, {**how, "unfurl_links": False, "unfurl_media": False, **content})

    async def share(self, address: str, content: Json) -> bool:
        """Answer a click with a message for everybody; whether Slack took it."""
        how = {"replace_original": False, "response_type": "in_channel"}
        return await self._send(address, {**how, "unfurl_links": False, "unfurl_media": False, **content})

    async def _send(self, address: str, body: Json) -> bool:
        webhook = AsyncWebhookClient(address, session=self._client.session, retry_handlers=_retries(), logger=_SDK_LOG)
        answer = await webhook.send_dict(body)
        if answer.status_code != _OK:
            _LOG.warning("a click could not be answered", extra={"status": answer.status_code})
        return answer.status_code == _OK


def in_thread(thread: str | None) -> Json:
    """What to add to the answer to a click so that it stands in a thread."""
    return {"thread_ts": thread} if thread else {}


def _tolerate_gone(error: SlackApiError) -> None:
    if error.response["error"] not in _GONE:
        raise error


def _retries() -> list[AsyncRetryHandler]:
    return [
        AsyncConnectionErrorRetryHandler(),
        AsyncRateLimitErrorRetryHandler(max_retry_count=2),
        AsyncServerErrorRetryHandler(max_retry_count=2),
    ]
