"""`python -m tests.benchmarks.slack_server KIND FOLDER`: one app behind signed HTTP on one core, for `slack_requests`.

Kinds: `bare`, a bolt app on bolt's own server, with the settings of ours and one constant answer, the very message that
ours says; `adapter`, ours over a desk that always says the same at once, so that the adapter is measured alone;
`constant`, ours with a line that always says the same, and with its records; `full`, ours as `capex serve` runs it. It
prints its port, serves until its input ends, and uses the Slack that the environment names. Each of them looks for
garbage as rarely as `capex serve` does: our objects, nearly all of them there for good, would be searched again and
again for what both make, and the bare app has hardly any to be searched.
"""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import aiohttp
from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from adapters.command_line import GARBAGE_AFTER
from adapters.desk import Desk
from adapters.slack_app import SlackPlatform
from adapters.slack_app.blocks import message
from adapters.slack_app.http_server import EVENTS
from adapters.slack_app.sending import web_client
from bot.conversation import Conversation
from bot.places import shipped_corpus
from bot.records import SqlRecords
from bot.remembering import RememberingLine
from bot.reply import Reply
from bot.settings import Settings
from bot.shown_answer import new_key
from bot.under import under
from knowledge.store import Store
from tests.benchmarks.platform_peers import QUIET, ConstantDesk, FixedLine

QUESTION = "meta"


def main(kind: str, folder: str) -> None:
    """Serve until the input ends."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    gc.set_threshold(GARBAGE_AFTER)
    url = f"sqlite:///{folder}/base.db"
    with Store(url, corpus=shipped_corpus()) as store, SqlRecords(url) as records:
        line = RememberingLine(store)
        line.warm()
        asked = line.ask(QUESTION, datetime.now(UTC).date())
        settings = Settings.from_environment(os.environ)
        if kind == "bare":
            serving = _bare(asked.reply, settings)
        elif kind == "adapter":
            reply = replace(asked.reply, under=under(new_key(), asked.answer, asked.reply))
            serving = _ours(ConstantDesk(reply, FixedLine(asked, store)), settings)
        else:
            answering = FixedLine(asked, store) if kind == "constant" else line
            serving = _ours(Desk(Conversation(answering, records), in_threads=False), settings)
        asyncio.run(_serve(serving))


async def _serve(serving: "AsyncIterator[int]") -> None:
    async with asynccontextmanager(lambda: serving)() as port:
        print(port, flush=True)  # noqa: T201 - what the caller waits for
        await asyncio.to_thread(sys.stdin.read)


async def _ours(desk: Desk, settings: Settings) -> AsyncIterator[int]:
    platform = SlackPlatform(desk, settings)
    await platform.start()
    yield platform.port or 0
    await platform.stop()
    await desk.finish()


async def _bare(reply: Reply, settings: Settings) -> AsyncIterator[int]:
    content = message(reply)
    token = settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else ""
    secret = settings.slack_signing_secret.get_secret_value() if settings.slack_signing_secret else ""

    async def answer(ack: AsyncAck) -> None:
        await ack(response_type="ephemeral", unfurl_links=False, unfurl_media=False, **content)

    async with aiohttp.ClientSession() as session:
        client = web_client(token, settings.slack_api_url, session)
        identity = await client.auth_test()

        async def authorize() -> AuthorizeResult:
            return AuthorizeResult.from_auth_test_response(auth_test_response=identity, bot_token=client.token)

        app = AsyncApp(
            name=QUIET.name,
            client=client,
            authorize=authorize,
            signing_secret=secret,
            process_before_response=True,
            logger=QUIET,
        )
        app.command("/capex")(answer)
        runner = web.AppRunner(app.web_app(path=EVENTS), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield int(runner.addresses[0][1])
        await runner.cleanup()


if __name__ == "__main__":
    main(*sys.argv[1:])
