"""How messages leave: through the Web API at the pace of their channel, without previews, with new tries.

Nothing of what is sent is logged; where Slack refuses, its error code is. What a refusal means stands in `refusals`,
what is done then in `insisting` and `instead`.
"""

import logging
from functools import partial
from typing import Any, Final

import aiohttp
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack_app.first_byte import Leaving, before_first_byte, traced
from adapters.slack_app.insisting import insisting
from adapters.slack_app.instead import QUIET, Instead
from adapters.slack_app.lanes import Crowded, Lanes
from adapters.slack_app.newer import Newer
from adapters.slack_app.patience import Patience
from adapters.slack_app.plainer import plainer
from adapters.slack_app.recipients import Asker, Click
from adapters.slack_app.refusals import (
    GONE,
    OUTSIDE,
    TROUBLES,
    Course,
    code_of,
    course_of,
    course_of_code,
)
from adapters.slack_app.responding import Answered, respond
from adapters.slack_app.retrying import Retrying, all_but_posts
from adapters.slack_app.standing import Standing
from bot.people import Place

Json = dict[str, Any]

_LOG = logging.getLogger("capex.slack")
_SDK_LOG: Final = logging.getLogger("capex.slack.web")
"""The SDK's debugging shows whole messages; it is never wanted."""


def web_session(patience: Patience) -> aiohttp.ClientSession:
    """Connections for all clients: as many as there are calls, so that one that waits holds up no other."""
    timeout = aiohttp.ClientTimeout(total=patience.each_try)
    connector = aiohttp.TCPConnector(limit=0)
    return aiohttp.ClientSession(timeout=timeout, connector=connector, trace_configs=[traced()])


def web_client(
    token: str | None, base_url: str, session: aiohttp.ClientSession, patience: Patience | None = None
) -> AsyncWebClient:
    """A client of the Web API at `base_url`."""
    _SDK_LOG.setLevel(logging.INFO)
    retries: list[AsyncRetryHandler] = [Retrying(patience or Patience(), all_but_posts)]
    return AsyncWebClient(token=token, base_url=base_url, session=session, retry_handlers=retries, logger=_SDK_LOG)


class Sender:
    """Posts, updates and takes back the bot's messages in one workspace; `client` is for what is no message."""

    def __init__(
        self, client: AsyncWebClient, standing: Standing | None = None, patience: Patience | None = None
    ) -> None:
        """`standing` is told where the workspace has ended the bot's access, and nothing is sent from then on."""
        self.client = client
        self._once = AsyncWebClient(
            token=client.token, base_url=client.base_url, session=client.session, retry_handlers=[], logger=_SDK_LOG
        )
        self._patience = patience or Patience()
        self._standing = standing or Standing()
        self._lanes = Lanes(self._patience)
        self._newer = Newer()
        self._instead = Instead(client, self._standing)

    def hurry(self) -> None:
        """Keep no pace any more, for the bot is to end."""
        self._lanes.hurry()

    async def post(self, place: Place, content: Json, asker: Asker | None = None) -> str | None:
        """Post a message; its timestamp, None where it could not stand there.

        Its asker is then given it in another way, if there is one. Raises what Slack says of a defect of ours.
        """
        try:
            async with self._lanes.turn(place.channel):
                # Asked here, as it may have ended for those who waited before.
                return None if self._standing.fault else await insisting(self._newer.saying(self._post), place, content)
        except Crowded:
            course: Course = "to the asker alone"
        except TROUBLES as error:
            course = self._instead.of(error)
        await self._instead.give(course, place, content, asker)
        return None

    @property
    def ended(self) -> bool:
        """Whether the workspace has ended the bot's access."""
        return self._standing.fault is not None

    async def publish(self, place: Place, content: Json, leaving: Leaving) -> str:
        """Post a message that nobody asked for, with no new try; its timestamp.

        `leaving` is done before the first byte of it leaves. Raises Crowded, and what a call of Slack's raises.
        """
        async with self._lanes.turn(place.channel):
            with before_first_byte(leaving):
                return await insisting(partial(self._post_by, self._once), place, content)

    async def update(self, place: Place, ts: str, content: Json, asker: Asker | None = None) -> None:
        """Put other content into a message; nothing where it is gone."""
        if self._standing.fault:
            return
        try:
            await insisting(self._newer.saying(partial(self._update, ts)), place, content)
        except TROUBLES as error:
            if code_of(error) not in GONE:
                await self._instead.give(self._instead.of(error), place, content, asker)

    async def delete(self, channel: str, ts: str, address: str) -> None:
        """Take a message back, at the click's own address where the bot is no member; nothing where it is gone."""
        if self._standing.fault:
            return
        try:
            await self.client.chat_delete(channel=channel, ts=ts)
        except TROUBLES as error:
            if code_of(error) in GONE:
                return
            if code_of(error) in OUTSIDE:
                await self._respond(address, {"delete_original": True})
            elif course_of(error) in {"never again", "not at all"}:
                self._instead.of(error)
            else:
                raise

    async def tell_all(self, address: str, content: Json) -> bool:
        """Tell everybody in the channel of a command or click, at its own address; whether Slack took it.

        That needs no membership.
        """
        how = {"response_type": "in_channel", "replace_original": False}
        answered = await self._respond(address, {**how, **QUIET, **content})
        if not answered.ok:
            _LOG.warning("a channel could not be told", extra={"status": answered.status, "code": answered.code})
        return answered.ok

    async def respond(self, address: str, content: Json, *, replace: bool, click: Click | None = None) -> None:
        """Answer a click at its own address: in place of the message, or beside it for the clicker alone.

        Where the address is of no use any more, the answer to a known `click` takes another way.
        """
        how = {"replace_original": True} if replace else {"replace_original": False, "response_type": "ephemeral"}
        try:
            answered = await self._respond(address, {**how, **QUIET, **content})
        except (aiohttp.ClientError, TimeoutError):
            if click is None:
                raise
            answered = Answered(0, "")
        if answered.ok:
            return
        _LOG.warning("a click could not be answered", extra={"status": answered.status, "code": answered.code})
        if click is None or course_of_code(answered.code) == "not at all" or self._standing.fault:
            return
        said = {key: value for key, value in content.items() if key in {"text", "blocks"}}
        if replace and click.ts:
            await self.update(click.place, click.ts, said, click.asker)
        else:
            await self._instead.give("to the asker alone", click.place, said, click.asker)

    async def _respond(self, address: str, body: Json) -> Answered:
        answered = await respond(address, body, self.client.session, self._patience, _SDK_LOG)
        plain = plainer(body, "") if course_of_code(answered.code) == "plainly" else None
        return await respond(address, plain, self.client.session, self._patience, _SDK_LOG) if plain else answered

    async def _post(self, place: Place, content: Json) -> str:
        return await self._post_by(self.client, place, content)

    @staticmethod
    async def _post_by(client: AsyncWebClient, place: Place, content: Json) -> str:
        posted = await client.chat_postMessage(
            channel=place.channel, thread_ts=place.thread, parse="none", **QUIET, **content
        )
        return str(posted["ts"])

    async def _update(self, ts: str, place: Place, content: Json) -> str:
        await self.client.chat_update(channel=place.channel, ts=ts, parse="none", **content)
        return ts


def in_thread(thread: str | None) -> Json:
    """What to add to the answer to a click so that it stands in a thread."""
    return {"thread_ts": thread} if thread else {}
