"""How long the bot waits for Slack, how often it tries and how quickly it speaks: every bound in one place."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Patience:
    """The bounds, all in seconds but those that count.

    Attributes:
        pace: between two messages in a channel; Slack takes about one a second.
        most_waiting: how many messages wait for their turn in a channel; a minute of them, more nobody waits for.
        each_try: for one answer of Slack.
        tries: after the first one.
        between_tries: in all that one call waits before it is tried again; what Slack wants later is given up.
        finish_within: for what is under way when stopping; less than the thirty that Kubernetes gives.
        now: the time, which passes by `pause`.
        pause: waiting.
    """

    pace: float = 1.0
    most_waiting: int = 60
    each_try: float = 10.0
    tries: int = 2
    between_tries: float = 30.0
    finish_within: float = 20.0
    now: Callable[[], float] = time.monotonic
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
