"""Bad days of the platform, ordered by a test for the next calls of one operation.

An operation is named by its method and the path as the specification writes it, such as
`POST /channels/{channel_id}/messages`; `*` stands for every operation.
"""

import asyncio
from dataclasses import dataclass, field

from tests.fakes.discord.errors import ApiError, refused


@dataclass
class Fault:
    """What happens instead of (or, with `afterwards`, after) the call's work.

    Attributes:
        error: the answer; without one, the connection is cut or only held.
        cut: the connection is closed without an answer.
        afterwards: the work is done and its answer is lost.
        gate: the answer waits until it is set.
    """

    error: ApiError | None = None
    cut: bool = False
    afterwards: bool = False
    gate: asyncio.Event | None = None


def rate_limited(retry_after: float = 0.05, *, everywhere: bool = False, via: bool = True) -> Fault:
    """429; without `Via` it is the ban of the edge in front, which the library does not retry."""
    headers = {"Retry-After": str(retry_after), "X-RateLimit-Scope": "global" if everywhere else "user"}
    if via:
        headers["Via"] = "1.1 google"
    extra = {"retry_after": retry_after, "global": everywhere}
    return Fault(ApiError(429, 0, "You are being rate limited.", extra, headers))


def server_error(status: int = 500) -> Fault:
    """5xx; of these the library retries 500, 502, 504 and 524 after a second, and all of them on webhooks."""
    return Fault(ApiError(status, 0, f"{status}: Internal Server Error"))


def connection_cut(*, afterwards: bool = False) -> Fault:
    return Fault(cut=True, afterwards=afterwards)


def refusal(code: int) -> Fault:
    """One of the platform's own refusals: 50001, 50013, 10003, 10008, 10062, 10015 and so on."""
    return Fault(refused(code))


def held(gate: asyncio.Event) -> Fault:
    """The call's answer waits for the gate."""
    return Fault(gate=gate)


@dataclass
class Faults:
    """The faults that wait for their call, first ordered first used."""

    waiting: list[tuple[str, Fault]] = field(default_factory=list)

    def order(self, operation: str, fault: Fault, times: int = 1) -> None:
        self.waiting += [(operation, fault)] * times

    def take(self, operation: str) -> Fault | None:
        for index, (wanted, fault) in enumerate(self.waiting):
            if wanted in ("*", operation):
                del self.waiting[index]
                return fault
        return None
