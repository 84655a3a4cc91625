"""Socket Mode: websockets over which Slack tells the bot what happens and the bot acknowledges.

An envelope goes to one of the open sockets in turn, as at Slack. A socket can be made `deaf` (it stays open, answers
pings and gets no envelope), `silent` (it answers pings, and Slack says nothing on it of itself, no ping either) or
`mute` (it does not even answer pings), for a watchdog to notice. A ticket is used up by the first try, whether that
succeeds or not.
"""

import asyncio
import json
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from . import acks
from .delivery import Ack, Attempt, Delivery
from .timing import PATIENCE
from .values import Json
from .world import World

MOST_SOCKETS = 10


@dataclass(slots=True, eq=False)
class Socket:
    """One connection of the bot."""

    number: int
    ws: web.WebSocketResponse
    transport: asyncio.Transport | None
    deaf: bool = False
    silent: bool = False
    mute: bool = False
    leaving: bool = False
    pings: int = 0
    pongs: int = 0
    envelopes: list[str] = field(default_factory=list)


class SocketMode:
    """The open sockets of one app."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._tickets: set[str] = set()
        self._sent: dict[str, tuple[Delivery, float]] = {}
        self._turn = 0
        self.address = ""
        self.open: list[Socket] = []
        self.ever = 0
        self.failing = 0
        self.turned_away = 0

    def invite(self) -> str:
        """An address for one connection."""
        ticket = self._world.ids.envelope()
        self._tickets.add(ticket)
        return f"{self.address}?ticket={ticket}&app_id={self._world.app_id}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One connection from its hello to its end."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            self.turned_away += 1
            self._world.changes.tell()
            return web.Response(status=404)
        self._tickets.remove(ticket)
        if self.failing:
            self.failing -= 1
            self._world.changes.tell()
            return web.Response(status=503)
        ws = web.WebSocketResponse(autoping=False)
        await ws.prepare(request)
        if len(self.open) >= MOST_SOCKETS:
            await ws.send_json(_goodbye("too_many_websockets"))
            await ws.close()
            return ws
        self.ever += 1
        socket = Socket(self.ever, ws, request.transport)
        await ws.send_json(self._hello())
        self.open.append(socket)
        self._world.changes.tell()
        try:
            await self._listen(socket)
        finally:
            self.open.remove(socket)
            self._world.changes.tell()
        return ws

    async def send(self, delivery: Delivery, retry: int = 0, reason: str | None = None) -> None:
        """Tell the bot over the next socket in turn; waits for one if there is none at the moment."""
        await self._world.changes.until(self._ready, lambda: "no open socket", PATIENCE)
        ready = self._ready()
        socket = ready[self._turn % len(ready)]
        self._turn += 1
        envelope_id = self._world.ids.envelope()
        envelope: Json = {
            "envelope_id": envelope_id,
            "type": delivery.kind,
            "payload": delivery.payload,
            "accepts_response_payload": delivery.answers_in_ack,
        }
        if delivery.kind == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": reason or ""}
        delivery.attempts.append(
            Attempt(envelope_id, self._world.clock.now(), retry, reason, f"socket {socket.number}")
        )
        self._sent[envelope_id] = (delivery, self._world.clock.now())
        socket.envelopes.append(envelope_id)
        if not (socket.deaf or socket.silent):
            await socket.ws.send_json(envelope)
        self._world.changes.tell()

    async def disconnect(self, reason: str = "refresh_requested", socket: Socket | None = None) -> None:
        """Ask the bot to reconnect (`warning`, `refresh_requested`) or tell it that it may not (`link_disabled`)."""
        for one in [socket] if socket else list(self.open):
            one.leaving = reason != "warning"
            await one.ws.send_json(_goodbye(reason))

    def fail(self, times: int = 1) -> None:
        """The next connections are not made, though each uses up its ticket."""
        self.failing = times

    def drop(self) -> None:
        """All connections break without a word."""
        for one in self.open:
            one.leaving = True
            if one.transport is not None:
                one.transport.abort()

    async def ping(self) -> None:
        """Ping every socket that is not silent, and wait until each has answered."""
        wanted = {one: one.pongs + 1 for one in self.open if not one.silent}
        for one in wanted:
            await one.ws.ping(b"slack-ping")

        def answered() -> bool:
            return all(one.pongs >= count for one, count in wanted.items())

        await self._world.changes.until(answered, lambda: f"pongs {[one.pongs for one in wanted]}")

    def _ready(self) -> list[Socket]:
        return [one for one in self.open if not one.leaving and not one.ws.closed]

    async def _listen(self, socket: Socket) -> None:
        async for message in socket.ws:
            if message.type is WSMsgType.PING:
                socket.pings += 1
                if not socket.mute:
                    await socket.ws.pong(message.data)
            elif message.type is WSMsgType.PONG:
                socket.pongs += 1
            elif message.type is WSMsgType.TEXT:
                self._acknowledged(str(message.data))
            self._world.changes.tell()

    def _acknowledged(self, text: str) -> None:
        try:
            answer = json.loads(text)
            envelope_id = answer["envelope_id"]
            delivery, sent = self._sent[envelope_id]
        except (ValueError, KeyError, TypeError):
            self._world.broke("socket", "unknown_envelope", (text[:200],), {})
            return
        acks.take(self._world, delivery, Ack(envelope_id, self._world.clock.now() - sent, answer.get("payload")))

    def _hello(self) -> Json:
        told = {"host": "applink-fake", "build_number": 1, "approximate_connection_time": 18060}
        connection = {"app_id": self._world.app_id}
        return {
            "type": "hello",
            "num_connections": len(self.open) + 1,
            "debug_info": told,
            "connection_info": connection,
        }


def _goodbye(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-fake"}}
