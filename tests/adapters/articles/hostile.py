"""A web server that means ill, or well: raw sockets, so that it can send what no honest server would."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

Reply = bytes | Callable[[socket.socket], None]

PROSE = (
    "Meta expects capital expenditures of between $64 billion and $72 billion this year, the company said. "
    "The owner of Facebook had guided to a range of $60 billion to $65 billion before. "
    "Most of the money goes into data centres and the servers in them, said the finance chief on the call."
)
PAGE = (
    '<html lang="en"><head><title>Meta raises its capex</title><meta property="og:site_name" content="The Paper">'
    '<meta name="author" content="Ann Writer"><meta property="article:published_time" content="2025-04-30"></head>'
    f"<body><nav>Home News Sport</nav><article><h1>Meta raises its capex</h1><p>{PROSE}</p>"
    "<p>Investors were pleased, and the shares rose in late trading.</p></article>"
    "<footer>Imprint</footer></body></html>"
)


def ok(body: bytes | str, kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """A whole response."""
    return told("200 OK", body, kind, **headers)


def told(status: str, body: bytes | str = b"", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """A response with this status; names of headers are written with underscores."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(data)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + data


def sends_on(to: str) -> bytes:
    """A redirect."""
    return told("302 Found", Location=to)


def endless(pipe: socket.socket) -> None:
    """A body without an end."""
    pipe.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        pipe.sendall(b"<p>more of it</p>" * 1000)


def endless_headers(pipe: socket.socket) -> None:
    """Headers without an end."""
    pipe.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        pipe.sendall(b"X-More: of it\r\n" * 100)


def dripping(pipe: socket.socket) -> None:
    """A byte now and then, each soon enough for a limit that counts from the last."""
    pipe.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        pipe.sendall(b"a")
        threading.Event().wait(0.05)


def silent(pipe: socket.socket) -> None:
    """Nothing at all, until the other side has gone."""
    pipe.recv(1)


def bomb() -> bytes:
    """Fifty million bytes in fifty thousand."""
    return ok(gzip.compress(b"<p>" + b"0" * 50_000_000), Content_Encoding="gzip")


class Server:
    """What is served by path, and which requests came."""

    def __init__(self, replies: Mapping[str, Reply], listening: socket.socket) -> None:
        self.replies = dict(replies)
        self.requests: list[bytes] = []
        self.port = int(listening.getsockname()[1])
        self._listening = listening

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [request.split(b" ")[1].decode() for request in self.requests]

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Where a path is served."""
        return f"http://{host}:{self.port}{path}"

    def serve(self) -> None:
        """Answer until the socket is closed."""
        while True:
            try:
                pipe, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(pipe,), daemon=True).start()

    def _answer(self, pipe: socket.socket) -> None:
        with pipe:
            request = b""
            try:
                while b"\r\n\r\n" not in request:
                    piece = pipe.recv(65536)
                    if not piece:
                        return
                    request += piece
                self.requests.append(request)
                reply = self.replies.get(self.paths[-1], told("404 Not Found"))
                pipe.sendall(reply) if isinstance(reply, bytes) else reply(pipe)
            except OSError:
                return  # the other side has gone, as it should


@contextmanager
def serving(replies: Mapping[str, Reply], host: str = "127.0.0.1", port: int = 0) -> Iterator[Server]:
    """A server on a loopback address."""
    with socket.create_server((host, port)) as listening:
        server = Server(replies, listening)
        accepting = threading.Thread(target=server.serve, daemon=True)
        accepting.start()
        try:
            yield server
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            accepting.join()  # or it would accept for the next server, whose socket may get the number of this one
