"""The gateway: hello, heartbeats, identify, resume, and the platform's ways to break a connection.

Several clients may identify for the same shard, as on the platform: each gets every event. That is how a test runs
two processes of one bot against each other.
"""

import itertools
import json
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.discord.sessions import GOODBYES, Session, Socket

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 3, 6, 7, 9, 10, 11
HEARTBEAT_MS = 41_250

GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 0, 1 << 9, 1 << 12
MEMBERS, PRESENCES, MESSAGE_CONTENT = 1 << 1, 1 << 8, 1 << 15
PRIVILEGED = MEMBERS | PRESENCES | MESSAGE_CONTENT

UNKNOWN_OP, NOT_AUTHENTICATED, WRONG_TOKEN, INVALID_SHARD, DISALLOWED_INTENTS = 4001, 4003, 4004, 4010, 4014

Json = dict[str, Any]


class Gateway:
    """All sessions and sockets, and what clients said.

    Attributes:
        identifies: the payload of each identify; `resumes` of each resume.
        paths: where each socket connected, the address for resuming being another one.
        refuse: codes with which the next identifies are closed (4004, 4014, …), first in first out.
        silent: heartbeats stay without answer, as on a dead connection.
    """

    def __init__(
        self, token: str, privileged: int, welcome: Callable[[Session], None], changed: Callable[[], None]
    ) -> None:
        self.token = token
        self.privileged = privileged
        self.identifies: list[Json] = []
        self.resumes: list[Json] = []
        self.paths: list[str] = []
        self.refuse: list[int] = []
        self.closed: list[int | None] = []
        self.silent = False
        self.heartbeat_ms = HEARTBEAT_MS
        self.sessions: dict[str, Session] = {}
        self.sockets: list[Socket] = []
        self._welcome = welcome
        self._changed = changed
        self._numbers = itertools.count(1)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """A client's connection from hello to its end."""
        ws = web.WebSocketResponse()
        await ws.prepare(request)
        self.paths.append(request.path)
        socket = Socket(ws, compressed=request.query.get("compress") == "zlib-stream")
        self.sockets.append(socket)
        socket.send({"op": HELLO, "t": None, "s": None, "d": {"heartbeat_interval": self.heartbeat_ms, "_trace": []}})
        try:
            async for message in ws:
                if message.type is WSMsgType.TEXT:
                    self._hear(socket, json.loads(message.data))
        finally:
            self._gone(socket)
            await socket.finish()
        return ws

    def _hear(self, socket: Socket, frame: Json) -> None:
        heard = {HEARTBEAT: self._beat, IDENTIFY: self._identify, RESUME: self._resume, PRESENCE: self._ignore}
        handle = heard.get(frame["op"])
        if handle is None:
            socket.close(UNKNOWN_OP)
        else:
            handle(socket, frame["d"])
        self._changed()

    def _ignore(self, socket: Socket, _: Any) -> None:
        if socket.session is None:
            socket.close(NOT_AUTHENTICATED)

    def _beat(self, socket: Socket, _: Any) -> None:
        socket.beats += 1
        if not self.silent:
            socket.send({"op": ACK, "t": None, "s": None, "d": None})

    def _identify(self, socket: Socket, said: Json) -> None:
        self.identifies.append(said)
        shard, shards = said.get("shard") or (0, 1)
        if self.refuse:
            socket.close(self.refuse.pop(0))
        elif said["token"] != self.token:
            socket.close(WRONG_TOKEN)
        elif not 0 <= shard < shards:
            socket.close(INVALID_SHARD)
        elif said["intents"] & PRIVILEGED & ~self.privileged:
            socket.close(DISALLOWED_INTENTS)
        else:
            session = Session(f"session-{next(self._numbers)}", shard, shards, said["intents"])
            self.sessions[session.id] = session
            session.takes(socket)
            self._welcome(session)

    def _resume(self, socket: Socket, said: Json) -> None:
        self.resumes.append(said)
        session = self.sessions.get(said["session_id"] or "")
        if session is None or said["token"] != self.token:
            socket.send({"op": INVALID, "t": None, "s": None, "d": False})
            return
        session.takes(socket)
        session.replay(said["seq"] or 0)

    def _gone(self, socket: Socket) -> None:
        self.sockets.remove(socket)
        self.closed.append(socket.ws.close_code)
        session = socket.session
        if session is not None and session.socket is socket:
            session.socket = None
            if socket.ws.close_code in GOODBYES and not socket.closed_here:
                self.sessions.pop(session.id, None)
        self._changed()

    def for_guild(self, guild_id: int | None) -> list[Session]:
        """The sessions that are told of a guild; direct messages and the like go to shard 0."""
        return [one for one in self.sessions.values() if one.shard == ((guild_id or 0) >> 22) % one.shards]

    @property
    def connected(self) -> list[Session]:
        return [one for one in self.sessions.values() if one.socket is not None]

    def reconnect(self) -> None:
        """Op 7: every client is to connect again and resume."""
        for session in self.connected:
            assert session.socket is not None
            session.socket.send({"op": RECONNECT, "t": None, "s": None, "d": None})

    def invalidate(self, *, resumable: bool) -> None:
        """Op 9: sessions are void, or, if resumable, to be resumed."""
        for session in self.connected:
            assert session.socket is not None
            session.socket.send({"op": INVALID, "t": None, "s": None, "d": resumable})
            if not resumable:
                del self.sessions[session.id]

    def ask_for_beats(self) -> None:
        """Op 1 from the server: each client answers at once, after what it was told before."""
        for session in self.connected:
            assert session.socket is not None
            session.socket.send({"op": HEARTBEAT, "t": None, "s": None, "d": None})

    def close(self, code: int) -> None:
        """Close every connection with this code; 4004 and 4014 tell the client not to come back."""
        for socket in self.sockets:
            socket.close(code)

    def cut(self) -> None:
        """Every connection breaks without a word."""
        for socket in self.sockets:
            transport = socket.ws._req.transport if socket.ws._req else None  # noqa: SLF001 - no public way to break one
            if transport is not None:
                transport.abort()
