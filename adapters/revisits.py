"""What is told to whoever presses a button where the answer cannot be revisited: one sentence, on every platform.

Why a base failed is for the log; that an answer is gone is nobody's fault and is not logged.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from adapters.running import Running
from bot.revisiting import Gone
from bot.wording.phrases import phrase
from knowledge.fault import Fault
from knowledge.value import Language

_LOG = logging.getLogger("capex.desk")

T = TypeVar("T")


class Refused(Exception):
    """It cannot be done; its text is for the person who wanted it."""


async def revisited(
    act: Callable[[], T], run: Running, recorded: Callable[[], Awaitable[None]], language: Language
) -> T:
    """What `act` gives, done by `run`; raises Refused.

    `recorded` waits for what is still being recorded, as the answer may be: then it is tried once more.
    """
    try:
        return await _tried(act, run, recorded)
    except Gone:
        raise Refused(phrase("answer_gone", language)) from None
    except Fault as fault:
        _LOG.error("an answer could not be revisited", extra={"reason": str(fault)})
        raise Refused(phrase("base_away", language)) from None


async def _tried(act: Callable[[], T], run: Running, recorded: Callable[[], Awaitable[None]]) -> T:
    try:
        return await run(act)
    except Gone:
        await recorded()
        return await run(act)
