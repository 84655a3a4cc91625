"""httpx over our own wire: the same requests and responses, every connection made by `wire`.

httpx's own transport takes no network backend; this one hands requests to httpcore as that does, and leaves out
proxies, retries and HTTP/2.
"""

import ssl
from collections.abc import Iterator
from functools import cache
from typing import cast

import httpcore
import httpx

from adapters.articles.wire import Wire


class _Body(httpx.SyncByteStream):
    """The body of a response as it arrives."""

    def __init__(self, stream: httpcore.Response) -> None:
        self._response = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        """Give the connection back."""
        self._response.close()


@cache
def _verifying() -> ssl.SSLContext:
    """What verifies certificates. Made once: to read those of all authorities takes longer than most requests."""
    return ssl.create_default_context()


class Transport(httpx.BaseTransport):
    """Requests over one wire; certificates are verified."""

    def __init__(self, wire: Wire) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=_verifying(), network_backend=wire)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; raises httpcore's errors and the wire's Faults."""
        url = request.url
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=cast("httpx.SyncByteStream", request.stream),
            extensions=request.extensions,
        )
        response = self._pool.handle_request(sent)
        return httpx.Response(
            response.status, headers=response.headers, stream=_Body(response), extensions=response.extensions
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()
