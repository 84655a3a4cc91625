"""Sessions of the gateway: what outlives a connection, so that a client can resume where it lost the line.

A session keeps every event it was told, numbered. Without a socket it goes on keeping them; a resume replays what the
client has not seen. A client that closes with 1000 or 1001 gives its session up.
"""

import asyncio
import contextlib
import json
import zlib
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

GOODBYES = frozenset({1000, 1001})


class Socket:
    """One connection: frames go out in order through one task, compressed as the client asked."""

    def __init__(self, ws: web.WebSocketResponse, *, compressed: bool) -> None:
        self.ws = ws
        self.session: Session | None = None
        self.beats = 0
        self.closed_here = False
        self._frames: asyncio.Queue[dict[str, Any] | int] = asyncio.Queue()
        self._deflate = zlib.compressobj() if compressed else None
        self._writer = asyncio.create_task(self._write())

    def send(self, frame: dict[str, Any]) -> None:
        self._frames.put_nowait(frame)

    def close(self, code: int) -> None:
        """Close after everything sent before."""
        self._frames.put_nowait(code)

    async def _write(self) -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):
            while True:
                frame = await self._frames.get()
                if isinstance(frame, int):
                    self.closed_here = True
                    await self.ws.close(code=frame)
                    return
                await self._put(json.dumps(frame))

    async def _put(self, text: str) -> None:
        if self._deflate is None:
            await self.ws.send_str(text)
        else:
            await self.ws.send_bytes(self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH))

    async def finish(self) -> None:
        self._writer.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._writer


@dataclass(eq=False)
class Session:
    """One identified shard: its events from the beginning, and its socket while there is one."""

    id: str
    shard: int
    shards: int
    intents: int
    told: list[dict[str, Any]] = field(default_factory=list)
    socket: Socket | None = None

    def dispatch(self, event: str, data: Any) -> None:
        frame = {"op": 0, "t": event, "s": len(self.told) + 1, "d": data}
        self.told.append(frame)
        if self.socket is not None:
            self.socket.send(frame)

    def takes(self, socket: Socket) -> None:
        """From now on this session speaks through the socket."""
        if self.socket is not None and self.socket is not socket:
            self.socket.session = None
            self.socket.close(4009)
        self.socket, socket.session = socket, self

    def replay(self, seen: int) -> None:
        """Send again what came after the last event the client saw, then say that it is up to date."""
        assert self.socket is not None
        for frame in self.told[seen:]:
            self.socket.send(frame)
        self.dispatch("RESUMED", {})
