"""The address that comes with a command or a click: good for five answers within thirty minutes, without a token.

The SDK's client of such addresses tries again where Slack is busy or the line breaks, and takes any other answer as it
is; here Slack's own trouble is waited for as well. What others can see is never sent twice.
"""

import logging
from typing import Any, Final, NamedTuple

import aiohttp
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack_app.patience import Patience
from adapters.slack_app.refusals import code_in
from adapters.slack_app.retrying import AWAY, TROUBLE, Retrying, anything, nothing, wait_before

Json = dict[str, Any]

_OK: Final = 200


class Answered(NamedTuple):
    """What Slack answered: a status, and its word for what is wrong."""

    status: int
    code: str

    @property
    def ok(self) -> bool:
        """Whether Slack took it."""
        return self.status == _OK and self.code in {"", "ok"}


async def respond(
    address: str, body: Json, session: aiohttp.ClientSession | None, patience: Patience, logger: logging.Logger
) -> Answered:
    """Send `body` to an address; raises what aiohttp raises where Slack cannot be reached."""
    public = body.get("response_type") == "in_channel"
    retries: list[AsyncRetryHandler] = [Retrying(patience, nothing if public else anything)]
    webhook = AsyncWebhookClient(address, session=session, retry_handlers=retries, logger=logger)
    for number in range(1, patience.tries + 1):
        answer = await webhook.send_dict(dict(body))
        if answer.status_code < TROUBLE or (public and answer.status_code != AWAY):
            break
        await patience.pause(wait_before(number))
    else:
        answer = await webhook.send_dict(dict(body))
    return Answered(answer.status_code, code_in(answer.body))
