"""A bot of a few lines on the genuine slack-bolt, which uses every feature that the fake has."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler, AsyncServerErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import SlackServer

Json = dict[str, Any]
PING_SECONDS = 0.2


def section(text: str, **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str, value: str) -> Json:
    return {"type": "button", "action_id": action_id, "value": value, "text": {"type": "plain_text", "text": value}}


def modal(*blocks: Json) -> Json:
    plain = {name: {"type": "plain_text", "text": name.title()} for name in ("title", "submit", "close")}
    return {"type": "modal", "callback_id": "report", "blocks": list(blocks), **plain}


ASK_WHY = {
    "type": "input",
    "block_id": "why",
    "label": {"type": "plain_text", "text": "Why?"},
    "element": {"type": "plain_text_input", "action_id": "reason"},
}
PICKER = {
    "type": "external_select",
    "action_id": "company",
    "min_query_length": 1,
    "placeholder": {"type": "plain_text", "text": "Company"},
}
ANSWER = [section("*35*"), {"type": "actions", "elements": [button("more", "more"), button("wrong", "wrong"), PICKER]}]


class TinyBot:
    """Listeners that answer at once; `gate` holds back the command `/slow`."""

    def __init__(self, server: SlackServer) -> None:
        retries = [AsyncRateLimitErrorRetryHandler(), AsyncServerErrorRetryHandler()]
        client = AsyncWebClient(server.bot_token, base_url=server.api_url, retry_handlers=retries)
        self.app = AsyncApp(client=client, signing_secret=server.signing_secret, process_before_response=True)
        self.client = client
        self.gate = asyncio.Event()
        self.retries: list[str] = []
        self.submitted: list[Json] = []
        self._listen()

    def _listen(self) -> None:
        app = self.app
        app.command("/capex")(self._command)
        app.command("/slow")(self._slow)
        app.command("/many")(self._many)
        app.event("app_mention")(self._mention)
        app.event("message")(self._message)
        app.event("app_home_opened")(self._home)
        app.action("more")(self._more)
        app.action("wrong")(self._wrong)
        app.options("company")(self._companies)
        app.view("report")(self._report)
        app.shortcut("ask_about")(self._about)

    async def _command(self, ack: Any, body: Json) -> None:
        await ack(text=f"You asked: {body['text']}", blocks=ANSWER)

    async def _slow(self, ack: Any) -> None:
        await self.gate.wait()
        await ack("late")

    async def _many(self, ack: Any, respond: Any, body: Json) -> None:
        await ack()
        for number in range(int(body["text"])):
            await respond(text=f"{number}", response_type="in_channel")

    async def _mention(self, event: Json, say: Any, request: Any, client: AsyncWebClient) -> None:
        self.retries += request.headers.get("x-slack-retry-num", [])
        if "edited" in event:
            await self._rewrite(event, client)
            return
        await say(text="35", blocks=ANSWER, thread_ts=event.get("thread_ts", event["ts"]))

    async def _rewrite(self, event: Json, client: AsyncWebClient) -> None:
        self.answered = getattr(self, "answered", "")
        await client.chat_update(channel=event["channel"], ts=self.answered, text="36")

    async def _message(self, event: Json, say: Any) -> None:
        if event.get("channel_type") == "im" and "bot_id" not in event and "subtype" not in event:
            await say(text=f"private {event['text']}")

    async def _home(self, event: Json, client: AsyncWebClient) -> None:
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section("Welcome")]})

    async def _more(self, ack: Any, respond: Any) -> None:
        await ack()
        await respond(text="more", replace_original=True)

    async def _wrong(self, ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=modal(section("Which?", accessory=PICKER), ASK_WHY))

    async def _companies(self, ack: Any, body: Json) -> None:
        await ack(options=[{"text": {"type": "plain_text", "text": body["value"].title()}, "value": body["value"]}])

    async def _report(self, ack: Any, view: Json) -> None:
        self.submitted.append(view)
        if not view["state"]["values"]["why"]["reason"]["value"]:
            await ack(response_action="errors", errors={"why": "Please say why"})
            return
        await ack()

    async def _about(self, ack: Any, respond: Any, shortcut: Json) -> None:
        await ack()
        await respond(text=f"about {shortcut['message']['text']}")


@asynccontextmanager
async def over_sockets(server: SlackServer, sockets: int = 1) -> AsyncIterator[TinyBot]:
    """The bot in Socket Mode."""
    bot = TinyBot(server)
    handlers: list[Any] = [
        AsyncSocketModeHandler(bot.app, server.app_token, ping_interval=PING_SECONDS) for _ in range(sockets)
    ]
    for handler in handlers:
        await handler.connect_async()
    await server.connected(sockets)
    try:
        yield bot
    finally:
        for handler in handlers:
            await handler.close_async()


@asynccontextmanager
async def over_http(server: SlackServer) -> AsyncIterator[TinyBot]:
    """The bot behind an address of its own."""
    bot = TinyBot(server)
    runner = web.AppRunner(bot.app.server(port=0, path="/slack/events").web_app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.use_http(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
    try:
        yield bot
    finally:
        await runner.cleanup()
