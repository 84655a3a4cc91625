"""Trouble on demand: what a busy, broken or slow Slack does, for a method and a number of calls.

A fault may strike after the call took effect. That is the case which digests fear: the message stands in the channel
and its answer never arrives.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Literal

from .values import Json

ALWAYS = 1_000_000


@dataclass(slots=True)
class Fault:
    """A trouble for the next `times` calls of a method, after the first `skip` ones."""

    method: str
    kind: Literal["status", "error", "cut", "slow", "held", "garbled"]
    times: int = 1
    skip: int = 0
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: Json = field(default_factory=dict)
    seconds: float = 0.0
    after: bool = False
    text: str = ""
    struck: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        """Let the held calls go on, and those to come."""
        self.times = self.struck
        self.gate.set()

    async def wait(self) -> None:
        """Be slow."""
        if self.kind == "slow":
            await asyncio.sleep(self.seconds)
        elif self.kind == "held":
            await self.gate.wait()


class Faults:
    """The faults that are planned; the first that fits a call is used. `*` fits every method."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def rate_limit(self, method: str, *, retry_after: int = 1, times: int = 1, skip: int = 0) -> Fault:
        """429 with Retry-After."""
        headers, body = {"Retry-After": str(retry_after)}, {"ok": False, "error": "ratelimited"}
        return self._plan(Fault(method, "status", times, skip, 429, headers, body))

    def fail(self, method: str, *, status: int = 500, times: int = 1, skip: int = 0, after: bool = False) -> Fault:
        """A server error."""
        body = {"ok": False, "error": "internal_error"}
        return self._plan(Fault(method, "status", times, skip, status, {}, body, after=after))

    def refuse(self, method: str, error: str, *, times: int = 1, skip: int = 0) -> Fault:
        """An answer with `ok: false`."""
        return self._plan(Fault(method, "error", times, skip, body={"ok": False, "error": error}))

    def garble(self, method: str, text: str, content_type: str, *, status: int = 200, times: int = 1) -> Fault:
        """An answer in another form than Slack's: a page of what stands before it, or half an answer."""
        return self._plan(Fault(method, "garbled", times, 0, status, {"Content-Type": content_type}, text=text))

    def cut(self, method: str, *, times: int = 1, skip: int = 0, after: bool = False) -> Fault:
        """The connection breaks; with `after`, once the call has taken effect."""
        return self._plan(Fault(method, "cut", times, skip, after=after))

    def slow(self, method: str, seconds: float, *, times: int = 1, skip: int = 0) -> Fault:
        """The answer takes its time."""
        return self._plan(Fault(method, "slow", times, skip, seconds=seconds))

    def hold(self, method: str, *, times: int = ALWAYS, skip: int = 0) -> Fault:
        """The call waits until the fault is released."""
        return self._plan(Fault(method, "held", times, skip))

    def clear(self) -> None:
        """No more trouble."""
        for fault in self._planned:
            fault.release()
        self._planned.clear()

    def next(self, method: str) -> Fault | None:
        """The fault that strikes this call."""
        for fault in self._planned:
            if fault.method not in {method, "*"} or fault.struck >= fault.times:
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            fault.struck += 1
            return fault
        return None

    def _plan(self, fault: Fault) -> Fault:
        self._planned.append(fault)
        return fault
