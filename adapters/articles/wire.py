"""The wire of one fetch: connects to checked addresses only, within one time and one number of bytes.

A name is resolved here, once for each connection, and the connection goes to the very address that was checked: a name
that points elsewhere a moment later changes nothing. Time and bytes are counted where they arrive, below TLS and HTTP,
so that no header, redirect or slow drip escapes them.
"""

import socket
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from ssl import SSLContext
from time import monotonic
from typing import Any, Final, NamedTuple

import httpcore

from adapters.articles.networks import Networks
from adapters.articles.phrases import why
from knowledge.fault import Fault
from knowledge.reason import grouped

Resolve = Callable[[str, int], Sequence[str]]
"""The numeric addresses of a name; raises OSError where it has none."""


class Limits(NamedTuple):
    """What one fetch may take, redirects and robots.txt included: seconds, bytes as sent, bytes once unpacked."""

    seconds: float = 20.0
    sent: int = 5_000_000
    unpacked: int = 10_000_000
    redirects: int = 5


USUAL: Final = Limits()


def resolve(host: str, port: int) -> Sequence[str]:
    """What the system says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


class Budget:
    """What is left of the limits of one fetch."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._ends = monotonic() + limits.seconds
        self._sent = 0

    def seconds(self) -> float:
        """The time that is left; raises Fault where there is none."""
        left = self._ends - monotonic()
        if left <= 0:
            raise Fault(why("took_too_long", f"{self._limits.seconds:g}"))
        return left

    def take(self, count: int) -> None:
        """Count bytes that arrived; raises Fault for too many."""
        self._sent += count
        if self._sent > self._limits.sent:
            raise Fault(why("page_too_large", grouped(self._limits.sent)))


class Wire(httpcore.NetworkBackend):
    """Connections to addresses that may be reached, within the budget of one fetch."""

    def __init__(self, networks: Networks, resolving: Resolve, budget: Budget) -> None:
        self._networks = networks
        self._resolve = resolving
        self._budget = budget
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 (the budget is the one clock)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers; raises Fault where one of them is not public."""
        addresses = self._addresses(host, port)
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in addresses:
            try:
                stream = self._plain.connect_tcp(address, port, self._budget.seconds(), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            return _Counted(stream, self._budget)
        self._budget.seconds()
        raise failed or httpcore.ConnectError(f"no address for '{host}'")

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a name, all of them public."""
        looking = ThreadPoolExecutor(1, thread_name_prefix="resolve")
        try:
            addresses = looking.submit(self._resolve, host, port).result(self._budget.seconds())
        except TookTooLong:
            raise Fault(why("not_found_in_time", host)) from None
        except (OSError, UnicodeError):
            raise Fault(why("no_server", host)) from None
        finally:
            looking.shutdown(wait=False)
        for address in addresses:
            if not self._networks.may_reach(address):
                raise Fault(why("not_public", host, str(address)))
        return addresses


class _Counted(httpcore.NetworkStream):
    """A connection whose bytes and waiting are taken from the budget."""

    def __init__(self, stream: httpcore.NetworkStream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 (as above)
        try:
            arrived = self._stream.read(max_bytes, self._budget.seconds())
        except httpcore.ReadTimeout:
            self._budget.seconds()
            raise
        self._budget.take(len(arrived))
        return arrived

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 (as above)
        self._stream.write(buffer, self._budget.seconds())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 (as above)
    ) -> httpcore.NetworkStream:
        return _Counted(self._stream.start_tls(ssl_context, server_hostname, self._budget.seconds()), self._budget)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
