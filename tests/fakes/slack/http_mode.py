"""HTTP mode: the same deliveries as signed requests to an address of the bot, honest or forged.

The time in a signature is real time, because the bot's verifier looks at its own clock.
"""

import asyncio
import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

import aiohttp

from . import acks
from .delivery import Ack, Attempt, Delivery
from .timing import PATIENCE
from .values import Json
from .world import World

Signing = Literal["valid", "forged", "stale", "future", "not_a_number", "unsigned"]

STALE = 60 * 5 + 5
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What the bot's server answered."""

    status: int
    text: str
    content_type: str

    @property
    def payload(self) -> Json | None:
        """The body as an acknowledgement's payload."""
        if not self.text:
            return None
        if "json" not in self.content_type:
            return {"text": self.text}
        found = json.loads(self.text)
        return found if isinstance(found, dict) else {"text": self.text}


class HttpMode:
    """Sends to one address with one signing secret."""

    def __init__(self, world: World, url: str, secret: str, signing: Signing = "valid") -> None:
        self._world = world
        self._tasks: set[asyncio.Task[None]] = set()
        self.url = url
        self.secret = secret
        self.signing: Signing = signing

    async def send(self, delivery: Delivery, retry: int = 0, reason: str | None = None) -> None:
        """Tell the bot; its answer is recorded as the acknowledgement when it comes."""
        body, content_type = _body(delivery)
        headers = {"Content-Type": content_type, **self.signed(body)}
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": reason or "http_timeout"}
        self._start(delivery, Attempt("", self._world.clock.now(), retry, reason, self.url, body, headers))

    async def resend(self, delivery: Delivery) -> None:
        """Send the very same bytes and signature again, as somebody who listened could."""
        self._start(delivery, delivery.attempts[-1])

    async def post(self, body: bytes, headers: dict[str, str]) -> HttpAnswer:
        """Any request, and the answer."""
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(self.url, data=body, headers=headers) as answer,
        ):
            return HttpAnswer(answer.status, await answer.text(), answer.content_type)

    async def verify_url(self, challenge: str = "a-challenge") -> HttpAnswer:
        """The question with which Slack makes sure of an address for events."""
        body = json.dumps({"type": "url_verification", "token": "fake", "challenge": challenge}).encode()
        return await self.post(body, {"Content-Type": "application/json", **self.signed(body)})

    def signed(self, body: bytes) -> dict[str, str]:
        """The headers that sign a body, or pretend to."""
        shift = {"stale": -STALE, "future": STALE}.get(self.signing, 0)
        stamp = "yesterday" if self.signing == "not_a_number" else str(int(time.time()) + shift)
        secret = "another" if self.signing == "forged" else self.secret
        digest = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
        if self.signing == "unsigned":
            return {}
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}

    async def close(self) -> None:
        """Wait for no more answers."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, delivery: Delivery, attempt: Attempt) -> None:
        delivery.attempts.append(attempt)
        task = asyncio.create_task(self._run(delivery, attempt, self._world.clock.now()))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, delivery: Delivery, attempt: Attempt, began: float) -> None:
        try:
            answer = await self.post(attempt.body, attempt.headers)
        except (aiohttp.ClientError, TimeoutError) as error:
            answer = HttpAnswer(0, f"{type(error).__name__}: {error}", "text/plain")
        acks.take(self._world, delivery, Ack("", self._world.clock.now() - began, answer.payload, answer.status))


def _body(delivery: Delivery) -> tuple[bytes, str]:
    match delivery.kind:
        case "slash_commands":
            return urlencode(delivery.payload).encode(), FORM
        case "interactive":
            return urlencode({"payload": json.dumps(delivery.payload)}).encode(), FORM
        case "events_api":
            return json.dumps(delivery.payload).encode(), "application/json"
