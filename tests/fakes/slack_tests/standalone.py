"""A bot as a process of its own: it knows the fake by its environment alone, as `capex serve` does."""

import asyncio
import os
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient


async def main() -> None:
    """Answer `/capex` until the end."""
    client = AsyncWebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["CAPEX_SLACK_API_URL"])
    app = AsyncApp(client=client)

    async def answer(ack: Any, body: dict[str, Any]) -> None:
        await ack(f"process: {body['text']}")

    app.command("/capex")(answer)
    handler: Any = AsyncSocketModeHandler(app, os.environ["SLACK_APP_TOKEN"])
    await handler.start_async()


if __name__ == "__main__":
    asyncio.run(main())
